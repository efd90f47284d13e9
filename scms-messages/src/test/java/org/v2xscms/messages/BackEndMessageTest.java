package org.v2xscms.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.One28BitCcmCiphertext;
import org.v2xscms.codec.ieee1609dot2.RecipientInfo;
import org.v2xscms.codec.ieee1609dot2.SymmRecipientInfo;
import org.v2xscms.codec.ieee1609dot2.SymmetricCiphertext;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageSeed;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmetricEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmetricKeyOctets;
import org.v2xscms.codec.ieee1609dot2dot1.acara.EncryptedIndividualPLV;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EncryptedSpdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

class BackEndMessageTest {

    private static final CaseId CASE = new CaseId(octets(16));
    private static final ChainId CHAIN = new ChainId(octets(16));
    private static final RequestDigest REQUEST = new RequestDigest(octets(32));
    private static final IValue I = new IValue(593);
    private static final LaId LA = new LaId(octets(2));
    private static final Warrant WARRANT = new Warrant(
            new Decision(CASE, octets(32)), List.of(new Approval("ada", octets(64)), new Approval("bob", octets(64))));

    static Stream<BackEndPdu> pdus() {
        return Stream.of(
                new PreLinkageRequest(CHAIN, I, 3, 20),
                new PreLinkageResponse(CHAIN, List.of(List.of(encryptedValue(), encryptedValue()))),
                new LinkageKeyOffer(
                        LA,
                        new SymmetricEncryptionKey.Aes128Ccm(
                                new SymmetricKeyOctets(octets(16).toByteArray()))),
                new CertificateBatch(List.of(octets(200), octets(1))),
                new CertificateBatchResponse(List.of(
                        new CertificateOutcome.Issued(octets(300)),
                        new CertificateOutcome.Refused(Refusal.Reason.RULE),
                        new CertificateOutcome.Later())),
                new SuccessorEnrollment(new HashedId8(octets(8)), octets(150)),
                new SuccessorEnrollmentResponse(octets(150)),
                new ReportForward(octets(1000)),
                new ResolveWarrant(WARRANT, new Subject(octets(16), I, new LinkageValue(octets(9)))),
                new ResolveAnswer(CASE, REQUEST, new HashedId8(octets(8))),
                new BlockWarrant(WARRANT, octets(400)),
                new BlockAnswer(CASE, List.of(octets(300), octets(300)), new CrlSeries(1), I, 20),
                new ChainRelease(CASE, LA, CHAIN),
                new SeedWarrant(WARRANT, octets(300), I),
                new SeedAnswer(CASE, LA, I, new LinkageSeed(octets(16))),
                new Publication(octets(500)),
                new Accepted(),
                new Refusal(Refusal.Reason.BUDGET));
    }

    @ParameterizedTest
    @MethodSource("pdus")
    void a_message_reads_back_as_it_was_written(BackEndPdu pdu) throws DecodeException {
        for (BackEndMessage message : List.of(BackEndMessage.request(pdu), BackEndMessage.answer(octets(32), pdu))) {
            Octets written = BackEndMessage.CODEC.encode(message);
            BackEndMessage read =
                    BackEndMessage.CODEC.decode(written, Reading.STRICT).value();
            assertEquals(message, read);
            assertEquals(written, BackEndMessage.CODEC.encode(read));
        }
    }

    @Test
    void every_kind_of_message_is_among_those_tested() {
        Set<Class<?>> tested = new HashSet<>();
        pdus().forEach(pdu -> tested.add(pdu.getClass()));
        assertEquals(Set.of(BackEndPdu.class.getPermittedSubclasses()), tested);
    }

    @ParameterizedTest
    @MethodSource("pdus")
    void a_message_cut_anywhere_is_refused(BackEndPdu pdu) {
        Octets written = BackEndMessage.CODEC.encode(BackEndMessage.request(pdu));
        for (int length = 0; length < written.length(); length++) {
            Octets cut = written.slice(0, length);
            assertThrows(DecodeException.class, () -> BackEndMessage.CODEC.decode(cut, Reading.STRICT));
        }
    }

    @ParameterizedTest
    @MethodSource("pdus")
    void a_changed_message_is_refused_or_reads_back_identically(BackEndPdu pdu) {
        byte[] written =
                BackEndMessage.CODEC.encode(BackEndMessage.request(pdu)).toByteArray();
        Random random = new Random(pdu.getClass().getName().hashCode());
        int refused = 0;
        for (int round = 0; round < 2_000; round++) {
            byte[] changed = written.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            try {
                BackEndMessage read = BackEndMessage.CODEC
                        .decode(Octets.of(changed), Reading.STRICT)
                        .value();
                assertEquals(Octets.of(changed), BackEndMessage.CODEC.encode(read));
            } catch (DecodeException e) {
                assertFalse(e.clause().isEmpty());
                refused++;
            }
        }
        assertTrue(refused > 0);
    }

    @Test
    void another_version_is_refused() {
        byte[] written = BackEndMessage.CODEC
                .encode(BackEndMessage.request(new Accepted()))
                .toByteArray();
        written[1] = 2;
        assertThrows(DecodeException.class, () -> BackEndMessage.CODEC.decode(Octets.of(written), Reading.STRICT));
    }

    @Test
    void an_offered_key_is_not_printed() {
        LinkageKeyOffer offer = new LinkageKeyOffer(
                LA,
                new SymmetricEncryptionKey.Aes128Ccm(
                        new SymmetricKeyOctets(octets(16).toByteArray())));
        assertFalse(offer.toString().contains(octets(16).hex()));
    }

    private static EncryptedIndividualPLV encryptedValue() {
        One28BitCcmCiphertext ciphertext = new One28BitCcmCiphertext(octets(12), octets(25));
        EncryptedData data = new EncryptedData(
                List.of(new RecipientInfo.SymmRecipInfo(new SymmRecipientInfo(
                        new HashedId8(octets(8)), new SymmetricCiphertext.Aes128Ccm(ciphertext)))),
                new SymmetricCiphertext.Aes128Ccm(ciphertext));
        return EncryptedIndividualPLV.of(LA, Encoded.of(EncryptedSpdu.toOneSymmetricKey(), new EncryptedSpdu(data)));
    }

    private static Octets octets(int length) {
        byte[] octets = new byte[length];
        new Random(length).nextBytes(octets);
        return Octets.of(octets);
    }
}
