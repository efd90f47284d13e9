package org.v2xscms.application.claim;

import java.util.List;
import java.util.Optional;
import org.v2xscms.application.bsm.BasicSafetyMessage;
import org.v2xscms.application.bsm.BsmCoreData;
import org.v2xscms.application.bsm.BsmReading;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.validation.RegionInForce;

/**
 * A message that its sender cannot deny: the signature verified under a certificate whose chain ends in a trust anchor.
 * Whether the sender was permitted to send it is what claims are about.
 *
 * @param pdu the octets as they were received
 * @param data what they decode to
 * @param signer the certificate it is signed with
 * @param region where that certificate is valid
 * @param content the payload read as a basic safety message
 */
public record EvidenceMessage(
        Octets pdu, SignedData data, HashedCertificate signer, RegionInForce region, BsmReading content) {

    /** A message whose signature and signer the caller has verified. */
    public static EvidenceMessage of(Octets pdu, SignedData data, HashedCertificate signer, RegionInForce region) {
        BsmReading content = data.unsecuredPayload()
                .map(BasicSafetyMessage::read)
                .orElseGet(() -> new BsmReading.Malformed("no payload in the message"));
        return new EvidenceMessage(pdu, data, signer, region, content);
    }

    HeaderInfo header() {
        return data.tbsData().value().headerInfo();
    }

    /** When it was signed, if it says so. */
    public Optional<Time64> generated() {
        return Optional.ofNullable(header().generationTime());
    }

    /** Part I, if the message has one and every field has a value. */
    public Optional<BsmCoreData> core() {
        return content instanceof BsmReading.Read(BasicSafetyMessage message)
                ? Optional.of(message.coreData())
                : Optional.empty();
    }

    /** Whether it was sent as a basic safety message. */
    boolean isForBsm() {
        return header().psid().equals(BasicSafetyMessage.PSID);
    }

    ToBeSignedCertificate holder() {
        return signer.certificate().toBeSigned().value();
    }

    /** The permission under which it was signed, if the certificate has it. */
    Optional<PsidSsp> permission() {
        List<PsidSsp> permissions = holder().appPermissions();
        return permissions == null
                ? Optional.empty()
                : permissions.stream()
                        .filter(permission -> permission.psid().equals(header().psid()))
                        .findFirst();
    }
}
