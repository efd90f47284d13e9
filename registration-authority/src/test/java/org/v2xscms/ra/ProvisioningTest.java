package org.v2xscms.ra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.acara.RaAcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertAck;
import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertInfo;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaEeCertAckSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaEeCertInfoSpdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Opening;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.exchange.AuthorityIdentity;

/** A device asks over HTTP and gets certificates whose private keys only it can compute. */
class ProvisioningTest {

    private static final int I = (int) IPeriods.CAMP.at(Time32.of(RaFixture.NOW).seconds());

    @TempDir
    private static Path folder;

    private static RaFixture fixture;

    @BeforeAll
    static void start() throws Exception {
        fixture = new RaFixture(folder);
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ORIGINAL,        EXPLICIT, EXPLICIT",
        "ORIGINAL,        IMPLICIT, IMPLICIT",
        "UNIFIED,         EXPLICIT, IMPLICIT",
        "UNIFIED,         IMPLICIT, EXPLICIT",
        "COMPACT_UNIFIED, EXPLICIT, EXPLICIT",
        "COMPACT_UNIFIED, IMPLICIT, IMPLICIT",
    })
    void deviceGetsItsWeeks(TestDevice.Kind kind, CertificateType type, CertificateType enrolment) throws Exception {
        TestDevice device = TestDevice.enrolled(fixture.trust, fixture.clock, enrolment);
        TestDevice.Asked asked = device.ask(kind, type);
        Octets spdu = device.spdu(asked.request());
        RaEeCertAck ack = acknowledged(fixture.request(spdu));
        assertEquals(TestDevice.requestHash(spdu), ack.requestHash());
        assertEquals(new IValue(I), ack.firstI());
        String first = name(spdu, I) + ".zip";
        assertEquals("404", RaFixture.outcome(device.download(fixture.http, fixture.base(), first)), "not yet");

        fixture.round();
        Set<Octets> values = new HashSet<>();
        for (int i = I; i <= I + 2; i++) {
            HttpResponse<byte[]> file = device.download(fixture.http, fixture.base(), name(spdu, i) + ".zip");
            assertEquals("200", RaFixture.outcome(file));
            Map<String, Octets> entries = Answers.entries(file.body());
            String period = Integer.toHexString(i);
            assertEquals(
                    List.of(period + "_0", period + "_1", period + "_2", period + ".info"),
                    List.copyOf(entries.keySet()));
            for (int j = 0; j < 3; j++) {
                HashedCertificate certificate =
                        Answers.open(fixture.trust, asked, Answers.entry(entries, period + "_" + j), i, j);
                LinkageData id = assertInstanceOf(
                        LinkageData.class,
                        certificate.certificate().toBeSigned().value().id());
                assertEquals(i, id.iCert().value());
                assertTrue(values.add(id.linkageValue().octets()));
                assertEquals(type, certificate.certificate().type());
            }
        }
        assertEquals(
                "400-76", RaFixture.outcome(device.download(fixture.http, fixture.base(), name(spdu, I + 3) + ".zip")));
    }

    @ParameterizedTest
    @CsvSource({"ENCRYPTED, EXPLICIT", "ENCRYPTED, IMPLICIT", "PLAIN, EXPLICIT", "PLAIN, IMPLICIT"})
    void roadsideUnitGetsItsCertificate(TestDevice.Kind kind, CertificateType type) throws Exception {
        TestDevice unit = TestDevice.enrolled(fixture.trust, fixture.clock, CertificateType.EXPLICIT);
        TestDevice.Asked asked = unit.ask(kind, type);
        Octets spdu = unit.spdu(asked.request());
        assertEquals(null, acknowledged(fixture.request(spdu)).firstI());
        fixture.round();
        String hash = TestDevice.requestHash(spdu).toString();
        HttpResponse<byte[]> file = unit.download(fixture.http, fixture.base(), hash + ".zip");
        assertEquals("200", RaFixture.outcome(file));
        Octets answer = Answers.entry(Answers.entries(file.body()), Integer.toHexString(I) + "_0");
        HashedCertificate certificate = Answers.open(fixture.trust, asked, answer, 0, 0);
        assertEquals(
                asked.request().tbsCert().id(),
                certificate.certificate().toBeSigned().value().id());
        assertEquals(
                asked.request().tbsCert().validityPeriod(),
                certificate.certificate().toBeSigned().value().validityPeriod());
    }

    @Test
    void sameOctetsGetTheSameAnswerAndNothingTwice() throws Exception {
        TestDevice device = TestDevice.enrolled(fixture.trust, fixture.clock, CertificateType.EXPLICIT);
        Octets spdu = device.spdu(
                device.ask(TestDevice.Kind.UNIFIED, CertificateType.EXPLICIT).request());
        byte[] first = fixture.request(spdu).body();
        assertArrayEquals(first, fixture.request(spdu).body());
        fixture.round();
        int issued = fixture.peers.issued.size();
        byte[] file = device.download(fixture.http, fixture.base(), name(spdu, I) + ".zip")
                .body();
        fixture.round();
        assertArrayEquals(first, fixture.request(spdu).body());
        assertArrayEquals(
                file,
                device.download(fixture.http, fixture.base(), name(spdu, I) + ".zip")
                        .body());
        assertEquals(issued, fixture.peers.issued.size());
    }

    @Test
    void brokenDownloadGoesOnWhereItStopped() throws Exception {
        TestDevice device = TestDevice.enrolled(fixture.trust, fixture.clock, CertificateType.EXPLICIT);
        Octets spdu = device.spdu(
                device.ask(TestDevice.Kind.UNIFIED, CertificateType.EXPLICIT).request());
        fixture.request(spdu);
        fixture.round();
        String name = name(spdu, I) + ".zip";
        HttpResponse<byte[]> whole = device.download(fixture.http, fixture.base(), name);
        assertEquals(
                "attachment; filename=\"" + name + "\"",
                whole.headers().firstValue("Content-Disposition").orElseThrow());
        int length = whole.body().length;
        HttpResponse<byte[]> head = device.download(fixture.http, fixture.base(), name, "Range", "bytes=0-99");
        HttpResponse<byte[]> tail = device.download(fixture.http, fixture.base(), name, "Range", "bytes=100-");
        HttpResponse<byte[]> last = device.download(fixture.http, fixture.base(), name, "Range", "bytes=-5");
        assertEquals(206, head.statusCode());
        assertEquals(
                "bytes 100-" + (length - 1) + "/" + length,
                tail.headers().firstValue("Content-Range").orElseThrow());
        assertEquals(Octets.of(whole.body()), Octets.concat(Octets.of(head.body()), Octets.of(tail.body())));
        assertEquals(Octets.of(whole.body()).last(5), Octets.of(last.body()));
        assertEquals(
                416,
                device.download(fixture.http, fixture.base(), name, "Range", "bytes=" + length + "-")
                        .statusCode());
        HttpResponse<byte[]> info = device.download(fixture.http, fixture.base(), name(spdu, I) + ".info");
        RaEeCertInfo content = RaEeCertInfoSpdu.CODEC
                .decode(Octets.of(info.body()), Reading.STRICT)
                .value()
                .content()
                .value();
        assertEquals(TestDevice.requestHash(spdu), content.requestHash());
        assertEquals(I, content.currentI().value());
        assertEquals(
                Octets.of(info.body()), Answers.entry(Answers.entries(whole.body()), Integer.toHexString(I) + ".info"));
    }

    @Test
    void nextWeekIsPreparedWhenItsTimeComes() throws Exception {
        try (RaFixture own = new RaFixture(folder.resolve("later"))) {
            TestDevice device = TestDevice.enrolled(own.trust, own.clock, CertificateType.EXPLICIT);
            Octets spdu = device.spdu(device.ask(TestDevice.Kind.COMPACT_UNIFIED, CertificateType.EXPLICIT)
                    .request());
            own.request(spdu);
            own.round();
            own.clock.step(Duration.ofDays(7));
            own.round();
            assertEquals("200", RaFixture.outcome(device.download(own.http, own.base(), name(spdu, I + 3) + ".zip")));
            own.clock.step(Duration.ofDays(14));
            own.round();
            assertEquals(
                    "404",
                    RaFixture.outcome(device.download(own.http, own.base(), name(spdu, I) + ".zip")),
                    "expired weeks are dropped");
            assertEquals(
                    1,
                    own.peers.toLa.stream()
                                    .map(request -> request.chainId())
                                    .distinct()
                                    .count()
                            / 2);
        }
    }

    @Test
    void requestsToTheAcaTellNeitherDeviceNorPlaceInTheWeek() throws Exception {
        TestDevice device = TestDevice.enrolled(fixture.trust, fixture.clock, CertificateType.EXPLICIT);
        TestDevice.Asked asked = device.ask(TestDevice.Kind.ORIGINAL, CertificateType.EXPLICIT);
        fixture.request(device.spdu(asked.request()));
        int before = fixture.peers.batches.size();
        fixture.round();
        List<Octets> requests = fixture.peers.batches.stream()
                .skip(before)
                .flatMap(List::stream)
                .toList();
        assertEquals(9, requests.size());
        Set<Octets> rest = new HashSet<>();
        for (Octets request : requests) {
            RaAcaCertRequest sent = StandInPeers.read(request);
            assertEquals(0, sent.generationTime().seconds() % 86_400, "no finer time than the day");
            rest.add(Octets.of((byte) sent.flags().bits()));
            assertFalse(request.hex().contains(device.enrolment.id().octets().hex()));
        }
        assertEquals(1, rest.size());
    }

    @Test
    void noKeyOfThisAuthorityOpensAnythingItStores() throws Exception {
        TestDevice device = TestDevice.enrolled(fixture.trust, fixture.clock, CertificateType.EXPLICIT);
        for (TestDevice.Kind kind : List.of(TestDevice.Kind.ORIGINAL, TestDevice.Kind.ENCRYPTED)) {
            fixture.request(
                    device.spdu(device.ask(kind, CertificateType.EXPLICIT).request()));
        }
        fixture.round();
        AuthorityIdentity own = fixture.ra().getBean(AuthorityIdentity.class);
        List<Octets> stored = fixture.ra().getBean(AuthorityDatabase.class).inTransaction("reading", connection -> {
            List<Octets> octets = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select unnest(responses) from ra.week"
                            + " union select unnest(requests) from ra.week union select request from ra.request"
                            + " union select ack from ra.request")) {
                while (rows.next()) {
                    if (rows.getBytes(1) != null) {
                        octets.add(Octets.of(rows.getBytes(1)));
                    }
                }
            }
            return octets;
        });
        int encrypted = 0;
        for (Octets octets : stored) {
            EncryptedData data = encrypted(octets);
            if (data != null) {
                encrypted++;
                assertFalse(Envelope.open(data, own.openingKey()) instanceof Opening.Opened);
            }
        }
        assertTrue(encrypted >= 10, encrypted + " encrypted answers");
    }

    private static @Nullable EncryptedData encrypted(Octets octets) {
        try {
            Ieee1609Dot2Content content = Ieee1609Dot2Data.CODEC
                    .decode(octets, Reading.STRICT)
                    .value()
                    .content();
            return switch (content) {
                case EncryptedData data -> data;
                case SignedData signed -> encrypted(signed.unsecuredPayload().orElseThrow());
                default -> null;
            };
        } catch (DecodeException e) {
            return null;
        }
    }

    private static RaEeCertAck acknowledged(HttpResponse<byte[]> reply) throws DecodeException {
        assertEquals("200", RaFixture.outcome(reply));
        var spdu = RaEeCertAckSpdu.CODEC
                .decode(Octets.of(reply.body()), Reading.STRICT)
                .value();
        assertEquals(
                fixture.trust.certificate("ra").id(),
                HashedCertificate.of(Objects.requireNonNull(spdu.signer())).id());
        return spdu.content().value();
    }

    private static String name(Octets spdu, int i) {
        return TestDevice.requestHash(spdu) + "_" + Integer.toHexString(i);
    }
}
