package org.v2xscms.crypto.trustlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId32;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId48;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CtlSequenceNumber;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CtlSeriesId;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.FullIeeeTbsCtl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MsctlType;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MultiSignedCtl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.ToBeSignedCtlSignature;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.MultiSignedCtlSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RoleSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;

/** A trust list follows another only by the electors and the quorum of the other. */
class TrustListVerifierTest {

    private static final CtlSeriesId SERIES = new CtlSeriesId(Octets.ofHex("0102030405060708"));
    private static final CtlSeriesId OTHER_SERIES = new CtlSeriesId(Octets.ofHex("0102030405060709"));
    private static final Time64 NOW = Time64.of(new Time32(TestElector.START + 1000));
    private static final TestElector A = TestElector.of(1);
    private static final TestElector B = TestElector.of(2);
    private static final TestElector C = TestElector.of(3);
    private static final TestElector STRANGER = TestElector.of(4);
    private static final TestElector ROOT =
            TestElector.of(5, Curve.NIST_P256, new SecurityMgmtSsp.Root(RoleSsp.CURRENT), TestElector.START);

    private final TrustListVerifier verifier = new TrustListVerifier(new BouncyCastleVerifier());
    private final Succession pinned = Succession.pinned(SERIES, Set.of(A.id(), B.id(), C.id()), 2);

    private CtlSeriesId series = SERIES;
    private int sequence = 1;
    private long effective = TestElector.START + 10;
    private List<HashedId48> approved = List.of(A.id(), B.id(), C.id());
    private @Nullable Long quorum;

    private Encoded<FullIeeeTbsCtl> contents() {
        return Encoded.of(
                FullIeeeTbsCtl.CODEC,
                FullIeeeTbsCtl.of(
                        MsctlType.FULL_IEEE_CTL,
                        series,
                        new CtlSequenceNumber(sequence),
                        new Time32(effective),
                        approved,
                        List.of(),
                        List.of(TrustListVerifier.rootId(ROOT.certificate())),
                        List.of(),
                        quorum));
    }

    private static ToBeSignedCtlSignature statement(Encoded<FullIeeeTbsCtl> list) {
        return new ToBeSignedCtlSignature(
                list.value().ctlSeriesId(),
                list.value().type(),
                list.value().sequenceNumber(),
                new HashedId48(HashFunction.SHA384.digest(list.octets()).value()));
    }

    private MultiSignedCtl signedBy(TestElector... electors) throws DecodeException {
        Encoded<FullIeeeTbsCtl> list = contents();
        return signed(
                list,
                Stream.of(electors)
                        .map(elector -> elector.sign(statement(list), elector))
                        .toList());
    }

    /** The list as a receiver reads it. */
    private static MultiSignedCtl signed(
            Encoded<FullIeeeTbsCtl> list, List<Encoded<SignedSpdu<ToBeSignedCtlSignature>>> signatures)
            throws DecodeException {
        MultiSignedCtl ctl = new MultiSignedCtl.FullIeeeCtl(
                list,
                List.of(ROOT.certificate().encoded(), STRANGER.certificate().encoded()),
                signatures);
        Octets sent = MultiSignedCtlSpdu.CODEC.encode(new UnsecuredSpdu<>(Encoded.of(MultiSignedCtl.CODEC, ctl)));
        return MultiSignedCtlSpdu.CODEC
                .decode(sent, Reading.STRICT)
                .value()
                .content()
                .value();
    }

    private TrustList accepted(MultiSignedCtl ctl, Succession previous) {
        return assertInstanceOf(TrustListVerdict.Accepted.class, verifier.verify(ctl, previous, NOW))
                .list();
    }

    private void assertRefused(TrustListRule rule, String found, MultiSignedCtl ctl, Succession previous) {
        TrustListVerdict.Refused refused =
                assertInstanceOf(TrustListVerdict.Refused.class, verifier.verify(ctl, previous, NOW));
        assertEquals(rule, refused.rule());
        assertTrue(refused.found().contains(found), refused.found());
    }

    @Test
    void quorumOfThePinnedElectorsMakesRootsTrusted() throws DecodeException {
        TrustList list = accepted(signedBy(A, C), pinned);

        assertEquals(List.of(ROOT.certificate()), list.roots());
        assertEquals(List.of(), list.missing());
        assertEquals(
                new Succession(SERIES, new CtlSequenceNumber(1), new Time32(effective), Set.copyOf(approved), 2),
                list.next());
    }

    @Test
    void approvedRootWithoutItsCertificateIsReported() throws DecodeException {
        Encoded<FullIeeeTbsCtl> list = contents();
        MultiSignedCtl bare = new MultiSignedCtl.FullIeeeCtl(
                list, List.of(), List.of(A.sign(statement(list), A), B.sign(statement(list), B)));

        TrustList accepted = accepted(bare, pinned);

        assertEquals(List.of(), accepted.roots());
        HashedId32 root = TrustListVerifier.rootId(ROOT.certificate());
        assertEquals(List.of(root), accepted.missing());
    }

    @Test
    void oneElectorTwiceIsNoQuorum() throws DecodeException {
        assertRefused(TrustListRule.QUORUM, "1 of 2", signedBy(A, A), pinned);
    }

    @Test
    void strangersDoNotCount() throws DecodeException {
        assertRefused(TrustListRule.QUORUM, "is no elector of the last list", signedBy(A, STRANGER), pinned);
    }

    @Test
    void signatureOfAnotherKeyUnderAnElectorsCertificateDoesNotCount() throws DecodeException {
        Encoded<FullIeeeTbsCtl> list = contents();
        MultiSignedCtl forged = signed(list, List.of(A.sign(statement(list), A), STRANGER.sign(statement(list), B)));
        assertRefused(TrustListRule.QUORUM, "has no valid signature here", forged, pinned);
    }

    @Test
    void signatureUnderAnotherListDoesNotCount() throws DecodeException {
        Encoded<FullIeeeTbsCtl> list = contents();
        ToBeSignedCtlSignature right = statement(list);
        byte[] changed = right.tbsCtlHash().octets().toByteArray();
        changed[0] ^= 1;
        List<ToBeSignedCtlSignature> wrong = List.of(
                new ToBeSignedCtlSignature(OTHER_SERIES, right.ctlType(), right.sequenceNumber(), right.tbsCtlHash()),
                new ToBeSignedCtlSignature(SERIES, new MsctlType(2), right.sequenceNumber(), right.tbsCtlHash()),
                new ToBeSignedCtlSignature(SERIES, right.ctlType(), new CtlSequenceNumber(2), right.tbsCtlHash()),
                new ToBeSignedCtlSignature(
                        SERIES, right.ctlType(), right.sequenceNumber(), new HashedId48(Octets.of(changed))));
        for (ToBeSignedCtlSignature statement : wrong) {
            MultiSignedCtl ctl = signed(list, List.of(A.sign(right, A), B.sign(statement, B)));
            assertRefused(TrustListRule.QUORUM, "has signed another list", ctl, pinned);
        }
    }

    @Test
    void strangersSignatureBesideAQuorumDoesNoHarm() throws DecodeException {
        accepted(signedBy(STRANGER, A, B), pinned);
    }

    @Test
    void electorMustBeValidAndHaveTheRole() throws DecodeException {
        TestElector notYet = TestElector.of(
                6, Curve.NIST_P384, new SecurityMgmtSsp.Elector(RoleSsp.CURRENT), TestElector.START + 2000);
        TestElector expired = TestElector.of(
                7, Curve.NIST_P384, new SecurityMgmtSsp.Elector(RoleSsp.CURRENT), TestElector.START - 360_000);
        TestElector root =
                TestElector.of(8, Curve.NIST_P384, new SecurityMgmtSsp.Root(RoleSsp.CURRENT), TestElector.START);
        for (TestElector elector : List.of(notYet, expired, root)) {
            Succession both = Succession.pinned(SERIES, Set.of(A.id(), elector.id()), 2);
            assertRefused(
                    TrustListRule.QUORUM, "not valid at this time or has not the role", signedBy(A, elector), both);
        }
    }

    @Test
    void nextListIsJudgedByTheElectorsOfThisOne() throws DecodeException {
        approved = List.of(A.id(), B.id(), STRANGER.id());
        Succession next = accepted(signedBy(A, C), pinned).next();

        sequence = 2;
        assertRefused(TrustListRule.QUORUM, "1 of 2", signedBy(A, C), next);
        accepted(signedBy(A, STRANGER), next);
    }

    @Test
    void electorsThatAListApprovesDoNotSignItself() throws DecodeException {
        approved = List.of(STRANGER.id(), B.id());
        assertRefused(TrustListRule.QUORUM, "1 of 2", signedBy(B, STRANGER), pinned);
    }

    @Test
    void newQuorumHoldsFromTheNextListOn() throws DecodeException {
        quorum = 3L;
        Succession next = accepted(signedBy(A, B), pinned).next();

        sequence = 2;
        quorum = null;
        assertRefused(TrustListRule.QUORUM, "2 of 3", signedBy(A, B), next);
        assertEquals(3, accepted(signedBy(A, B, C), next).next().quorum());
    }

    @Test
    void quorumThatNobodyCouldReachOrThatIsNoneIsRefused() throws DecodeException {
        for (long impossible : List.of(0L, -1L, 4L, Long.MAX_VALUE)) {
            quorum = impossible;
            assertRefused(TrustListRule.QUORUM_POSSIBLE, "a quorum of " + impossible, signedBy(A, B), pinned);
        }
        quorum = null;
        approved = List.of(A.id());
        assertRefused(TrustListRule.QUORUM_POSSIBLE, "a quorum of 2 among 1", signedBy(A, B), pinned);
        approved = List.of(A.id(), A.id());
        assertRefused(TrustListRule.QUORUM_POSSIBLE, "a quorum of 2 among 1", signedBy(A, B), pinned);
    }

    @Test
    void listOfAnotherSeriesIsRefused() throws DecodeException {
        series = OTHER_SERIES;
        assertRefused(TrustListRule.SERIES, "0102030405060709", signedBy(A, B), pinned);
    }

    @Test
    void sequenceMustGrowAndMayLeap() throws DecodeException {
        sequence = 5;
        Succession next = accepted(signedBy(A, B), pinned).next();
        for (int stale : List.of(0, 4, 5)) {
            sequence = stale;
            assertRefused(TrustListRule.SEQUENCE, "number " + stale + " after 5", signedBy(A, B), next);
        }
        sequence = 9;
        accepted(signedBy(A, B), next);
    }

    @Test
    void effectiveDateDoesNotGoBackAndHasCome() throws DecodeException {
        Succession next = accepted(signedBy(A, B), pinned).next();
        sequence = 2;
        accepted(signedBy(A, B), next);
        effective--;
        assertRefused(TrustListRule.EFFECTIVE_ORDER, "after", signedBy(A, B), next);
        effective = TestElector.START + 1001;
        assertRefused(TrustListRule.IN_EFFECT, "takes effect at", signedBy(A, B), next);
        effective--;
        accepted(signedBy(A, B), next);
    }

    @Test
    void listOfUnknownTypeIsRefused() {
        Encoded<FullIeeeTbsCtl> list = contents();
        MultiSignedCtl unknown = new MultiSignedCtl.UnknownCtl(
                new MsctlType(2), list.octets(), Octets.EMPTY, List.of(A.sign(statement(list), A)));
        assertRefused(TrustListRule.KIND, "type 2", unknown, pinned);
    }

    @Test
    void pinsNeedAQuorumThatCanBeReached() {
        List<Integer> impossible = new ArrayList<>(List.of(0, 4));
        impossible.forEach(many ->
                assertThrows(IllegalArgumentException.class, () -> Succession.pinned(SERIES, pinned.electors(), many)));
    }
}
