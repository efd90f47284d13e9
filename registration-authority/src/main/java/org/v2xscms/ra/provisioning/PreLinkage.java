package org.v2xscms.ra.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2dot1.acara.EncryptedIndividualPLV;
import org.v2xscms.codec.ieee1609dot2dot1.acara.LinkageInfo;
import org.v2xscms.kernel.exchange.PeerClient;
import org.v2xscms.messages.ChainId;
import org.v2xscms.messages.PreLinkageRequest;
import org.v2xscms.messages.PreLinkageResponse;
import org.v2xscms.ra.device.Devices;

/**
 * Asks both linkage authorities for pre-linkage values. They come encrypted to the ACA; what is checked here is that they
 * are as many as asked for and that the two of a pair come from the two authorities, since one alone that gave both could
 * compute the linkage value.
 */
public final class PreLinkage {

    private static final Logger LOG = LoggerFactory.getLogger(PreLinkage.class);

    private final LinkageAuthority first;
    private final LinkageAuthority second;

    /** A linkage authority, and the number in its certificate. */
    public record LinkageAuthority(PeerClient client, LaId id) {}

    public PreLinkage(LinkageAuthority first, LinkageAuthority second) {
        if (first.id().equals(second.id())) {
            throw new IllegalStateException("both linkage authorities are number " + first.id());
        }
        this.first = first;
        this.second = second;
    }

    public LaId firstId() {
        return first.id();
    }

    public LaId secondId() {
        return second.id();
    }

    /** The pairs of values by week and j; empty where an authority gives none now. */
    Optional<List<List<LinkageInfo>>> values(Devices.Chains chains, int firstI, int weeks, int jMax)
            throws InterruptedException {
        Optional<List<List<EncryptedIndividualPLV>>> one = ask(first, chains.first(), firstI, weeks, jMax);
        if (one.isEmpty()) {
            return Optional.empty();
        }
        return ask(second, chains.second(), firstI, weeks, jMax).map(two -> pairs(one.get(), two));
    }

    private static Optional<List<List<EncryptedIndividualPLV>>> ask(
            LinkageAuthority authority, ChainId chain, int firstI, int weeks, int jMax) throws InterruptedException {
        PeerClient.Reply reply = authority.client().ask(new PreLinkageRequest(chain, new IValue(firstI), weeks, jMax));
        return switch (reply) {
            case PeerClient.Reply.NoAnswer none -> refused(authority, none.reason());
            case PeerClient.Reply.Answer answer ->
                answer.pdu() instanceof PreLinkageResponse response
                                && fits(response, authority.id(), chain, weeks, jMax)
                        ? Optional.of(response.values())
                        : refused(authority, "not the values asked for");
        };
    }

    private static boolean fits(PreLinkageResponse response, LaId id, ChainId chain, int weeks, int jMax) {
        return response.chainId().equals(chain)
                && response.values().size() == weeks
                && response.values().stream()
                        .allMatch(week -> week.size() == jMax
                                && week.stream().allMatch(value -> value.laId().equals(id)));
    }

    private static <T> Optional<T> refused(LinkageAuthority authority, String reason) {
        LOG.info("no values of linkage authority {}: {}", authority.id().octets(), reason);
        return Optional.empty();
    }

    private static List<List<LinkageInfo>> pairs(
            List<List<EncryptedIndividualPLV>> one, List<List<EncryptedIndividualPLV>> two) {
        List<List<LinkageInfo>> weeks = new ArrayList<>();
        for (int w = 0; w < one.size(); w++) {
            List<LinkageInfo> week = new ArrayList<>();
            for (int j = 0; j < one.get(w).size(); j++) {
                week.add(LinkageInfo.of(one.get(w).get(j), two.get(w).get(j)));
            }
            weeks.add(week);
        }
        return weeks;
    }
}
