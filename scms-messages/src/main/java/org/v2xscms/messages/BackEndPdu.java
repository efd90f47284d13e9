package org.v2xscms.messages;

import static java.util.function.Function.identity;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.oer.Codec;

/** The messages, each with the alternative of the choice that it is. The order is the tag and is never changed. */
public sealed interface BackEndPdu
        permits PreLinkageRequest,
                PreLinkageResponse,
                LinkageKeyOffer,
                CertificateBatch,
                CertificateBatchResponse,
                SuccessorEnrollment,
                SuccessorEnrollmentResponse,
                ReportForward,
                ResolveWarrant,
                ResolveAnswer,
                BlockWarrant,
                BlockAnswer,
                ChainRelease,
                SeedWarrant,
                SeedAnswer,
                Publication,
                Accepted,
                Refusal {

    Codec<BackEndPdu> CODEC = choice(
            "BackEndPdu",
            MODULE,
            alternative("preLinkageRequest", PreLinkageRequest.CODEC, PreLinkageRequest.class, identity(), identity()),
            alternative(
                    "preLinkageResponse", PreLinkageResponse.CODEC, PreLinkageResponse.class, identity(), identity()),
            alternative("linkageKeyOffer", LinkageKeyOffer.CODEC, LinkageKeyOffer.class, identity(), identity()),
            alternative("certificateBatch", CertificateBatch.CODEC, CertificateBatch.class, identity(), identity()),
            alternative(
                    "certificateBatchResponse",
                    CertificateBatchResponse.CODEC,
                    CertificateBatchResponse.class,
                    identity(),
                    identity()),
            alternative(
                    "successorEnrollment",
                    SuccessorEnrollment.CODEC,
                    SuccessorEnrollment.class,
                    identity(),
                    identity()),
            alternative(
                    "successorEnrollmentResponse",
                    SuccessorEnrollmentResponse.CODEC,
                    SuccessorEnrollmentResponse.class,
                    identity(),
                    identity()),
            alternative("reportForward", ReportForward.CODEC, ReportForward.class, identity(), identity()),
            alternative("resolveWarrant", ResolveWarrant.CODEC, ResolveWarrant.class, identity(), identity()),
            alternative("resolveAnswer", ResolveAnswer.CODEC, ResolveAnswer.class, identity(), identity()),
            alternative("blockWarrant", BlockWarrant.CODEC, BlockWarrant.class, identity(), identity()),
            alternative("blockAnswer", BlockAnswer.CODEC, BlockAnswer.class, identity(), identity()),
            alternative("chainRelease", ChainRelease.CODEC, ChainRelease.class, identity(), identity()),
            alternative("seedWarrant", SeedWarrant.CODEC, SeedWarrant.class, identity(), identity()),
            alternative("seedAnswer", SeedAnswer.CODEC, SeedAnswer.class, identity(), identity()),
            alternative("publication", Publication.CODEC, Publication.class, identity(), identity()),
            alternative("accepted", Accepted.class, Accepted::new),
            alternative("refusal", Refusal.CODEC, Refusal.class, identity(), identity()));
}
