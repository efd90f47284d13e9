package org.v2xscms.crypto.linkage;

/**
 * Which end of a block is kept and where la_id and j stand in it. The two lead to different values throughout, so every
 * seed and value carries its {@link LinkageRules} and none is ever combined with one of the other profile.
 */
public enum LinkageProfile {
    /**
     * The most significant octets are kept, la_id ‖ j ‖ 0^80 is the input: CAMP, KISA, China and the published vectors.
     * The default of every deployment known.
     */
    MOST_SIGNIFICANT,
    /**
     * The least significant octets are kept, 0^80 ‖ la_id ‖ j is the input: how one open tool reads IEEE 1609.2-2022
     * 5.1.3.4, whose text is not public.
     */
    LEAST_SIGNIFICANT
}
