package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** Which certificate issued this one, and the hash that its signature is over. */
public sealed interface IssuerIdentifier {

    record Sha256AndDigest(HashedId8 value) implements IssuerIdentifier {}

    /** Self-signed. */
    record Self(HashAlgorithm value) implements IssuerIdentifier {}

    record Sha384AndDigest(HashedId8 value) implements IssuerIdentifier {}

    record Sm3AndDigest(HashedId8 value) implements IssuerIdentifier {}

    record Unknown(UnknownAlternative value) implements IssuerIdentifier {}

    Codec<IssuerIdentifier> CODEC = choice(
            "IssuerIdentifier",
            MODULE,
            alternative(
                    "sha256AndDigest",
                    HashedId8.CODEC,
                    Sha256AndDigest.class,
                    Sha256AndDigest::new,
                    Sha256AndDigest::value),
            alternative("self", HashAlgorithm.CODEC, Self.class, Self::new, Self::value),
            extensible(Unknown.class, Unknown::new, Unknown::value),
            alternative(
                    "sha384AndDigest",
                    HashedId8.CODEC,
                    Sha384AndDigest.class,
                    Sha384AndDigest::new,
                    Sha384AndDigest::value),
            alternative("sm3AndDigest", HashedId8.CODEC, Sm3AndDigest.class, Sm3AndDigest::new, Sm3AndDigest::value));
}
