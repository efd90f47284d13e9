package org.v2xscms.obu.transport;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;

/**
 * One HTTP request.
 *
 * @param headers beside those of the transport itself
 * @param body the COER of an SPDU, sent by POST as application/octet-stream; null for GET
 * @param limit octets of the answer's body to take at most
 */
public record Call(
        URI uri, Map<String, String> headers, @Nullable Octets body, int limit) {

    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call post(URI uri, Octets body, int limit) {
        return new Call(uri, Map.of(), body, limit);
    }

    public static Call get(URI uri, Map<String, String> headers, int limit) {
        return new Call(uri, headers, null, limit);
    }
}
