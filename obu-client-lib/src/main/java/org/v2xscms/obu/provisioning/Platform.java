package org.v2xscms.obu.provisioning;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.obu.store.DeviceStore;
import org.v2xscms.obu.transport.Transport;

/**
 * What a device gives this library to work with. One object for all steps of one device; not for threads, because the
 * store is not.
 *
 * @param revocation asked about every certificate on the way to a root
 */
public record Platform(
        DeviceStore store,
        Transport transport,
        InstantSource clock,
        SecureRandom random,
        SignatureVerifier verifier,
        RevocationCheck revocation) {}
