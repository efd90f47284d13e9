package org.v2xscms.application.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;

/** Computes all claims that messages bear out. */
public final class Claims {

    private Claims() {}

    /**
     * All claims about all messages. Messages of different certificates are never compared; a repetition of a message is
     * no second message.
     */
    public static List<Claim> of(List<EvidenceMessage> messages, Thresholds thresholds) {
        List<Claim> claims = new ArrayList<>();
        for (List<EvidenceMessage> ofOne : bySender(messages).values()) {
            for (int i = 0; i < ofOne.size(); i++) {
                claims.addAll(about(ofOne.subList(0, i + 1), thresholds));
            }
        }
        return claims;
    }

    /** The claims about the last message of the list, in the light of those that its sender generated before it. */
    public static List<Claim> aboutLast(List<EvidenceMessage> messages, Thresholds thresholds) {
        EvidenceMessage last = messages.getLast();
        List<EvidenceMessage> ofSender = bySender(messages).getOrDefault(last.signer(), List.of());
        int index = ofSender.indexOf(last);
        return index < 0 ? List.of() : about(ofSender.subList(0, index + 1), thresholds);
    }

    private static List<Claim> about(List<EvidenceMessage> history, Thresholds thresholds) {
        EvidenceMessage subject = history.getLast();
        List<Claim> claims = new ArrayList<>(SecurityRules.claims(subject, thresholds));
        claims.addAll(MotionRules.claims(subject, thresholds));
        claims.addAll(ChangeRules.claims(history, thresholds));
        return claims;
    }

    private static Map<HashedCertificate, List<EvidenceMessage>> bySender(List<EvidenceMessage> messages) {
        Map<HashedCertificate, List<EvidenceMessage>> bySender = new LinkedHashMap<>();
        Set<Octets> seen = new HashSet<>();
        for (EvidenceMessage message : messages) {
            if (seen.add(message.data().tbsData().octets())) {
                bySender.computeIfAbsent(message.signer(), sender -> new ArrayList<>())
                        .add(message);
            }
        }
        // A message without a time sorts first: it is compared with nothing, and the order of the others stays.
        bySender.values()
                .forEach(list -> list.sort(
                        Comparator.comparing(message -> message.generated().orElse(new Time64(0)))));
        return bySender;
    }
}
