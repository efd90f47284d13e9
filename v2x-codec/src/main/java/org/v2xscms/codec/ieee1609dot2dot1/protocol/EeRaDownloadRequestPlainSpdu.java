package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaDownloadRequest;
import org.v2xscms.codec.oer.Codec;

/** A device asks for a file, unsecured. */
public final class EeRaDownloadRequestPlainSpdu {

    public static final Codec<UnsecuredSpdu<EeRaDownloadRequest>> CODEC = UnsecuredSpdu.codec(
            "EeRaDownloadRequestPlainSpdu",
            ScmsPdu.scoped("ee-ra eeRaDownloadRequest", EeRaDownloadRequest.class, ScmsPdu.Content.EeRa::new));

    private EeRaDownloadRequestPlainSpdu() {}
}
