package org.v2xscms.ra;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.v2xscms.codec.ieee1609dot2.CertificateId;
import org.v2xscms.codec.ieee1609dot2.CertificateType;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEeCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.acara.EncryptedIndividualPLV;
import org.v2xscms.codec.ieee1609dot2dot1.acara.PreLinkageValue;
import org.v2xscms.codec.ieee1609dot2dot1.acara.RaAcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EncryptedSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.butterfly.Caterpillar;
import org.v2xscms.crypto.butterfly.ExplicitButterfly;
import org.v2xscms.crypto.certificate.CertificateSigning;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Opening;
import org.v2xscms.crypto.envelope.OpeningKey;
import org.v2xscms.crypto.envelope.Recipient;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.BouncyCastleVerifier;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.hsm.ImplicitIssue;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.hsm.VaultResult;
import org.v2xscms.kernel.exchange.AuthorityIdentity;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.exchange.SecuredExchange;
import org.v2xscms.kernel.exchange.Trust;
import org.v2xscms.messages.Accepted;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.CertificateBatch;
import org.v2xscms.messages.CertificateBatchResponse;
import org.v2xscms.messages.CertificateOutcome;
import org.v2xscms.messages.PreLinkageRequest;
import org.v2xscms.messages.PreLinkageResponse;
import org.v2xscms.rootca.TestTrust;

/**
 * The other authorities, as far as this one sees them: real signatures and encryption over real HTTP, with the keys of
 * {@link TestTrust}. The ACA opens both pre-linkage values, issues real certificates and answers a request it has seen
 * before with the same octets.
 */
final class StandInPeers implements AutoCloseable {

    private final TestTrust trust;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, HttpServer> servers = new HashMap<>();
    private final Map<String, SecuredExchange> exchanges = new HashMap<>();
    private final SymmetricKey linkageKey = SymmetricKey.generate(SymmAlgorithm.AES128_CCM, random);

    final Map<Octets, Octets> issued = new ConcurrentHashMap<>();
    final List<List<Octets>> batches = new CopyOnWriteArrayList<>();
    final List<BackEndPdu> toMa = new CopyOnWriteArrayList<>();
    final List<PreLinkageRequest> toLa = new CopyOnWriteArrayList<>();
    volatile Function<BackEndPdu, BackEndPdu> eca = request -> new Accepted();
    volatile boolean down;

    StandInPeers(TestTrust trust, InstantSource clock) throws IOException {
        this.trust = trust;
        this.clock = clock;
        for (String name : List.of("eca", "la1", "la2", "pca", "ma")) {
            exchanges.put(name, exchange(name));
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/v3/back-end", call -> serve(name, call));
            server.start();
            servers.put(name, server);
        }
    }

    private SecuredExchange exchange(String name) {
        AuthorityIdentity identity = new AuthorityIdentity(
                trust.certificate(name), trust.vault(name), trust.key(name, "sign-1"), trust.key(name, "decrypt-1"));
        Trust known = Trust.load(trust.folder().resolve("trust"), new BouncyCastleVerifier(), RevocationCheck.NONE);
        return new SecuredExchange(identity, known, clock, Duration.ofSeconds(30), random);
    }

    URI address(String name) {
        return URI.create("http://127.0.0.1:"
                + Objects.requireNonNull(servers.get(name)).getAddress().getPort());
    }

    SecuredExchange exchangeOf(String name) {
        return Objects.requireNonNull(exchanges.get(name));
    }

    private void serve(String name, HttpExchange call) throws IOException {
        try (call) {
            Octets body = Octets.of(call.getRequestBody().readAllBytes());
            SecuredExchange own = exchangeOf(name);
            if (!down && own.open(body, Set.of(Role.RA)) instanceof SecuredExchange.Opened.Message message) {
                byte[] answer = own.sealAnswer(answer(name, message.pdu()), message.hash(), message.sender())
                        .toByteArray();
                call.sendResponseHeaders(200, answer.length);
                call.getResponseBody().write(answer);
            } else {
                call.sendResponseHeaders(503, -1);
            }
        } catch (DecodeException e) {
            throw new IllegalStateException(e);
        }
    }

    private BackEndPdu answer(String name, BackEndPdu request) throws DecodeException {
        return switch (request) {
            case PreLinkageRequest values -> linkage(name, values);
            case CertificateBatch batch -> certificates(batch);
            case BackEndPdu other when name.equals("eca") -> eca.apply(other);
            case BackEndPdu other -> {
                toMa.add(other);
                yield new Accepted();
            }
        };
    }

    private PreLinkageResponse linkage(String name, PreLinkageRequest request) throws DecodeException {
        toLa.add(request);
        LaId id = new LaId(Octets.of((byte) 0, (byte) (name.equals("la1") ? 1 : 2)));
        List<List<EncryptedIndividualPLV>> weeks = new ArrayList<>();
        for (int w = 0; w < request.weeks(); w++) {
            List<EncryptedIndividualPLV> week = new ArrayList<>();
            for (int j = 0; j < request.jMax(); j++) {
                week.add(EncryptedIndividualPLV.of(id, encrypted(draw(9))));
            }
            weeks.add(week);
        }
        return new PreLinkageResponse(request.chainId(), weeks);
    }

    private Encoded<EncryptedSpdu> encrypted(Octets value) {
        EncryptedSpdu spdu = new EncryptedSpdu(Envelope.seal(
                PreLinkageValue.CODEC.encode(new PreLinkageValue(value)),
                List.of(new Recipient.SharedKey(linkageKey)),
                SymmAlgorithm.AES128_CCM,
                random));
        return Encoded.of(EncryptedSpdu.toOneSymmetricKey(), spdu);
    }

    private Octets draw(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return Octets.of(octets);
    }

    private CertificateBatchResponse certificates(CertificateBatch batch) {
        batches.add(batch.requests());
        List<CertificateOutcome> outcomes = new ArrayList<>();
        for (Octets request : batch.requests()) {
            outcomes.add(new CertificateOutcome.Issued(issued.computeIfAbsent(request, this::issue)));
        }
        return new CertificateBatchResponse(outcomes);
    }

    private Octets issue(Octets octets) {
        RaAcaCertRequest request = read(octets);
        PublicPoint key = switch (request.tbsCert().verifyKeyIndicator()) {
            case VerificationKeyIndicator.VerificationKey(var stated) ->
                CurvePoints.decode(stated).orElseThrow();
            case VerificationKeyIndicator.ReconstructionValue(var value) ->
                CurvePoints.decode(Curve.NIST_P256, value).orElseThrow();
            case VerificationKeyIndicator.Unknown _ -> throw new IllegalStateException();
        };
        AcaEeCertResponse response =
                request.type() == CertificateType.EXPLICIT ? explicit(request, key) : implicit(request, key);
        ScmsPdu pdu = ScmsPdu.of(new ScmsPdu.Content.AcaEe(response));
        Ieee1609Dot2Data plain = Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(ScmsPdu.CODEC.encode(pdu)));
        if (request.flags().cubk()) {
            return Ieee1609Dot2Data.CODEC.encode(encrypted(
                    plain,
                    new PublicEncryptionKey(
                            SymmAlgorithm.AES128_CCM,
                            CurvePoints.encryptionKey(Caterpillar.CompactUnified.encryptionKey(key)))));
        }
        PublicEncryptionKey recipient = request.certEncKey();
        return Ieee1609Dot2Data.CODEC.encode(recipient == null ? plain : signed(encrypted(plain, recipient)));
    }

    static RaAcaCertRequest read(Octets request) {
        try {
            return (RaAcaCertRequest) ScmsPdu.CODEC
                    .decode(request, Reading.STRICT)
                    .value()
                    .content()
                    .pdu();
        } catch (DecodeException e) {
            throw new IllegalStateException(e);
        }
    }

    private AcaEeCertResponse explicit(RaAcaCertRequest request, PublicPoint key) {
        ExplicitButterfly.Moved moved = ExplicitButterfly.move(key, random);
        boolean butterfly = request.flags().butterflyExplicit();
        Encoded<ToBeSignedCertificate> content = content(
                request,
                new VerificationKeyIndicator.VerificationKey(
                        CurvePoints.verificationKey(butterfly ? moved.certificateKey() : key)));
        HashedCertificate certificate = CertificateSigning.sign(
                content, trust.certificate("pca"), trust.signer("pca", MessageKind.CERTIFICATE));
        return AcaEeCertResponse.of(now(), certificate.encoded(), butterfly ? moved.addend() : null);
    }

    private AcaEeCertResponse implicit(RaAcaCertRequest request, PublicPoint key) {
        LinkageValue value = linkageValue(request);
        Function<PublicPoint, Encoded<ToBeSignedCertificate>> content = point ->
                content(request, new VerificationKeyIndicator.ReconstructionValue(CurvePoints.p256(point)), value);
        VaultResult<ImplicitIssue> result = trust.vault("pca")
                .issueImplicit(
                        trust.key("pca", "sign-1"),
                        key,
                        point -> CertificateSigning.implicitHash(content.apply(point), trust.certificate("pca")));
        if (!(result instanceof VaultResult.Done<ImplicitIssue>(ImplicitIssue issue))) {
            throw new IllegalStateException(result.toString());
        }
        HashedCertificate certificate =
                CertificateSigning.implicit(content.apply(issue.reconstructionPoint()), trust.certificate("pca"));
        return AcaEeCertResponse.of(now(), certificate.encoded(), issue.privateReconstruction());
    }

    private Encoded<ToBeSignedCertificate> content(RaAcaCertRequest request, VerificationKeyIndicator key) {
        return content(request, key, linkageValue(request));
    }

    private Encoded<ToBeSignedCertificate> content(
            RaAcaCertRequest request, VerificationKeyIndicator key, LinkageValue value) {
        ToBeSignedCertificate wanted = request.tbsCert();
        CertificateId id = wanted.id() instanceof LinkageData(var i, var none, var group)
                ? new LinkageData(i, value, group)
                : wanted.id();
        return Encoded.of(
                ToBeSignedCertificate.CODEC,
                new ToBeSignedCertificate(
                        id,
                        HashedId3.of(trust.certificate("root").hash().value()),
                        new CrlSeries(1),
                        wanted.validityPeriod(),
                        wanted.region(),
                        null,
                        wanted.appPermissions(),
                        null,
                        null,
                        null,
                        wanted.encryptionKey(),
                        key,
                        null,
                        null,
                        null,
                        null,
                        Additions.NONE));
    }

    private LinkageValue linkageValue(RaAcaCertRequest request) {
        var info = request.linkageInfo();
        if (info == null) {
            return new LinkageValue(draw(9));
        }
        if (info.encPlv1().laId().equals(info.encPlv2().laId())) {
            throw new IllegalStateException("both values of one linkage authority");
        }
        byte[] sum = open(info.encPlv1());
        byte[] other = open(info.encPlv2());
        for (int n = 0; n < sum.length; n++) {
            sum[n] ^= other[n];
        }
        return new LinkageValue(Octets.of(sum));
    }

    private byte[] open(EncryptedIndividualPLV value) {
        Opening opening = Envelope.open(value.encPlv().value().encryptedData(), new OpeningKey.Symmetric(linkageKey));
        if (opening instanceof Opening.Opened(Octets plaintext, var key)) {
            key.close();
            return plaintext.toByteArray();
        }
        throw new IllegalStateException(opening.toString());
    }

    private Ieee1609Dot2Data encrypted(Ieee1609Dot2Data plain, PublicEncryptionKey key) {
        return Ieee1609Dot2Data.of(Envelope.seal(
                Ieee1609Dot2Data.CODEC.encode(plain),
                List.of(new Recipient.ResponseKey(key)),
                SymmAlgorithm.AES128_CCM,
                random));
    }

    private Ieee1609Dot2Data signed(Ieee1609Dot2Data content) {
        HashedCertificate pca = trust.certificate("pca");
        SignedDataPayload payload = SignedDataPayload.of(
                Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(Ieee1609Dot2Data.CODEC.encode(content))));
        return Ieee1609Dot2Data.of(MessageSignature.sign(
                new ToBeSignedData(payload, HeaderInfo.of(SecurityMgmtPsid.PSID)),
                pca,
                new SignerIdentifier.Certificates(List.of(pca.encoded())),
                trust.signer("pca", MessageKind.SIGNED_RESPONSE)));
    }

    private Time32 now() {
        return Time32.of(clock.instant());
    }

    /** SHA-256 of a request, the name it has in the database. */
    static Octets digest(Octets request) {
        return HashFunction.SHA256.digest(request).value();
    }

    @Override
    public void close() {
        servers.values().forEach(server -> server.stop(0));
    }
}
