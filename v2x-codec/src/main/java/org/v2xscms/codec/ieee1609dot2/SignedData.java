package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content.UnsecuredData;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Signature;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;

/**
 * Data and a signature over it.
 *
 * @param hashId the hash of the data that is signed
 * @param tbsData what is signed, with the octets it came in
 */
public record SignedData(
        HashAlgorithm hashId, Encoded<ToBeSignedData> tbsData, SignerIdentifier signer, Signature signature)
        implements Ieee1609Dot2Content {

    public static final Codec<SignedData> CODEC = sequence(
            "SignedData",
            MODULE,
            SignedData::new,
            required("hashId", HashAlgorithm.CODEC, SignedData::hashId),
            required("tbsData", ToBeSignedData.CODEC.keepingOctets(), SignedData::tbsData),
            required("signer", SignerIdentifier.CODEC, SignedData::signer),
            required("signature", Signature.CODEC, SignedData::signature));

    /** The payload, if it is in the message and neither signed nor encrypted itself. */
    public Optional<Octets> unsecuredPayload() {
        Encoded<Ieee1609Dot2Data> data = tbsData.value().payload().data();
        return data != null && data.value().content() instanceof UnsecuredData(Octets octets)
                ? Optional.of(octets)
                : Optional.empty();
    }
}
