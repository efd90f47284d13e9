package org.v2xscms.codec.misbehaviour;

import static org.v2xscms.codec.misbehaviour.EtsiTs103759.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;

/** A report and its protection. */
public sealed interface EtsiTs103759MbrSec {

    record Plaintext(EtsiTs103759Mbr value) implements EtsiTs103759MbrSec {}

    /** Signed data whose payload is an EtsiTs103759Mbr. */
    record Signed(Encoded<Ieee1609Dot2Data> value) implements EtsiTs103759MbrSec {}

    /** Data encrypted to the misbehaviour authority, inside which is signed data as in {@link Signed}. */
    record SignedThenEncrypted(Encoded<Ieee1609Dot2Data> value) implements EtsiTs103759MbrSec {}

    record Unknown(UnknownAlternative value) implements EtsiTs103759MbrSec {}

    Codec<EtsiTs103759MbrSec> CODEC = choice(
            "EtsiTs103759MbrSec",
            MODULE,
            alternative("plaintext", EtsiTs103759Mbr.CODEC, Plaintext.class, Plaintext::new, Plaintext::value),
            alternative("signed", data(), Signed.class, Signed::new, Signed::value),
            alternative("sTE", data(), SignedThenEncrypted.class, SignedThenEncrypted::new, SignedThenEncrypted::value),
            extensible(Unknown.class, Unknown::new, Unknown::value));

    /** The same in SAE J3287, which has no extension marker. */
    Codec<EtsiTs103759MbrSec> J3287_CODEC = choice(
            "SaeJ3287MbrSec",
            EtsiTs103759.J3287,
            alternative("plaintext", EtsiTs103759Mbr.CODEC, Plaintext.class, Plaintext::new, Plaintext::value),
            alternative("signed", data(), Signed.class, Signed::new, Signed::value),
            alternative(
                    "sTE", data(), SignedThenEncrypted.class, SignedThenEncrypted::new, SignedThenEncrypted::value));

    private static Codec<Encoded<Ieee1609Dot2Data>> data() {
        return Ieee1609Dot2Data.CODEC.keepingOctets();
    }
}
