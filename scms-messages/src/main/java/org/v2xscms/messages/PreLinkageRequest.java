package org.v2xscms.messages;

import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;
import static org.v2xscms.messages.BackEndMessage.MODULE;

import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/**
 * RA to LA: pre-linkage values for some weeks of one device, known to the LA as a chain.
 *
 * @param chainId the chain; the LA makes its first seed when it sees it for the first time
 * @param firstI the first i-period
 * @param weeks how many i-periods, 1 to 156
 * @param jMax how many certificates in each, j from 0 to jMax - 1; 1 to 255
 */
public record PreLinkageRequest(ChainId chainId, IValue firstI, int weeks, int jMax) implements BackEndPdu {

    public static final Codec<PreLinkageRequest> CODEC = sequence(
            "PreLinkageRequest",
            MODULE,
            PreLinkageRequest::new,
            required("chainId", ChainId.CODEC, PreLinkageRequest::chainId),
            required("firstI", IValue.CODEC, PreLinkageRequest::firstI),
            required("weeks", Integers.integer("Weeks", MODULE, 1, 156), PreLinkageRequest::weeks),
            required("jMax", Integers.integer("JMax", MODULE, 1, 255), PreLinkageRequest::jMax));
}
