package org.v2xscms.crypto.curve;

/** The lowest bit of y, which tells the two points with one x apart: compressed-y-0 and compressed-y-1 on the wire. */
public enum Parity {
    EVEN,
    ODD
}
