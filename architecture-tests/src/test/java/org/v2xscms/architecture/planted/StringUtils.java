package org.v2xscms.architecture.planted;

/** Has a name that says nothing. */
final class StringUtils {
    private StringUtils() {}
}
