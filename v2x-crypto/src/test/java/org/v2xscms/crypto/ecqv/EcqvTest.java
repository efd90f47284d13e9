package org.v2xscms.crypto.ecqv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.Hex;
import org.v2xscms.crypto.ScriptedRandom;
import org.v2xscms.crypto.SeededRandom;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;

class EcqvTest {

    private static final SeededRandom RANDOM = new SeededRandom(22);
    private static final Digest E = HashFunction.SHA256.digest(Octets.of((byte) 1));

    private final KeyPair issuer = KeyPair.generate(Curve.NIST_P256, RANDOM);
    private final KeyPair request = KeyPair.generate(Curve.NIST_P256, RANDOM);

    /** The toy certificate of the published vectors with the whole hash as e; r and dU as recomputed for it. */
    @Test
    void issuesAndReconstructsTheCorrectedVector() {
        KeyPair ca = Hex.keyPair(Curve.NIST_P256, "97D1368E8C07A54F66C9DCE284BA76CAF4178206614F809A4EB43CB3106AA60E");
        KeyPair device =
                Hex.keyPair(Curve.NIST_P256, "1384C31D6982D52BCA3BED8A7E60F52FECDAB44E5C0EA166815A8159E09FFB42");
        Octets certificate = Octets.ofHex("54686973206973206120746573742100"
                + "024A1890E30A584208DAD3838D0C5CECB1ED6B01D48893C684C59908F5B38E3D82");
        EcqvIssuance issuance = EcqvIssuance.start(
                device.publicKey(),
                new ScriptedRandom("E2F9CBCEC3F28F7DFBEF044732C41119816C62909FB720B091FB8F380F1B70DC"));
        assertEquals(certificate.last(33), issuance.reconstructionValue().compressed());
        Digest e = HashFunction.SHA256.digest(certificate);
        Octets r = issuance.finish(e, ca.privateKey());
        assertEquals(Octets.ofHex("8A7966677B40674389118E269777451174564A3AD57FEC31F4EEFF07C641B4C8"), r);
        EcqvKeys keys =
                EcqvReconstruction.keys(device.privateKey(), r, issuance.reconstructionValue(), e, ca.publicKey());
        assertEquals(
                Octets.ofHex("EF6095F346D8DA2B95B88102C7D50B39FBDC1BD75EB56D556020B1EE0B9FA5A7"),
                assertInstanceOf(EcqvKeys.Reconstructed.class, keys)
                        .keys()
                        .privateKey()
                        .disclose());
    }

    @Test
    void holderAndPublicReconstructMatchingKeys() {
        EcqvIssuance issuance = EcqvIssuance.start(request.publicKey(), RANDOM);
        Octets r = issuance.finish(E, issuer.privateKey());
        EcqvKeys.Reconstructed keys =
                assertInstanceOf(EcqvKeys.Reconstructed.class, reconstruct(request, r, issuance.reconstructionValue()));
        assertEquals(
                Optional.of(keys.keys().publicKey()),
                EcqvReconstruction.publicKey(issuance.reconstructionValue(), E, issuer.publicKey()));
    }

    @Test
    void refusesAnAnswerForAnotherKeyCertificateOrIssuer() {
        EcqvIssuance issuance = EcqvIssuance.start(request.publicKey(), RANDOM);
        PublicPoint pu = issuance.reconstructionValue();
        Octets r = issuance.finish(E, issuer.privateKey());
        EcqvKeys mismatch = new EcqvKeys.Refused(EcqvKeys.Reason.KEYS_DO_NOT_MATCH);
        assertEquals(mismatch, reconstruct(issuer, r, pu));
        assertEquals(mismatch, reconstruct(request, r, pu.negate()));
        assertEquals(mismatch, reconstruct(request, Curve.NIST_P256.sum(r, Octets.of((byte) 1)), pu));
        Digest other = HashFunction.SHA256.digest();
        assertEquals(mismatch, EcqvReconstruction.keys(request.privateKey(), r, pu, other, issuer.publicKey()));
        assertEquals(mismatch, EcqvReconstruction.keys(request.privateKey(), r, pu, E, request.publicKey()));
    }

    @Test
    void refusesAnROutOfRangeAndACertificateWithoutAKey() {
        PublicPoint pu = request.publicKey();
        EcqvKeys range = new EcqvKeys.Refused(EcqvKeys.Reason.R_OUT_OF_RANGE);
        assertEquals(range, reconstruct(request, Octets.of(new byte[32]), pu));
        assertEquals(range, reconstruct(request, Curve.NIST_P256.order(), pu));
        assertEquals(range, reconstruct(request, Octets.of((byte) 1), pu));
        // The issuer's key chosen so that e * PU + QCA is the point at infinity.
        PublicPoint opposite = pu.times(E.value()).orElseThrow().negate();
        assertEquals(
                new EcqvKeys.Refused(EcqvKeys.Reason.NO_PUBLIC_KEY),
                EcqvReconstruction.keys(request.privateKey(), pu.x(), pu, E, opposite));
    }

    @Test
    void oneIssuanceAnswersOnce() {
        EcqvIssuance issuance = EcqvIssuance.start(request.publicKey(), RANDOM);
        issuance.finish(E, issuer.privateKey());
        assertThrows(IllegalStateException.class, () -> issuance.finish(E, issuer.privateKey()));
    }

    private EcqvKeys reconstruct(KeyPair keys, Octets r, PublicPoint pu) {
        return EcqvReconstruction.keys(keys.privateKey(), r, pu, E, issuer.publicKey());
    }
}
