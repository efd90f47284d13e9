package org.v2xscms.codec.ieee1609dot2dot1.acara;

import static org.v2xscms.codec.ieee1609dot2dot1.acara.AcaRa.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2dot1.Version;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EncryptedSpdu;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;

/**
 * A pre-linkage value that only the ACA can read.
 *
 * @param laId the LA that made it
 * @param encPlv encrypted with the symmetric key LA and ACA share; the plaintext is a {@link PreLinkageValue}
 */
public record EncryptedIndividualPLV(int version, LaId laId, Encoded<EncryptedSpdu> encPlv) {

    public static final Codec<EncryptedIndividualPLV> CODEC = sequence(
            "EncryptedIndividualPLV",
            MODULE,
            EncryptedIndividualPLV::new,
            required("version", Version.codec(MODULE), EncryptedIndividualPLV::version),
            required("laId", LaId.CODEC, EncryptedIndividualPLV::laId),
            required("encPlv", EncryptedSpdu.toOneSymmetricKey().keepingOctets(), EncryptedIndividualPLV::encPlv));

    /** A value of the current version. */
    public static EncryptedIndividualPLV of(LaId laId, Encoded<EncryptedSpdu> encPlv) {
        return new EncryptedIndividualPLV(Version.CURRENT, laId, encPlv);
    }
}
