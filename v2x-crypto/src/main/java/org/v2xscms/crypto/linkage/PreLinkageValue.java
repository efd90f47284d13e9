package org.v2xscms.crypto.linkage;

import org.v2xscms.codec.oer.Octets;

/**
 * One linkage authority's share of a linkage value. Only the ACA ever sees both shares.
 *
 * @param value 9 octets
 */
public record PreLinkageValue(LinkageRules rules, Octets value) {

    public PreLinkageValue {
        LinkageValue.requireLength(value);
    }

    /** lv = plv1 XOR plv2; both must come from the same rules. */
    public LinkageValue combine(PreLinkageValue other) {
        rules.requireSame(other.rules);
        byte[] sum = value.toByteArray();
        for (int i = 0; i < sum.length; i++) {
            sum[i] ^= other.value.get(i);
        }
        return new LinkageValue(rules, Octets.of(sum));
    }

    @Override
    public String toString() {
        return "PreLinkageValue[" + rules + "]";
    }
}
