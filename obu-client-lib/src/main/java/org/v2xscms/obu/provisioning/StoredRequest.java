package org.v2xscms.obu.provisioning;

import java.nio.ByteBuffer;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.obu.store.DeviceStore;

/**
 * A request as it is kept before it is first sent, in one file, so that each retry sends the same octets and its answer
 * finds its keys.
 *
 * <pre>
 *  1  version, 1
 * 97  secrets
 *  8  HashedId8 of the enrolment certificate that signed it; zero for the first enrolment
 *  4  length of the request in plain
 *  n  the request in plain, a ScmsPdu
 *  n  the SPDU
 * </pre>
 *
 * @param signer HashedId8 of the enrolment certificate that signed it, or {@link #NOBODY}
 * @param pdu what is asked for, to compare the answer with: the SPDU is encrypted to somebody else
 * @param spdu what is sent
 */
record StoredRequest(RequestSecrets secrets, HashedId8 signer, ScmsPdu pdu, Octets spdu) implements AutoCloseable {

    static final HashedId8 NOBODY = new HashedId8(Octets.of(new byte[8]));

    private static final byte VERSION = 1;
    private static final int ID = 8;
    private static final int HEAD = 1 + RequestSecrets.OCTETS + ID + Integer.BYTES;

    void store(DeviceStore store, String name) {
        Octets plain = ScmsPdu.CODEC.encode(pdu);
        ByteBuffer out = ByteBuffer.allocate(HEAD + plain.length() + spdu.length());
        out.put(VERSION);
        secrets.writeTo(out);
        out.put(signer.octets().toByteArray()).putInt(plain.length());
        out.put(plain.toByteArray()).put(spdu.toByteArray());
        try (SecretOctets content = SecretOctets.wrap(out.array())) {
            store.writeSecret(name, content);
        }
    }

    static StoredRequest read(SecretOctets content) {
        try (content) {
            if (content.lend(octets -> octets[0]) != VERSION) {
                throw new IllegalStateException("a stored request of an unknown version");
            }
            Octets clear;
            try (SecretOctets rest = content.slice(1 + RequestSecrets.OCTETS, content.length())) {
                clear = rest.disclose();
            }
            int start = ID + Integer.BYTES;
            int end = start + ByteBuffer.wrap(clear.toByteArray()).getInt(ID);
            ScmsPdu pdu = ScmsPdu.CODEC
                    .decode(clear.slice(start, end), Reading.STRICT)
                    .value();
            try (SecretOctets secrets = content.slice(1, 1 + RequestSecrets.OCTETS)) {
                return new StoredRequest(
                        RequestSecrets.readFrom(secrets),
                        new HashedId8(clear.slice(0, ID)),
                        pdu,
                        clear.slice(end, clear.length()));
            }
        } catch (DecodeException e) {
            throw new IllegalStateException("a stored request that cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        secrets.close();
    }
}
