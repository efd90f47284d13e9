package org.v2xscms.ma.resolution;

import java.util.Locale;

/** What is asked, in this order. The names are stored; do not rename one. */
enum Step {
    /** The ACA: by which request was the certificate issued? */
    RESOLVE,
    /** The RA: block the device, and release its chains. */
    BLOCK,
    /** The first linkage authority: the seed from now on. */
    SEED1,
    /** The second one. */
    SEED2;

    /** A place where a crash test kills the process. */
    String crashPoint(String what) {
        return "ma." + name().toLowerCase(Locale.ROOT) + "." + what;
    }
}
