package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.ieee1609dot2.crl.Ieee1609Dot2CrlBaseTypes.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/**
 * The revocations of a CRL: certificates by their hash, or whole devices and groups by linkage seeds; all that are in
 * force (full) or those since the previous CRL (delta).
 */
public sealed interface TypeSpecificCrlContents {

    record FullHashCrl(ToBeSignedHashIdCrl value) implements TypeSpecificCrlContents {}

    record DeltaHashCrl(ToBeSignedHashIdCrl value) implements TypeSpecificCrlContents {}

    /** The algorithms for seeds and linkage values follow from the hash algorithm behind crlCraca. */
    record FullLinkedCrl(ToBeSignedLinkageValueCrl value) implements TypeSpecificCrlContents {}

    record DeltaLinkedCrl(ToBeSignedLinkageValueCrl value) implements TypeSpecificCrlContents {}

    record FullLinkedCrlWithAlg(ToBeSignedLinkageValueCrlWithAlgIdentifier value) implements TypeSpecificCrlContents {}

    record DeltaLinkedCrlWithAlg(ToBeSignedLinkageValueCrlWithAlgIdentifier value) implements TypeSpecificCrlContents {}

    record Unknown(UnknownAlternative value) implements TypeSpecificCrlContents {}

    Codec<TypeSpecificCrlContents> CODEC = choice(
            "TypeSpecificCrlContents",
            MODULE,
            alternative(
                    "fullHashCrl", ToBeSignedHashIdCrl.CODEC, FullHashCrl.class, FullHashCrl::new, FullHashCrl::value),
            alternative(
                    "deltaHashCrl",
                    ToBeSignedHashIdCrl.CODEC,
                    DeltaHashCrl.class,
                    DeltaHashCrl::new,
                    DeltaHashCrl::value),
            alternative(
                    "fullLinkedCrl",
                    ToBeSignedLinkageValueCrl.CODEC,
                    FullLinkedCrl.class,
                    FullLinkedCrl::new,
                    FullLinkedCrl::value),
            alternative(
                    "deltaLinkedCrl",
                    ToBeSignedLinkageValueCrl.CODEC,
                    DeltaLinkedCrl.class,
                    DeltaLinkedCrl::new,
                    DeltaLinkedCrl::value),
            extensible(Unknown.class, Unknown::new, Unknown::value),
            alternative(
                    "fullLinkedCrlWithAlg",
                    ToBeSignedLinkageValueCrlWithAlgIdentifier.CODEC,
                    FullLinkedCrlWithAlg.class,
                    FullLinkedCrlWithAlg::new,
                    FullLinkedCrlWithAlg::value),
            alternative(
                    "deltaLinkedCrlWithAlg",
                    ToBeSignedLinkageValueCrlWithAlgIdentifier.CODEC,
                    DeltaLinkedCrlWithAlg.class,
                    DeltaLinkedCrlWithAlg::new,
                    DeltaLinkedCrlWithAlg::value));
}
