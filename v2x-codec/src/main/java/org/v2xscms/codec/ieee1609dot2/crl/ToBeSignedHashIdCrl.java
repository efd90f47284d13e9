package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.ieee1609dot2.crl.Ieee1609Dot2CrlBaseTypes.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.UnsignedIntegers;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;

/**
 * Revocations by certificate hash.
 *
 * @param crlSerial counts the CRLs of one CRACA and series, 0 to 2^32 - 1
 * @param entries may be empty: nothing is revoked
 */
public record ToBeSignedHashIdCrl(long crlSerial, SequenceOfHashBasedRevocationInfo entries, Additions additions) {

    public static final Codec<ToBeSignedHashIdCrl> CODEC = sequence(
            "ToBeSignedHashIdCrl",
            MODULE,
            ToBeSignedHashIdCrl::new,
            required("crlSerial", UnsignedIntegers.UINT32, ToBeSignedHashIdCrl::crlSerial),
            required("entries", SequenceOfHashBasedRevocationInfo.CODEC, ToBeSignedHashIdCrl::entries),
            extensible(ToBeSignedHashIdCrl::additions));
}
