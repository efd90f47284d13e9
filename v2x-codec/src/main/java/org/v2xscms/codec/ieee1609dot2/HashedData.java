package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId32;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId48;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** The hash of data that is not in the message. */
public sealed interface HashedData {

    record Sha256HashedData(HashedId32 value) implements HashedData {}

    record Sha384HashedData(HashedId48 value) implements HashedData {}

    record Sm3HashedData(HashedId32 value) implements HashedData {}

    record Unknown(UnknownAlternative value) implements HashedData {}

    Codec<HashedData> CODEC = choice(
            "HashedData",
            MODULE,
            alternative(
                    "sha256HashedData",
                    HashedId32.CODEC,
                    Sha256HashedData.class,
                    Sha256HashedData::new,
                    Sha256HashedData::value),
            extensible(Unknown.class, Unknown::new, Unknown::value),
            alternative(
                    "sha384HashedData",
                    HashedId48.CODEC,
                    Sha384HashedData.class,
                    Sha384HashedData::new,
                    Sha384HashedData::value),
            alternative(
                    "sm3HashedData", HashedId32.CODEC, Sm3HashedData.class, Sm3HashedData::new, Sm3HashedData::value));
}
