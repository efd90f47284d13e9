package org.v2xscms.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.verify.Signer.Signed;

/** Tables of senders, garbage, threads and the choice of a path. */
class KernelVerifierTest {

    private static final VerifierOptions SMALL = new VerifierOptions(5, 4, 4 << 20, 1, 32);

    private static boolean verify(SignatureVerifier verifier, Signed s) {
        return verifier.verify(s.key(), s.digest(), 0, s.r(), 0, s.s(), 0);
    }

    @Test
    void aTableIsBuiltAtTheSecondValidSignatureOnly() {
        Signer signer = new Signer(Curve.P256, 2, 1);
        SenderTables tables = new SenderTables(VerifierPath.SCALAR, SMALL);
        KernelVerifier verifier = new KernelVerifier(tables, new SecureRandom());
        for (int i = 0; i < 5; i++) {
            assertFalse(verify(verifier, signer.sign(0, true)));
        }
        assertTrue(verify(verifier, signer.sign(0, false)));
        assertEquals(0, tables.tablesBuilt());
        assertTrue(verify(verifier, signer.sign(0, false)));
        assertEquals(1, tables.tablesBuilt());
        assertTrue(verify(verifier, signer.sign(0, false)));
        assertEquals(1, tables.tablesBuilt());
    }

    @Test
    void theKeyLeastRecentlyHeardMakesRoom() {
        Signer signer = new Signer(Curve.P256, 3, 2);
        // 33 kB is one table of four-bit windows, 64 kB and a little two.
        SenderTables tables = new SenderTables(VerifierPath.SCALAR, SMALL.withTableBytes(66_000));
        KernelVerifier verifier = new KernelVerifier(tables, new SecureRandom());
        int[] heard = {0, 0, 1, 1, 0, 2, 2};
        for (int key : heard) {
            assertTrue(verify(verifier, signer.sign(key, false)));
        }
        assertEquals(2, tables.tablesInUse());
        assertEquals(3, tables.tablesBuilt());
        // Key 0 was heard after key 1 and still has its table; key 1 has to earn one again.
        assertTrue(verify(verifier, signer.sign(0, false)));
        assertEquals(3, tables.tablesBuilt());
        assertTrue(verify(verifier, signer.sign(1, false)));
        assertEquals(4, tables.tablesBuilt());
    }

    @Test
    void buildingIsPaidForByValidSignatures() {
        Signer signer = new Signer(Curve.P256, 80, 3);
        SenderTables tables = new SenderTables(VerifierPath.SCALAR, new VerifierOptions(5, 4, 4 << 20, 1000, 32));
        KernelVerifier verifier = new KernelVerifier(tables, new SecureRandom());
        for (int key = 0; key < 80; key++) {
            assertTrue(verify(verifier, signer.sign(key, false)));
            assertTrue(verify(verifier, signer.sign(key, false)));
        }
        // A full purse pays for 64 tables; 160 signatures earn less than one more.
        assertEquals(64, tables.tablesBuilt());
    }

    @Test
    void tablesCanBeSwitchedOff() {
        Signer signer = new Signer(Curve.SM2, 1, 4);
        SenderTables tables = new SenderTables(VerifierPath.SCALAR, SMALL.withoutKeyTables());
        KernelVerifier verifier = new KernelVerifier(tables, new SecureRandom());
        for (int i = 0; i < 4; i++) {
            assertTrue(verify(verifier, signer.sign(0, false)));
        }
        assertEquals(0, tables.tablesBuilt());
    }

    @ParameterizedTest
    @EnumSource(
            value = VerifierPath.class,
            names = {"VECTOR", "SCALAR"})
    void verifyingMakesNoGarbage(VerifierPath path) {
        Signer signer = new Signer(Curve.P256, 8, 5);
        KernelVerifier known = new KernelVerifier(new SenderTables(path, SMALL), new SecureRandom());
        KernelVerifier unknown =
                new KernelVerifier(new SenderTables(path, SMALL.withoutKeyTables()), new SecureRandom());
        SignatureBatch batch = new SignatureBatch(32);
        for (int i = 0; i < 32; i++) {
            signer.sign(i % 8, false).addTo(batch);
        }
        SignatureBatch lone = new SignatureBatch(1);
        signer.sign(0, false).addTo(lone);
        // Until the compiler has replaced the interpreter's boxed vectors: no count of rounds is certain, so keep
        // trying.
        long least = Long.MAX_VALUE;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 4_000 && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            known.verify(batch);
            known.verify(lone);
            unknown.verify(batch);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }

    @Test
    void manyThreadsShareOneVerifierWhileTablesComeAndGo() throws Exception {
        Signer signer = new Signer(Curve.P256, 12, 6);
        List<Signed> signed = new ArrayList<>();
        List<Boolean> expected = new ArrayList<>();
        for (int i = 0; i < 96; i++) {
            Signed s = signer.sign(i % 12, i % 5 == 0);
            signed.add(s);
            expected.add(signer.isValid(s));
        }
        // Room for four of twelve keys: tables are replaced all the time.
        SenderTables tables = new SenderTables(VerifierPath.SCALAR, SMALL.withTableBytes(140_000));
        SharedVerifier shared = new SharedVerifier(() -> new KernelVerifier(tables, new SecureRandom()), 3);
        Callable<Integer> task = () -> {
            int wrong = 0;
            SignatureBatch batch = new SignatureBatch(96);
            signed.forEach(s -> s.addTo(batch));
            for (int round = 0; round < 12; round++) {
                shared.verify(batch);
                for (int i = 0; i < 96; i++) {
                    wrong += batch.isValid(i) == expected.get(i) ? 0 : 1;
                }
                Signed s = signed.get(round);
                wrong += shared.verify(s.key(), s.digest(), 0, s.r(), 0, s.s(), 0) == expected.get(round) ? 0 : 1;
            }
            return wrong;
        };
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                results.add(threads.submit(task));
            }
            for (Future<Integer> result : results) {
                assertEquals(0, result.get());
            }
        }
        assertTrue(tables.tablesBuilt() > 4, "tables were replaced");
    }

    @Test
    void calibrationMeasuresEveryPathAndRanksThem() {
        List<VerifierSelection.Candidate> ranked = new VerifierSelection(SMALL, new SecureRandom(), System::nanoTime)
                .calibrate(List.of(Security.getProvider("SunEC")), Duration.ofMillis(1));
        assertEquals(3, ranked.size());
        for (int i = 1; i < ranked.size(); i++) {
            assertTrue(ranked.get(i - 1).nanosPerSignature() <= ranked.get(i).nanosPerSignature());
        }
        Signed good = new Signer(Curve.P256, 1, 7).sign(0, false);
        for (VerifierSelection.Candidate candidate : ranked) {
            assertTrue(verify(candidate.create().get(), good));
        }
    }

    @Test
    void aProviderGivesTheSameVerdicts() throws Exception {
        Signer signer = new Signer(Curve.P256, 2, 8);
        ProviderVerifier verifier = new ProviderVerifier(Security.getProvider("SunEC"));
        SignatureBatch batch = new SignatureBatch(20);
        List<Boolean> expected = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Signed s = signer.sign(i % 2, i % 4 == 0);
            expected.add(signer.isValid(s));
            s.addTo(batch);
        }
        verifier.verify(batch);
        for (int i = 0; i < 20; i++) {
            assertEquals(expected.get(i), batch.isValid(i));
        }
    }

    @Test
    void withoutTheVectorModuleTheScalarKernelWorks() throws Exception {
        String java = System.getProperty("java.home") + "/bin/java";
        Process process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), WithoutVectorModule.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
    }

    /** Run in a JVM of its own, without {@code --add-modules}. */
    static final class WithoutVectorModule {

        private WithoutVectorModule() {}

        public static void main(String[] args) {
            List<VerifierSelection.Candidate> ranked = new VerifierSelection(
                            SMALL, new SecureRandom(), System::nanoTime)
                    .calibrate(List.of(), Duration.ofMillis(1));
            boolean onlyScalar = ranked.size() == 1 && ranked.getFirst().path() == VerifierPath.SCALAR;
            Signed good = new Signer(Curve.P256, 1, 7).sign(0, false);
            if (!onlyScalar || !verify(ranked.getFirst().create().get(), good)) {
                throw new IllegalStateException("the scalar kernel alone does not work");
            }
        }
    }
}
