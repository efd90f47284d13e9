package org.v2xscms.ma.evidence;

import org.v2xscms.crypto.certificate.HashedCertificate;

/**
 * What a report's evidence proves against one certificate.
 *
 * @param observations what was found, one line for operators
 */
public record Accusation(HashedCertificate suspect, String observations) {}
