package org.v2xscms.pca.issue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2dot1.acara.RaAcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaAcaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedCertificateRequest;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.HashedForm;
import org.v2xscms.crypto.certificate.WireSignature;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.sign.SigningInput;
import org.v2xscms.crypto.validation.ValidationResult;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.exchange.Trust;
import org.v2xscms.kernel.http.ErrorAnswers;
import org.v2xscms.kernel.http.ErrorNumber;
import org.v2xscms.kernel.http.ScmsError;
import org.v2xscms.messages.CertificateOutcome;
import org.v2xscms.messages.Refusal;
import org.v2xscms.pca.request.Judgement;
import org.v2xscms.pca.request.RequestJudge;

/** The operation of the standard: one RaAcaCertRequestSpdu, one AcaRaCertResponseSpdu (IEEE 1609.2.1-2022). */
@RestController
public final class SingleRequestController {

    /** The path below the authority's base URL. */
    public static final String PATH = "/v3/authorization-certificate";

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Issuance issuance;
    private final RequestJudge judge;
    private final Trust trust;
    private final InstantSource clock;
    private final SingleRequestAge age;
    private final ErrorAnswers errors;

    public SingleRequestController(
            Issuance issuance,
            RequestJudge judge,
            Trust trust,
            InstantSource clock,
            SingleRequestAge age,
            ErrorAnswers errors) {
        this.issuance = issuance;
        this.judge = judge;
        this.trust = trust;
        this.clock = clock;
        this.age = age;
        this.errors = errors;
    }

    /**
     * How far a request's generationTime may lie from now.
     *
     * @param oldest how old it may be
     * @param ahead how far its sender's clock may be ahead
     */
    public record SingleRequestAge(Duration oldest, Duration ahead) {}

    @PostMapping(path = PATH, consumes = "application/octet-stream", produces = "application/octet-stream")
    ResponseEntity<byte[]> answer(@RequestBody byte[] body) {
        Octets spdu = Octets.of(body);
        SignedCertificateRequest<RaAcaCertRequest> request;
        try {
            request = RaAcaCertRequestSpdu.CODEC
                    .decode(spdu, Reading.STRICT)
                    .value()
                    .request()
                    .value();
        } catch (DecodeException e) {
            return refused(ErrorNumber.NOT_PARSED);
        }
        HashedCertificate ra = HashedCertificate.of(
                ((SignerIdentifier.Certificates) request.signer()).value().getFirst());
        Optional<ErrorNumber> fault = senderFault(request, ra).or(() -> timeFault(request));
        if (fault.isPresent()) {
            return refused(fault.get());
        }
        Judgement judgement = judge.judgeSingle(request.tbsRequest().octets(), ra, spdu);
        if (judgement instanceof Judgement.Refused refused) {
            return refused(refused.number());
        }
        return switch (issuance.issue(List.of(judgement), same -> same)) {
            case Issuance.Result.NotNow(Duration wait) -> errors.answer(new ScmsError.Unavailable(wait));
            case Issuance.Result.Outcomes(List<CertificateOutcome> outcomes) -> answer(outcomes.getFirst());
        };
    }

    private ResponseEntity<byte[]> answer(CertificateOutcome outcome) {
        return switch (outcome) {
            case CertificateOutcome.Issued(Octets response) -> ResponseEntity.ok(response.toByteArray());
            case CertificateOutcome.Later() -> errors.answer(new ScmsError.Unavailable(SOON));
            case CertificateOutcome.Refused(Refusal.Reason reason) ->
                refused(
                        reason == Refusal.Reason.PERIOD
                                ? ErrorNumber.VALIDITY_NOT_ALLOWED
                                : ErrorNumber.OTHER_FIELDS_NOT_ALLOWED);
        };
    }

    /** Why the request does not count as one of an RA. */
    private Optional<ErrorNumber> senderFault(
            SignedCertificateRequest<RaAcaCertRequest> request, HashedCertificate ra) {
        if (!(trust.validator().validate(ra, Time64.of(clock.instant()))
                instanceof ValidationResult.Valid(PublicPoint key, var steps))) {
            return Optional.of(ErrorNumber.CHAIN_NOT_VERIFIED);
        }
        if (!Role.of(ra).equals(Optional.of(Role.RA))) {
            return Optional.of(ErrorNumber.APP_PERMISSIONS_NOT_ALLOWED);
        }
        Digest digest = new SigningInput.DoubleHash(HashFunction.of(request.hashAlgorithmId()))
                .digest(request.tbsRequest().octets(), ra.octets(HashedForm.CANONICAL));
        boolean signed = WireSignature.of(request.signature())
                .filter(signature -> signature.curve() == key.curve()
                        && digest.algorithm() == key.curve().hash())
                .filter(signature ->
                        trust.verifier().verify(key, digest, signature.value()).isValid())
                .isPresent();
        return signed ? Optional.empty() : Optional.of(ErrorNumber.SIGNATURE_NOT_VERIFIED);
    }

    private Optional<ErrorNumber> timeFault(SignedCertificateRequest<RaAcaCertRequest> request) {
        Instant generated = request.tbsRequest().value().generationTime().toInstant();
        Instant now = clock.instant();
        if (generated.isAfter(now.plus(age.ahead()))) {
            return Optional.of(ErrorNumber.GENERATION_TIME_IN_FUTURE);
        }
        return generated.isBefore(now.minus(age.oldest())) ? Optional.of(ErrorNumber.RA_MAX_AGE) : Optional.empty();
    }

    private ResponseEntity<byte[]> refused(ErrorNumber number) {
        return errors.answer(new ScmsError.Refused(number));
    }
}
