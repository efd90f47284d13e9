package org.v2xscms.pca;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmetricEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmetricKeyOctets;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.acara.EncryptedIndividualPLV;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EncryptedSpdu;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Recipient;
import org.v2xscms.messages.LinkageKeyOffer;

/** The linkage authorities' side: their keys for the ACA and values encrypted under them. */
final class TestLinkage {

    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    static final LaId LA1 = new LaId(Octets.of((byte) 0, (byte) 1));
    static final LaId LA2 = new LaId(Octets.of((byte) 0, (byte) 2));

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<LaId, SymmetricKey> keys = Map.of(
            LA1,
            SymmetricKey.generate(SymmAlgorithm.AES128_CCM, RANDOM),
            LA2,
            SymmetricKey.generate(SymmAlgorithm.AES128_CCM, RANDOM));

    static Time32 requestTime() {
        return Time32.of(NOW);
    }

    LinkageKeyOffer offer(LaId laId) {
        return new LinkageKeyOffer(
                laId, new SymmetricEncryptionKey.Aes128Ccm(key(laId).octets().lend(SymmetricKeyOctets::new)));
    }

    EncryptedIndividualPLV encrypt(LaId laId, Octets value) {
        return encrypt(laId, value, key(laId));
    }

    static EncryptedIndividualPLV encrypt(LaId laId, Octets value, SymmetricKey key) {
        var data = Envelope.seal(value, List.of(new Recipient.SharedKey(key)), SymmAlgorithm.AES128_CCM, RANDOM);
        return EncryptedIndividualPLV.of(laId, Encoded.of(EncryptedSpdu.toOneSymmetricKey(), new EncryptedSpdu(data)));
    }

    private SymmetricKey key(LaId laId) {
        return Objects.requireNonNull(keys.get(laId));
    }
}
