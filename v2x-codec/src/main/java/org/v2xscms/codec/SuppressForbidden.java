package org.v2xscms.codec;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets one method or class of the rim use a call that {@code build/forbidden-apis.txt} forbids, for example to take the
 * system clock that everything else gets injected. It stands in this module because every other one depends on it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
public @interface SuppressForbidden {
    /** Why this place is the rim. */
    String value();
}
