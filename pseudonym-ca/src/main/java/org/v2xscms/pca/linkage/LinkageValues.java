package org.v2xscms.pca.linkage;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.ieee1609dot2dot1.acara.EncryptedIndividualPLV;
import org.v2xscms.codec.ieee1609dot2dot1.acara.LinkageInfo;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Opening;
import org.v2xscms.crypto.envelope.OpeningKey;

/** Opens the two shares of a linkage value, of two different authorities, and puts them together. */
public final class LinkageValues {

    private static final int VALUE_OCTETS = 9;

    private final LinkageKeys keys;

    public LinkageValues(LinkageKeys keys) {
        this.keys = keys;
    }

    /** What the two shares turned out to be. */
    public sealed interface Combined {

        /** lv = plv1 XOR plv2. */
        record Value(Octets plv1, Octets plv2, LinkageValue value) implements Combined {}

        /** Both shares come from one authority, which alone would then know the linkage value. */
        record OneAuthority() implements Combined {}

        /** A share is not what its authority encrypted under its key. */
        record NotGenuine() implements Combined {}

        /** An authority has not offered its key yet. */
        record KeyUnknown() implements Combined {}
    }

    /** Opens and combines. */
    public Combined combine(LinkageInfo info) {
        EncryptedIndividualPLV first = info.encPlv1();
        EncryptedIndividualPLV second = info.encPlv2();
        if (first.laId().equals(second.laId())) {
            return new Combined.OneAuthority();
        }
        List<SymmetricKey> firstKeys = keys.of(first.laId());
        List<SymmetricKey> secondKeys = keys.of(second.laId());
        if (firstKeys.isEmpty() || secondKeys.isEmpty()) {
            return new Combined.KeyUnknown();
        }
        Octets plv1 = open(first, firstKeys);
        Octets plv2 = open(second, secondKeys);
        return plv1.isEmpty() || plv2.isEmpty()
                ? new Combined.NotGenuine()
                : new Combined.Value(plv1, plv2, new LinkageValue(xor(plv1, plv2)));
    }

    /** The nine octets, or none. */
    private static Octets open(EncryptedIndividualPLV share, List<SymmetricKey> keys) {
        for (SymmetricKey key : keys) {
            if (Envelope.open(share.encPlv().value().encryptedData(), new OpeningKey.Symmetric(key))
                    instanceof Opening.Opened(Octets plaintext, SymmetricKey dataKey)) {
                dataKey.close();
                return plaintext.length() == VALUE_OCTETS ? plaintext : Octets.EMPTY;
            }
        }
        return Octets.EMPTY;
    }

    private static Octets xor(Octets left, Octets right) {
        byte[] sum = left.toByteArray();
        for (int at = 0; at < sum.length; at++) {
            sum[at] ^= right.get(at);
        }
        return Octets.of(sum);
    }
}
