package org.v2xscms.obu.provisioning;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EeEcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.eera.AdditionalParams;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaDownloadRequest;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaInterfacePdu;
import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertAck;
import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertInfo;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeEcaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRa1609Dot2AuthenticatedCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRaDownloadRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRaSuccessorEnrollmentCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EncryptedSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaEeCertInfoSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedCertificateRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.butterfly.CocoonIndex;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.encrypt.SoftwareKeyAgreement;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Opening;
import org.v2xscms.crypto.envelope.OpeningKey;
import org.v2xscms.crypto.envelope.PrivateDecryptionKey;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.message.RequestSignature;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.crypto.validation.ChainValidator;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.crypto.validation.ValidationResult;

/** ECA and RA behind one HTTP server on this machine. Like real ones they answer the same request with the same octets. */
final class TestAuthorities implements AutoCloseable {

    static final int CERTIFICATES = 3;
    static final int FIRST_I = (int) IPeriods.CAMP.at(Time32.of(TestSystem.NOW).seconds());

    private static final SignatureVerifier VERIFIER = new BouncyCastleVerifier();

    final TestSystem system;
    final TestIssuer issuer;
    /** Bodies and download requests as they came, by method and path. */
    final Map<String, List<Octets>> received = new ConcurrentHashMap<>();
    /** Statuses, each with an error number or Retry-After, that are given instead of the next answers. */
    final Deque<Refusal> refusals = new ArrayDeque<>();
    /** How many octets of a download are sent before the connection breaks, once each. */
    final Deque<Integer> cuts = new ArrayDeque<>();

    @Nullable
    PublicPoint canonicalKey;

    boolean wholeFileAlways;

    private final HttpServer server;
    private final Map<Octets, Octets> answers = new HashMap<>();
    private final Map<HashedId8, EeRaCertRequest> accepted = new HashMap<>();
    private final Map<HashedId8, Octets> successors = new HashMap<>();
    private final Map<String, Octets> files = new HashMap<>();

    record Refusal(int status, String header, String value) {}

    /** A request that gets a status instead of an answer. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refused(int status, String reason) {
            super(reason);
            this.status = status;
        }
    }

    private interface Answer {
        Octets to(Octets body) throws DecodeException, Refused;
    }

    TestAuthorities(TestSystem system) throws IOException {
        this.system = system;
        this.issuer = new TestIssuer(system);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v3/enrollment-certificate", exchange -> post(exchange, this::enrol));
        server.createContext("/v3/authorization-certificate", exchange -> {
            if (exchange.getRequestMethod().equals("GET")) {
                download(exchange);
            } else {
                post(exchange, this::acknowledge);
            }
        });
        server.createContext("/v3/successor-enrollment-certificate", exchange -> {
            if (exchange.getRequestMethod().equals("GET")) {
                download(exchange);
            } else {
                post(exchange, this::acknowledgeSuccessor);
            }
        });
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Authority ra() {
        return new Authority(base(), system.ra.certificate());
    }

    List<Octets> posted(String path) {
        return received.getOrDefault("POST /v3/" + path, List.of());
    }

    int downloads(String path) {
        return received.getOrDefault("GET /v3/" + path, List.of()).size();
    }

    private void post(HttpExchange exchange, Answer answer) throws IOException {
        Octets body = Octets.of(exchange.getRequestBody().readAllBytes());
        received.computeIfAbsent("POST " + exchange.getRequestURI().getPath(), path -> new ArrayList<>())
                .add(body);
        if (refuse(exchange)) {
            return;
        }
        try {
            Octets known = answers.get(body);
            Octets octets = known == null ? answer.to(body) : known;
            answers.put(body, octets);
            send(exchange, 200, octets);
        } catch (DecodeException e) {
            exchange.getResponseHeaders().add("Ieee-1609.2.1-Error", "400-42");
            send(exchange, 400, Octets.EMPTY);
        } catch (Refused e) {
            exchange.getResponseHeaders().add("X-Reason", String.valueOf(e.getMessage()));
            send(exchange, e.status, Octets.EMPTY);
        }
    }

    private boolean refuse(HttpExchange exchange) throws IOException {
        Refusal refusal = refusals.poll();
        if (refusal != null) {
            exchange.getResponseHeaders().add(refusal.header, refusal.value);
            send(exchange, refusal.status, Octets.EMPTY);
        }
        return refusal != null;
    }

    private static void send(HttpExchange exchange, int status, Octets body) throws IOException {
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.length());
        if (!body.isEmpty()) {
            exchange.getResponseBody().write(body.toByteArray());
        }
        exchange.close();
    }

    private Octets enrol(Octets body) throws DecodeException, Refused {
        SignedCertificateRequest<EeEcaCertRequest> signed = EeEcaCertRequestSpdu.CODEC
                .decode(body, Reading.STRICT)
                .value()
                .request()
                .value();
        EeEcaCertRequest request = signed.tbsRequest().value();
        PublicPoint key = request.canonicalId() == null ? TestIssuer.key(request.tbsCert()) : canonicalKey;
        if (key == null || !RequestSignature.verifySelfSigned(signed, key, VERIFIER)) {
            throw new Refused(403, "signature");
        }
        return issuer.enrolmentAnswer(request, AuthorityLink.requestHash(body));
    }

    private Octets acknowledge(Octets body) throws DecodeException, Refused {
        SignedCertificateRequest<EeRaCertRequest> signed = EeRa1609Dot2AuthenticatedCertRequestSpdu.PLAINTEXT
                .decode(open(body), Reading.STRICT)
                .value()
                .request()
                .value();
        requireSignedBy(signed.signer(), signed);
        EeRaCertRequest request = signed.tbsRequest().value();
        HashedId8 hash = AuthorityLink.requestHash(body);
        accepted.put(hash, request);
        boolean butterfly = request.additionalParams() != null
                && !(request.additionalParams() instanceof AdditionalParams.EncryptionKey);
        RaEeCertAck ack = RaEeCertAck.of(
                Time32.of(TestSystem.NOW),
                issuer.faults.contains(Fault.OTHER_REQUEST_HASH) ? new HashedId8(Octets.of(new byte[8])) : hash,
                butterfly && !issuer.faults.contains(Fault.NO_FIRST_I) ? new IValue(FIRST_I) : null,
                Time32.of(TestSystem.NOW.plusSeconds(5)));
        return signed(new ScmsPdu.Content.EeRa(ack));
    }

    private Octets acknowledgeSuccessor(Octets body) throws DecodeException, Refused {
        SignedCertificateRequest<EeRaInterfacePdu.EeRaSuccessorEnrollmentCertRequest> signed =
                EeRaSuccessorEnrollmentCertRequestSpdu.PLAINTEXT
                        .decode(open(body), Reading.STRICT)
                        .value()
                        .request()
                        .value();
        requireSignedBy(signed.signer(), signed);
        HashedId8 hash = AuthorityLink.requestHash(body);
        EeEcaCertRequest inner = signed.tbsRequest()
                .value()
                .value()
                .value()
                .request()
                .value()
                .tbsRequest()
                .value();
        successors.put(hash, issuer.enrolmentAnswer(inner, hash));
        return signed(new ScmsPdu.Content.EeRa(RaEeCertInfo.of(
                Time32.of(TestSystem.NOW), new IValue(0), hash, Time32.of(TestSystem.NOW.plusSeconds(5)), null)));
    }

    private Octets signed(ScmsPdu.Content content) {
        TestSystem.Holder signer = issuer.faults.contains(Fault.STRANGE_SIGNER)
                ? system.strangeAca
                : issuer.faults.contains(Fault.SIGNER_OF_ANOTHER_ROLE) ? system.aca : system.ra;
        Octets spdu = signer.sign(ScmsPdu.CODEC.encode(ScmsPdu.of(content)));
        return issuer.faults.contains(Fault.BROKEN_SIGNATURE) ? TestIssuer.changed(spdu) : spdu;
    }

    private Octets open(Octets body) throws DecodeException, Refused {
        return open(EncryptedSpdu.codec("SPDU").decode(body, Reading.STRICT).value());
    }

    private Octets open(EncryptedSpdu spdu) throws Refused {
        OpeningKey key = new OpeningKey.OfCertificate(
                system.ra.certificate(),
                new PrivateDecryptionKey.Ecies(new SoftwareKeyAgreement(system.ra.encryption())));
        if (Envelope.open(spdu.encryptedData(), key) instanceof Opening.Opened(Octets plaintext, var dataKey)) {
            dataKey.close();
            return plaintext;
        }
        throw new Refused(400, "decryption");
    }

    private void requireSignedBy(SignerIdentifier signer, SignedCertificateRequest<?> request) throws Refused {
        HashedCertificate certificate = single(signer);
        if (!RequestSignature.verify(request, certificate, enrolled(certificate), VERIFIER)) {
            throw new Refused(403, "signature");
        }
    }

    private static HashedCertificate single(SignerIdentifier signer) {
        Encoded<Certificate> certificate =
                ((SignerIdentifier.Certificates) signer).value().getFirst();
        return HashedCertificate.of(certificate);
    }

    /** The key of an enrolment certificate of ours. */
    private PublicPoint enrolled(HashedCertificate certificate) throws Refused {
        TrustStore trust = TrustStore.of(List.of(system.root.certificate()), List.of(system.eca.certificate()));
        if (new ChainValidator(trust, VERIFIER, RevocationCheck.NONE).validate(certificate, Time64.of(TestSystem.NOW))
                instanceof ValidationResult.Valid valid) {
            return valid.key();
        }
        throw new Refused(400, "enrolment certificate");
    }

    private void download(HttpExchange exchange) throws IOException {
        Octets request = Octets.of(
                Base64.getDecoder().decode(exchange.getRequestHeaders().getFirst("Ieee-1609.2.1-Authorization")));
        String path = exchange.getRequestURI().getPath();
        received.computeIfAbsent("GET " + path, name -> new ArrayList<>()).add(request);
        if (refuse(exchange)) {
            return;
        }
        try {
            String filename = authorized(request);
            if (!exchange.getRequestURI().getQuery().equals("filename=" + filename)) {
                throw new Refused(400, "another file than the signed request names");
            }
            Octets file = path.endsWith("/successor-enrollment-certificate")
                    ? successors.getOrDefault(new HashedId8(Octets.ofHex(filename.substring(0, 16))), Octets.EMPTY)
                    : files.computeIfAbsent(filename, this::zip);
            if (file.isEmpty()) {
                send(exchange, 404, Octets.EMPTY);
                return;
            }
            sendRange(exchange, file);
        } catch (DecodeException | Refused e) {
            exchange.getResponseHeaders().add("X-Reason", String.valueOf(e.getMessage()));
            send(exchange, 400, Octets.EMPTY);
        }
    }

    private String authorized(Octets request) throws DecodeException, Refused {
        SignedSpdu<EeRaDownloadRequest> signed = EeRaDownloadRequestSpdu.PLAINTEXT
                .decode(
                        open(EeRaDownloadRequestSpdu.CODEC
                                .decode(request, Reading.STRICT)
                                .value()),
                        Reading.STRICT)
                .value();
        HashedCertificate signer = single(signed.signedData().signer());
        if (MessageSignature.verify(signed.signedData(), signer, enrolled(signer), VERIFIER)
                .isEmpty()) {
            throw new Refused(403, "signature");
        }
        return signed.content().value().filename();
    }

    private void sendRange(HttpExchange exchange, Octets file) throws IOException {
        String range = wholeFileAlways ? null : exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=([0-9]+)-", "$1"));
        if (from >= file.length()) {
            send(exchange, 416, Octets.EMPTY);
            return;
        }
        if (range != null) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes " + from + "-" + (file.length() - 1) + "/" + file.length());
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, file.length() - from);
        Integer cut = cuts.poll();
        Octets body = file.slice(from, cut == null ? file.length() : Math.min(from + cut, file.length()));
        exchange.getResponseBody().write(body.toByteArray());
        exchange.getResponseBody().flush();
        exchange.close();
    }

    /** The batch of a file name; empty where there is none. */
    private Octets zip(String filename) {
        HashedId8 hash = new HashedId8(Octets.ofHex(filename.substring(0, 16)));
        EeRaCertRequest request = accepted.get(hash);
        if (request == null) {
            return Octets.EMPTY;
        }
        boolean butterfly = filename.contains("_");
        int i = butterfly ? Integer.parseInt(filename.substring(17, filename.length() - 4), 16) : 0;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int j = 0; j < (butterfly ? CERTIFICATES : 1); j++) {
                byte[] value = new byte[9];
                value[8] = (byte) (issuer.faults.contains(Fault.LINKAGE_VALUE_TWICE) ? Math.max(j, 1) : j + 1);
                Octets answer =
                        issuer.certificateAnswer(request, new CocoonIndex(i, j), new LinkageValue(Octets.of(value)));
                int named = j == 1 && issuer.faults.contains(Fault.FILE_OF_ANOTHER_PERIOD) ? i + 1 : i;
                int number = j == 1 && issuer.faults.contains(Fault.NUMBER_TWICE) ? 0 : j;
                add(
                        zip,
                        (number == j ? "" : "folder/") + Integer.toHexString(named) + "_" + Integer.toHexString(number),
                        answer);
            }
            RaEeCertInfo info = RaEeCertInfo.of(
                    Time32.of(TestSystem.NOW),
                    new IValue(issuer.faults.contains(Fault.INFO_OF_ANOTHER_PERIOD) ? i + 1 : i),
                    issuer.faults.contains(Fault.INFO_OF_ANOTHER_REQUEST)
                            ? new HashedId8(Octets.of(new byte[8]))
                            : hash,
                    Time32.of(TestSystem.NOW.plusSeconds(100)),
                    null);
            add(
                    zip,
                    Integer.toHexString(i) + ".info",
                    RaEeCertInfoSpdu.CODEC.encode(new UnsecuredSpdu<>(Encoded.of(RaEeCertInfo.CODEC, info))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Octets file = Octets.of(out.toByteArray());
        return issuer.faults.contains(Fault.CUT_FILE) ? file.slice(0, file.length() - 30) : file;
    }

    private static void add(ZipOutputStream zip, String name, Octets content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.toByteArray());
        zip.closeEntry();
    }

    /** Forgets the files made so far, so that the next ones have the faults of now. */
    void forgetFiles() {
        files.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
