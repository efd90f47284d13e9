package org.v2xscms.codec.oer;

import java.util.List;

/**
 * What stood behind the extension marker of a SEQUENCE and is not in our schema edition, kept so that the value is
 * written again exactly as it came (X.696 16.4).
 *
 * @param bitmapLength bits in the received presence bitmap where that is not the number of additions we know: fewer from
 *     a sender of an older edition, more from a newer one; 0 where the bitmap is the one of our edition
 * @param unknown additions beyond those we know, in ascending order
 */
public record Additions(int bitmapLength, List<Unknown> unknown) {

    /** Nothing beyond our schema edition. */
    public static final Additions NONE = new Additions(0, List.of());

    /** An addition we do not know: its position among the additions, from 0, and the content of its open type. */
    public record Unknown(int index, Octets content) {}

    public Additions {
        unknown = List.copyOf(unknown);
    }
}
