package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.ieee1609dot2.crl.Ieee1609Dot2CrlBaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Integers;

/**
 * A certificate revocation list, unsigned. Its version is always 1.
 *
 * @param crlSeries the series whose certificates it is about
 * @param crlCraca the certificate of the CRACA that authorized it
 * @param issueDate when it was issued
 * @param nextCrl when the next one of the same series and CRACA is expected, after {@code issueDate}
 * @param priorityInfo what to keep if storage is short
 * @param typeSpecific the revocations
 */
public record CrlContents(
        CrlSeries crlSeries,
        HashedId8 crlCraca,
        Time32 issueDate,
        Time32 nextCrl,
        CrlPriorityInfo priorityInfo,
        TypeSpecificCrlContents typeSpecific) {

    private static final int VERSION = 1;

    public static final Codec<CrlContents> CODEC = sequence(
                    "CrlContents",
                    MODULE,
                    (version, crlSeries, crlCraca, issueDate, nextCrl, priorityInfo, typeSpecific) ->
                            new CrlContents(crlSeries, crlCraca, issueDate, nextCrl, priorityInfo, typeSpecific),
                    required("version", Integers.integer("Uint8", MODULE, VERSION, VERSION), crl -> VERSION),
                    required("crlSeries", CrlSeries.CODEC, CrlContents::crlSeries),
                    required("crlCraca", HashedId8.CODEC, CrlContents::crlCraca),
                    required("issueDate", Time32.CODEC, CrlContents::issueDate),
                    required("nextCrl", Time32.CODEC, CrlContents::nextCrl),
                    required("priorityInfo", CrlPriorityInfo.CODEC, CrlContents::priorityInfo),
                    required("typeSpecific", TypeSpecificCrlContents.CODEC, CrlContents::typeSpecific))
            .where("nextCrl after issueDate", MODULE, crl -> crl.nextCrl.seconds() > crl.issueDate.seconds());
}
