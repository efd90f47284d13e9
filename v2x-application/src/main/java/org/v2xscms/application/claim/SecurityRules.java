package org.v2xscms.application.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.v2xscms.application.bsm.BasicSafetyMessage;
import org.v2xscms.application.bsm.BsmReading;
import org.v2xscms.application.bsm.Opaque;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.basetypes.Elevation;
import org.v2xscms.codec.ieee1609dot2.basetypes.Latitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.Longitude;
import org.v2xscms.codec.ieee1609dot2.basetypes.ThreeDLocation;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.misbehaviour.Observation;

/** The target "security": what a message says against what its header and its signer's certificate say. */
final class SecurityRules {

    private static final Elevation ANY = new Elevation(0);

    private SecurityRules() {}

    static List<Claim> claims(EvidenceMessage message, Thresholds thresholds) {
        if (!message.isForBsm() && !isBsm(message.content())) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        add(claims, message, Observation.MESSAGE_ID_INCONSISTENT_WITH_PSID, messageId(message));
        add(claims, message, Observation.HEADER_INCONSISTENT_WITH_PROFILE, profile(message));
        add(claims, message, Observation.PSID_INCONSISTENT_WITH_CERTIFICATE, psid(message));
        add(claims, message, Observation.MESSAGE_INCONSISTENT_WITH_SSP, ssp(message, thresholds));
        add(claims, message, Observation.TIME_OUTSIDE_CERTIFICATE_VALIDITY, time(message));
        add(claims, message, Observation.MESSAGE_LOCATION_OUTSIDE_CERTIFICATE_REGION, messageLocation(message));
        add(claims, message, Observation.HEADER_LOCATION_OUTSIDE_CERTIFICATE_REGION, headerLocation(message));
        return claims;
    }

    private static void add(
            List<Claim> claims, EvidenceMessage message, Observation observation, Optional<String> found) {
        found.ifPresent(text -> claims.add(new Claim(observation, List.of(message), text)));
    }

    private static boolean isBsm(BsmReading content) {
        return switch (content) {
            case BsmReading.Read _, BsmReading.OutOfRange _ -> true;
            case BsmReading.OtherMessage _, BsmReading.Malformed _ -> false;
        };
    }

    private static Optional<String> messageId(EvidenceMessage message) {
        long psid = message.header().psid().value();
        if (!message.isForBsm()) {
            return Optional.of("a basic safety message under PSID " + psid);
        }
        return message.content() instanceof BsmReading.OtherMessage(int messageId)
                ? Optional.of("message " + messageId + " under PSID " + psid)
                : Optional.empty();
    }

    /** The profile of basic safety messages: a generation time, no expiry time, no generation location. */
    private static Optional<String> profile(EvidenceMessage message) {
        HeaderInfo header = message.header();
        if (!message.isForBsm()) {
            return Optional.empty();
        }
        if (header.generationTime() == null) {
            return Optional.of("no generationTime");
        }
        if (header.expiryTime() != null) {
            return Optional.of("an expiryTime");
        }
        return header.generationLocation() != null ? Optional.of("a generationLocation") : Optional.empty();
    }

    private static Optional<String> psid(EvidenceMessage message) {
        return message.permission().isPresent()
                ? Optional.empty()
                : Optional.of("PSID " + message.header().psid().value() + " is not in the certificate");
    }

    private static Optional<String> ssp(EvidenceMessage message, Thresholds thresholds) {
        return message.content() instanceof BsmReading.Read(BasicSafetyMessage bsm)
                        && message.permission()
                                .filter(permission -> permission.ssp() == null)
                                .isPresent()
                ? bsm.partII().stream()
                        .map(Opaque::id)
                        .filter(thresholds.partIINeedingSsp()::contains)
                        .findFirst()
                        .map(id -> "element " + id + " of Part II, and no SSP")
                : Optional.empty();
    }

    private static Optional<String> time(EvidenceMessage message) {
        ValidityPeriod validity = message.holder().validityPeriod();
        return message.generated()
                .filter(time -> time.compareTo(validity.startTime()) < 0 || time.compareTo(validity.endTime()) >= 0)
                .map(time -> "generated at " + time.toInstant() + ", valid from " + text(validity.startTime()) + " to "
                        + text(validity.endTime()));
    }

    private static String text(Time64 time) {
        return time.toInstant().toString();
    }

    private static Optional<String> messageLocation(EvidenceMessage message) {
        return message.core()
                .map(core -> new ThreeDLocation(new Latitude(core.lat()), new Longitude(core.lon()), ANY))
                .flatMap(location -> outside(message, location));
    }

    private static Optional<String> headerLocation(EvidenceMessage message) {
        return Optional.ofNullable(message.header().generationLocation())
                .flatMap(location -> outside(message, location));
    }

    private static Optional<String> outside(EvidenceMessage message, ThreeDLocation location) {
        return message.region().excludes(location)
                ? Optional.of(location + " is outside " + message.region())
                : Optional.empty();
    }
}
