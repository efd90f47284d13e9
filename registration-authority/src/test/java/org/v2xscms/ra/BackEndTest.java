package org.v2xscms.ra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration.Years;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.ieee1609dot2.crl.CrlPriorityInfo;
import org.v2xscms.codec.ieee1609dot2.crl.SecuredCrl;
import org.v2xscms.codec.ieee1609dot2.crl.SequenceOfHashBasedRevocationInfo;
import org.v2xscms.codec.ieee1609dot2.crl.ToBeSignedHashIdCrl;
import org.v2xscms.codec.ieee1609dot2.crl.TypeSpecificCrlContents;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EcaEeCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EeEcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaInterfacePdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CertificateManagementInformationStatusSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CompositeCrlSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeEcaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaEeEnrollmentCertAckSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.misbehaviour.EtsiTs103759MbrSec;
import org.v2xscms.codec.misbehaviour.SaeJ3287Data;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.message.RequestSignature;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.VaultSigner;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.exchange.PeerClient;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.exchange.SecuredExchange;
import org.v2xscms.kernel.http.BackEndChannel;
import org.v2xscms.kernel.operator.OperatorCredential;
import org.v2xscms.messages.Accepted;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.BlockAnswer;
import org.v2xscms.messages.BlockWarrant;
import org.v2xscms.messages.CaseId;
import org.v2xscms.messages.ChainRelease;
import org.v2xscms.messages.Decision;
import org.v2xscms.messages.Publication;
import org.v2xscms.messages.Refusal;
import org.v2xscms.messages.ReportForward;
import org.v2xscms.messages.RequestDigest;
import org.v2xscms.messages.ResolveAnswer;
import org.v2xscms.messages.SuccessorEnrollment;
import org.v2xscms.messages.SuccessorEnrollmentResponse;
import org.v2xscms.messages.Warrant;

/** What the misbehaviour authority orders and publishes, successors, reports and public files: over HTTP, for real. */
class BackEndTest {

    @TempDir
    private Path folder;

    private RaFixture fixture;
    private TestDevice device;

    @BeforeEach
    void start() throws Exception {
        fixture = new RaFixture(folder, "scms.ra.blocks-per-day=2", "scms.ra.reports.anonymous=2");
        device = TestDevice.enrolled(fixture.trust, fixture.clock, CertificateType.EXPLICIT);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private BackEndPdu askAs(String name, BackEndPdu request) throws InterruptedException {
        PeerClient client = new PeerClient(
                fixture.peers.exchangeOf(name),
                BackEndChannel.trusting(null, Duration.ofSeconds(60), 1 << 20),
                fixture.base(),
                fixture.trust.certificate("ra"),
                Role.RA);
        return assertInstanceOf(PeerClient.Reply.Answer.class, client.ask(request))
                .pdu();
    }

    private static CaseId caseId(int number) {
        byte[] octets = new byte[16];
        octets[0] = (byte) number;
        return new CaseId(Octets.of(octets));
    }

    private BlockWarrant warrant(CaseId caseId, CaseId resolved, Octets request, OperatorCredential... operators) {
        Decision decision = new Decision(caseId, Octets.of(new byte[32]));
        Octets resolution = fixture.peers
                .exchangeOf("pca")
                .signStatement(new ResolveAnswer(
                        resolved,
                        new RequestDigest(HashFunction.SHA256.digest(request).value()),
                        fixture.trust.certificate("ra").id()));
        return new BlockWarrant(
                new Warrant(
                        decision,
                        List.of(operators).stream()
                                .map(operator -> operator.approve(decision))
                                .toList()),
                resolution);
    }

    private static BackEndPdu refused(Refusal.Reason reason) {
        return new Refusal(reason);
    }

    private Octets provisioned() throws Exception {
        Octets spdu = device.spdu(
                device.ask(TestDevice.Kind.UNIFIED, CertificateType.EXPLICIT).request());
        assertEquals("200", RaFixture.outcome(fixture.request(spdu)));
        fixture.round();
        return spdu;
    }

    @Test
    void warrantBlocksAtOnceAndReleasesBothChains() throws Exception {
        Octets spdu = provisioned();
        int i = fixture.peers.toLa.getFirst().firstI().value();
        String file = TestDevice.requestHash(spdu) + "_" + Integer.toHexString(i) + ".zip";
        assertEquals("200", RaFixture.outcome(device.download(fixture.http, fixture.base(), file)));
        Octets sent = fixture.peers.batches.getFirst().getFirst();
        BlockWarrant order = warrant(caseId(1), caseId(1), sent, fixture.alice, fixture.bob);
        BlockAnswer answer = assertInstanceOf(BlockAnswer.class, askAs("ma", order));
        assertEquals(new CrlSeries(1), answer.crlSeries());
        assertEquals(i + 2, answer.lastI().value());
        assertEquals(3, answer.jMax());
        Set<Octets> chains = new HashSet<>();
        fixture.peers.toLa.forEach(request -> chains.add(request.chainId().octets()));
        Set<Octets> released = new HashSet<>();
        for (int n = 0; n < 2; n++) {
            SecuredExchange la = fixture.peers.exchangeOf(n == 0 ? "la1" : "la2");
            var message = assertInstanceOf(
                    SecuredExchange.Opened.Message.class,
                    la.statement(answer.releases().get(n), Set.of(Role.RA), Duration.ofMinutes(1)));
            ChainRelease release = assertInstanceOf(ChainRelease.class, message.pdu());
            assertEquals(n + 1, release.laId().octets().get(1));
            assertEquals(caseId(1), release.caseId());
            released.add(release.chainId().octets());
        }
        assertEquals(chains, released);

        assertEquals("400-20", RaFixture.outcome(device.download(fixture.http, fixture.base(), file)));
        assertEquals("400-20", RaFixture.outcome(fixture.request(spdu)), "a retry, too");
        assertEquals(
                "400-20",
                RaFixture.outcome(
                        fixture.request(device.spdu(device.ask(TestDevice.Kind.PLAIN, CertificateType.EXPLICIT)
                                .request()))));
        int batches = fixture.peers.batches.size();
        fixture.clock.step(Duration.ofDays(7));
        fixture.round();
        assertEquals(batches, fixture.peers.batches.size(), "no further week is asked for");
        fixture.clock.set(RaFixture.NOW);

        BlockAnswer again = assertInstanceOf(BlockAnswer.class, askAs("ma", order));
        assertEquals(answer.lastI(), again.lastI());
        assertEquals(answer.jMax(), again.jMax());
        assertFalse(answer.toString().contains(device.enrolment.id().toString()));
        assertEquals(
                List.of("BLOCK case=" + caseId(1).octets().hex()),
                audited("BLOCK").stream().distinct().toList());
    }

    @Test
    void warrantThatDoesNotHoldIsRefused() throws Exception {
        provisioned();
        Octets sent = fixture.peers.batches.getFirst().getFirst();
        CaseId one = caseId(1);
        assertEquals(refused(Refusal.Reason.NOT_APPROVED), askAs("ma", warrant(one, one, sent, fixture.alice)));
        assertEquals(
                refused(Refusal.Reason.NOT_APPROVED),
                askAs("ma", warrant(one, one, sent, fixture.alice, fixture.alice)));
        assertEquals(
                refused(Refusal.Reason.EVIDENCE),
                askAs("ma", warrant(one, caseId(2), sent, fixture.alice, fixture.bob)));
        BlockWarrant good = warrant(one, one, sent, fixture.alice, fixture.bob);
        Octets byMa = fixture.peers
                .exchangeOf("ma")
                .signStatement(new ResolveAnswer(
                        one,
                        new RequestDigest(HashFunction.SHA256.digest(sent).value()),
                        fixture.trust.certificate("ra").id()));
        assertEquals(
                refused(Refusal.Reason.EVIDENCE),
                askAs("ma", new BlockWarrant(good.warrant(), byMa)),
                "the MA cannot say itself which request it was");
        assertEquals(
                refused(Refusal.Reason.UNKNOWN),
                askAs("ma", warrant(one, one, Octets.of((byte) 1), fixture.alice, fixture.bob)));
        assertEquals(refused(Refusal.Reason.NOT_SERVED), askAs("ma", new Accepted()));
        assertEquals(List.of(), audited("BLOCK"));
    }

    @Test
    void noLogLineNamesADevice() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        Level before = root.getLevel();
        root.setLevel(Level.INFO);
        root.addAppender(log);
        try {
            Octets spdu = provisioned();
            Octets sent = fixture.peers.batches.getFirst().getFirst();
            askAs("ma", warrant(caseId(1), caseId(1), sent, fixture.alice, fixture.bob));
            fixture.request(spdu);
            device.download(fixture.http, fixture.base(), TestDevice.requestHash(spdu) + "_1.zip");
            List<String> lines =
                    log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
            assertTrue(lines.stream().anyMatch(line -> line.contains("400-20")), lines::toString);
            List<String> names = new ArrayList<>(List.of(
                    device.enrolment.id().toString(),
                    TestDevice.requestHash(spdu).toString(),
                    HashFunction.SHA256.digest(sent).value().hex(),
                    "127.0.0.1:" + fixture.base().getPort()));
            fixture.peers.toLa.forEach(
                    request -> names.add(request.chainId().octets().hex()));
            for (String name : names) {
                assertFalse(lines.stream().anyMatch(line -> line.contains(name)), name);
            }
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }
    }

    @Test
    void budgetBoundsTheBlocksOfADay() throws Exception {
        for (int n = 1; n <= 3; n++) {
            device = TestDevice.enrolled(fixture.trust, fixture.clock, CertificateType.EXPLICIT);
            provisioned();
            Octets sent = fixture.peers.batches.getLast().getFirst();
            BackEndPdu answer = askAs("ma", warrant(caseId(n), caseId(n), sent, fixture.alice, fixture.bob));
            if (n < 3) {
                assertInstanceOf(BlockAnswer.class, answer);
            } else {
                assertEquals(refused(Refusal.Reason.BUDGET), answer);
            }
        }
        Octets other = fixture.peers.batches.getLast().getFirst();
        assertEquals(
                refused(Refusal.Reason.CONFLICT),
                askAs("ma", warrant(caseId(1), caseId(1), other, fixture.alice, fixture.bob)),
                "one case names one request");
    }

    private List<String> audited(String kind) {
        return fixture.ra().getBean(AuthorityDatabase.class).inTransaction("reading", connection -> {
            List<String> records = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select kind || ' ' || facts from audit.record where kind = '" + kind + "'")) {
                while (rows.next()) {
                    records.add(rows.getString(1));
                }
            }
            return records;
        });
    }

    // Successors

    @Test
    void successorComesFromTheEcaAndIsTheSameDevice() throws Exception {
        Octets sentBefore = provisioned();
        TestDevice successor =
                TestDevice.enrolled(fixture.trust, fixture.clock, CertificateType.EXPLICIT, "eca", new Years(5));
        fixture.peers.eca = request -> {
            SuccessorEnrollment forwarded = (SuccessorEnrollment) request;
            assertEquals(device.enrolment.id(), forwarded.current());
            return new SuccessorEnrollmentResponse(enrolled(successor.enrolment, forwarded.request()));
        };
        Octets spdu = successorRequest();
        HttpResponse<byte[]> ack = fixture.post("/v3/successor-enrollment-certificate", spdu);
        assertEquals("200", RaFixture.outcome(ack));
        assertEquals(
                TestDevice.requestHash(spdu),
                RaEeEnrollmentCertAckSpdu.CODEC
                        .decode(Octets.of(ack.body()), Reading.STRICT)
                        .value()
                        .content()
                        .value()
                        .requestHash());
        assertEquals(
                Octets.of(ack.body()),
                Octets.of(fixture.post("/v3/successor-enrollment-certificate", spdu)
                        .body()));
        assertEquals(
                "400-79",
                RaFixture.outcome(fixture.post("/v3/successor-enrollment-certificate", successorRequest())),
                "one certificate has one successor");
        String file = TestDevice.requestHash(spdu) + ".oer";
        assertEquals("404", RaFixture.outcome(successorAnswer(file)));
        fixture.round();
        assertEquals("200", RaFixture.outcome(successorAnswer(file)));

        int i = fixture.peers.toLa.getFirst().firstI().value();
        String week = TestDevice.requestHash(sentBefore) + "_" + Integer.toHexString(i) + ".zip";
        assertEquals("200", RaFixture.outcome(successor.download(fixture.http, fixture.base(), week)), "one device");
        Octets sent = fixture.peers.batches.getFirst().getFirst();
        askAs("ma", warrant(caseId(1), caseId(1), sent, fixture.alice, fixture.bob));
        assertEquals("400-20", RaFixture.outcome(successor.download(fixture.http, fixture.base(), week)));
        assertEquals("400-20", RaFixture.outcome(successorAnswer(file)));
        assertEquals(
                "400-20",
                RaFixture.outcome(fixture.request(successor.spdu(successor
                        .ask(TestDevice.Kind.PLAIN, CertificateType.EXPLICIT)
                        .request()))));
    }

    private Octets successorRequest() throws Exception {
        EeEcaCertRequest request = EeEcaCertRequest.of(device.now(), CertificateType.EXPLICIT, wanted(), null);
        Ieee1609Dot2Data inner = RequestSignature.selfSign(
                ScmsPdu.of(new ScmsPdu.Content.EcaEe(request)),
                SoftwareSigner.hedged(device.enrolledKeys, device.random));
        var content = new EeRaInterfacePdu.EeRaSuccessorEnrollmentCertRequest(EeEcaCertRequestSpdu.CODEC
                .decode(Ieee1609Dot2Data.CODEC.encode(inner), Reading.STRICT)
                .encoded());
        return device.seal(device.sign(new ScmsPdu.Content.EeRa(content)), fixture.trust.certificate("ra"));
    }

    private ToBeSignedCertificate wanted() {
        var own = device.enrolment.certificate().toBeSigned().value();
        return new ToBeSignedCertificate(
                own.id(),
                new HashedId3(Octets.ofHex("000000")),
                new CrlSeries(0),
                own.validityPeriod(),
                own.region(),
                null,
                null,
                null,
                own.certRequestPermissions(),
                null,
                null,
                own.verifyKeyIndicator(),
                null,
                null,
                null,
                null,
                Additions.NONE);
    }

    private Octets enrolled(HashedCertificate certificate, Octets request) {
        HashedCertificate eca = fixture.trust.certificate("eca");
        ScmsPdu pdu = ScmsPdu.of(new ScmsPdu.Content.EcaEe(EcaEeCertResponse.of(
                device.now(), TestDevice.requestHash(request), List.of(eca.encoded()), certificate.encoded(), null)));
        return signed(ScmsPdu.CODEC.encode(pdu), "eca");
    }

    private Octets signed(Octets content, String signer) {
        HashedCertificate certificate = fixture.trust.certificate(signer);
        SignedDataPayload payload =
                SignedDataPayload.of(Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(content)));
        return Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(MessageSignature.sign(
                new ToBeSignedData(payload, HeaderInfo.of(SecurityMgmtPsid.PSID)),
                certificate,
                new SignerIdentifier.Certificates(List.of(certificate.encoded())),
                fixture.trust.signer(signer, MessageKind.SIGNED_RESPONSE))));
    }

    private HttpResponse<byte[]> successorAnswer(String file) throws Exception {
        return fixture.http.send(
                HttpRequest.newBuilder(fixture.base().resolve("/v3/successor-enrollment-certificate?filename=" + file))
                        .header("Ieee-1609.2.1-Authorization", device.authorization(file))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    // Publications

    private Octets crl(String signer, String label, Time32 issued, long serial) {
        HashedId8 craca = fixture.trust.certificate("root").id();
        CrlContents contents = new CrlContents(
                new CrlSeries(2),
                craca,
                issued,
                new Time32(issued.seconds() + 86_400),
                CrlPriorityInfo.NONE,
                new TypeSpecificCrlContents.FullHashCrl(new ToBeSignedHashIdCrl(
                        serial,
                        new SequenceOfHashBasedRevocationInfo(
                                List.of(), SequenceOfHashBasedRevocationInfo.Edition.OF_2022),
                        Additions.NONE)));
        HashedCertificate certificate = fixture.trust.certificate(signer);
        SignedDataPayload payload = SignedDataPayload.of(
                Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(CrlContents.CODEC.encode(contents))));
        return Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(MessageSignature.sign(
                new ToBeSignedData(payload, HeaderInfo.of(SecuredCrl.CRL_PSID)),
                certificate,
                new SignerIdentifier.Certificates(List.of(certificate.encoded())),
                new VaultSigner(
                        fixture.trust.vault("ma"),
                        fixture.trust.key("ma", label),
                        label.equals("crl-1") ? MessageKind.CRL : MessageKind.SIGNED_REQUEST))));
    }

    @Test
    void crlIsPublishedIfItIsSignedByWhoMayAndNewer() throws Exception {
        Time32 now = device.now();
        Octets first = crl("crlsigner", "crl-1", now, 1);
        Octets second = crl("crlsigner", "crl-1", new Time32(now.seconds() + 60), 2);
        String path = "/v3/crl?craca=" + fixture.trust.certificate("root").id() + "&crlSeries=2";
        assertEquals("404", RaFixture.outcome(fixture.get(path)));
        assertEquals(refused(Refusal.Reason.EVIDENCE), askAs("ma", new Publication(crl("ma", "sign-1", now, 1))));
        assertEquals(refused(Refusal.Reason.RULE), askAs("ma", new Publication(Octets.of((byte) 3))));
        assertEquals(new Accepted(), askAs("ma", new Publication(first)));
        assertEquals(first, Octets.of(fixture.get(path).body()));
        assertEquals(new Accepted(), askAs("ma", new Publication(second)));
        assertEquals(refused(Refusal.Reason.CONFLICT), askAs("ma", new Publication(first)), "not backwards");
        assertEquals(new Accepted(), askAs("ma", new Publication(second)), "the same again");
        var composite = CompositeCrlSpdu.CODEC
                .decode(Octets.of(fixture.get("/v3/composite-crl-ctl").body()), Reading.STRICT.withLimits(Limits.FILE))
                .value()
                .content()
                .value();
        assertEquals(
                List.of(second), composite.crl().stream().map(Encoded::octets).toList());
        var status = CertificateManagementInformationStatusSpdu.CODEC
                .decode(
                        Octets.of(fixture.get("/v3/certificate-management-info-status")
                                .body()),
                        Reading.STRICT)
                .value()
                .content()
                .value();
        assertEquals(new Time32(now.seconds() + 60), status.crl().getFirst().issueDate());
        assertEquals(2, audited("PUBLISH").size());
    }

    @Test
    void publicFilesAreServedWhenEverythingElseIsDown() throws Exception {
        fixture.peers.down = true;
        fixture.ra().getBean(AuthorityDatabase.class).close();
        String pca = fixture.trust.certificate("pca").id().toString();
        for (String path : List.of(
                "/v3/ccf-ctl",
                "/v3/ccf-ctl?ctlSeriesId=5632580053434d53",
                "/v3/composite-crl-ctl",
                "/v3/ctl?ctlSeriesId=5632580053434d53&ctlSequenceNumber=1",
                "/v3/ca-certificate?certId=" + pca,
                "/v3/ra-certificate",
                "/v3/ma-certificate?psid=20",
                "/v3/certificate-management-info-status")) {
            HttpResponse<byte[]> reply = fixture.get(path);
            assertEquals("200", RaFixture.outcome(reply), path);
            assertTrue(reply.body().length > 0);
        }
        assertEquals(
                fixture.trust.certificate("pca").encoded().octets(),
                Octets.of(fixture.get("/v3/ca-certificate?certId=" + pca).body()));
        for (String path : List.of(
                "/v3/ccf-ctl?ctlSeriesId=0000000000000000",
                "/v3/ca-certificate?certId=0000000000000000",
                "/v3/ca-certificate?certId=../../ra/token.pin",
                "/v3/ma-certificate?psid=24",
                "/v3/crl?craca=0000000000000000&crlSeries=1")) {
            assertEquals("404", RaFixture.outcome(fixture.get(path)), path);
        }
    }

    // Reports

    private Octets report(String recipient) {
        Octets sealed = device.seal(
                Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(Octets.of(new byte[50]))),
                fixture.trust.certificate(recipient));
        try {
            return SaeJ3287Data.CODEC.encode(
                    new SaeJ3287Data(new EtsiTs103759MbrSec.SignedThenEncrypted(Ieee1609Dot2Data.CODEC
                            .keepingOctets()
                            .decode(sealed, Reading.STRICT)
                            .value())));
        } catch (DecodeException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void reportGoesOnAsItCameAndFloodsStop() throws Exception {
        Octets report = report("ma");
        assertEquals("200", RaFixture.outcome(fixture.post("/v3/mbr-upload-STE", report)));
        assertEquals(List.of(new ReportForward(report)), fixture.peers.toMa);
        assertEquals("400-32", RaFixture.outcome(fixture.post("/v3/mbr-upload-STE", report("pca"))));
        assertEquals("400-42", RaFixture.outcome(fixture.post("/v3/mbr-upload-STE", Octets.of((byte) 9))));
        assertEquals("400-32", RaFixture.outcome(fixture.post("/v3/mbr-upload-plaintext", report)));
        fixture.peers.down = true;
        assertEquals("503", RaFixture.outcome(fixture.post("/v3/mbr-upload-STE", report)));
        fixture.peers.down = false;
        assertEquals("429", RaFixture.outcome(fixture.post("/v3/mbr-upload-STE", report)));
        provisioned();
        assertEquals(
                "200",
                RaFixture.outcome(fixture.post(
                        "/v3/mbr-upload-STE",
                        report,
                        "Ieee-1609.2.1-Authorization",
                        device.authorization("mbr-upload-STE"))),
                "a device that says who it is has a budget of its own");
        fixture.clock.step(Duration.ofMinutes(1));
        assertEquals("200", RaFixture.outcome(fixture.post("/v3/mbr-upload-STE", report)));
    }
}
