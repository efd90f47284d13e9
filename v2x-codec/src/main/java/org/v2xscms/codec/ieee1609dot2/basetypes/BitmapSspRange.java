package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.codec.oer.Strings.octetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/**
 * Bitmap permissions that agree with a value in the bits of a mask.
 *
 * @param sspValue the required bits, 1 to 32 octets
 * @param sspBitmask which bits are required, as long as {@code sspValue}
 */
public record BitmapSspRange(Octets sspValue, Octets sspBitmask) implements SspRange {

    public static final Codec<BitmapSspRange> CODEC = sequence(
                    "BitmapSspRange",
                    MODULE,
                    BitmapSspRange::new,
                    required("sspValue", octetString("OCTET STRING", MODULE, 1, 32), BitmapSspRange::sspValue),
                    required("sspBitmask", octetString("OCTET STRING", MODULE, 1, 32), BitmapSspRange::sspBitmask))
            .where("sspValue and sspBitmask of the same length", MODULE, BitmapSspRange::sameLength);

    private boolean sameLength() {
        return sspValue.length() == sspBitmask.length();
    }
}
