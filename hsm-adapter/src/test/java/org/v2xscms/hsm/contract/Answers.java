package org.v2xscms.hsm.contract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Assertions;
import org.v2xscms.hsm.Refusal;
import org.v2xscms.hsm.VaultResult;

/** Takes vault results apart, or fails the test with the refusal's own sentence. */
public final class Answers {

    private Answers() {}

    public static <T> T done(VaultResult<T> result) {
        return switch (result) {
            case VaultResult.Done<T> done -> done.value();
            case VaultResult.Refused<T> refused -> Assertions.fail("refused: " + refused.refusal());
        };
    }

    public static <T, R extends Refusal> R refused(Class<R> kind, VaultResult<T> result) {
        return switch (result) {
            case VaultResult.Done<T> done -> Assertions.fail("not refused: " + done.value());
            case VaultResult.Refused<T> refused -> assertInstanceOf(kind, refused.refusal());
        };
    }
}
