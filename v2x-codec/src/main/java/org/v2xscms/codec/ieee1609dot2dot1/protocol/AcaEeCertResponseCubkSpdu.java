package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEeCertResponse;
import org.v2xscms.codec.oer.Codec;

/** A certificate for a device, encrypted but not signed: the compact unified form of butterfly keys.
 *
 * <p>The device is convinced by the certificate inside, which only its own key fits. */
public final class AcaEeCertResponseCubkSpdu {

    public static final Codec<EncryptedSpdu> CODEC = EncryptedSpdu.codec("AcaEeCertResponseCubkSpdu");

    /** What the device decrypts, with the cocoon key. */
    public static final Codec<UnsecuredSpdu<AcaEeCertResponse>> PLAINTEXT = AcaEeCertResponsePlainSpdu.CODEC;

    private AcaEeCertResponseCubkSpdu() {}
}
