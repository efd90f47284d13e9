package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/**
 * The service-specific permissions of a CRL signer, PSID 256 (module Ieee1609Dot2CrlSsp). Its version is always 1.
 *
 * @param associatedCraca whether the signer is the CRACA or its issuer is
 * @param crls the series it may sign CRLs for
 */
public record CrlSsp(CracaType associatedCraca, List<CrlSeries> crls, Additions additions) {

    static final String CRL_SSP_MODULE = "IEEE 1609.2 Ieee1609Dot2CrlSsp";
    private static final int VERSION = 1;

    public static final Codec<CrlSsp> CODEC = sequence(
            "CrlSsp",
            CRL_SSP_MODULE,
            (version, associatedCraca, crls, additions) -> new CrlSsp(associatedCraca, crls, additions),
            required("version", Integers.integer("Uint8", CRL_SSP_MODULE, VERSION, VERSION), ssp -> VERSION),
            required("associatedCraca", CracaType.CODEC, CrlSsp::associatedCraca),
            required("crls", sequenceOf("PermissibleCrls", CrlSeries.CODEC), CrlSsp::crls),
            extensible(CrlSsp::additions));

    public CrlSsp {
        crls = List.copyOf(crls);
    }
}
