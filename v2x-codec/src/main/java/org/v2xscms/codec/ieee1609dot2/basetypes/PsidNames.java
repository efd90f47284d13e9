package org.v2xscms.codec.ieee1609dot2.basetypes;

import java.util.Map;

/** Names of allocated PSIDs and ITS-AIDs (IEEE 1609.12, ISO TS 17419), for readers. */
final class PsidNames {

    private static final Map<Long, String> NAMES = Map.ofEntries(
            Map.entry(32L, "basic safety message"),
            Map.entry(35L, "security management"),
            Map.entry(36L, "CAM"),
            Map.entry(37L, "DENM"),
            Map.entry(38L, "misbehaviour report"),
            Map.entry(135L, "WAVE service advertisement"),
            Map.entry(137L, "TLM"),
            Map.entry(141L, "GeoNetworking management"),
            Map.entry(256L, "CRL"),
            Map.entry(622L, "ETSI CRL"),
            Map.entry(623L, "secured certificate request"),
            Map.entry(624L, "ETSI CTL"),
            Map.entry(2_113_696L, "ACPC"));

    private PsidNames() {}

    static String nameOf(Psid psid) {
        return NAMES.getOrDefault(psid.value(), "PSID 0x" + Long.toHexString(psid.value()));
    }
}
