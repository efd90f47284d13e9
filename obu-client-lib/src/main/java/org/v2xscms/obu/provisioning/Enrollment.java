package org.v2xscms.obu.provisioning;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EcaEeCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EeEcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaInterfacePdu;
import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeAck;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EcaEeCertResponseSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeEcaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaEeEnrollmentCertAckSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.message.RequestSignature;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.sign.Signer;
import org.v2xscms.crypto.sign.SoftwareSigner;
import org.v2xscms.obu.CertifiedKeys;
import org.v2xscms.obu.store.DeviceStore;
import org.v2xscms.obu.transport.Reply;

/**
 * A device's enrolment certificate: the first one from the enrolment authority, each successor through the registration
 * authority (IEEE 1609.2.1-2022; EeEcaCertRequestSpdu, EeRaSuccessorEnrollmentCertRequestSpdu).
 *
 * <p>A request is stored before it is sent and sent again octet for octet until there is an answer, so a device that
 * crashes or loses its network anywhere gets one certificate and not two. A refusal with an error number ends the request;
 * the next attempt makes a new one.
 *
 * <pre>
 * enrollment/request        the first request with its key, until it is answered
 * enrollment/current        the certificate in force with its key
 * enrollment/successor      the request for its successor, signed by "current"; obsolete once that is another
 * enrollment/successor.ack  the RA's acknowledgement of it
 * </pre>
 */
public final class Enrollment {

    private static final String REQUEST = "enrollment/request";
    private static final String CURRENT = "enrollment/current";
    private static final String SUCCESSOR = "enrollment/successor";
    private static final String ACK = "enrollment/successor.ack";
    private static final String ENROLLMENT_PATH = "/v3/enrollment-certificate";
    private static final String SUCCESSOR_PATH = "/v3/successor-enrollment-certificate";
    private static final int ANSWER_LIMIT = 1 << 20;

    private final Platform platform;
    private final DeviceStore store;
    private final DeviceTrust trust;
    private final AuthorityLink link;

    public Enrollment(Platform platform, DeviceTrust trust) {
        this.platform = platform;
        this.store = platform.store();
        this.trust = trust;
        this.link = new AuthorityLink(platform, trust);
    }

    /** The certificate in force, whose keys the caller closes; empty before enrolment. */
    public Optional<CertifiedKeys> current() {
        return store.readSecret(CURRENT).map(content -> StoredKeys.read(content).getFirst());
    }

    /**
     * Enrols, or gives the certificate in force. A request that is still open goes first, whatever {@code wish} is.
     *
     * @param eca the base address of the enrolment authority
     * @param canonical the key the device is registered with; null to sign with the requested key
     */
    public Outcome<CertifiedKeys> enroll(URI eca, EnrollmentWish wish, @Nullable CanonicalKey canonical) {
        return Unsuccessful.outcomeOf(() -> {
            Optional<CertifiedKeys> present = current();
            if (present.isPresent()) {
                store.remove(REQUEST);
                return present.get();
            }
            try (StoredRequest request = open(REQUEST).orElseGet(() -> firstRequest(wish, canonical))) {
                Octets answer = link.post(AuthorityLink.uri(eca, ENROLLMENT_PATH), request.spdu(), REQUEST);
                Set<HashedId8> hash = Set.of(AuthorityLink.requestHash(request.spdu()));
                return keep(checked(answer, request, enrollmentRequest(request.pdu()), hash), REQUEST);
            }
        });
    }

    /**
     * Gets the successor of the certificate in force, which the device goes on using until this is done. Called again
     * after {@link Outcome.TryLater} it goes on where it was.
     *
     * @throws IllegalStateException on a device that is not enrolled
     */
    public Outcome<CertifiedKeys> renew(Authority ra, EnrollmentWish wish) {
        return Unsuccessful.outcomeOf(() -> {
            try (CertifiedKeys current = current().orElseThrow(() -> new IllegalStateException("not enrolled"));
                    StoredRequest request = successorRequest(current, ra, wish)) {
                if (!request.signer().equals(current.certificate().id())) {
                    // The power failed behind the last step: "current" is the successor that was asked for.
                    removeRequest(SUCCESSOR);
                    return current().orElseThrow();
                }
                HashedId8 hash = AuthorityLink.requestHash(request.spdu());
                if (store.read(ACK).isEmpty()) {
                    Octets ack = link.post(AuthorityLink.uri(ra.base(), SUCCESSOR_PATH), request.spdu(), SUCCESSOR);
                    requireAcknowledged(ack, hash);
                    store.write(ACK, ack);
                }
                Reply.Answer answer = link.download(ra, SUCCESSOR_PATH, hash + ".oer", 0, ANSWER_LIMIT, current);
                Encoded<SignedCertRequestSpdu<EeEcaCertRequest>> inner = successor(request.pdu());
                // An ECA that is handed the inner request alone can name only that.
                Set<HashedId8> hashes = Set.of(hash, AuthorityLink.requestHash(inner.octets()));
                EeEcaCertRequest asked = inner.value().tbsRequest().value();
                return keep(checked(whole(answer), request, asked, hashes), SUCCESSOR);
            }
        });
    }

    /** Gives up the request that is open, so that the next attempt makes a new one. */
    public void forgetRequest() {
        store.remove(REQUEST);
        removeRequest(SUCCESSOR);
    }

    private Optional<StoredRequest> open(String name) {
        return store.readSecret(name).map(StoredRequest::read);
    }

    private StoredRequest firstRequest(EnrollmentWish wish, @Nullable CanonicalKey canonical) {
        RequestSecrets secrets = RequestSecrets.generate(KeyExpansion.NONE_PLAIN, platform.random());
        ScmsPdu pdu = enrollmentPdu(wish, secrets.signing(), canonical == null ? null : canonical.id());
        Signer signer = canonical == null ? signer(secrets.signing()) : canonical.signer();
        Octets spdu = Ieee1609Dot2Data.CODEC.encode(RequestSignature.selfSign(pdu, signer));
        StoredRequest request = new StoredRequest(secrets, StoredRequest.NOBODY, pdu, spdu);
        request.store(store, REQUEST);
        return request;
    }

    private StoredRequest successorRequest(CertifiedKeys current, Authority ra, EnrollmentWish wish)
            throws Unsuccessful {
        Optional<StoredRequest> open = open(SUCCESSOR);
        if (open.isPresent()) {
            return open.get();
        }
        RequestSecrets secrets = RequestSecrets.generate(KeyExpansion.NONE_PLAIN, platform.random());
        ScmsPdu inner = enrollmentPdu(wish, secrets.signing(), null);
        Octets innerSpdu = Ieee1609Dot2Data.CODEC.encode(RequestSignature.selfSign(inner, signer(secrets.signing())));
        ScmsPdu pdu = ScmsPdu.of(
                new ScmsPdu.Content.EeRa(new EeRaInterfacePdu.EeRaSuccessorEnrollmentCertRequest(own(innerSpdu))));
        Ieee1609Dot2Data signed = RequestSignature.sign(pdu, current.certificate(), current.signer(platform.random()));
        Octets spdu = link.seal(signed, ra.certificate(), SecurityMgmtSsp.Ra.class);
        StoredRequest request = new StoredRequest(secrets, current.certificate().id(), pdu, spdu);
        request.store(store, SUCCESSOR);
        return request;
    }

    private static Encoded<SignedCertRequestSpdu<EeEcaCertRequest>> own(Octets spdu) {
        try {
            return EeEcaCertRequestSpdu.CODEC.decode(spdu, Reading.STRICT).encoded();
        } catch (DecodeException e) {
            throw new IllegalArgumentException("the wish makes no legal request: " + e.getMessage(), e);
        }
    }

    private ScmsPdu enrollmentPdu(EnrollmentWish wish, PrivateScalar key, @Nullable String canonicalId) {
        return ScmsPdu.of(new ScmsPdu.Content.EcaEe(
                EeEcaCertRequest.of(link.now32(), wish.type(), wish.toBeSigned(key.publicPoint()), canonicalId)));
    }

    private Signer signer(PrivateScalar key) {
        return SoftwareSigner.hedged(KeyPair.of(key), platform.random());
    }

    private static EeEcaCertRequest enrollmentRequest(ScmsPdu pdu) {
        return (EeEcaCertRequest) pdu.content().pdu();
    }

    private static Encoded<SignedCertRequestSpdu<EeEcaCertRequest>> successor(ScmsPdu pdu) {
        return ((EeRaInterfacePdu.EeRaSuccessorEnrollmentCertRequest)
                        pdu.content().pdu())
                .value();
    }

    private void requireAcknowledged(Octets ack, HashedId8 hash) throws Unsuccessful {
        RaEeAck message = link.verified(RaEeEnrollmentCertAckSpdu.CODEC, ack, SecurityMgmtSsp.Ra.class, List.of())
                .message();
        IssuedCertificate.require(
                AnswerRule.REQUEST_HASH, message.requestHash().equals(hash), message.requestHash() + " for " + hash);
    }

    private static Octets whole(Reply.Answer answer) throws Unsuccessful {
        if (!answer.whole()) {
            throw new Unsuccessful(new Outcome.NoAnswer<>("the answer broke off"));
        }
        return answer.body();
    }

    /** The authority's answer, from its signature to the private key of the certificate. */
    private CertifiedKeys checked(Octets answer, StoredRequest request, EeEcaCertRequest asked, Set<HashedId8> hashes)
            throws Unsuccessful {
        SignedSpdu<EcaEeCertResponse> spdu = AuthorityLink.read(EcaEeCertResponseSpdu.CODEC, answer);
        List<HashedCertificate> chain = spdu.content().value().ecaCertChain().stream()
                .map(HashedCertificate::of)
                .toList();
        EcaEeCertResponse response =
                link.verified(spdu, SecurityMgmtSsp.Eca.class, chain).message();
        IssuedCertificate.require(
                AnswerRule.REQUEST_HASH,
                hashes.contains(response.requestHash()),
                response.requestHash() + " for " + hashes);
        IssuedCertificate issued = IssuedCertificate.check(
                response.certificate(), trust.validator(chain), SecurityMgmtSsp.Eca.class, Time64.of(link.now()));
        issued.requireContent(asked.type(), asked.tbsCert());
        issued.requireHolder(asked.tbsCert());
        KeyPair keys = issued.keys(request.secrets().signing(), response.privateKeyInfo(), false);
        return new CertifiedKeys(issued.certificate(), keys, 0, 0);
    }

    private CertifiedKeys keep(CertifiedKeys keys, String request) {
        try (SecretOctets content = StoredKeys.write(List.of(keys))) {
            store.writeSecret(CURRENT, content);
        }
        removeRequest(request);
        return keys;
    }

    /** The acknowledgement first: it must not outlive its request. */
    private void removeRequest(String name) {
        store.remove(ACK);
        store.remove(name);
    }
}
