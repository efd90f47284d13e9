package org.v2xscms.ra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration.Hours;
import org.v2xscms.codec.ieee1609dot2.basetypes.Hostname;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.ra.TestDevice.Kind;

/** Each refusal over HTTP: its number in the fine mode, a bare 500 in the coarse mode. */
class RefusalTest {

    private static final CertificateId PSEUDONYM =
            new LinkageData(new IValue(0), new LinkageValue(Octets.of(new byte[9])), null);

    @TempDir
    private static Path folder;

    private static RaFixture fixture;

    @BeforeAll
    static void start() throws Exception {
        fixture = new RaFixture(folder, "scms.ra.max-requests=2");
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static TestDevice device() {
        return TestDevice.enrolled(fixture.trust, fixture.clock, CertificateType.EXPLICIT);
    }

    private static EeRaCertRequest request(TestDevice device) {
        return device.ask(Kind.UNIFIED, CertificateType.EXPLICIT).request();
    }

    private static EeRaCertRequest generated(EeRaCertRequest request, Instant at) {
        return EeRaCertRequest.of(Time32.of(at), request.type(), request.tbsCert(), request.additionalParams());
    }

    private static EeRaCertRequest asking(
            Kind kind, CertificateId id, Instant start, int hours, long psid, int country) {
        return device().ask(
                        kind,
                        CertificateType.EXPLICIT,
                        id,
                        start,
                        new Hours(hours),
                        new Psid(psid),
                        TestDevice.country(country))
                .request();
    }

    private static Octets tampered(Octets octets) {
        byte[] changed = octets.toByteArray();
        changed[changed.length - 1] ^= 1;
        return Octets.of(changed);
    }

    /** Requests by the answer they must get. */
    private static Map<String, Octets> refused() {
        Instant now = RaFixture.NOW;
        TestDevice device = device();
        EeRaCertRequest good = request(device);
        Ieee1609Dot2Data signed = device.sign(new ScmsPdu.Content.EeRa(good));
        Map<String, Octets> refused = new LinkedHashMap<>();
        refused.put("400-42 not COER", Octets.of(new byte[100]));
        refused.put("400-42 cut", device.spdu(good).slice(0, 60));
        refused.put("400-42 oversized", Octets.of(new byte[(1 << 20) + 1]));
        refused.put("400-10 not encrypted", Ieee1609Dot2Data.CODEC.encode(signed));
        refused.put("400-81 to another authority", device.seal(signed, fixture.trust.certificate("eca")));
        refused.put("400-41 tampered ciphertext", tampered(device.spdu(good)));
        refused.put(
                "400-42 another message inside",
                device.seal(device.downloadRequest("x", device.now()), fixture.trust.certificate("ra")));
        TestDevice self =
                TestDevice.enrolled(fixture.trust, fixture.clock, CertificateType.EXPLICIT, "pca", new Hours(1000));
        refused.put("400-40 enrolled by an ACA", self.spdu(request(self)));
        TestDevice expired =
                TestDevice.enrolled(fixture.trust, fixture.clock, CertificateType.EXPLICIT, "eca", new Hours(200));
        refused.put("400-62 expired enrolment", expired.spdu(request(expired)));
        refused.put("403-43 signature of another request", forged(device, good));
        refused.put("400-50 from the future", device.spdu(generated(good, now.plusSeconds(31))));
        refused.put("400-77 stale", device.spdu(generated(good, now.minus(Duration.ofHours(25)))));
        refused.put("400-30 permission not held", spdu(asking(Kind.UNIFIED, PSEUDONYM, now, 169, 36, 840)));
        refused.put("400-33 region not held", spdu(asking(Kind.UNIFIED, PSEUDONYM, now, 169, 32, 124)));
        refused.put(
                "400-32 linkage value without butterfly keys",
                spdu(asking(Kind.ENCRYPTED, PSEUDONYM, now, 169, 32, 840)));
        refused.put(
                "400-35 a past week",
                spdu(asking(Kind.UNIFIED, PSEUDONYM, now.minus(Duration.ofDays(14)), 169, 32, 840)));
        refused.put(
                "400-35 weeks too far in the future",
                spdu(asking(Kind.UNIFIED, PSEUDONYM, now.plus(Duration.ofDays(60)), 169, 32, 840)));
        CertificateId unit = new CertificateId.Name(new Hostname("rsu"));
        refused.put("400-35 a certificate too long", spdu(asking(Kind.PLAIN, unit, now, 9000, 32, 840)));
        refused.put(
                "400-712 outside the enrolment",
                spdu(asking(Kind.PLAIN, unit, now.minus(Duration.ofDays(11)), 24 * 20, 32, 840)));
        return refused;
    }

    private static Octets spdu(EeRaCertRequest request) {
        return device().spdu(request);
    }

    /** The signature of one request under another. */
    private static Octets forged(TestDevice device, EeRaCertRequest request) {
        Octets original = Ieee1609Dot2Data.CODEC.encode(device.sign(new ScmsPdu.Content.EeRa(request)));
        byte[] changed = original.toByteArray();
        changed[changed.length - 1] ^= 1;
        try {
            return device.seal(
                    Ieee1609Dot2Data.CODEC
                            .decode(Octets.of(changed), Reading.STRICT)
                            .value(),
                    fixture.trust.certificate("ra"));
        } catch (DecodeException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void fineModeTellsTheNumberAndCoarseModeNothing() throws Exception {
        Map<String, Octets> refused = refused();
        Map<String, String> told = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        for (Map.Entry<String, Octets> one : refused.entrySet()) {
            told.put(one.getKey(), RaFixture.outcome(fixture.request(one.getValue())));
            expected.put(one.getKey(), one.getKey().substring(0, one.getKey().indexOf(' ')));
        }
        assertEquals(expected, told);
        fixture.ra().close();
        fixture.settings.put("scms.http.errors", "coarse");
        fixture.start();
        for (Map.Entry<String, Octets> one : refused.entrySet()) {
            HttpResponse<byte[]> reply = fixture.request(one.getValue());
            assertEquals("500", RaFixture.outcome(reply), one.getKey());
            assertEquals(0, reply.body().length);
        }
        fixture.ra().close();
        fixture.settings.put("scms.http.errors", "fine");
        fixture.start();
    }

    @Test
    void anotherRequestForTheSameWeeksIsRefused() throws Exception {
        TestDevice device = device();
        assertEquals("200", RaFixture.outcome(fixture.request(device.spdu(request(device)))));
        EeRaCertRequest again = request(device);
        assertEquals("400-710", RaFixture.outcome(fixture.request(device.spdu(again))));
        EeRaCertRequest nextWeek = device.ask(
                        Kind.COMPACT_UNIFIED,
                        CertificateType.IMPLICIT,
                        PSEUDONYM,
                        RaFixture.NOW.plus(Duration.ofDays(7)),
                        new Hours(169),
                        TestDevice.BSM,
                        null)
                .request();
        assertEquals("400-710", RaFixture.outcome(fixture.request(device.spdu(nextWeek))));
    }

    @Test
    void sameRequestSealedAnewIsAnotherRequest() throws Exception {
        TestDevice device = device();
        EeRaCertRequest request = request(device);
        assertEquals("200", RaFixture.outcome(fixture.request(device.spdu(request))));
        assertEquals("400-710", RaFixture.outcome(fixture.request(device.spdu(request))));
    }

    @Test
    void deviceAsksNoMoreThanSoOftenAWeek() throws Exception {
        TestDevice device = device();
        assertEquals(
                "200",
                RaFixture.outcome(fixture.request(device.spdu(
                        device.ask(Kind.PLAIN, CertificateType.EXPLICIT).request()))));
        assertEquals(
                "400-710",
                RaFixture.outcome(fixture.request(device.spdu(
                        device.ask(Kind.PLAIN, CertificateType.EXPLICIT).request()))),
                "a second certificate of the same permissions and time");
        assertEquals("200", RaFixture.outcome(fixture.request(device.spdu(request(device)))));
        CertificateId unit = new CertificateId.Name(new Hostname("rsu"));
        EeRaCertRequest third = device.ask(
                        Kind.PLAIN,
                        CertificateType.EXPLICIT,
                        unit,
                        RaFixture.NOW.plus(Duration.ofDays(8)),
                        new Hours(24),
                        TestDevice.BSM,
                        null)
                .request();
        assertEquals("400-79", RaFixture.outcome(fixture.request(device.spdu(third))));
    }

    @Test
    void downloadsAreRefused() throws Exception {
        TestDevice device = device();
        TestDevice other = device();
        Octets spdu = device.spdu(request(device));
        fixture.request(spdu);
        fixture.round();
        String name = TestDevice.requestHash(spdu) + "_26c.zip";
        Map<String, String> told = new LinkedHashMap<>();
        told.put("400-42 no authorization", download(name, null));
        told.put("400-42 not Base64", download(name, "%%%"));
        told.put("404 another device's file", download(name, other.authorization(name)));
        told.put("400-32 authorization for another file", download(name, device.authorization("x.zip")));
        told.put(
                "400-74 stale",
                download(name, device.authorization(name, Time32.of(RaFixture.NOW.minus(Duration.ofHours(1))))));
        told.put(
                "400-50 future",
                download(name, device.authorization(name, Time32.of(RaFixture.NOW.plus(Duration.ofHours(1))))));
        told.put(
                "400-10 not encrypted",
                download(
                        name,
                        TestDevice.base64(Ieee1609Dot2Data.CODEC.encode(device.downloadRequest(name, device.now())))));
        told.put(
                "404 no such request",
                download("0011223344556677_26c.zip", device.authorization("0011223344556677_26c.zip")));
        told.put("404 no name of ours", download("passwd", device.authorization("passwd")));
        Map<String, String> expected = new LinkedHashMap<>();
        told.keySet().forEach(key -> expected.put(key, key.substring(0, key.indexOf(' '))));
        assertEquals(expected, told);
    }

    private static String download(String name, @Nullable String authorization) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(fixture.base().resolve("/v3/authorization-certificate?filename=" + name));
        if (authorization != null) {
            request.header("Ieee-1609.2.1-Authorization", authorization);
        }
        return RaFixture.outcome(fixture.http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    }
}
