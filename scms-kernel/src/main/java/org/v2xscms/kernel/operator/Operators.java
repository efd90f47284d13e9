package org.v2xscms.kernel.operator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.EcSignature;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.messages.Approval;
import org.v2xscms.messages.Decision;
import org.v2xscms.messages.Warrant;

/**
 * The operators by name, each with a P-256 key. The file has one line for each: the name, a space, and the compressed
 * point as 66 hex digits.
 */
public final class Operators {

    /** The file's name in the trust folder. */
    public static final String FILE = "operators";

    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9._-]{1,40}) ([0-9a-fA-F]{66})");
    private static final int NUMBER = 32;

    private final Map<String, PublicPoint> keys;
    private final SignatureVerifier verifier;

    private Operators(Map<String, PublicPoint> keys, SignatureVerifier verifier) {
        this.keys = Map.copyOf(keys);
        this.verifier = verifier;
    }

    /**
     * Reads the file; none means no operators.
     *
     * @throws IllegalStateException if a line is no operator, or two lines share a name or a key
     */
    public static Operators read(Path file, SignatureVerifier verifier) {
        if (!Files.exists(file)) {
            return new Operators(Map.of(), verifier);
        }
        Map<String, PublicPoint> keys = new LinkedHashMap<>();
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                var line = LINE.matcher(lines.get(i));
                if (!line.matches()) {
                    throw new IllegalStateException(file + " line " + (i + 1) + ": expected NAME and 66 hex digits");
                }
                PublicPoint key = PublicPoint.ofSec1(Curve.NIST_P256, Octets.ofHex(line.group(2)))
                        .asOptional()
                        .orElseThrow(() -> new IllegalStateException(file + ": a key is no point of P-256"));
                if (keys.containsValue(key) || keys.put(line.group(1), key) != null) {
                    throw new IllegalStateException(
                            file + " line " + (i + 1) + ": this name or key stands there twice");
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the operators in " + file, e);
        }
        return new Operators(keys, verifier);
    }

    /** Whether {@code needed} different operators approved, and every approval verifies. */
    public boolean approve(Warrant warrant, int needed) {
        Octets decision = Decision.CODEC.encode(warrant.decision());
        Set<String> consenting = new HashSet<>();
        for (Approval approval : warrant.approvals()) {
            if (!verify(approval.operator(), decision, approval.signature()) || !consenting.add(approval.operator())) {
                return false;
            }
        }
        return consenting.size() >= needed;
    }

    /** Whether {@code signature} (r and s, 32 octets each) is the operator's over SHA-256 of {@code content}. */
    public boolean verify(String operator, Octets content, Octets signature) {
        PublicPoint key = keys.get(operator);
        return key != null
                && signature.length() == 2 * NUMBER
                && verifier.verify(
                                key,
                                HashFunction.SHA256.digest(content),
                                EcSignature.of(signature.slice(0, NUMBER), signature.slice(NUMBER, 2 * NUMBER)))
                        .isValid();
    }
}
