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
            Map.entry(39L, "vulnerable road user safety"),
            Map.entry(127L, "testing"),
            Map.entry(128L, "differential GPS corrections, uncompressed"),
            Map.entry(129L, "differential GPS corrections, compressed"),
            Map.entry(130L, "intersection safety and awareness"),
            Map.entry(131L, "traveller information and roadside signage"),
            Map.entry(132L, "mobile probe exchanges"),
            Map.entry(133L, "emergency and erratic vehicles in roadway"),
            Map.entry(135L, "WAVE service advertisement"),
            Map.entry(136L, "peer-to-peer distribution of security management information"),
            Map.entry(137L, "TLM, SPAT messages"),
            Map.entry(138L, "RLT, MAP messages"),
            Map.entry(139L, "IVI"),
            Map.entry(140L, "traffic light control request, SREM"),
            Map.entry(141L, "GeoNetworking management"),
            Map.entry(143L, "V2X-based fee collection"),
            Map.entry(144L, "sensor sharing"),
            Map.entry(145L, "manoeuvre coordination"),
            Map.entry(256L, "CRL"),
            Map.entry(622L, "ETSI CRL"),
            Map.entry(623L, "secured certificate request"),
            Map.entry(624L, "ETSI CTL"),
            Map.entry(637L, "traffic light control status, SSEM"),
            Map.entry(638L, "VRU awareness"),
            Map.entry(639L, "collective perception"),
            Map.entry(640L, "interference management zone"),
            Map.entry(1618L, "ETSI misbehaviour report"),
            Map.entry(540_801L, "ETSI service announcement"),
            Map.entry(540_802L, "GNSS positioning correction"),
            Map.entry(2_113_696L, "ACPC"));

    private PsidNames() {}

    static String nameOf(Psid psid) {
        return NAMES.getOrDefault(psid.value(), "PSID 0x" + Long.toHexString(psid.value()));
    }
}
