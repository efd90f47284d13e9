package org.v2xscms.pca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.Hostname;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2dot1.acara.LinkageInfo;
import org.v2xscms.codec.ieee1609dot2dot1.acara.RaAcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.acara.RaAcaCertRequestFlags;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePlainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.validation.ValidationResult;
import org.v2xscms.kernel.exchange.PeerClient;
import org.v2xscms.kernel.operator.OperatorCredential;
import org.v2xscms.messages.CertificateBatch;
import org.v2xscms.messages.CertificateOutcome;
import org.v2xscms.messages.Refusal;
import org.v2xscms.pca.issue.HaltController;

/** Issuance as the RA and the device see it, over HTTP. */
class PseudonymCaTest {

    private static final List<TestDevice.Kind> KINDS = List.of(TestDevice.Kind.values());
    private static final List<CertificateType> TYPES = List.of(CertificateType.values());
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private static Path folder;

    private static TestCa ca;

    @BeforeAll
    static void start() throws Exception {
        ca = new TestCa(folder, true);
        assertEquals(
                List.of(new CertificateOutcome.Later()),
                ca.batch(List.of(device(TestDevice.Kind.COMPACT, CertificateType.EXPLICIT)
                        .request(ca.present(), 0))),
                "before a linkage authority has offered its key nobody can tell");
        ca.offerKeys();
    }

    @AfterAll
    static void stop() {
        ca.close();
    }

    // What a device gets

    @ParameterizedTest
    @CsvSource({
        "ORIGINAL, EXPLICIT",
        "ORIGINAL, IMPLICIT",
        "UNIFIED, EXPLICIT",
        "UNIFIED, IMPLICIT",
        "COMPACT, EXPLICIT",
        "COMPACT, IMPLICIT"
    })
    void deviceOpensItsCertificatesWhoseLinkageValueIsThatOfBothSeeds(TestDevice.Kind kind, CertificateType type)
            throws Exception {
        TestDevice device = device(kind, type);
        int i = ca.present();
        List<CertificateOutcome> outcomes =
                ca.batch(List.of(device.request(i, 0), device.request(i, 1), device.request(i + 1, 0)));
        HashedCertificate first = open(device, outcomes.get(0), i, 0);
        HashedCertificate second = open(device, outcomes.get(1), i, 1);
        HashedCertificate nextWeek = open(device, outcomes.get(2), i + 1, 0);
        assertEquals(new LinkageDataOf(i, device.linkageValue(i, 0)), LinkageDataOf.of(first));
        assertEquals(new LinkageDataOf(i, device.linkageValue(i, 1)), LinkageDataOf.of(second));
        assertEquals(new LinkageDataOf(i + 1, device.linkageValue(i + 1, 0)), LinkageDataOf.of(nextWeek));
        ToBeSignedCertificate content = first.certificate().toBeSigned().value();
        assertEquals(HashedId3.of(ca.trust.certificate("root").hash().value()), content.cracaId());
        assertEquals(new CrlSeries(1), content.crlSeries());
        assertEquals(new Duration.Hours(169), content.validityPeriod().duration());
        assertEquals(
                347_619_603L + 604_800L * i, content.validityPeriod().start().seconds());
        assertEquals(List.of(new PsidSsp(new Psid(32), null)), content.appPermissions());
        for (HashedCertificate certificate : List.of(first, second)) {
            assertInstanceOf(
                    ValidationResult.Valid.class,
                    ca.ra.trust().validator().validate(certificate, Time64.of(ca.clock.instant())));
        }
    }

    @Test
    void answersOfOneKindAreEquallyLong() throws Exception {
        for (TestDevice.Kind kind : TestDevice.Kind.values()) {
            for (CertificateType type : CertificateType.values()) {
                Set<Integer> lengths = new HashSet<>();
                for (int n = 0; n < 3; n++) {
                    TestDevice device = device(kind, type);
                    for (int j = 0; j < 4; j++) {
                        lengths.add(
                                ca.issued(device.request(ca.present() + n, j)).length());
                    }
                }
                assertEquals(1, lengths.size(), kind + " " + type + " " + lengths);
            }
        }
    }

    @Test
    void applicationCertificateComesPlainWithTheValidityAskedFor() throws Exception {
        try (KeyPair keys = KeyPair.generate(Curve.NIST_P256, RANDOM)) {
            Octets answer = ca.issued(application(keys, 131));
            HashedCertificate certificate = HashedCertificate.of(AcaEeCertResponsePlainSpdu.CODEC
                    .decode(answer, Reading.STRICT)
                    .value()
                    .content()
                    .value()
                    .certificate());
            ToBeSignedCertificate content =
                    certificate.certificate().toBeSigned().value();
            assertEquals(new CrlSeries(2), content.crlSeries());
            assertEquals(new Duration.Hours(168), content.validityPeriod().duration());
            assertInstanceOf(
                    ValidationResult.Valid.class,
                    ca.ra.trust().validator().validate(certificate, Time64.of(ca.clock.instant())));
        }
    }

    // Once, and the same

    @Test
    void sameRequestGetsTheSameOctetsAlsoInAnotherBatchAndAfterARestart() throws Exception {
        List<Octets> requests = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            TestDevice device = device(KINDS.get(n % 3), TYPES.get(n % 2));
            requests.add(device.request(ca.present(), n));
        }
        List<CertificateOutcome> first = ca.batch(requests);
        first.forEach(TestCa::response);
        assertEquals(first, ca.batch(requests));
        assertEquals(first.reversed(), ca.batch(requests.reversed()));
        ca.restart();
        assertEquals(first, ca.batch(requests));
    }

    @Test
    void linkageValueIsIssuedOnce() throws Exception {
        TestDevice device = device(TestDevice.Kind.UNIFIED, CertificateType.EXPLICIT);
        int i = ca.present();
        LinkageInfo shares = device.shares(i, 0);
        List<PsidSsp> bsm = List.of(new PsidSsp(new Psid(32), null));
        Octets first = device.request(i, 0, shares, bsm);
        Octets otherKey = device.request(i, 1, shares, bsm);
        Octets encryptedAnew = device.request(i, 0, device.shares(i, 0), bsm);
        Octets answer = ca.issued(first);
        assertEquals(List.of(refused(Refusal.Reason.CONFLICT)), ca.batch(List.of(otherKey)));
        assertEquals(List.of(refused(Refusal.Reason.CONFLICT)), ca.batch(List.of(encryptedAnew)));
        assertEquals(answer, ca.issued(first));
    }

    // Refusals

    @Test
    void onlyAnRaGetsCertificates() throws Exception {
        CertificateBatch batch = new CertificateBatch(List.of(
                device(TestDevice.Kind.COMPACT, CertificateType.EXPLICIT).request(ca.present(), 0)));
        assertEquals(new Refusal(Refusal.Reason.ROLE), ca.ask(ca.played("la1"), batch));
        assertEquals(new Refusal(Refusal.Reason.ROLE), ca.ask(ca.ma, batch));
        assertInstanceOf(
                PeerClient.Reply.NoAnswer.class, ca.client(ca.played("eca")).ask(batch));
    }

    @Test
    void keyIsOfferedByTheAuthorityOfThatNumberOnly() throws Exception {
        assertEquals(new Refusal(Refusal.Reason.ROLE), ca.ask(ca.played("la1"), ca.linkage.offer(TestLinkage.LA2)));
        assertEquals(new Refusal(Refusal.Reason.ROLE), ca.ask(ca.ra, ca.linkage.offer(TestLinkage.LA1)));
    }

    @Test
    void sharesOfOneAuthorityOfAnotherKeyOrTamperedAreNoEvidence() throws Exception {
        TestDevice device = device(TestDevice.Kind.COMPACT, CertificateType.EXPLICIT);
        int i = ca.present();
        LinkageInfo good = device.shares(i, 0);
        Octets value = Octets.of(new byte[9]);
        SymmetricKey stranger = SymmetricKey.generate(SymmAlgorithm.AES128_CCM, RANDOM);
        List<PsidSsp> bsm = List.of(new PsidSsp(new Psid(32), null));
        List<Octets> requests = List.of(
                device.request(i, 0, LinkageInfo.of(good.encPlv1(), good.encPlv1()), bsm),
                device.request(
                        i,
                        0,
                        LinkageInfo.of(good.encPlv1(), TestLinkage.encrypt(TestLinkage.LA2, value, stranger)),
                        bsm),
                device.request(
                        i,
                        0,
                        LinkageInfo.of(good.encPlv1(), ca.linkage.encrypt(TestLinkage.LA2, Octets.of(new byte[10]))),
                        bsm),
                tampered(
                        device.request(i, 0, good, bsm), good.encPlv2().encPlv().octets()));
        for (CertificateOutcome outcome : ca.batch(requests)) {
            assertEquals(refused(Refusal.Reason.EVIDENCE), outcome);
        }
        assertEquals(
                0,
                ca.rows("select 1 from pca.issued where linkage_value = '\\x"
                                + device.linkageValue(i, 0).hex() + "'")
                        .size());
    }

    @Test
    void permissionsAndPeriodsOutsideTheProfileAreRefused() throws Exception {
        TestDevice device = device(TestDevice.Kind.COMPACT, CertificateType.EXPLICIT);
        int i = ca.present();
        List<PsidSsp> wsa = List.of(new PsidSsp(new Psid(135), null));
        List<PsidSsp> both = List.of(new PsidSsp(new Psid(32), null), new PsidSsp(new Psid(135), null));
        List<PsidSsp> management = List.of(new PsidSsp(new Psid(35), null));
        try (KeyPair keys = KeyPair.generate(Curve.NIST_P256, RANDOM)) {
            List<CertificateOutcome> outcomes = ca.batch(List.of(
                    device.request(i, 0, device.shares(i, 0), wsa),
                    device.request(i, 1, device.shares(i, 1), both),
                    device.request(i, 2, device.shares(i, 2), management),
                    application(keys, 32),
                    new TestDevice(ca.linkage, TestDevice.Kind.COMPACT, CertificateType.EXPLICIT, i - 1)
                            .request(i - 1, 0),
                    device.request(i + 161, 0),
                    Octets.ofHex("00ff17")));
            assertEquals(
                    List.of(
                            refused(Refusal.Reason.RULE),
                            refused(Refusal.Reason.RULE),
                            refused(Refusal.Reason.RULE),
                            refused(Refusal.Reason.RULE),
                            refused(Refusal.Reason.PERIOD),
                            refused(Refusal.Reason.PERIOD),
                            refused(Refusal.Reason.NOT_SERVED)),
                    outcomes);
        }
    }

    @Test
    void oversizedOrForeignBodiesAreRefusedBeforeAnythingIsLookedAt() throws Exception {
        assertEquals(
                "400-42",
                post("/v3/back-end", new byte[100])
                        .headers()
                        .firstValue("Ieee-1609.2.1-Error")
                        .orElse(""));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ca.port())) {
            String head = "POST /v3/back-end HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n"
                    + "Content-Length: " + ((24 << 20) + 1) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertTrue(answer.readLine().startsWith("HTTP/1.1 400"));
        }
    }

    // The operator's switch

    @Test
    void operatorStopsIssuanceAndLetsItGoOn() throws Exception {
        OperatorCredential alice = ca.operators.getFirst();
        Octets request =
                device(TestDevice.Kind.COMPACT, CertificateType.EXPLICIT).request(ca.present(), 0);
        assertEquals(401, operate(HaltController.HALT, null).statusCode());
        assertEquals(204, operate(HaltController.HALT, alice).statusCode());
        PeerClient.Reply stopped = ca.client(ca.ra).ask(new CertificateBatch(List.of(request)));
        assertTrue(assertInstanceOf(PeerClient.Reply.NoAnswer.class, stopped)
                        .retryAfter()
                        .toSeconds()
                >= 1);
        ca.restart();
        assertInstanceOf(PeerClient.Reply.NoAnswer.class, ca.client(ca.ra).ask(new CertificateBatch(List.of(request))));
        assertEquals(204, operate(HaltController.RESUME, alice).statusCode());
        ca.issued(request);
        assertEquals(
                List.of(List.of("HALT", "alice"), List.of("RESUME", "alice")),
                ca.rows("select kind, actor from audit.record where kind in ('HALT', 'RESUME') order by sequence"));
    }

    // The test's side

    private record LinkageDataOf(int i, Octets value) {

        static LinkageDataOf of(HashedCertificate certificate) {
            LinkageData data = assertInstanceOf(
                    LinkageData.class,
                    certificate.certificate().toBeSigned().value().id());
            return new LinkageDataOf(data.iCert().value(), data.linkageValue().octets());
        }
    }

    private static TestDevice device(TestDevice.Kind kind, CertificateType type) {
        return new TestDevice(ca.linkage, kind, type, ca.present());
    }

    private static HashedCertificate open(TestDevice device, CertificateOutcome outcome, int i, int j)
            throws Exception {
        return device.open(TestCa.response(outcome), i, j, ca.certificate(), ca.key());
    }

    private static Octets application(KeyPair keys, long psid) {
        RaAcaCertRequest request = RaAcaCertRequest.of(
                TestLinkage.requestTime(),
                CertificateType.EXPLICIT,
                RaAcaCertRequestFlags.of(false, false),
                null,
                null,
                TestDevice.wanted(
                        new CertificateId.Name(new Hostname("rsu.example")),
                        List.of(new PsidSsp(new Psid(psid), null)),
                        keys.publicKey(),
                        CertificateType.EXPLICIT));
        return ScmsPdu.CODEC.encode(ScmsPdu.of(new ScmsPdu.Content.AcaRa(request)));
    }

    /** The request with the last octet of {@code part}, which stands in it, changed. */
    private static Octets tampered(Octets request, Octets part) {
        int at = request.hex().indexOf(part.hex()) / 2 + part.length() - 1;
        byte[] octets = request.toByteArray();
        octets[at] ^= 1;
        assertNotEquals(request, Octets.of(octets));
        return Octets.of(octets);
    }

    private static CertificateOutcome refused(Refusal.Reason reason) {
        return new CertificateOutcome.Refused(reason);
    }

    private static HttpResponse<byte[]> operate(String path, @Nullable OperatorCredential operator) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ca.port() + path))
                .POST(HttpRequest.BodyPublishers.noBody());
        if (operator != null) {
            operator.headers("pca", "POST", path, Octets.EMPTY, ca.clock.instant())
                    .forEach(request::header);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static HttpResponse<byte[]> post(String path, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ca.port() + path))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
