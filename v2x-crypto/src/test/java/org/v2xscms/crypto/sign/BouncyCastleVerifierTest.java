package org.v2xscms.crypto.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.hash.Digest;

class BouncyCastleVerifierTest {

    private static final BouncyCastleVerifier VERIFIER = new BouncyCastleVerifier();

    @ParameterizedTest
    @EnumSource(Curve.class)
    void refusesNumbersOutOfRangeBeforeAnyArithmetic(Curve curve) {
        KeyPair keys = KeyPair.generate(curve, new SeededRandom(14));
        Digest digest = curve.hash().digest(Octets.EMPTY);
        EcSignature good = SoftwareSigner.deterministic(keys).sign(digest);
        Octets zero = Octets.of(new byte[curve.octets()]);
        Octets tooLong = Octets.concat(Octets.of((byte) 0), good.r());
        refuses(SignatureVerdict.Reason.R_OUT_OF_RANGE, keys, digest, zero, good.s());
        refuses(SignatureVerdict.Reason.R_OUT_OF_RANGE, keys, digest, curve.order(), good.s());
        refuses(SignatureVerdict.Reason.S_OUT_OF_RANGE, keys, digest, good.r(), zero);
        refuses(SignatureVerdict.Reason.S_OUT_OF_RANGE, keys, digest, good.r(), curve.order());
        refuses(SignatureVerdict.Reason.WRONG_LENGTH, keys, digest, tooLong, tooLong);
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void refusesAnotherDigestKeyOrNumber(Curve curve) {
        SeededRandom random = new SeededRandom(15);
        KeyPair keys = KeyPair.generate(curve, random);
        Digest digest = curve.hash().digest(Octets.EMPTY);
        EcSignature good = SoftwareSigner.deterministic(keys).sign(digest);
        Octets one = Octets.of((byte) 1);
        assertEquals(new SignatureVerdict.Valid(), VERIFIER.verify(keys.publicKey(), digest, good));
        refuses(SignatureVerdict.Reason.MISMATCH, keys, curve.hash().digest(one), good.r(), good.s());
        refuses(SignatureVerdict.Reason.MISMATCH, KeyPair.generate(curve, random), digest, good.r(), good.s());
        refuses(SignatureVerdict.Reason.MISMATCH, keys, digest, curve.sum(good.r(), one), good.s());
        refuses(SignatureVerdict.Reason.MISMATCH, keys, digest, good.r(), curve.sum(good.s(), one));
        refuses(SignatureVerdict.Reason.MISMATCH, keys, digest, good.s(), good.r());
    }

    @Test
    void refusesAnSm2SignatureWhoseNumbersSumToZero() {
        KeyPair keys = KeyPair.generate(Curve.SM2, new SeededRandom(16));
        Digest digest = Curve.SM2.hash().digest(Octets.EMPTY);
        EcSignature good = SoftwareSigner.deterministic(keys).sign(digest);
        refuses(SignatureVerdict.Reason.MISMATCH, keys, digest, good.r(), Curve.SM2.negate(good.r()));
    }

    private static void refuses(SignatureVerdict.Reason reason, KeyPair keys, Digest digest, Octets r, Octets s) {
        assertEquals(
                new SignatureVerdict.Invalid(reason), VERIFIER.verify(keys.publicKey(), digest, EcSignature.of(r, s)));
    }

    @Test
    void aSignatureHasTwoNumbersOfOneLength() {
        assertThrows(
                IllegalArgumentException.class,
                () -> EcSignature.of(Octets.of((byte) 1), Octets.of((byte) 1, (byte) 2)));
    }
}
