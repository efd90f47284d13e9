package org.v2xscms.pca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.kernel.operator.OperatorCredential;
import org.v2xscms.kernel.operator.TestOperators;
import org.v2xscms.messages.CaseId;
import org.v2xscms.messages.Decision;
import org.v2xscms.messages.Refusal;
import org.v2xscms.messages.RequestDigest;
import org.v2xscms.messages.ResolveAnswer;
import org.v2xscms.messages.ResolveWarrant;
import org.v2xscms.messages.Subject;
import org.v2xscms.messages.Warrant;

/** Orders of the misbehaviour authority. */
class ResolutionTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private static Path folder;

    private static TestCa ca;
    private static Octets request;
    private static Octets linkageValue;

    @BeforeAll
    static void start() throws Exception {
        ca = new TestCa(folder, true);
        ca.offerKeys();
        TestDevice device = new TestDevice(ca.linkage, TestDevice.Kind.COMPACT, CertificateType.EXPLICIT, ca.present());
        request = device.request(ca.present(), 3);
        linkageValue = device.linkageValue(ca.present(), 3);
        ca.issued(request);
    }

    @AfterAll
    static void stop() {
        ca.close();
    }

    @Test
    void approvedCaseLearnsTheRequestAndTheRaAndLeavesARecord() throws Exception {
        ResolveWarrant order = order(subject(linkageValue), alice(), bob());
        CaseId caseId = order.warrant().decision().caseId();
        assertEquals(
                new ResolveAnswer(
                        caseId,
                        new RequestDigest(HashFunction.SHA256.digest(request).value()),
                        ca.trust.certificate("ra").id()),
                ca.ask(ca.ma, order));
        List<List<String>> records = ca.rows("select facts from audit.record where kind = 'RESOLVE'");
        assertTrue(records.stream()
                .anyMatch(row -> row.getFirst().contains(caseId.octets().hex())));
        assertTrue(records.stream().noneMatch(row -> row.getFirst().contains(linkageValue.hex())));
    }

    @Test
    void oneOperatorOrOneTwiceOrAStrangerIsNotEnough() throws Exception {
        Subject subject = subject(linkageValue);
        Refusal refused = new Refusal(Refusal.Reason.NOT_APPROVED);
        assertEquals(refused, ca.ask(ca.ma, order(subject, alice())));
        assertEquals(refused, ca.ask(ca.ma, order(subject, alice(), alice())));
        OperatorCredential stranger = new OperatorCredential("mallory", alice().signer());
        assertEquals(refused, ca.ask(ca.ma, order(subject, alice(), stranger)));
        Warrant elsewhere = order(subject(linkageValue), alice(), bob()).warrant();
        Warrant mixed = new Warrant(order(subject, alice(), bob()).warrant().decision(), elsewhere.approvals());
        assertEquals(refused, ca.ask(ca.ma, new ResolveWarrant(mixed, subject)));
    }

    @Test
    void onlyWhatTheOperatorsCommittedToIsResolved() throws Exception {
        Subject subject = subject(linkageValue);
        Warrant warrant = order(subject, alice(), bob()).warrant();
        assertEquals(
                new Refusal(Refusal.Reason.EVIDENCE),
                ca.ask(ca.ma, new ResolveWarrant(warrant, subject(linkageValue))));
        Octets other = Octets.of(new byte[9]);
        assertEquals(
                new Refusal(Refusal.Reason.EVIDENCE),
                ca.ask(
                        ca.ma,
                        new ResolveWarrant(
                                warrant, new Subject(subject.salt(), subject.i(), new LinkageValue(other)))));
        assertEquals(new Refusal(Refusal.Reason.UNKNOWN), ca.ask(ca.ma, order(subject(other), alice(), bob())));
        assertEquals(new Refusal(Refusal.Reason.ROLE), ca.ask(ca.ra, order(subject, alice(), bob())));
    }

    @Test
    void budgetOfADayEndsButNotForACaseThatHadItsAnswer() throws Exception {
        ca.clock.step(Duration.ofDays(1));
        try {
            ResolveWarrant first = order(subject(linkageValue), alice(), bob());
            assertInstanceOf(ResolveAnswer.class, ca.ask(ca.ma, first));
            for (int n = 1; n < 10; n++) {
                assertInstanceOf(ResolveAnswer.class, ca.ask(ca.ma, order(subject(linkageValue), alice(), bob())));
            }
            assertEquals(
                    new Refusal(Refusal.Reason.BUDGET), ca.ask(ca.ma, order(subject(linkageValue), alice(), bob())));
            assertInstanceOf(ResolveAnswer.class, ca.ask(ca.ma, first));
        } finally {
            ca.clock.set(TestLinkage.NOW);
        }
    }

    private static OperatorCredential alice() {
        return ca.operators.get(0);
    }

    private static OperatorCredential bob() {
        return ca.operators.get(1);
    }

    private static Subject subject(Octets value) {
        return new Subject(random(), new IValue(ca.present()), new LinkageValue(value));
    }

    private static ResolveWarrant order(Subject subject, OperatorCredential... operators) {
        Decision decision = new Decision(
                new CaseId(random()),
                HashFunction.SHA256.digest(Subject.CODEC.encode(subject)).value());
        return new ResolveWarrant(TestOperators.warrant(decision, operators), subject);
    }

    private static Octets random() {
        byte[] octets = new byte[16];
        RANDOM.nextBytes(octets);
        return Octets.of(octets);
    }
}
