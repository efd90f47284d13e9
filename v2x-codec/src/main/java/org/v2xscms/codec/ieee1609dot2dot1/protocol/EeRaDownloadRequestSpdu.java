package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaDownloadRequest;
import org.v2xscms.codec.oer.Codec;

/** A device asks for a file, signed with its enrolment certificate, encrypted to the RA. */
public final class EeRaDownloadRequestSpdu {

    public static final Codec<EncryptedSpdu> CODEC = EncryptedSpdu.codec("EeRaDownloadRequestSpdu");

    /** What the RA decrypts. */
    public static final Codec<SignedSpdu<EeRaDownloadRequest>> PLAINTEXT = SignedSpdu.codec(
            "EeRaDownloadRequestSpdu",
            ScmsPdu.scoped("ee-ra eeRaDownloadRequest", EeRaDownloadRequest.class, ScmsPdu.Content.EeRa::new),
            SecurityMgmtPsid.PSID);

    private EeRaDownloadRequestSpdu() {}
}
