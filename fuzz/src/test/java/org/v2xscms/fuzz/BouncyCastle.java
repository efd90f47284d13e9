package org.v2xscms.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.oer.Element;
import org.bouncycastle.oer.OERDefinition;
import org.bouncycastle.oer.OEREncoder;
import org.bouncycastle.oer.OERInputStream;
import org.v2xscms.codec.oer.Octets;

/**
 * Bouncy Castle's OER as a second opinion: a value that we wrote is read by its description of the same type and written
 * again, which must give the same octets.
 *
 * <p>Its descriptions (templates) are found by the name of the type, in whatever modules the library at hand has, so that
 * what a newer version adds is judged, too.
 */
final class BouncyCastle {

    private static final String TEMPLATES = "org/bouncycastle/oer/its/template/";

    /** Types that have another name there: renamed in a later edition, nameless in the module, or constrained only. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "One28BitCcmCiphertext", "AesCcmCiphertext",
            "UnCountryId", "CountryOnly",
            "SEQUENCE OF CtlCommand", "SequenceOfCtlCommand",
            "SignedAprvBinaryTree", "Ieee1609Dot2Data",
            "SignedIndividualAprv", "Ieee1609Dot2Data",
            "UnsecuredAprvBinaryTree", "Ieee1609Dot2Data");

    private final Map<String, Element> templates = new HashMap<>();

    BouncyCastle() {
        try (JarFile jar = new JarFile(jar().toFile())) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (name.startsWith(TEMPLATES) && name.endsWith(".class") && !name.contains("$")) {
                    addAll(Class.forName(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.')));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path jar() {
        try {
            return Path.of(Objects.requireNonNull(OERDefinition.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation())
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addAll(Class<?> module) throws ReflectiveOperationException {
        for (Field field : module.getFields()) {
            if (field.get(null) instanceof OERDefinition.Builder type) {
                templates.put(key(field.getName()), type.build());
            }
        }
    }

    private static String key(String typeName) {
        return typeName.toLowerCase(Locale.ROOT);
    }

    /** Its description of the type of this name; empty if it has none. */
    Optional<Element> template(String typeName) {
        String name = OTHER_NAMES.getOrDefault(typeName, typeName);
        // Each ...Spdu is an Ieee1609Dot2Data with constraints, of which a template takes no notice.
        return Optional.ofNullable(templates.get(key(name.matches("\\w+Spdu") ? "Ieee1609Dot2Data" : name)));
    }

    /** What is wrong with {@code octets} as a value of {@code template}; empty if it is written again as it came. */
    static Optional<String> objection(Octets octets, Element template) {
        try {
            var in = new ByteArrayInputStream(octets.toByteArray());
            ASN1Object value = new OERInputStream(in).parse(template);
            if (in.available() > 0) {
                return Optional.of("leaves " + in.available() + " octets");
            }
            Octets again = Octets.of(OEREncoder.toByteArray(value, template));
            return again.equals(octets) ? Optional.empty() : Optional.of("writes " + again);
        } catch (IOException | RuntimeException e) {
            return Optional.of("refuses: " + e);
        }
    }
}
