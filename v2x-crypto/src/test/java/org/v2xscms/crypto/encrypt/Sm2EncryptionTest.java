package org.v2xscms.crypto.encrypt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.BouncyCastleCurves;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.secret.SecretOctets;

class Sm2EncryptionTest {

    private final SeededRandom random = new SeededRandom(21);
    private final KeyPair recipient = KeyPair.generate(Curve.SM2, random);
    private final SecretOctets key = SecretOctets.random(16, random);

    @Test
    void bouncyCastleOpensWhatWeWrapAndWeOpenWhatItWraps() throws InvalidCipherTextException {
        for (int round = 0; round < 10; round++) {
            WrappedKey ours = Sm2Encryption.wrap(key, recipient.publicKey(), random);
            SM2Engine foreign = new SM2Engine(SM2Engine.Mode.C1C3C2);
            foreign.init(false, BouncyCastleCurves.key(recipient.privateKey()));
            Octets joined =
                    Octets.concat(Octets.of((byte) 4), ours.v().x(), ours.v().y(), ours.t(), ours.c());
            assertEquals(key.disclose(), Octets.of(foreign.processBlock(joined.toByteArray(), 0, joined.length())));

            foreign.init(true, new ParametersWithRandom(BouncyCastleCurves.key(recipient.publicKey()), random));
            Octets theirs = Octets.of(foreign.processBlock(key.copy(), 0, 16));
            WrappedKey wrapped = new WrappedKey(
                    PublicPoint.ofSec1(Curve.SM2, theirs.slice(0, 65)).orElseThrow(),
                    theirs.slice(97, 113),
                    theirs.slice(65, 97));
            assertEquals(Optional.of(key), Sm2Encryption.unwrap(wrapped, recipient.privateKey()));
        }
    }

    @Test
    void opensNothingThatWasChanged() {
        WrappedKey good = Sm2Encryption.wrap(key, recipient.publicKey(), random);
        refuses(new WrappedKey(good.v().negate(), EciesTest.changed(good.c()), good.t()));
        refuses(new WrappedKey(good.v().negate(), good.c(), good.t()));
        refuses(new WrappedKey(good.v(), EciesTest.changed(good.c()), good.t()));
        refuses(new WrappedKey(good.v(), good.c(), EciesTest.changed(good.t())));
        refuses(new WrappedKey(good.v(), good.c(), good.t().slice(0, 16)));
        refuses(new WrappedKey(good.v(), good.c().slice(0, 15), good.t()));
        refuses(new WrappedKey(Curve.NIST_P256.generator(), good.c(), good.t()));
    }

    private void refuses(WrappedKey wrapped) {
        assertEquals(Optional.empty(), Sm2Encryption.unwrap(wrapped, recipient.privateKey()));
    }

    @Test
    void wrapsSixteenOctetsToKeysOnSm2Only() {
        assertThrows(
                IllegalArgumentException.class, () -> Sm2Encryption.wrap(key, Curve.NIST_P256.generator(), random));
        assertThrows(
                IllegalArgumentException.class,
                () -> Sm2Encryption.wrap(key.slice(0, 8), recipient.publicKey(), random));
    }
}
