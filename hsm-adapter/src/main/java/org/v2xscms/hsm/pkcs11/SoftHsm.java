package org.v2xscms.hsm.pkcs11;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * SoftHSM2 for demonstrations, benchmarks and tests: finds the library and gives it a directory of its own.
 *
 * <p>SoftHSM2 reads the path of its configuration from the environment variable SOFTHSM2_CONF when it is initialised.
 * Java cannot change its own environment, so {@link #prepare} calls the C function {@code setenv}.
 */
public final class SoftHsm {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib64/pkcs11/libsofthsm2.so",
            "/usr/local/lib/softhsm/libsofthsm2.so",
            "/opt/homebrew/lib/softhsm/libsofthsm2.so");

    private SoftHsm() {}

    /** The library: system property or environment variable SOFTHSM2_LIB, else the usual places. */
    public static Optional<Path> locate() {
        return Stream.concat(
                        Stream.of(System.getProperty("SOFTHSM2_LIB"), System.getenv("SOFTHSM2_LIB"))
                                .filter(Objects::nonNull),
                        USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * Writes a configuration that keeps tokens under {@code directory} and points SoftHSM2 to it. Only one directory
     * can be in use in a process at a time.
     */
    public static Pkcs11Library prepare(Path library, Path directory) throws IOException {
        Path tokens = Files.createDirectories(directory.resolve("tokens"));
        Path configuration = directory.resolve("softhsm2.conf");
        Files.writeString(
                configuration,
                "directories.tokendir = " + tokens.toAbsolutePath() + "\n"
                        + "objectstore.backend = file\n"
                        + "log.level = ERROR\n");
        setEnvironment("SOFTHSM2_CONF", configuration.toAbsolutePath().toString());
        return Pkcs11Library.at(library);
    }

    @SuppressWarnings("restricted")
    private static void setEnvironment(String name, String value) {
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int failed = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
            if (failed != 0) {
                throw new IllegalStateException("setenv failed for " + name);
            }
        } catch (RuntimeException | Error fault) {
            throw fault;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
