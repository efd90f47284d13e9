package org.v2xscms.kernel.http;

import java.time.Duration;

/** Why a request gets no answer. */
public sealed interface ScmsError {

    /** A rule of the standard refuses it. */
    record Refused(ErrorNumber number) implements ScmsError {}

    /** The caller has to show who it is. */
    record Unauthenticated() implements ScmsError {}

    /** There is no such resource. */
    record NotFound() implements ScmsError {}

    /** The resource has no such method. */
    record MethodNotAllowed() implements ScmsError {}

    /** The request did not arrive in time. */
    record RequestTimeout() implements ScmsError {}

    /** The range asked for lies outside the file. */
    record RangeNotSatisfiable() implements ScmsError {}

    /** The caller asks too often. */
    record TooManyRequests(Duration retryAfter) implements ScmsError {}

    /** Something the request needs is down or busy. */
    record Unavailable(Duration retryAfter) implements ScmsError {}

    /** A fault of ours. */
    record Fault() implements ScmsError {}
}
