package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEeCertResponse;
import org.v2xscms.codec.oer.Codec;

/** A certificate for a device, encrypted and then signed by the ACA, so that the RA in between learns nothing from it.
 *
 * <p>Signed over unsecuredData over encryptedData: one layer more than was meant, as the module itself notes. It is
 * only
 * valid if the ACA certificate that signs is the one that issued the certificate inside. */
public final class AcaEeCertResponsePrivateSpdu {

    public static final Codec<SignedSpdu<EncryptedSpdu>> CODEC = SignedSpdu.codec(
            "AcaEeCertResponsePrivateSpdu", EncryptedSpdu.codec("Ieee1609Dot2Data-Encrypted"), SecurityMgmtPsid.PSID);

    /** What the device decrypts, with the key its request gave or the one expanded from it. */
    public static final Codec<UnsecuredSpdu<AcaEeCertResponse>> PLAINTEXT = AcaEeCertResponsePlainSpdu.CODEC;

    private AcaEeCertResponsePrivateSpdu() {}
}
