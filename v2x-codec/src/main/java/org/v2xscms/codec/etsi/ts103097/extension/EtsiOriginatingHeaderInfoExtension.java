package org.v2xscms.codec.etsi.ts103097.extension;

import static org.v2xscms.codec.etsi.ts103097.extension.EtsiTs103097ExtensionModule.MODULE;
import static org.v2xscms.codec.oer.ObjectSet.object;
import static org.v2xscms.codec.oer.ObjectSet.objectSet;
import static org.v2xscms.codec.oer.ObjectSet.others;
import static org.v2xscms.codec.oer.OpenType.openType;
import static org.v2xscms.codec.oer.Strings.octetString;

import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Octets;

/** A header extension that ETSI defines. */
public sealed interface EtsiOriginatingHeaderInfoExtension {

    /** Extension 1. */
    record CrlRequest(EtsiTs102941CrlRequest content) implements EtsiOriginatingHeaderInfoExtension {}

    /** Extension 2. */
    record DeltaCtlRequest(EtsiTs102941DeltaCtlRequest content) implements EtsiOriginatingHeaderInfoExtension {}

    /** Extension 3. */
    record FullCtlRequest(EtsiTs102941FullCtlRequest content) implements EtsiOriginatingHeaderInfoExtension {}

    /** An extension that we do not know. */
    record Other(int id, Octets content) implements EtsiOriginatingHeaderInfoExtension {}

    Codec<EtsiOriginatingHeaderInfoExtension> CODEC = objectSet(
            "EtsiOriginatingHeaderInfoExtension",
            MODULE,
            "id",
            "content",
            object(1, openType(EtsiTs102941CrlRequest.CODEC), CrlRequest.class, CrlRequest::new, CrlRequest::content),
            object(
                    2,
                    openType(EtsiTs102941DeltaCtlRequest.CODEC),
                    DeltaCtlRequest.class,
                    DeltaCtlRequest::new,
                    DeltaCtlRequest::content),
            object(
                    3,
                    openType(EtsiTs102941FullCtlRequest.CODEC),
                    FullCtlRequest.class,
                    FullCtlRequest::new,
                    FullCtlRequest::content),
            others(octetString("OCTET STRING"), Other.class, Other::new, Other::id, Other::content));
}
