package org.v2xscms.kernel.operator;

import java.time.Instant;
import java.util.Map;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.crypto.sign.Signer;
import org.v2xscms.messages.Approval;
import org.v2xscms.messages.Decision;

/**
 * An operator with a key at hand: the side of the console.
 *
 * @param signer on P-256, in the operator's own token
 */
public record OperatorCredential(String name, Signer signer) {

    /** Consents to a decision. */
    public Approval approve(Decision decision) {
        return new Approval(name, sign(Decision.CODEC.encode(decision)));
    }

    /**
     * The headers that make an HTTP request this operator's.
     *
     * @param authority the name of the authority asked, so that the request counts nowhere else
     * @param path with the query, as sent
     */
    public Map<String, String> headers(String authority, String method, String path, Octets body, Instant now) {
        String time = Long.toString(now.getEpochSecond());
        return Map.of(
                OperatorGate.NAME,
                name,
                OperatorGate.TIME,
                time,
                OperatorGate.SIGNATURE,
                sign(OperatorGate.content(authority, method, path, time, body)).hex());
    }

    private Octets sign(Octets content) {
        EcSignature signature = signer.sign(HashFunction.SHA256.digest(content));
        return Octets.concat(signature.r(), signature.s());
    }
}
