package org.v2xscms.obu.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.crypto.sign.SignatureVerdict;
import org.v2xscms.crypto.sign.SignatureVerifier;

/**
 * Remembers verdicts on signatures of certificates: every chain ends in the same few authorities. The verdicts used least
 * recently go first, so a flood of made-up certificates, each asked about once, does not displace the authorities'.
 */
final class ChainMemory implements SignatureVerifier {

    private static final int MAX_VERDICTS = 256;

    private final SignatureVerifier verifier;

    private final Map<Question, SignatureVerdict> verdicts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, SignatureVerdict> eldest) {
            return size() > MAX_VERDICTS;
        }
    };

    ChainMemory(SignatureVerifier verifier) {
        this.verifier = verifier;
    }

    private record Question(PublicPoint key, Digest digest, EcSignature signature) {}

    @Override
    public SignatureVerdict verify(PublicPoint key, Digest digest, EcSignature signature) {
        Question question = new Question(key, digest, signature);
        synchronized (verdicts) {
            SignatureVerdict known = verdicts.get(question);
            if (known != null) {
                return known;
            }
        }
        SignatureVerdict verdict = verifier.verify(key, digest, signature);
        synchronized (verdicts) {
            verdicts.put(question, verdict);
        }
        return verdict;
    }
}
