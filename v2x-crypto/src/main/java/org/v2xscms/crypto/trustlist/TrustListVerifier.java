package org.v2xscms.crypto.trustlist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId32;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId48;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CtlSequenceNumber;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.FullIeeeTbsCtl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MultiSignedCtl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.ToBeSignedCtlSignature;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.SignatureVerifier;

/**
 * Judges trust lists (IEEE 1609.2.1-2022, MultiSignedCtl): each by the electors and the quorum of the list before it, the
 * first by those that are pinned. The electors that a list itself approves sign only the next one, so no list can vouch for
 * itself.
 *
 * <p>Signatures that do not count are passed over and named in a refusal: a list is not worse for a stranger's signature
 * beside a quorum of good ones.
 */
public final class TrustListVerifier {

    private final ElectorSignature signatures;

    public TrustListVerifier(SignatureVerifier verifier) {
        signatures = new ElectorSignature(verifier);
    }

    /**
     * Judges {@code ctl}, read strictly, at the time {@code at}.
     *
     * @param previous what is trusted so far
     */
    public TrustListVerdict verify(MultiSignedCtl ctl, Succession previous, Time64 at) {
        if (!(ctl instanceof MultiSignedCtl.FullIeeeCtl full)) {
            return refused(TrustListRule.KIND, "type " + ctl.type().value());
        }
        FullIeeeTbsCtl contents = full.tbsCtl().value();
        TrustListVerdict.@Nullable Refused outOfOrder = order(contents, previous, at);
        if (outOfOrder != null) {
            return outOfOrder;
        }
        Set<HashedId48> electors = Set.copyOf(new HashSet<>(contents.electorApprove()));
        Long stated = contents.quorum();
        long quorum = stated == null ? previous.quorum() : stated;
        if (quorum < 1 || quorum > electors.size()) {
            return refused(
                    TrustListRule.QUORUM_POSSIBLE, "a quorum of " + quorum + " among " + electors.size() + " electors");
        }
        Set<HashedId48> signed = new HashSet<>();
        List<String> passedOver = new ArrayList<>();
        for (Encoded<SignedSpdu<ToBeSignedCtlSignature>> signature : full.signatures()) {
            switch (signatures.check(signature.value(), full.tbsCtl(), previous.electors(), at)) {
                case ElectorSignature.Verdict.Counts(HashedId48 elector) -> signed.add(elector);
                case ElectorSignature.Verdict.PassedOver(String reason) -> passedOver.add(reason);
            }
        }
        if (signed.size() < previous.quorum()) {
            String others = passedOver.isEmpty() ? "" : "; not counted: " + String.join(", ", passedOver);
            return refused(TrustListRule.QUORUM, signed.size() + " of " + previous.quorum() + " needed" + others);
        }
        return new TrustListVerdict.Accepted(accepted(full, electors, (int) quorum));
    }

    private static TrustListVerdict.@Nullable Refused order(FullIeeeTbsCtl contents, Succession previous, Time64 at) {
        if (!contents.ctlSeriesId().equals(previous.series())) {
            return refused(
                    TrustListRule.SERIES, "series " + contents.ctlSeriesId() + ", followed is " + previous.series());
        }
        CtlSequenceNumber last = previous.last();
        if (last != null && contents.sequenceNumber().compareTo(last) <= 0) {
            return refused(
                    TrustListRule.SEQUENCE,
                    "number " + contents.sequenceNumber().value() + " after " + last.value());
        }
        Time32 effective = previous.effective();
        if (effective != null && contents.effectiveDate().compareTo(effective) < 0) {
            return refused(
                    TrustListRule.EFFECTIVE_ORDER,
                    contents.effectiveDate().toInstant() + " after " + effective.toInstant());
        }
        if (Time64.of(contents.effectiveDate()).compareTo(at) > 0) {
            return refused(
                    TrustListRule.IN_EFFECT,
                    "takes effect at " + contents.effectiveDate().toInstant() + ", asked at " + at.toInstant());
        }
        return null;
    }

    private static TrustList accepted(MultiSignedCtl.FullIeeeCtl ctl, Set<HashedId48> electors, int quorum) {
        FullIeeeTbsCtl contents = ctl.tbsCtl().value();
        Set<HashedId32> approved = Set.copyOf(new HashSet<>(contents.rootCaApprove()));
        List<HashedCertificate> roots = ctl.unsigned().stream()
                .map(HashedCertificate::of)
                .filter(certificate -> approved.contains(rootId(certificate)))
                .distinct()
                .toList();
        Set<HashedId32> present = roots.stream().map(TrustListVerifier::rootId).collect(Collectors.toUnmodifiableSet());
        Succession next = new Succession(
                contents.ctlSeriesId(), contents.sequenceNumber(), contents.effectiveDate(), electors, quorum);
        List<HashedId32> missing =
                approved.stream().filter(id -> !present.contains(id)).toList();
        return new TrustList(contents, roots, missing, next);
    }

    /** How a trust list names an elector; empty hash lengths other than 48 octets have no form in the list. */
    public static @Nullable HashedId48 electorId(HashedCertificate certificate) {
        return certificate.hash().algorithm() == HashFunction.SHA384
                ? new HashedId48(certificate.hash().value())
                : null;
    }

    /** How a trust list names a root CA: the low-order 32 octets of the whole-certificate hash. */
    public static HashedId32 rootId(HashedCertificate certificate) {
        return new HashedId32(certificate.hash().value().last(32));
    }

    private static TrustListVerdict.Refused refused(TrustListRule rule, String found) {
        return new TrustListVerdict.Refused(rule, found);
    }
}
