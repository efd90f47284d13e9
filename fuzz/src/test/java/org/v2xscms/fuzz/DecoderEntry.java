package org.v2xscms.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.v2xscms.codec.oer.Codec;

/**
 * One way into the codec: a public constant of type {@link Codec}.
 *
 * @param name the class below {@code org.v2xscms.codec} and the constant, such as
 *     {@code ieee1609dot2.Certificate.EXPLICIT}
 */
record DecoderEntry(String name, Codec<?> codec) {

    private static final String ROOT = "org.v2xscms.codec.";

    /** Every entry there is, found in the compiled classes so that none can be forgotten; in order of names. */
    static List<DecoderEntry> all() {
        List<DecoderEntry> entries = new ArrayList<>();
        for (String className : classNames()) {
            addConstants(className, entries);
        }
        return List.copyOf(entries);
    }

    private static List<String> classNames() {
        URL source = Objects.requireNonNull(
                Codec.class.getProtectionDomain().getCodeSource().getLocation());
        try {
            Path path = Path.of(source.toURI());
            if (Files.isDirectory(path)) {
                return classNames(path);
            }
            try (FileSystem jar = FileSystems.newFileSystem(path)) {
                return classNames(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> classNames(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('/', '.'))
                    .filter(name -> name.startsWith(ROOT) && name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> !name.endsWith("-info"))
                    .sorted()
                    .toList();
        }
    }

    private static void addConstants(String className, List<DecoderEntry> entries) {
        try {
            Class<?> type = Class.forName(className);
            for (Field field : type.getDeclaredFields()) {
                int wanted = Modifier.PUBLIC | Modifier.STATIC;
                if ((field.getModifiers() & wanted) == wanted
                        && Modifier.isPublic(type.getModifiers())
                        && field.get(null) instanceof Codec<?> codec) {
                    entries.add(new DecoderEntry(className.substring(ROOT.length()) + "." + field.getName(), codec));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
