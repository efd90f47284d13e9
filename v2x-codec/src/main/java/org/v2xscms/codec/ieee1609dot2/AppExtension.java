package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.ObjectSet.object;
import static org.v2xscms.codec.oer.ObjectSet.objectSet;
import static org.v2xscms.codec.oer.ObjectSet.others;
import static org.v2xscms.codec.oer.OpenType.openType;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;
import static org.v2xscms.codec.oer.Strings.octetString;

import java.util.List;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.ObjectIdentifier;
import org.v2xscms.codec.oer.Octets;

/** A further permission of a certificate holder. */
public sealed interface AppExtension {

    /** Extension 1: the organisation that operates the holder. */
    record OperatingOrganization(ObjectIdentifier content) implements AppExtension {}

    /** An extension that we do not know. */
    record Other(int id, Octets content) implements AppExtension {}

    Codec<AppExtension> CODEC = objectSet(
            "AppExtension",
            MODULE,
            "id",
            "content",
            object(
                    1,
                    openType(ObjectIdentifier.CODEC),
                    OperatingOrganization.class,
                    OperatingOrganization::new,
                    OperatingOrganization::content),
            others(octetString("OCTET STRING"), Other.class, Other::new, Other::id, Other::content));

    /** SequenceOfAppExtensions: at least one. */
    Codec<List<AppExtension>> SEQUENCE_OF = sequenceOf("SequenceOfAppExtensions", MODULE, 1, Integer.MAX_VALUE, CODEC);
}
