package org.v2xscms.ma.crl;

import org.v2xscms.codec.ieee1609dot2.crl.TypeSpecificCrlContents;

/** What the next list of a series would be. */
sealed interface Draft {

    /**
     * A list.
     *
     * @param number greater than that of every list before it
     * @param changed whether it says something that the last one does not, so that it should not wait
     */
    record Next(long number, TypeSpecificCrlContents contents, boolean changed) implements Draft {}

    /** None may be issued now. */
    record Held(String reason) implements Draft {}
}
