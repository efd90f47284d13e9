package org.v2xscms.codec.ieee1609dot2.basetypes;

import static org.v2xscms.codec.ieee1609dot2.basetypes.Ieee1609Dot2BaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.codec.oer.Strings.fixedOctetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/**
 * By what a group of vehicles is recognised on a CRL (IEEE 1609.2-2022 5.1.3 and 7.3).
 *
 * @param jValue the number of the certificate within its i-period, 4 octets
 * @param value the linkage value, 9 octets
 */
public record GroupLinkageValue(Octets jValue, Octets value) {

    public static final Codec<GroupLinkageValue> CODEC = sequence(
            "GroupLinkageValue",
            MODULE,
            GroupLinkageValue::new,
            required("jValue", fixedOctetString("OCTET STRING", 4), GroupLinkageValue::jValue),
            required("value", fixedOctetString("OCTET STRING", 9), GroupLinkageValue::value));

    public GroupLinkageValue {
        jValue.requireLength("jValue", 4);
        value.requireLength("value", 9);
    }
}
