package org.v2xscms.codec.ieee1609dot2;

import static org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2.MODULE;
import static org.v2xscms.codec.oer.ObjectSet.object;
import static org.v2xscms.codec.oer.ObjectSet.objectSet;
import static org.v2xscms.codec.oer.ObjectSet.others;
import static org.v2xscms.codec.oer.OpenType.openType;
import static org.v2xscms.codec.oer.Strings.octetString;

import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** A header extension that IEEE 1609 defines. */
public sealed interface Ieee1609ContributedHeaderInfoExtension {

    /** Extension 1: asks for the certificate with this HashedId8. */
    record P2pcd8ByteLearningRequest(HashedId8 content) implements Ieee1609ContributedHeaderInfoExtension {}

    /** An extension that we do not know. */
    record Other(int id, Octets content) implements Ieee1609ContributedHeaderInfoExtension {}

    Codec<Ieee1609ContributedHeaderInfoExtension> CODEC = objectSet(
            "Ieee1609ContributedHeaderInfoExtension",
            MODULE,
            "id",
            "content",
            object(
                    1,
                    openType(HashedId8.CODEC),
                    P2pcd8ByteLearningRequest.class,
                    P2pcd8ByteLearningRequest::new,
                    P2pcd8ByteLearningRequest::content),
            others(octetString("OCTET STRING"), Other.class, Other::new, Other::id, Other::content));
}
