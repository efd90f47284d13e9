package org.v2xscms.crypto.realdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.v2xscms.crypto.BouncyCastleCurves.number;
import static org.v2xscms.crypto.BouncyCastleCurves.octets;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.SharedVectors;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.certificate.WireSignature;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.sign.SigningInput;

/**
 * Logs of American pilots.
 *
 * <p>All certificates in them are implicit and that of their issuer is not public, so their chains cannot be checked and
 * their keys cannot be computed from them. An ECDSA signature leaves two keys under which it verifies, though: if what was
 * hashed is what we hash, one of the two that the first message of a certificate leaves verifies all its other messages.
 */
class AmericanMessagesTest {

    private static final SignatureVerifier VERIFIER = new BouncyCastleVerifier();

    /** The first message of this log has lost its record header. */
    @Test
    void basicSafetyMessagesAreEachSignedByTheKeyOfOneCertificate() throws IOException, DecodeException {
        Octets log = SharedVectors.octets("usdot-bsm/bsm_cert.coer");
        Octets first = Ieee1609Dot2Data.CODEC
                .keepingOctets()
                .decodeFirst(log, Reading.AS_RECEIVED)
                .octets();
        List<Octets> messages = new ArrayList<>(List.of(first));
        messages.addAll(SharedVectors.records(log.slice(first.length(), log.length())));
        assertEquals(new Tally(86, 86, 2, 86, 0, 0), Tally.of(messages));
    }

    @Test
    void travellerInformationIsEachSignedByTheKeyOfOneCertificate() throws IOException, DecodeException {
        List<Octets> messages =
                SharedVectors.records(SharedVectors.unzipped("usdot-wydot/rxMsg_TIM_GeneratedBy_RSU.gz"));
        assertEquals(new Tally(243, 243, 1, 243, 0, 0), Tally.of(messages));
    }

    /**
     * What a log has.
     *
     * @param different messages that are not repetitions of another
     * @param certificates implicit certificates of the one issuer
     * @param verified messages under the key that their certificate's first message leaves
     * @param alone messages without another of the same certificate, which show nothing
     * @param orphans messages that name a certificate which is not in the log
     */
    private record Tally(int messages, int different, int certificates, int verified, int alone, int orphans) {

        static Tally of(List<Octets> messages) throws DecodeException {
            List<SignedData> signed = new ArrayList<>();
            for (Octets message : messages) {
                signed.add(Real.signedData(message));
            }
            Map<HashedId8, HashedCertificate> certificates = inlineCertificates(signed);
            Map<HashedId8, List<SignedData>> bySigner = new LinkedHashMap<>();
            signed.forEach(data -> bySigner.computeIfAbsent(signer(data), id -> new ArrayList<>())
                    .add(data));
            int different = (int) signed.stream()
                    .map(data -> data.tbsData().octets())
                    .distinct()
                    .count();
            int verified = 0;
            int alone = 0;
            int orphans = 0;
            for (Map.Entry<HashedId8, List<SignedData>> group : bySigner.entrySet()) {
                HashedCertificate certificate = certificates.get(group.getKey());
                int size = group.getValue().size();
                if (certificate == null) {
                    orphans += size;
                } else if (size == 1) {
                    alone++;
                } else {
                    verified += mostUnderOneKey(group.getValue(), certificate);
                }
            }
            return new Tally(messages.size(), different, certificates.size(), verified, alone, orphans);
        }
    }

    private static Map<HashedId8, HashedCertificate> inlineCertificates(List<SignedData> signed) {
        Map<HashedId8, HashedCertificate> certificates = new HashMap<>();
        for (SignedData data : signed) {
            if (data.signer() instanceof SignerIdentifier.Certificates(var sent)) {
                HashedCertificate certificate = HashedCertificate.of(sent.getFirst());
                assertEquals(CertificateType.IMPLICIT, certificate.certificate().type());
                assertEquals(
                        new IssuerIdentifier.Sha256AndDigest(new HashedId8(Octets.ofHex("99a23ff01ff0663c"))),
                        certificate.certificate().issuer());
                certificates.put(certificate.id(), certificate);
            }
        }
        return certificates;
    }

    private static HashedId8 signer(SignedData data) {
        return data.signer() instanceof SignerIdentifier.Digest(HashedId8 id)
                ? id
                : Real.inline(data).getFirst().id();
    }

    private static int mostUnderOneKey(List<SignedData> messages, HashedCertificate certificate) {
        return keysLeftBy(messages.getFirst(), certificate).stream()
                .mapToInt(key -> (int) messages.stream()
                        .filter(data -> MessageSignature.verify(data, certificate, key, VERIFIER)
                                .isPresent())
                        .count())
                .max()
                .orElse(0);
    }

    /** Both keys Q with sR = eG + rQ, for the two points R of which r is the x coordinate (SEC 1, 4.1.6). */
    private static List<PublicPoint> keysLeftBy(SignedData data, HashedCertificate certificate) {
        WireSignature signature = WireSignature.of(data.signature()).orElseThrow();
        BigInteger r = number(signature.value().r());
        BigInteger e = number(new SigningInput.DoubleHash(HashFunction.SHA256)
                .digest(data.tbsData().octets(), certificate.octets(HashedForm.CANONICAL))
                .value());
        BigInteger n = number(Curve.NIST_P256.order());
        BigInteger inverse = r.modInverse(n);
        PublicPoint ofG = Curve.NIST_P256
                .generator()
                .times(octets(Curve.NIST_P256, e.negate().multiply(inverse).mod(n)))
                .orElseThrow();
        Octets factor = octets(
                Curve.NIST_P256, number(signature.value().s()).multiply(inverse).mod(n));
        return PublicPoint.candidates(Curve.NIST_P256, signature.value().r()).stream()
                .map(point -> point.times(factor).orElseThrow().plus(ofG).orElseThrow())
                .toList();
    }
}
