package org.v2xscms.obu.stack;

import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;

/** What became of a CRL. */
public sealed interface CrlVerdict {

    /** In force from now on. */
    record Accepted(CrlContents crl) implements CrlVerdict {}

    /** Valid, and not newer than what is in force. */
    record NotNewer(CrlContents crl) implements CrlVerdict {}

    /** Not to be believed. */
    record Refused(String reason) implements CrlVerdict {}
}
