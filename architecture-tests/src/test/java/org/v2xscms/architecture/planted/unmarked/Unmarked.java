package org.v2xscms.architecture.planted.unmarked;

/** Stands in a package without {@code @NullMarked}. */
public record Unmarked() {}
