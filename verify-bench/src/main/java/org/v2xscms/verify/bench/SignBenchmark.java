package org.v2xscms.verify.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.sun.management.ThreadMXBean;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.conscrypt.Conscrypt;

/**
 * Signing a digest with P-256 by the providers a vehicle may use. The kernels do not sign: nothing secret may reach their
 * variable-time arithmetic.
 */
public final class SignBenchmark {

    private static final int CALLS = 16;

    private final BenchOptions options;
    private final PrintWriter out;

    public SignBenchmark(BenchOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    /** Runs, prints and writes the figures. */
    public void run() throws GeneralSecurityException {
        List<Measurement> all = new ArrayList<>();
        for (Provider provider : List.of(
                new AmazonCorrettoCryptoProvider(),
                Conscrypt.newProvider(),
                new BouncyCastleProvider(),
                Security.getProvider("SunEC"))) {
            all.add(signing(provider));
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (Measurement measurement : all) {
            measurement.time(threads::getCurrentThreadCpuTime, 1_000_000_000L);
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (Measurement measurement : all) {
                measurement.round(threads::getCurrentThreadCpuTime, options.millis() * 1_000_000L);
            }
        }
        Report report = new Report();
        report.put("machine.processor", Report.processor());
        for (Measurement m : all) {
            out.printf(Locale.ROOT, "%-40s %8.2f us (%.2f to %.2f)%n", m.name(), m.median(), m.least(), m.most());
            report.put("sign.microseconds." + m.name(), m.median());
        }
        if (options.json() != null) {
            report.write(options.json());
        }
    }

    private static Measurement signing(Provider provider) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        PrivateKey key = generator.generateKeyPair().getPrivate();
        Signature signature = Signature.getInstance("NONEwithECDSA", provider);
        byte[] digest = new byte[32];
        return new Measurement(provider.getName(), CALLS, () -> {
            try {
                for (int i = 0; i < CALLS; i++) {
                    digest[0]++;
                    signature.initSign(key);
                    signature.update(digest);
                    signature.sign();
                }
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(provider.getName(), e);
            }
        });
    }
}
