package org.v2xscms.pca;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2dot1.acara.AcaResponse;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaRaCertResponseSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedCertificateRequest;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.certificate.WireSignature;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SigningInput;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.kernel.exchange.PlayedAuthority;
import org.v2xscms.pca.issue.SingleRequestController;

/** The standard's single request, over HTTP. */
class SingleRequestTest {

    @TempDir
    private static Path folder;

    private static TestCa ca;

    @BeforeAll
    static void start() throws Exception {
        ca = new TestCa(folder, true);
        ca.offerKeys();
    }

    @AfterAll
    static void stop() {
        ca.close();
    }

    @Test
    void answerIsSignedNamesItsRequestAndHoldsTheDevicesAnswerOnce() throws Exception {
        for (TestDevice.Kind kind : List.of(TestDevice.Kind.COMPACT, TestDevice.Kind.UNIFIED)) {
            TestDevice device = device(kind);
            Octets request = signed(device.request(ca.present(), 0), ca.ra);
            HttpResponse<byte[]> answer = post(request);
            assertEquals(200, answer.statusCode());
            var spdu = AcaRaCertResponseSpdu.CODEC
                    .decode(answer.body(), Reading.STRICT)
                    .value();
            assertTrue(
                    MessageSignature.verify(spdu.signedData(), ca.certificate(), ca.key(), new BouncyCastleVerifier())
                            .isPresent());
            var response = spdu.content().value();
            assertEquals(HashedId8.of(HashFunction.SHA256.digest(request).value()), response.requestHash());
            Octets forDevice = switch (response.acaResponse()) {
                case AcaResponse.Private(var value) -> value.octets();
                case AcaResponse.Cubk(var value) -> value.octets();
                case AcaResponse other -> throw new AssertionError("not encrypted: " + other);
            };
            HashedCertificate certificate = device.open(forDevice, ca.present(), 0, ca.certificate(), ca.key());
            assertEquals(CertificateType.EXPLICIT, certificate.certificate().type());
            assertArrayEquals(answer.body(), post(request).body(), "a retry gets the same octets");
            ca.restart();
            assertArrayEquals(answer.body(), post(request).body(), "also after a restart");
        }
    }

    @Test
    void requestOfAnotherRoleTamperedOldOrFromTheFutureIsRefused() throws Exception {
        Octets request = device(TestDevice.Kind.COMPACT).request(ca.present(), 0);
        Octets spdu = signed(request, ca.ra);
        assertEquals("400-30", error(post(signed(request, ca.ma))));
        byte[] tampered = spdu.toByteArray();
        tampered[tampered.length - 1] ^= 1;
        assertEquals("403-43", error(post(Octets.of(tampered))));
        assertEquals("400-42", error(post(Octets.ofHex("0380"))));
        ca.clock.step(Duration.ofHours(26));
        assertEquals("400-77", error(post(spdu)));
        ca.clock.set(TestLinkage.NOW.minus(Duration.ofMinutes(6)));
        assertEquals("400-50", error(post(spdu)));
        ca.clock.set(TestLinkage.NOW);
        assertEquals(200, post(spdu).statusCode());
    }

    private static TestDevice device(TestDevice.Kind kind) {
        return new TestDevice(ca.linkage, kind, CertificateType.EXPLICIT, ca.present());
    }

    private static Octets signed(Octets pdu, PlayedAuthority who) throws Exception {
        HashedCertificate certificate = who.identity().certificate();
        var digest =
                new SigningInput.DoubleHash(HashFunction.SHA256).digest(pdu, certificate.octets(HashedForm.CANONICAL));
        var signature = new WireSignature(
                Curve.NIST_P256,
                who.identity().signer(MessageKind.SIGNED_REQUEST).sign(digest));
        var request = new SignedCertificateRequest<>(
                HashAlgorithm.SHA256,
                ScmsPdu.CODEC.keepingOctets().decode(pdu, Reading.STRICT).value(),
                new SignerIdentifier.Certificates(List.of(certificate.encoded())),
                signature.toSignature());
        return Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(
                new Ieee1609Dot2Content.SignedCertificateRequest(SignedCertificateRequest.CODEC.encode(request))));
    }

    private static String error(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Ieee-1609.2.1-Error").orElse("status " + response.statusCode());
    }

    private static HttpResponse<byte[]> post(Octets body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ca.port() + SingleRequestController.PATH))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
