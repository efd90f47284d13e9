package org.v2xscms.codec.etsi.ts102941;

import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import java.util.function.Function;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.oer.Choice.Alternative;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;

/**
 * The messages of TS 102 941: those about trust lists and link certificates as types, the others as their octets.
 *
 * <p>The enrolment, authorization and CA management messages ({@link Other}) have no length in front of them. That their
 * octets can be kept all the same rests on this type being the end of its message: what is left of the input is theirs.
 * The butterfly messages are extension alternatives, have a length and are {@link Unknown}.
 */
public sealed interface EtsiTs102941DataContent {

    /** A message outside the trust lists, by the index of its alternative: 0 to 3 and 7 to 9. */
    sealed interface Other extends EtsiTs102941DataContent {

        /** The encoded message. */
        Octets value();
    }

    record EnrolmentRequest(Octets value) implements Other {}

    record EnrolmentResponse(Octets value) implements Other {}

    record AuthorizationRequest(Octets value) implements Other {}

    record AuthorizationResponse(Octets value) implements Other {}

    record CertificateRevocationList(ToBeSignedCrl value) implements EtsiTs102941DataContent {}

    /** The list of a trust list manager: root authorities and their distribution centres. */
    record CertificateTrustListTlm(CtlFormat value) implements EtsiTs102941DataContent {}

    /** The list of a root authority: the authorities below it and its distribution centres. */
    record CertificateTrustListRca(CtlFormat value) implements EtsiTs102941DataContent {}

    record AuthorizationValidationRequest(Octets value) implements Other {}

    record AuthorizationValidationResponse(Octets value) implements Other {}

    record CaCertificateRequest(Octets value) implements Other {}

    record LinkCertificateTlm(ToBeSignedLinkCertificate value) implements EtsiTs102941DataContent {}

    record SingleSignedLinkCertificateRca(ToBeSignedLinkCertificate value) implements EtsiTs102941DataContent {}

    /** A single-signed link certificate, signed once more by the new root authority. */
    record DoubleSignedLinkCertificateRca(Encoded<Ieee1609Dot2Data> value) implements EtsiTs102941DataContent {}

    record Unknown(UnknownAlternative value) implements EtsiTs102941DataContent {}

    Codec<EtsiTs102941DataContent> CODEC = choice(
            "EtsiTs102941DataContent",
            EtsiTs102941.MESSAGES,
            other("enrolmentRequest", "InnerEcRequestSignedForPop", EnrolmentRequest.class, EnrolmentRequest::new),
            other("enrolmentResponse", "InnerEcResponse", EnrolmentResponse.class, EnrolmentResponse::new),
            other("authorizationRequest", "InnerAtRequest", AuthorizationRequest.class, AuthorizationRequest::new),
            other("authorizationResponse", "InnerAtResponse", AuthorizationResponse.class, AuthorizationResponse::new),
            alternative(
                    "certificateRevocationList",
                    ToBeSignedCrl.CODEC,
                    CertificateRevocationList.class,
                    CertificateRevocationList::new,
                    CertificateRevocationList::value),
            alternative(
                    "certificateTrustListTlm",
                    CtlFormat.TO_BE_SIGNED_TLM_CTL,
                    CertificateTrustListTlm.class,
                    CertificateTrustListTlm::new,
                    CertificateTrustListTlm::value),
            alternative(
                    "certificateTrustListRca",
                    CtlFormat.TO_BE_SIGNED_RCA_CTL,
                    CertificateTrustListRca.class,
                    CertificateTrustListRca::new,
                    CertificateTrustListRca::value),
            other(
                    "authorizationValidationRequest",
                    "AuthorizationValidationRequest",
                    AuthorizationValidationRequest.class,
                    AuthorizationValidationRequest::new),
            other(
                    "authorizationValidationResponse",
                    "AuthorizationValidationResponse",
                    AuthorizationValidationResponse.class,
                    AuthorizationValidationResponse::new),
            other(
                    "caCertificateRequest",
                    "CaCertificateRequest",
                    CaCertificateRequest.class,
                    CaCertificateRequest::new),
            extensible(Unknown.class, Unknown::new, Unknown::value),
            alternative(
                    "linkCertificateTlm",
                    ToBeSignedLinkCertificate.CODEC,
                    LinkCertificateTlm.class,
                    LinkCertificateTlm::new,
                    LinkCertificateTlm::value),
            alternative(
                    "singleSignedLinkCertificateRca",
                    ToBeSignedLinkCertificate.CODEC,
                    SingleSignedLinkCertificateRca.class,
                    SingleSignedLinkCertificateRca::new,
                    SingleSignedLinkCertificateRca::value),
            alternative(
                    "doubleSignedlinkCertificateRca",
                    Ieee1609Dot2Data.CODEC.keepingOctets(),
                    DoubleSignedLinkCertificateRca.class,
                    DoubleSignedLinkCertificateRca::new,
                    DoubleSignedLinkCertificateRca::value));

    private static <R extends Other> Alternative<EtsiTs102941DataContent, R, Octets> other(
            String name, String typeName, Class<R> type, Function<Octets, R> wrap) {
        return alternative(name, new RestOfInput(typeName), type, wrap, Other::value);
    }
}
