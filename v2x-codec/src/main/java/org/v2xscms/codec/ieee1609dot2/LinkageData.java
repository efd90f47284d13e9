package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Sequence.optional;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.GroupLinkageValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.oer.Codec;

/** By what a pseudonym certificate is recognised on a linkage-based CRL (IEEE 1609.2-2022 5.1.3 and 7.3). */
public record LinkageData(
        IValue iCert, LinkageValue linkageValue, @Nullable GroupLinkageValue groupLinkageValue)
        implements CertificateId {

    public static final Codec<LinkageData> CODEC = sequence(
            "LinkageData",
            MODULE,
            LinkageData::new,
            required("iCert", IValue.CODEC, LinkageData::iCert),
            required("linkage-value", LinkageValue.CODEC, LinkageData::linkageValue),
            optional("group-linkage-value", GroupLinkageValue.CODEC, LinkageData::groupLinkageValue));
}
