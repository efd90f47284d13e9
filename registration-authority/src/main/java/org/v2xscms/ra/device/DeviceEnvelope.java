package org.v2xscms.ra.device;

import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Opening;
import org.v2xscms.kernel.exchange.AuthorityIdentity;
import org.v2xscms.kernel.http.ErrorNumber;

/** Opens what devices encrypt to this authority. */
public final class DeviceEnvelope {

    private final AuthorityIdentity own;

    public DeviceEnvelope(AuthorityIdentity own) {
        this.own = own;
    }

    /**
     * Decrypts and reads.
     *
     * @param plaintext the SPDU that must be inside
     */
    public <T> Judged<T> open(Octets spdu, Codec<T> plaintext) {
        Ieee1609Dot2Content content;
        try {
            content =
                    Ieee1609Dot2Data.CODEC.decode(spdu, Reading.STRICT).value().content();
        } catch (DecodeException e) {
            return Judged.refused(ErrorNumber.NOT_PARSED);
        }
        if (!(content instanceof EncryptedData encrypted)) {
            return Judged.refused(ErrorNumber.ENCRYPTION_MISSING);
        }
        return switch (Envelope.open(encrypted, own.openingKey())) {
            case Opening.NotForThisKey() -> Judged.refused(ErrorNumber.WRONG_RA);
            case Opening.Refused() -> Judged.refused(ErrorNumber.NOT_DECRYPTED);
            case Opening.Opened(Octets inside, var dataKey) -> {
                dataKey.close();
                yield read(inside, plaintext);
            }
        };
    }

    private static <T> Judged<T> read(Octets inside, Codec<T> codec) {
        try {
            return Judged.accepted(codec.decode(inside, Reading.STRICT).value());
        } catch (DecodeException e) {
            return Judged.refused(ErrorNumber.NOT_PARSED);
        }
    }
}
