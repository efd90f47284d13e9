package org.v2xscms.application.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.v2xscms.application.claim.EvidenceReader.Evidence;
import org.v2xscms.application.claim.EvidenceReader.StreamEvidence;
import org.v2xscms.application.fixture.Road;
import org.v2xscms.application.fixture.World;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.misbehaviour.V2xPduStream;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;

class EvidenceReaderTest {

    private static final Instant T = World.START.plusSeconds(1_000);

    private final World world = new World();
    private final World.Vehicle sender = world.vehicle(1);
    private final EvidenceReader reader = new EvidenceReader(world.trust(), new BouncyCastleVerifier());

    private String rejection(Octets pdu, HashedCertificate... known) {
        return assertInstanceOf(Evidence.Rejected.class, reader.read(pdu, List.of(known)))
                .reason();
    }

    @Test
    void messageWithItsCertificateNeedsNothingElse() {
        EvidenceMessage message = assertInstanceOf(
                        Evidence.Verified.class, reader.read(new Road(T).withCertificate(sender), List.of()))
                .message();
        assertEquals(sender.certificate(), message.signer());
        assertEquals(Road.LAT, message.core().orElseThrow().lat());
    }

    @Test
    void digestNeedsItsCertificate() {
        Octets pdu = new Road(T).withDigest(sender);
        assertTrue(rejection(pdu).startsWith("no certificate"));
        assertTrue(rejection(pdu, world.vehicle(2).certificate()).startsWith("no certificate"));
        assertInstanceOf(Evidence.Verified.class, reader.read(pdu, List.of(sender.certificate())));
    }

    /** The signature covers all but the outermost version, which tolerant reading accepts. */
    @Test
    void changedOctetProvesNothing() {
        byte[] pdu = new Road(T).withDigest(sender).toByteArray();
        List<Integer> withoutEffect = new ArrayList<>();
        for (int i = 0; i < pdu.length; i++) {
            byte[] changed = pdu.clone();
            changed[i] ^= 1;
            if (reader.read(Octets.of(changed), List.of(sender.certificate())) instanceof Evidence.Verified) {
                withoutEffect.add(i);
            }
        }
        assertEquals(List.of(0), withoutEffect);
    }

    @Test
    void signatureOfAnotherKeyProvesNothing() {
        World.Vehicle forger =
                new World.Vehicle(sender.certificate(), world.vehicle(2).keys());
        assertEquals(
                "the signature does not fit the data and the certificate",
                rejection(new Road(T).withCertificate(forger)));
    }

    @Test
    void certificateOfAStrangerProvesNothing() {
        World elsewhere = new World(pca -> pca.start++);
        assertTrue(rejection(new Road(T).withCertificate(elsewhere.vehicle(1))).contains("is not at hand"));
    }

    @Test
    void whatIsNotSignedByACertificateProvesNothing() {
        Octets unsecured = Ieee1609Dot2Data.CODEC.encode(
                Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(new Road(T).bsm())));
        Octets self = Ieee1609Dot2Data.CODEC.encode(
                Ieee1609Dot2Data.of(MessageSignature.selfSign(new Road(T).toBeSigned(), sender.signer())));
        assertEquals("not signed data", rejection(unsecured));
        assertEquals("not signed data", rejection(Octets.ofHex("03")));
        assertEquals("not signed with a certificate", rejection(self));
    }

    /** Misbehaviour is proved by what a message says, so the message need not be permitted. */
    @Test
    void messageOfAnExpiredCertificateIsEvidence() {
        assertInstanceOf(
                Evidence.Verified.class,
                reader.read(new Road(T.plusSeconds(400_000_000)).withCertificate(sender), List.of()));
    }

    @Test
    void streamIsHydratedFromItselfOrFromAnyMessage() {
        Octets digest = new Road(T).withDigest(sender);
        Octets full = new Road(T.plusMillis(100)).withCertificate(sender);
        assertEquals(2, read(2, sender.certificate(), digest, digest).verified().size());
        assertEquals(2, read(2, null, digest, full).verified().size());
        StreamEvidence bare = read(2, null, digest, Octets.ofHex("ff"));
        assertEquals(2, bare.rejected().size());
        assertEquals(
                List.of("messages of type 1"),
                read(1, sender.certificate(), digest).rejected());
    }

    private StreamEvidence read(int type, @Nullable HashedCertificate certificate, Octets... pdus) {
        return reader.read(new V2xPduStream(
                type, List.of(pdus), certificate == null ? null : certificate.encoded(), 0, Additions.NONE));
    }
}
