package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Sequence.addition;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.EncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.ThreeDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;

/**
 * What the security services add to the payload and the signature covers.
 *
 * @param psid the application the sender claims the payload belongs to
 * @param generationTime when it was signed
 * @param expiryTime from when it has lost its meaning
 * @param generationLocation where it was signed
 * @param p2pcdLearningRequest asks for a certificate in a separate message; never together with inlineP2pcdRequest
 * @param missingCrlIdentifier asks for a CRL; for future use
 * @param encryptionKey to encrypt a response to
 * @param inlineP2pcdRequest asks for certificates that the sender does not know
 * @param requestedCertificate answers such a request
 * @param pduFunctionalType for whom the message is, if not for an application
 * @param contributedExtensions what other bodies define
 */
public record HeaderInfo(
        Psid psid,
        @Nullable Time64 generationTime,
        @Nullable Time64 expiryTime,
        @Nullable ThreeDLocation generationLocation,
        @Nullable HashedId3 p2pcdLearningRequest,
        @Nullable MissingCrlIdentifier missingCrlIdentifier,
        @Nullable EncryptionKey encryptionKey,
        @Nullable List<HashedId3> inlineP2pcdRequest,
        @Nullable Encoded<Certificate> requestedCertificate,
        @Nullable PduFunctionalType pduFunctionalType,
        @Nullable List<ContributedExtensionBlock> contributedExtensions,
        Additions additions) {

    public static final Codec<HeaderInfo> CODEC = sequence(
                    "HeaderInfo",
                    MODULE,
                    HeaderInfo::new,
                    required("psid", Psid.CODEC, HeaderInfo::psid),
                    optional("generationTime", Time64.CODEC, HeaderInfo::generationTime),
                    optional("expiryTime", Time64.CODEC, HeaderInfo::expiryTime),
                    optional("generationLocation", ThreeDLocation.CODEC, HeaderInfo::generationLocation),
                    optional("p2pcdLearningRequest", HashedId3.CODEC, HeaderInfo::p2pcdLearningRequest),
                    optional("missingCrlIdentifier", MissingCrlIdentifier.CODEC, HeaderInfo::missingCrlIdentifier),
                    optional("encryptionKey", EncryptionKey.CODEC, HeaderInfo::encryptionKey),
                    addition("inlineP2pcdRequest", HashedId3.SEQUENCE_OF, HeaderInfo::inlineP2pcdRequest),
                    addition(
                            "requestedCertificate",
                            Certificate.CODEC.keepingOctets(),
                            HeaderInfo::requestedCertificate),
                    addition("pduFunctionalType", PduFunctionalType.CODEC, HeaderInfo::pduFunctionalType),
                    addition(
                            "contributedExtensions",
                            ContributedExtensionBlock.SEQUENCE_OF,
                            HeaderInfo::contributedExtensions),
                    extensible(HeaderInfo::additions))
            .where("p2pcdLearningRequest or inlineP2pcdRequest but not both", MODULE, HeaderInfo::oneP2pcdRequest);

    public HeaderInfo {
        inlineP2pcdRequest = inlineP2pcdRequest == null ? null : List.copyOf(inlineP2pcdRequest);
        contributedExtensions = contributedExtensions == null ? null : List.copyOf(contributedExtensions);
    }

    /** A header of {@code psid} and nothing else, as IEEE 1609.2.1 asks for in certificate management. */
    public static HeaderInfo of(Psid psid) {
        return new HeaderInfo(psid, null, null, null, null, null, null, null, null, null, null, Additions.NONE);
    }

    private boolean oneP2pcdRequest() {
        return p2pcdLearningRequest == null || inlineP2pcdRequest == null;
    }
}
