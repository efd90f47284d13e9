package org.v2xscms.codec.ieee1609dot2dot1.camp;

import static org.v2xscms.codec.ieee1609dot2dot1.camp.Camp.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * A device asks for an enrolment certificate; there is no choice of type, the answer is implicit.
 *
 * @param generationTime when the request was made
 * @param tbsCert the certificate asked for
 */
public record CampEeEcaCertRequest(
        int version, Time32 generationTime, ToBeSignedCertificate tbsCert, Additions additions) {

    public static final Codec<CampEeEcaCertRequest> CODEC = sequence(
            "CAMP enrolment request",
            MODULE,
            CampEeEcaCertRequest::new,
            required("version", Camp.VERSION, CampEeEcaCertRequest::version),
            required("generationTime", Time32.CODEC, CampEeEcaCertRequest::generationTime),
            required("tbsCert", ToBeSignedCertificate.CODEC, CampEeEcaCertRequest::tbsCert),
            extensible(CampEeEcaCertRequest::additions));
}
