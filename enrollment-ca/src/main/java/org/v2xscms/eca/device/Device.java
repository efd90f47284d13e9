package org.v2xscms.eca.device;

import org.v2xscms.crypto.curve.PublicPoint;

/**
 * A registered device.
 *
 * @param canonicalId its name for life, 1 to 64 characters of ASCII; never logged
 * @param key its canonical key, which signs first requests
 * @param blocked whether it gets no further certificate
 */
public record Device(String canonicalId, PublicPoint key, boolean blocked) {}
