package org.v2xscms.rootca.issue;

import org.v2xscms.crypto.certificate.HashedCertificate;

/** What became of a request. */
public sealed interface IssueResult {

    /** The certificate, durable in the register. */
    record Issued(HashedCertificate certificate) implements IssueResult {}

    /** Nothing was signed. */
    record Refused(String reason) implements IssueResult {}
}
