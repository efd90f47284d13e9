package org.v2xscms.kernel.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.kernel.time.SteppableClock;
import org.v2xscms.messages.Approval;
import org.v2xscms.messages.CaseId;
import org.v2xscms.messages.Decision;
import org.v2xscms.messages.Warrant;

class OperatorsTest {

    private static final Decision DECISION = decision(1);

    private final OperatorCredential ada = operator("ada");
    private final OperatorCredential bob = operator("bob");
    private final OperatorCredential eve = operator("eve");
    private final SteppableClock clock = new SteppableClock(Instant.parse("2026-11-22T12:00:00Z"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Operators operators;

    @BeforeEach
    void list() throws IOException {
        operators = read(line(ada) + line(bob));
    }

    @Test
    void two_operators_approve_what_takes_two() {
        assertTrue(operators.approve(warrant(ada.approve(DECISION), bob.approve(DECISION)), 2));
    }

    @Test
    void one_operator_does_not_even_twice() {
        assertFalse(operators.approve(warrant(ada.approve(DECISION)), 2));
        assertFalse(operators.approve(warrant(ada.approve(DECISION), ada.approve(DECISION)), 2));
    }

    @Test
    void an_approval_counts_for_its_own_decision_only() {
        assertFalse(operators.approve(warrant(ada.approve(DECISION), bob.approve(decision(2))), 2));
    }

    @Test
    void a_stranger_and_a_borrowed_name_do_not_count() {
        assertFalse(operators.approve(warrant(ada.approve(DECISION), eve.approve(DECISION)), 2));
        Approval borrowed = new Approval("bob", ada.approve(DECISION).signature());
        assertFalse(operators.approve(warrant(ada.approve(DECISION), borrowed), 2));
    }

    @Test
    void one_bad_approval_spoils_a_warrant_that_has_enough_good_ones() {
        assertFalse(operators.approve(warrant(ada.approve(DECISION), bob.approve(DECISION), eve.approve(DECISION)), 2));
    }

    @Test
    void a_list_with_a_name_or_a_key_twice_is_refused() {
        assertThrows(IllegalStateException.class, () -> read(line(ada) + line(operator("ada"))));
        assertThrows(
                IllegalStateException.class, () -> read(line(ada) + line(ada).replace("ada", "bob")));
        assertThrows(IllegalStateException.class, () -> read("ada 02\n"));
    }

    @Test
    void a_signed_request_is_its_operators_for_a_minute_at_one_authority() {
        OperatorGate gate = new OperatorGate(operators, "ma", clock);
        Octets body = Octets.of((byte) 7);
        Map<String, String> headers = ada.headers("ma", "POST", "/operator/cases/1", body, clock.instant());
        assertEquals(Optional.of("ada"), pass(gate, headers, "POST", "/operator/cases/1", body));
        assertEquals(Optional.empty(), pass(gate, headers, "POST", "/operator/cases/2", body));
        assertEquals(Optional.empty(), pass(gate, headers, "GET", "/operator/cases/1", body));
        assertEquals(Optional.empty(), pass(gate, headers, "POST", "/operator/cases/1", Octets.EMPTY));
        assertEquals(
                Optional.empty(),
                pass(new OperatorGate(operators, "eca", clock), headers, "POST", "/operator/cases/1", body));
        clock.step(Duration.ofSeconds(60));
        assertEquals(Optional.of("ada"), pass(gate, headers, "POST", "/operator/cases/1", body));
        clock.step(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), pass(gate, headers, "POST", "/operator/cases/1", body));
    }

    private static Optional<String> pass(
            OperatorGate gate, Map<String, String> headers, String method, String path, Octets body) {
        return gate.operator(
                headers.get(OperatorGate.NAME),
                headers.get(OperatorGate.TIME),
                headers.get(OperatorGate.SIGNATURE),
                method,
                path,
                body);
    }

    private Operators read(String lines) throws IOException {
        Path file = folder.resolve(Operators.FILE);
        Files.writeString(file, lines);
        return Operators.read(file, new BouncyCastleVerifier());
    }

    private static String line(OperatorCredential operator) {
        return operator.name() + " "
                + operator.signer().publicKey().compressed().hex() + "\n";
    }

    private static OperatorCredential operator(String name) {
        return new OperatorCredential(
                name, SoftwareSigner.deterministic(KeyPair.generate(Curve.NIST_P256, new SecureRandom())));
    }

    private static Warrant warrant(Approval... approvals) {
        return new Warrant(DECISION, List.of(approvals));
    }

    private static Decision decision(int number) {
        byte[] subject = new byte[32];
        subject[0] = (byte) number;
        return new Decision(new CaseId(Octets.of(new byte[16])), Octets.of(subject));
    }
}
