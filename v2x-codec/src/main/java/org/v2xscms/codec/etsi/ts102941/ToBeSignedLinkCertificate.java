package org.v2xscms.codec.etsi.ts102941;

import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.HashedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * The statement that a new certificate of the same authority is to be trusted like the old one that signs this.
 *
 * @param expiryTime until when the statement holds
 * @param certificateHash hash of the new certificate
 */
public record ToBeSignedLinkCertificate(Time32 expiryTime, HashedData certificateHash, Additions additions) {

    public static final Codec<ToBeSignedLinkCertificate> CODEC = sequence(
            "ToBeSignedLinkCertificate",
            EtsiTs102941.LINK_CERTIFICATE,
            ToBeSignedLinkCertificate::new,
            required("expiryTime", Time32.CODEC, ToBeSignedLinkCertificate::expiryTime),
            required("certificateHash", HashedData.CODEC, ToBeSignedLinkCertificate::certificateHash),
            extensible(ToBeSignedLinkCertificate::additions));
}
