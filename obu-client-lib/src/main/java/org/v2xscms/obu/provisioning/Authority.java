package org.v2xscms.obu.provisioning;

import java.net.URI;
import org.v2xscms.crypto.certificate.HashedCertificate;

/**
 * An authority that takes encrypted requests.
 *
 * @param base such as {@code https://ra.example:8443}; the paths of IEEE 1609.2.1-2022 follow, from {@code /v3} on
 * @param certificate its certificate; checked each time something is encrypted to it
 */
public record Authority(URI base, HashedCertificate certificate) {}
