package org.v2xscms.kernel.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.messages.Decision;
import org.v2xscms.messages.Warrant;

/** Operators whose keys a test holds. */
public final class TestOperators {

    private TestOperators() {}

    /** Makes operators of these names and lists them in the trust folder. */
    public static List<OperatorCredential> listed(Path trustFolder, String... names) {
        List<OperatorCredential> operators = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            KeyPair keys = KeyPair.generate(Curve.NIST_P256, new SecureRandom());
            operators.add(new OperatorCredential(name, SoftwareSigner.deterministic(keys)));
            lines.append(name)
                    .append(' ')
                    .append(keys.publicKey().compressed().hex())
                    .append('\n');
        }
        try {
            Files.writeString(trustFolder.resolve(Operators.FILE), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return operators;
    }

    /** A warrant to which these operators consent, in this order. */
    public static Warrant warrant(Decision decision, OperatorCredential... consenting) {
        return new Warrant(
                decision,
                List.of(consenting).stream()
                        .map(operator -> operator.approve(decision))
                        .toList());
    }
}
