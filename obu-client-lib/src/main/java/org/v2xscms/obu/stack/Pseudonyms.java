package org.v2xscms.obu.stack;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.obu.CertifiedKeys;

/**
 * Which certificate to sign with, and when to send it in full.
 *
 * <p>A pseudonym is used for five minutes; then another is drawn at random from those of the newest period that is valid,
 * so one week follows on another within the hour that they overlap, not at its first second. Applications use the same
 * pseudonym where it permits them, so changing it changes all of them at once.
 */
final class Pseudonyms {

    private final StackSettings settings;
    private final SecureRandom random;
    private final Map<Psid, Lane> lanes = new HashMap<>();
    private List<CertifiedKeys> certificates = List.of();

    Pseudonyms(StackSettings settings, SecureRandom random) {
        this.settings = settings;
        this.random = random;
    }

    /** The certificate to sign with now and whether the message is to carry it. */
    record Choice(CertifiedKeys keys, boolean withCertificate) {}

    /** The pseudonym of one application, and what was sent with it. */
    private static final class Lane {
        private final CertifiedKeys keys;
        private final Instant since;
        private Instant lastMessage;
        private @Nullable Instant lastCertificate;
        private boolean requested;

        Lane(CertifiedKeys keys, Instant since) {
            this.keys = keys;
            this.since = since;
            this.lastMessage = since;
        }
    }

    synchronized void replace(Collection<CertifiedKeys> all) {
        certificates = List.copyOf(all);
    }

    /** Others asked for the certificate with this id; it is sent with the next message if it is one in use. */
    synchronized void request(HashedId3 id) {
        for (Lane lane : lanes.values()) {
            if (id.equals(HashedId3.of(lane.keys.certificate().id().octets()))) {
                lane.requested = true;
            }
        }
    }

    /** The certificate to use for {@code psid}, drawing another where it is time. */
    synchronized Optional<CertifiedKeys> current(Psid psid, Instant now, RevocationCheck revocation) {
        return lane(psid, now, revocation).map(lane -> lane.keys);
    }

    /** Like {@link #current}, for a message that is sent now. */
    synchronized Optional<Choice> forMessage(Psid psid, Instant now, RevocationCheck revocation) {
        return lane(psid, now, revocation).map(lane -> {
            boolean full = isCertificateDue(lane, now);
            lane.lastMessage = now;
            if (full) {
                lane.lastCertificate = now;
                lane.requested = false;
            }
            return new Choice(lane.keys, full);
        });
    }

    private Optional<Lane> lane(Psid psid, Instant now, RevocationCheck revocation) {
        Lane before = lanes.get(psid);
        if (before != null && isInUse(before, psid, now, revocation)) {
            return Optional.of(before);
        }
        Optional<Lane> next = lanes.values().stream()
                .filter(lane -> isInUse(lane, psid, now, revocation))
                .findFirst()
                .map(lane -> new Lane(lane.keys, lane.since))
                .or(() -> draw(psid, before, now, revocation).map(keys -> new Lane(keys, now)));
        next.ifPresent(lane -> lanes.put(psid, lane));
        return next;
    }

    private boolean isInUse(Lane lane, Psid psid, Instant now, RevocationCheck revocation) {
        return !now.isBefore(lane.since)
                && Duration.between(lane.since, now).compareTo(settings.rotation()) < 0
                && certificates.contains(lane.keys)
                && isUsable(lane.keys, psid, now, revocation);
    }

    private Optional<CertifiedKeys> draw(Psid psid, @Nullable Lane before, Instant now, RevocationCheck revocation) {
        List<CertifiedKeys> usable = certificates.stream()
                .filter(keys -> isUsable(keys, psid, now, revocation))
                .toList();
        int newest = usable.stream().mapToInt(CertifiedKeys::i).max().orElse(0);
        List<CertifiedKeys> candidates =
                usable.stream().filter(keys -> keys.i() == newest).toList();
        List<CertifiedKeys> others = candidates.stream()
                .filter(keys -> before == null || !keys.equals(before.keys))
                .toList();
        List<CertifiedKeys> pool = others.isEmpty() ? candidates : others;
        return pool.isEmpty() ? Optional.empty() : Optional.of(pool.get(random.nextInt(pool.size())));
    }

    /**
     * The next message is expected as long after this one as this one comes after the last: if waiting for it would exceed
     * the interval, the certificate goes now.
     */
    private boolean isCertificateDue(Lane lane, Instant now) {
        if (lane.lastCertificate == null || now.isBefore(lane.lastCertificate)) {
            return true;
        }
        Duration waited = Duration.between(lane.lastCertificate, now);
        Duration step = Duration.between(lane.lastMessage, now);
        boolean tooLong = waited.plus(step).compareTo(settings.certificateInterval()) > 0;
        boolean asked = lane.requested && waited.compareTo(settings.answerGap()) >= 0;
        return tooLong || asked;
    }

    private static boolean isUsable(CertifiedKeys keys, Psid psid, Instant now, RevocationCheck revocation) {
        Time64 time = Time64.of(now);
        ToBeSignedCertificate holder =
                keys.certificate().certificate().toBeSigned().value();
        ValidityPeriod period = holder.validityPeriod();
        List<PsidSsp> permissions = holder.appPermissions();
        return period.startTime().compareTo(time) <= 0
                && time.compareTo(period.endTime()) < 0
                && permissions != null
                && permissions.stream().anyMatch(permission -> permission.psid().equals(psid))
                && revocation.listing(keys.certificate()).isEmpty();
    }
}
