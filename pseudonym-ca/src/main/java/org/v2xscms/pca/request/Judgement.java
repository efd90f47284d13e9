package org.v2xscms.pca.request;

import org.v2xscms.kernel.http.ErrorNumber;
import org.v2xscms.kernel.intent.IssuanceRequest;
import org.v2xscms.messages.Refusal;
import org.v2xscms.pca.certificate.PlannedCertificate;

/** What a request turned out to be. */
public sealed interface Judgement {

    /** It may have a certificate: the plan is stored if the request is not known yet. */
    record Granted(PlannedCertificate plan, IssuanceRequest issuance) implements Judgement {}

    /** It may not. */
    record Refused(Refusal.Reason reason, ErrorNumber number) implements Judgement {}

    /** Nobody can tell before a linkage authority has offered its key. */
    record Later() implements Judgement {}
}
