package org.v2xscms.kernel.http;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.v2xscms.kernel.files.PrivateFiles;

/**
 * An X.509 certification authority for TLS between authorities of one installation, made at first start where the
 * operator gives no certificates. P-256 throughout; certificates of authorities are renewed at a start within a month
 * of their end.
 */
public final class TransportCa {

    private static final Duration CA_LIFE = Duration.ofDays(3650);
    private static final Duration LIFE = Duration.ofDays(397);
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);
    private static final Duration BACKDATED = Duration.ofHours(1);
    private static final X500Name NAME = new X500Name("CN=SCMS transport CA");
    private static final int SERIAL_BITS = 127;

    private final Path folder;
    private final InstantSource clock;
    private final SecureRandom random;
    private final X509Certificate certificate;
    private final PrivateKey key;

    private TransportCa(
            Path folder, InstantSource clock, SecureRandom random, X509Certificate certificate, PrivateKey key) {
        this.folder = folder;
        this.clock = clock;
        this.random = random;
        this.certificate = certificate;
        this.key = key;
    }

    /** Reads the authority from {@code folder}, or makes it there. */
    public static TransportCa in(Path folder, InstantSource clock, SecureRandom random) {
        Path certificateFile = folder.resolve("ca.pem");
        Path keyFile = folder.resolve("ca.key");
        try {
            // The certificate is written last: where it stands, its key stands too.
            if (!Files.exists(certificateFile)) {
                KeyPair pair = newKey(random);
                X509Certificate root = sign(caProfile(pair, clock.instant(), random), pair.getPrivate());
                write(keyFile, "PRIVATE KEY", pair.getPrivate().getEncoded());
                write(certificateFile, "CERTIFICATE", root.getEncoded());
            }
            return new TransportCa(folder, clock, random, readCertificate(certificateFile), readKey(keyFile));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("cannot make the transport CA in " + folder, e);
        }
    }

    /**
     * The files of one authority, made or renewed where need be.
     *
     * @param hosts the DNS names under which others reach it, besides {@code localhost} and 127.0.0.1
     */
    public TlsFiles filesFor(String name, List<String> hosts) {
        Path certificateFile = folder.resolve(name + ".pem");
        TlsFiles files = new TlsFiles(certificateFile, folder.resolve(name + ".key"), folder.resolve("ca.pem"));
        try {
            if (!Files.exists(certificateFile) || isEnding(readCertificate(certificateFile))) {
                KeyPair pair = newKey(random);
                X509Certificate issued = sign(profile(name, hosts, pair), key);
                write(files.privateKey(), "PRIVATE KEY", pair.getPrivate().getEncoded());
                write(certificateFile, "CERTIFICATE", issued.getEncoded());
            }
            return files;
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("cannot make the TLS certificate of " + name, e);
        }
    }

    private boolean isEnding(X509Certificate issued) {
        return issued.getNotAfter().toInstant().isBefore(clock.instant().plus(RENEW_BEFORE));
    }

    private static JcaX509v3CertificateBuilder caProfile(KeyPair pair, Instant now, SecureRandom random)
            throws CertIOException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                NAME,
                serial(random),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(CA_LIFE)),
                NAME,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        return builder;
    }

    private JcaX509v3CertificateBuilder profile(String name, List<String> hosts, KeyPair pair) throws CertIOException {
        Instant now = clock.instant();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                certificate,
                serial(random),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(LIFE)),
                new X500Name("CN=" + name),
                pair.getPublic());
        GeneralName[] names = new GeneralName[hosts.size() + 2];
        names[0] = new GeneralName(GeneralName.dNSName, "localhost");
        names[1] = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
        for (int i = 0; i < hosts.size(); i++) {
            names[i + 2] = new GeneralName(GeneralName.dNSName, hosts.get(i));
        }
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
        }));
        return builder;
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }

    private static BigInteger serial(SecureRandom random) {
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
    }

    private static KeyPair newKey(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private static X509Certificate readCertificate(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static PrivateKey readKey(Path file) throws IOException, GeneralSecurityException {
        String base64 = Files.readString(file, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static void write(Path file, String label, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        PrivateFiles.write(file, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }
}
