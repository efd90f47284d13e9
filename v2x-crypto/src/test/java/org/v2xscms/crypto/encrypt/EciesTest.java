package org.v2xscms.crypto.encrypt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.Hex;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.secret.SecretOctets;

class EciesTest {

    private static final EciesParameter BARE = EciesParameter.ofBareKey();

    @ParameterizedTest
    @EnumSource(
            value = Curve.class,
            names = {"NIST_P256", "BRAINPOOL_P256R1"})
    void unwrapsWhatWasWrappedAndNothingElse(Curve curve) {
        SeededRandom random = new SeededRandom(19);
        KeyPair recipient = KeyPair.generate(curve, random);
        SoftwareKeyAgreement agreement = new SoftwareKeyAgreement(recipient);
        SecretOctets key = SecretOctets.random(16, random);
        WrappedKey wrapped = Ecies.wrap(key, recipient.publicKey(), BARE, random);
        assertEquals(Optional.of(key), Ecies.unwrap(wrapped, agreement, BARE));

        EciesParameter other = EciesParameter.ofCertificate(HashFunction.SHA256.digest(Octets.of((byte) 1)));
        SoftwareKeyAgreement stranger = new SoftwareKeyAgreement(KeyPair.generate(curve, random));
        assertEquals(Optional.empty(), Ecies.unwrap(wrapped, agreement, other));
        assertEquals(Optional.empty(), Ecies.unwrap(wrapped, stranger, BARE));
        refuses(agreement, new WrappedKey(wrapped.v(), changed(wrapped.c()), wrapped.t()));
        refuses(agreement, new WrappedKey(wrapped.v(), wrapped.c(), changed(wrapped.t())));
        refuses(
                agreement,
                new WrappedKey(
                        wrapped.v().negate().plus(wrapped.v().negate()).orElseThrow(), wrapped.c(), wrapped.t()));
        refuses(agreement, new WrappedKey(wrapped.v(), wrapped.c().slice(1, 16), wrapped.t()));
        refuses(agreement, new WrappedKey(wrapped.v(), wrapped.c(), wrapped.t().slice(1, 16)));
        refuses(agreement, new WrappedKey(Curve.SM2.generator(), wrapped.c(), wrapped.t()));
    }

    private static void refuses(SoftwareKeyAgreement agreement, WrappedKey wrapped) {
        assertEquals(Optional.empty(), Ecies.unwrap(wrapped, agreement, BARE));
    }

    static Octets changed(Octets octets) {
        byte[] bytes = octets.toByteArray();
        bytes[bytes.length - 1] ^= 1;
        return Octets.of(bytes);
    }

    /** The first published ECIES vector, with the P1 that reproduces it. */
    @Test
    void wrapsAsPublished() {
        KeyPair ephemeral =
                Hex.keyPair(Curve.NIST_P256, "1384C31D6982D52BCA3BED8A7E60F52FECDAB44E5C0EA166815A8159E09FFB42");
        KeyPair recipient =
                Hex.keyPair(Curve.NIST_P256, "060E41440A4E35154CA0EFCB52412145836AD032833E6BC781E533BF14851085");
        EciesParameter p1 =
                new EciesParameter(Octets.ofHex("A6B7B52554B4203F7E3ACFDB3A3ED8674EE086CE5906A7CAC2F8A398306D3BE9"));
        SecretOctets key = Hex.secret("9169155B08B07674CBADF75FB46A7B0D");
        WrappedKey wrapped = Ecies.wrap(key, recipient.publicKey(), p1, ephemeral);
        assertEquals(
                new WrappedKey(
                        ephemeral.publicKey(),
                        Octets.ofHex("A6342013D623AD6C5F6882469673AE33"),
                        Octets.ofHex("80E1D85D30F1BAE4ECF1A534A89A0786")),
                wrapped);
        assertEquals(Optional.of(key), Ecies.unwrap(wrapped, new SoftwareKeyAgreement(recipient), p1));
    }

    @Test
    void aBareKeyIsBoundToTheHashOfNothing() {
        assertEquals(Octets.ofHex("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"), BARE.p1());
        assertEquals(
                48,
                EciesParameter.ofCertificate(HashFunction.SHA384.digest()).p1().length());
        assertThrows(IllegalArgumentException.class, () -> EciesParameter.ofSignedData(HashFunction.SHA384.digest()));
    }

    @Test
    void refusesCurvesWithoutEciesAndKeysOfAnotherLength() {
        SeededRandom random = new SeededRandom(20);
        SecretOctets key = SecretOctets.random(16, random);
        assertThrows(IllegalArgumentException.class, () -> Ecies.wrap(key, Curve.NIST_P384.generator(), BARE, random));
        assertThrows(
                IllegalArgumentException.class,
                () -> Ecies.wrap(key.slice(0, 15), Curve.NIST_P256.generator(), BARE, random));
    }
}
