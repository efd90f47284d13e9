package org.v2xscms.hsm.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.hsm.PairSpec;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;

/**
 * NSS softokn behind the p11-kit proxy. NSS must be initialised with a parameter string that PKCS#11 has no place for;
 * p11-kit passes it on. Where p11-kit looks for its modules is overridden in this process only, and once: after a
 * C_Finalize it does not find them again.
 */
public final class NssLibrary {

    public static final String TOKEN = "NSS Certificate DB";

    private static final List<String> DIRECTORIES =
            List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib");

    private NssLibrary() {}

    public static char[] pin() {
        return "12345678".toCharArray();
    }

    public static Pkcs11Library prepare(Path directory) throws Exception {
        Optional<Path> proxy = find("P11KIT_PROXY_LIB", "libp11-kit.so.0");
        Optional<Path> softokn = find("SOFTOKN_LIB", "libsoftokn3.so");
        assumeTrue(proxy.isPresent(), "p11-kit is not installed; ./scms test obtains it");
        assumeTrue(softokn.isPresent(), "NSS softokn is not installed; ./scms test obtains it");
        useModules(proxy.get(), module(softokn.get(), directory));
        Pkcs11Library library = Pkcs11Library.at(proxy.get());
        setPin(library);
        return library;
    }

    /** Makes a key that is not extractable, has NSS wrap it all the same, and answers the wrapped octets. */
    public static byte[] wrapNonExtractable(Pkcs11Library library) throws Exception {
        Session session = library.slotOf(TOKEN).getToken().openSession(true);
        try {
            login(session);
            WrapperSession calls = new WrapperSession(session);
            CryptokiSession.Found found =
                    calls.generatePair(PairSpec.signing("wrapped", Curve.NIST_P256), Octets.of((byte) 1));
            assertFalse(found.key().extractable());
            long wrapping = session.generateKey(
                    new Mechanism(PKCS11Constants.CKM_AES_KEY_GEN),
                    AttributeVector.newAESSecretKey().token(false).wrap(true).valueLen(32));
            byte[] wrapped =
                    session.wrapKey(new Mechanism(PKCS11Constants.CKM_AES_KEY_WRAP_PAD), wrapping, found.handle());
            calls.destroy(found.key().id());
            return wrapped;
        } finally {
            session.closeSession();
        }
    }

    /** The token may be logged in to by another session already. */
    private static void login(Session session) throws PKCS11Exception {
        try {
            session.login(PKCS11Constants.CKU_USER, pin());
        } catch (PKCS11Exception fault) {
            assertEquals(PKCS11Constants.CKR_USER_ALREADY_LOGGED_IN, fault.getErrorCode());
        }
    }

    private static Optional<Path> find(String variable, String file) {
        return Stream.concat(
                        Stream.ofNullable(System.getenv(variable)).map(Path::of),
                        DIRECTORIES.stream().map(directory -> Path.of(directory, file)))
                .filter(Files::exists)
                .findFirst();
    }

    private static Path module(Path softokn, Path directory) throws IOException {
        Path database = Files.createDirectories(directory.resolve("nssdb"));
        Path modules = Files.createDirectories(directory.resolve("modules"));
        Files.writeString(
                modules.resolve("nss.module"),
                "module: " + softokn + "\n"
                        + "x-init-reserved: configdir='sql:" + database
                        + "' certPrefix='' keyPrefix='' secmod='secmod.db' flags=none\n"
                        + "managed: yes\n");
        return modules;
    }

    /** p11_kit_override_system_files keeps the pointers it is given, so they are never freed. */
    @SuppressWarnings("restricted")
    private static void useModules(Path proxy, Path modules) throws Exception {
        Arena forever = Arena.global();
        MemorySegment none = forever.allocateFrom(modules.resolveSibling("none").toString());
        MemorySegment here = forever.allocateFrom(modules.toString());
        ValueLayout pointer = ValueLayout.ADDRESS;
        try {
            Linker.nativeLinker()
                    .downcallHandle(
                            SymbolLookup.libraryLookup(proxy, forever).findOrThrow("p11_kit_override_system_files"),
                            FunctionDescriptor.ofVoid(pointer, pointer, pointer, pointer, pointer))
                    .invokeExact(none, none, none, here, none);
        } catch (Throwable fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** A fresh NSS database has an empty security officer's PIN. */
    private static void setPin(Pkcs11Library library) throws Exception {
        Session session = library.slotOf(TOKEN).getToken().openSession(true);
        try {
            session.login(PKCS11Constants.CKU_SO, new char[0]);
            session.initPIN(pin());
            session.logout();
        } finally {
            session.closeSession();
        }
    }
}
