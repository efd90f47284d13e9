package org.v2xscms.crypto.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.BouncyCastleCurves;
import org.v2xscms.crypto.Hex;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.secret.SecretOctets;

class Sm2SignatureTest {

    private static final BouncyCastleVerifier VERIFIER = new BouncyCastleVerifier();
    private static final Octets MESSAGE = Octets.of("message digest".getBytes(StandardCharsets.US_ASCII));

    /** GB/T 32918.5-2017 annex A.2. */
    @Test
    void verifiesTheStandardsExample() {
        KeyPair keys = Hex.keyPair(Curve.SM2, "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8");
        Digest e = new SigningInput.Sm2Identity(SigningInput.CHINESE_SELF_SIGNED_IDENTITY)
                .digest(keys.publicKey(), MESSAGE, Octets.EMPTY);
        assertEquals(Octets.ofHex("F0B43E94BA45ACCAACE692ED534382EB17E6AB5A19CE7B31F4486FDFC0D28640"), e.value());
        EcSignature signature = EcSignature.of(
                Octets.ofHex("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"),
                Octets.ofHex("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"));
        assertEquals(new SignatureVerdict.Valid(), VERIFIER.verify(keys.publicKey(), e, signature));
    }

    @Test
    void bouncyCastleVerifiesOursAndWeVerifyItsSignatures() throws CryptoException {
        SeededRandom random = new SeededRandom(12);
        for (int round = 0; round < 10; round++) {
            KeyPair keys = KeyPair.generate(Curve.SM2, random);
            Octets identity = SecretOctets.random(32, random).disclose();
            Octets data = SecretOctets.random(100, random).disclose();
            Digest e = new SigningInput.Sm2Identity(identity).digest(keys.publicKey(), data, Octets.EMPTY);
            EcSignature ours = SoftwareSigner.hedged(keys, random).sign(e);
            SM2Signer foreign = new SM2Signer(PlainDSAEncoding.INSTANCE);
            foreign.init(false, new ParametersWithID(BouncyCastleCurves.key(keys.publicKey()), identity.toByteArray()));
            foreign.update(data.toByteArray(), 0, data.length());
            assertTrue(foreign.verifySignature(Octets.concat(ours.r(), ours.s()).toByteArray()));
            assertTrue(VERIFIER.verify(keys.publicKey(), e, ours).isValid());
            ParametersWithRandom key = new ParametersWithRandom(BouncyCastleCurves.key(keys.privateKey()), random);
            foreign.init(true, new ParametersWithID(key, identity.toByteArray()));
            foreign.update(data.toByteArray(), 0, data.length());
            Octets theirs = Octets.of(foreign.generateSignature());
            EcSignature signature = EcSignature.of(theirs.slice(0, 32), theirs.slice(32, 64));
            assertTrue(VERIFIER.verify(keys.publicKey(), e, signature).isValid());
        }
    }

    @Test
    void thePoliciesGiveDifferentDigests() {
        KeyPair keys = KeyPair.generate(Curve.SM2, new SeededRandom(13));
        Octets identity = SigningInput.CHINESE_SELF_SIGNED_IDENTITY;
        Digest plain = new SigningInput.DoubleHash(HashFunction.SM3).digest(keys.publicKey(), MESSAGE, Octets.EMPTY);
        Digest china = new SigningInput.Sm2Identity(identity).digest(keys.publicKey(), MESSAGE, Octets.EMPTY);
        Digest both =
                new SigningInput.Sm2IdentityOverDoubleHash(identity).digest(keys.publicKey(), MESSAGE, Octets.EMPTY);
        EcSignature signature = SoftwareSigner.deterministic(keys).sign(china);
        assertTrue(VERIFIER.verify(keys.publicKey(), china, signature).isValid());
        assertFalse(VERIFIER.verify(keys.publicKey(), plain, signature).isValid());
        assertFalse(VERIFIER.verify(keys.publicKey(), both, signature).isValid());
        assertEquals(
                HashFunction.SM3.digest(SigningInput.identityHash(identity, keys.publicKey()), plain.value()), both);
    }

    @Test
    void refusesAnIdentityTooLongAndAKeyOnAnotherCurve() {
        assertEquals(
                8191,
                new SigningInput.Sm2Identity(Octets.of(new byte[8191]))
                        .identity()
                        .length());
        Octets tooLong = Octets.of(new byte[8192]);
        assertThrows(IllegalArgumentException.class, () -> new SigningInput.Sm2Identity(tooLong));
        assertThrows(IllegalArgumentException.class, () -> new SigningInput.Sm2IdentityOverDoubleHash(tooLong));
        assertThrows(
                IllegalArgumentException.class,
                () -> SigningInput.identityHash(Octets.EMPTY, Curve.NIST_P256.generator()));
    }
}
