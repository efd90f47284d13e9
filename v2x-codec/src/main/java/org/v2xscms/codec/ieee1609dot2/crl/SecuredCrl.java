package org.v2xscms.codec.ieee1609dot2.crl;

import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Decoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/** A signed CRL: Ieee1609Dot2Data constrained to signed data of PSID 256 around a {@link CrlContents}. */
public final class SecuredCrl {

    /** The application of CRLs. */
    public static final Psid CRL_PSID = new Psid(256);

    private static final String MODULE = "IEEE 1609.2-2022 Ieee1609Dot2Crl";

    public static final Codec<Ieee1609Dot2Data> CODEC = Ieee1609Dot2Data.CODEC
            .where("signed data with a payload", MODULE, data -> payload(data).isPresent())
            .where("a header of psid 256 alone", MODULE, SecuredCrl::hasCrlHeader);

    private SecuredCrl() {}

    /** The signed octets of the CRL, if {@code data} is signed data with a payload. */
    public static Optional<Octets> payload(Ieee1609Dot2Data data) {
        return data.content() instanceof SignedData signed ? signed.unsecuredPayload() : Optional.empty();
    }

    /**
     * The CRL inside {@code data}, unverified.
     *
     * @throws DecodeException if the payload is not a CRL; offsets count from the start of the payload
     */
    public static Decoded<CrlContents> contents(Ieee1609Dot2Data data, Reading reading) throws DecodeException {
        return CrlContents.CODEC.decode(payload(data).orElse(Octets.EMPTY), reading);
    }

    private static boolean hasCrlHeader(Ieee1609Dot2Data data) {
        if (!(data.content() instanceof SignedData signed)) {
            return true;
        }
        HeaderInfo header = signed.tbsData().value().headerInfo();
        return header.psid().equals(CRL_PSID)
                && header.generationTime() == null
                && header.expiryTime() == null
                && header.generationLocation() == null
                && header.p2pcdLearningRequest() == null
                && header.missingCrlIdentifier() == null
                && header.encryptionKey() == null;
    }
}
