package org.v2xscms.verify;

/** The three ways of deciding a signature. */
public enum VerifierPath {
    /** Kernels on the Vector API: needs {@code --add-modules jdk.incubator.vector} and AVX2 or better to be worth it. */
    VECTOR,
    /** The same kernels in plain Java. */
    SCALAR,
    /** A library behind the JCA. */
    PROVIDER
}
