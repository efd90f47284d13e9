package org.v2xscms.obu.provisioning;

import org.v2xscms.crypto.sign.Signer;

/**
 * The key by which the enrolment authority knows a device that has no certificate yet.
 *
 * @param id under which it is registered, in ASCII
 */
public record CanonicalKey(String id, Signer signer) {}
