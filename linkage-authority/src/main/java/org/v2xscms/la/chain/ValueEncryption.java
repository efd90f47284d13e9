package org.v2xscms.la.chain;

import java.nio.ByteBuffer;
import java.util.List;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2dot1.acara.EncryptedIndividualPLV;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EncryptedSpdu;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Recipient;
import org.v2xscms.crypto.linkage.PreLinkageValue;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.kernel.authority.AuthoritySecret;
import org.v2xscms.messages.ChainId;

/**
 * Encrypts a pre-linkage value for the ACA, to the same octets whenever it is asked.
 *
 * <p>Data key and both nonces come from a pseudo-random function of a secret of this authority over profile, la_id, chain,
 * i and j. That is as safe as drawing them at random, because those five also determine the value: a chain's first seed
 * never changes, so a key or nonce that comes again meets the plaintext it met before and gives the ciphertext everybody
 * has already. Two different values share a nonce under the shared key as rarely as random nonces would, and nobody
 * without the secret can tell the output from random octets or compute one for another value. The profile takes part
 * because it changes the value.
 */
final class ValueEncryption {

    private static final String PURPOSE = "pre-linkage value encryption";
    private static final int KEY_OCTETS = 16;

    private final AuthoritySecret secret;
    private final LaId laId;
    private final SymmetricKey sharedKey;

    /** @param sharedKey shared with the ACA */
    ValueEncryption(AuthoritySecret secret, LaId laId, SymmetricKey sharedKey) {
        this.secret = secret;
        this.laId = laId;
        this.sharedKey = sharedKey;
    }

    EncryptedIndividualPLV encrypt(ChainId chain, int i, int j, PreLinkageValue value) {
        String purpose = PURPOSE + " " + value.rules().profile().name();
        Octets number = Octets.of(
                ByteBuffer.allocate(2 * Integer.BYTES).putInt(i).putInt(j).array());
        Octets place = Octets.concat(laId.octets(), chain.octets(), number);
        try (SecretOctets keys = secret.derive(purpose + " key", place);
                SymmetricKey dataKey = new SymmetricKey(SymmAlgorithm.AES128_CCM, keys.slice(0, KEY_OCTETS));
                SecretOctets nonces = secret.derive(purpose + " nonces", place)) {
            EncryptedData data = Envelope.seal(
                    value.value(), List.of(new Recipient.SharedKey(sharedKey)), dataKey, new DerivedNonces(nonces));
            return EncryptedIndividualPLV.of(
                    laId, Encoded.of(EncryptedSpdu.toOneSymmetricKey(), new EncryptedSpdu(data)));
        }
    }
}
