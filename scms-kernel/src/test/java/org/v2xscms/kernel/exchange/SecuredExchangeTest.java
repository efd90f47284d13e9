package org.v2xscms.kernel.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.kernel.http.ErrorNumber;
import org.v2xscms.kernel.time.SteppableClock;
import org.v2xscms.messages.Accepted;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.ChainId;
import org.v2xscms.messages.PreLinkageRequest;
import org.v2xscms.rootca.TestTrust;

class SecuredExchangeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration TOLERANCE = Duration.ofSeconds(30);
    private static final BackEndPdu REQUEST = new PreLinkageRequest(
            new ChainId(Octets.ofHex("00112233445566778899aabbccddeeff")), new IValue(620), 3, 20);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TestTrust trust;

    private final SteppableClock clock = new SteppableClock(NOW);

    @BeforeAll
    static void ceremony() {
        trust = TestTrust.create(folder, new SteppableClock(NOW));
    }

    @AfterAll
    static void close() {
        trust.close();
    }

    @Test
    void a_request_reaches_the_authority_it_is_for_with_its_sender() {
        Octets sealed = exchange("ra").sealRequest(REQUEST, trust.certificate("la1"));
        var message = assertInstanceOf(
                SecuredExchange.Opened.Message.class, exchange("la1").open(sealed, Set.of(Role.RA)));
        assertEquals(REQUEST, message.pdu());
        assertEquals(trust.certificate("ra"), message.sender());
        assertEquals(HashFunction.SHA256.digest(sealed).value(), message.hash());
    }

    @Test
    void an_answer_names_its_request() {
        Octets request = exchange("ra").sealRequest(REQUEST, trust.certificate("la1"));
        Octets hash = HashFunction.SHA256.digest(request).value();
        Octets answer = exchange("la1").sealAnswer(new Accepted(), hash, trust.certificate("ra"));
        var message = assertInstanceOf(
                SecuredExchange.Opened.Message.class, exchange("ra").open(answer, Set.of(Role.LA)));
        assertEquals(hash, message.inReplyTo());
    }

    @Test
    void another_authority_cannot_open_it() {
        Octets sealed = exchange("ra").sealRequest(REQUEST, trust.certificate("la1"));
        assertRefused(ErrorNumber.NOT_DECRYPTED, exchange("la2").open(sealed, Set.of(Role.RA)));
    }

    @Test
    void a_sender_without_the_role_is_refused() {
        Octets sealed = exchange("ma").sealRequest(REQUEST, trust.certificate("la1"));
        assertRefused(ErrorNumber.APP_PERMISSIONS_NOT_ALLOWED, exchange("la1").open(sealed, Set.of(Role.RA)));
    }

    @Test
    void what_is_only_signed_is_refused() {
        Octets signed = exchange("ra").signStatement(REQUEST);
        assertRefused(ErrorNumber.ENCRYPTION_MISSING, exchange("la1").open(signed, Set.of(Role.RA)));
    }

    @Test
    void a_message_counts_up_to_the_tolerance_and_not_one_second_longer() {
        Octets sealed = exchange("ra").sealRequest(REQUEST, trust.certificate("la1"));
        clock.step(TOLERANCE);
        assertInstanceOf(SecuredExchange.Opened.Message.class, exchange("la1").open(sealed, Set.of(Role.RA)));
        clock.step(Duration.ofSeconds(1));
        assertRefused(ErrorNumber.RA_MAX_AGE, exchange("la1").open(sealed, Set.of(Role.RA)));
    }

    @Test
    void a_message_from_the_future_counts_up_to_the_tolerance_and_not_one_second_further() {
        clock.step(TOLERANCE);
        Octets sealed = exchange("ra").sealRequest(REQUEST, trust.certificate("la1"));
        clock.step(TOLERANCE.negated());
        assertInstanceOf(SecuredExchange.Opened.Message.class, exchange("la1").open(sealed, Set.of(Role.RA)));
        clock.step(Duration.ofSeconds(-1));
        assertRefused(ErrorNumber.GENERATION_TIME_IN_FUTURE, exchange("la1").open(sealed, Set.of(Role.RA)));
    }

    /** The sign of the ephemeral point's y is the one thing that may change: the agreed key is its x alone. */
    @Test
    void a_message_changed_anywhere_is_refused_but_for_what_ecies_does_not_use() {
        byte[] sealed =
                exchange("ra").sealRequest(REQUEST, trust.certificate("la1")).toByteArray();
        Set<ErrorNumber> numbers = new HashSet<>();
        int unharmed = 0;
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            switch (exchange("la1").open(Octets.of(changed), Set.of(Role.RA))) {
                case SecuredExchange.Opened.Refused refused -> numbers.add(refused.number());
                case SecuredExchange.Opened.Message message -> {
                    assertEquals(REQUEST, message.pdu());
                    unharmed++;
                }
            }
        }
        assertEquals(1, unharmed);
        assertEquals(Set.of(ErrorNumber.NOT_PARSED, ErrorNumber.NOT_DECRYPTED), numbers);
    }

    @Test
    void a_message_cut_anywhere_is_refused() {
        Octets sealed = exchange("ra").sealRequest(REQUEST, trust.certificate("la1"));
        for (int length = 0; length < sealed.length(); length++) {
            assertRefused(ErrorNumber.NOT_PARSED, exchange("la1").open(sealed.slice(0, length), Set.of(Role.RA)));
        }
    }

    @Test
    void a_statement_counts_for_whoever_it_is_shown_to() {
        Octets signed = exchange("pca").signStatement(new Accepted());
        Duration age = Duration.ofDays(7);
        clock.step(age);
        var message = assertInstanceOf(
                SecuredExchange.Opened.Message.class, exchange("ra").statement(signed, Set.of(Role.ACA), age));
        assertEquals(trust.certificate("pca"), message.sender());
        assertRefused(ErrorNumber.APP_PERMISSIONS_NOT_ALLOWED, exchange("ra").statement(signed, Set.of(Role.LA), age));
        clock.step(Duration.ofSeconds(1));
        assertRefused(ErrorNumber.RA_MAX_AGE, exchange("ra").statement(signed, Set.of(Role.ACA), age));
    }

    @Test
    void each_certificate_states_its_role() {
        assertEquals(Role.RA, Role.of(trust.certificate("ra")).orElseThrow());
        assertEquals(Role.LA, Role.of(trust.certificate("la2")).orElseThrow());
        assertEquals(Role.ACA, Role.of(trust.certificate("pca")).orElseThrow());
        assertEquals(Role.ECA, Role.of(trust.certificate("eca")).orElseThrow());
        assertEquals(Role.MA, Role.of(trust.certificate("ma")).orElseThrow());
    }

    private SecuredExchange exchange(String name) {
        AuthorityIdentity own = new AuthorityIdentity(
                trust.certificate(name), trust.vault(name), trust.key(name, "sign-1"), trust.key(name, "decrypt-1"));
        Trust trusted = Trust.load(folder.resolve("trust"), new BouncyCastleVerifier(), RevocationCheck.NONE);
        return new SecuredExchange(own, trusted, clock, TOLERANCE, new SecureRandom());
    }

    private static void assertRefused(ErrorNumber number, SecuredExchange.Opened opened) {
        assertEquals(
                number,
                assertInstanceOf(SecuredExchange.Opened.Refused.class, opened).number());
    }
}
