package org.v2xscms.obu.stack;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.application.bsm.BasicSafetyMessage;
import org.v2xscms.application.bsm.BsmReading;
import org.v2xscms.application.claim.GreatCircle;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.IssuerIdentifier;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.ThreeDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.MessageValidator;
import org.v2xscms.crypto.message.MessageVerdict;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.validation.ChainValidator;
import org.v2xscms.crypto.validation.RegionInForce;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.Rule;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.crypto.validation.ValidationResult;

/**
 * Judges received messages in the order of {@link Check}: what costs little first, and what others' octets make us do
 * bounded at each step. Nothing is remembered of a message before its signature has verified.
 */
final class Reception {

    private final StackSettings settings;
    private final Map<Psid, ApplicationProfile> applications;
    private final SignatureVerifier messages;
    private final SignatureVerifier chains;
    private final Learning learning;
    private final Peers peers;

    Reception(
            StackSettings settings,
            Map<Psid, ApplicationProfile> applications,
            SignatureVerifier verifier,
            Learning learning) {
        this.settings = settings;
        this.applications = applications;
        this.messages = verifier;
        this.chains = new ChainMemory(verifier);
        this.learning = learning;
        this.peers = new Peers(settings.peers());
    }

    /** What a message is judged by. */
    private record Circumstances(
            @Nullable ThreeDLocation here, TrustStore trust, RevocationCheck revocation, Instant now) {

        Time64 time() {
            return Time64.of(now);
        }
    }

    /** A message that is worth looking up its signer. */
    private record Fresh(SignedData data, Octets payload, ApplicationProfile profile, Time64 generated) {}

    Verdict judge(
            Octets received, @Nullable ThreeDLocation here, TrustStore trust, RevocationCheck revocation, Instant now) {
        Circumstances circumstances = new Circumstances(here, trust, revocation, now);
        if (received.length() > settings.maxOctets()) {
            return refused(Check.DECODES, received.length() + " octets", null);
        }
        try {
            return Ieee1609Dot2Data.CODEC
                                    .decode(received, Reading.AS_RECEIVED)
                                    .value()
                                    .content()
                            instanceof SignedData data
                    ? judge(data, circumstances)
                    : refused(Check.SIGNED, "not signed data", null);
        } catch (DecodeException malformed) {
            return refused(Check.DECODES, String.valueOf(malformed.getMessage()), null);
        }
    }

    private Verdict judge(SignedData data, Circumstances circumstances) {
        Optional<Octets> payload = data.unsecuredPayload();
        if (payload.isEmpty()) {
            return refused(Check.SIGNED, "no payload in the message", null);
        }
        HeaderInfo header = data.tbsData().value().headerInfo();
        ApplicationProfile profile = applications.get(header.psid());
        if (profile == null) {
            return refused(Check.APPLICATION, "PSID " + header.psid().value(), null);
        }
        Time64 generated = header.generationTime();
        if (generated == null) {
            return refused(Check.FRESH, "no generationTime", null);
        }
        Instant time = generated.toInstant();
        if (time.isBefore(circumstances.now.minus(profile.oldest()))
                || time.isAfter(circumstances.now.plus(profile.future()))) {
            return refused(Check.FRESH, "generated at " + time + ", received at " + circumstances.now, null);
        }
        Fresh fresh = new Fresh(data, payload.get(), profile, generated);
        return switch (data.signer()) {
            case SignerIdentifier.Digest(HashedId8 digest) -> byDigest(fresh, digest, circumstances);
            case SignerIdentifier.Certificates(List<Encoded<Certificate>> sent) ->
                byCertificates(fresh, sent.stream().map(HashedCertificate::of).toList(), circumstances);
            case SignerIdentifier.Self _, SignerIdentifier.Unknown _ ->
                refused(Check.SIGNED, "not signed with a certificate", null);
        };
    }

    // The signer

    private Verdict byDigest(Fresh message, HashedId8 digest, Circumstances circumstances) {
        Optional<Peer> known = peers.find(digest);
        if (known.isPresent()) {
            return known(message, known.get(), circumstances);
        }
        return circumstances.trust.withId(digest).stream()
                .findFirst()
                .map(certificate -> chain(message, certificate, List.of(), circumstances))
                .orElseGet(() -> unknown(HashedId3.of(digest.octets()), circumstances));
    }

    private Verdict byCertificates(Fresh message, List<HashedCertificate> sent, Circumstances circumstances) {
        return peers.find(sent.getFirst())
                .map(peer -> known(message, peer, circumstances))
                .orElseGet(() -> chain(message, sent.getFirst(), sent, circumstances));
    }

    private Verdict known(Fresh message, Peer peer, Circumstances circumstances) {
        // The store is compared by identity: a new one is another decision, whatever it holds.
        return peer.trust().equals(circumstances.trust)
                ? signed(message, peer, circumstances)
                : chain(message, peer.certificate(), List.of(), circumstances);
    }

    /** Judges the signer's chain, of which all, part or nothing beyond the certificate came with the message. */
    private Verdict chain(
            Fresh message, HashedCertificate certificate, List<HashedCertificate> sent, Circumstances circumstances) {
        ValidationResult result = validator(sent, circumstances).validate(certificate, circumstances.time());
        return switch (result) {
            case ValidationResult.Invalid invalid -> invalid(invalid, certificate, circumstances);
            case ValidationResult.Valid valid ->
                signed(
                        message,
                        new Peer(certificate, valid, circumstances.trust, new ReplayMemory(settings.messagesPerPeer())),
                        circumstances);
        };
    }

    private ChainValidator validator(List<HashedCertificate> sent, Circumstances circumstances) {
        List<HashedCertificate> all = learning.learned();
        all.addAll(sent);
        return new ChainValidator(circumstances.trust.with(all), chains, circumstances.revocation);
    }

    private Verdict invalid(
            ValidationResult.Invalid invalid, HashedCertificate certificate, Circumstances circumstances) {
        Rule rule = invalid.violations().getFirst().rule();
        if (rule == Rule.ISSUER_KNOWN) {
            Optional<HashedId8> issuer =
                    issuer(invalid.certificate().certificate().issuer());
            if (issuer.isPresent()) {
                return unknown(HashedId3.of(issuer.get().octets()), circumstances);
            }
        }
        return refused(
                rule == Rule.NOT_REVOKED ? Check.SIGNER_NOT_REVOKED : Check.SIGNER_VALID,
                invalid.violations().getFirst().toString(),
                certificate);
    }

    private static Optional<HashedId8> issuer(IssuerIdentifier issuer) {
        return switch (issuer) {
            case IssuerIdentifier.Sha256AndDigest(HashedId8 id) -> Optional.of(id);
            case IssuerIdentifier.Sha384AndDigest(HashedId8 id) -> Optional.of(id);
            case IssuerIdentifier.Sm3AndDigest(HashedId8 id) -> Optional.of(id);
            case IssuerIdentifier.Self _, IssuerIdentifier.Unknown _ -> Optional.empty();
        };
    }

    private Verdict unknown(HashedId3 id, Circumstances circumstances) {
        learning.miss(id, circumstances.now);
        return new Verdict.UnknownSigner(id);
    }

    // The message

    private Verdict signed(Fresh message, Peer peer, Circumstances circumstances) {
        HashedCertificate sender = peer.certificate();
        if (!peer.isValidAt(circumstances.time())) {
            return refused(Check.SIGNER_VALID, "a certificate of the chain is not valid now", sender);
        }
        Optional<String> revoked = peer.revocation(circumstances.revocation);
        if (revoked.isPresent()) {
            return refused(Check.SIGNER_NOT_REVOKED, revoked.get(), sender);
        }
        MessageVerdict verdict = new MessageValidator(circumstances.trust, messages, circumstances.revocation)
                .validate(message.data, sender, peer.chain(), circumstances.time());
        return switch (verdict) {
            case MessageVerdict.Invalid invalid -> refused(Check.of(invalid.rule()), invalid.found(), sender);
            case MessageVerdict.Valid _ -> {
                Peer kept = peers.keep(peer);
                learning.found(HashedId3.of(sender.id().octets()));
                yield genuine(message, kept, circumstances);
            }
        };
    }

    private Verdict genuine(Fresh message, Peer peer, Circumstances circumstances) {
        Octets hash =
                HashFunction.SHA256.digest(message.data.tbsData().octets()).value();
        if (!peer.memory().isFirstSight(hash, message.generated)) {
            return refused(Check.NOT_REPLAYED, "seen before, or too old to tell", peer.certificate());
        }
        learn(message.data.tbsData().value().headerInfo().requestedCertificate(), circumstances);
        double distance = distance(message, circumstances.here);
        if (distance > message.profile.distance()) {
            return refused(Check.RELEVANT, Math.round(distance) + " m away", peer.certificate());
        }
        return new Verdict.Trusted(
                message.payload,
                message.data,
                peer.certificate(),
                RegionInForce.of(peer.chain().steps()));
    }

    /** A CA certificate that was asked for, by us or by another. */
    private void learn(@Nullable Encoded<Certificate> sent, Circumstances circumstances) {
        if (sent == null) {
            return;
        }
        HashedCertificate certificate = HashedCertificate.of(sent);
        HashedId3 id = HashedId3.of(certificate.id().octets());
        learning.answered(id, circumstances.now);
        if (learning.isWanted(id)
                && certificate.certificate().toBeSigned().value().certIssuePermissions() != null
                && validator(List.of(), circumstances).validate(certificate, circumstances.time())
                        instanceof ValidationResult.Valid) {
            learning.learn(id, certificate);
            learning.found(id);
        }
    }

    /** Metres from here to where the message says it comes from; 0 where one of the two is unknown. */
    private static double distance(Fresh message, @Nullable ThreeDLocation here) {
        if (here == null || !here.latitude().isKnown() || !here.longitude().isKnown()) {
            return 0;
        }
        int lat = here.latitude().value();
        int lon = here.longitude().value();
        ThreeDLocation there = message.data.tbsData().value().headerInfo().generationLocation();
        if (there != null && there.latitude().isKnown() && there.longitude().isKnown()) {
            return GreatCircle.metres(
                    lat, lon, there.latitude().value(), there.longitude().value());
        }
        return message.profile.psid().equals(BasicSafetyMessage.PSID)
                        && BasicSafetyMessage.read(message.payload) instanceof BsmReading.Read(BasicSafetyMessage bsm)
                        && bsm.coreData().hasPosition()
                ? GreatCircle.metres(
                        lat, lon, bsm.coreData().lat(), bsm.coreData().lon())
                : 0;
    }

    private static Verdict refused(Check check, String found, @Nullable HashedCertificate sender) {
        return new Verdict.Refused(check, found, sender);
    }
}
