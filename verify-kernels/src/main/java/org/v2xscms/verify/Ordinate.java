package org.v2xscms.verify;

/** What a signature says of the ordinate of its point R (IEEE 1609.2 EccP256CurvePoint in EcdsaP256Signature.rSig). */
public enum Ordinate {
    /** x-only: nothing is said. */
    UNKNOWN,
    /** compressed-y-0. */
    EVEN,
    /** compressed-y-1. */
    ODD
}
