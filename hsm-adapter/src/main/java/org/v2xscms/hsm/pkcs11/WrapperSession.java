package org.v2xscms.hsm.pkcs11;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.hsm.Capabilities;
import org.v2xscms.hsm.KeyQuery;
import org.v2xscms.hsm.PairSpec;
import org.v2xscms.hsm.VaultKey;
import org.v2xscms.hsm.ec.EcParameters;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.KeyPairTemplate;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.PKCS11KeyPair;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.params.ECDH1_DERIVE_PARAMS;

/** A session of a real library: the only class that makes PKCS#11 calls on keys. */
final class WrapperSession implements CryptokiSession {

    private static final int AES_KEY_OCTETS = 32;

    private final Session session;
    private final KeyAttributes attributes;
    private final Mechanism ecdsa = new Mechanism(CKM_ECDSA);

    WrapperSession(Session session) {
        this.session = session;
        this.attributes = new KeyAttributes(session);
    }

    @Override
    public Capabilities capabilities() {
        return new TokenProbe(session).capabilities();
    }

    @Override
    public List<Found> find(KeyQuery query) throws CryptokiFault {
        return call("C_FindObjects", () -> {
            List<Found> found = new ArrayList<>();
            for (long handle : session.findAllObjectsSingle(
                    narrow(AttributeVector.newECPrivateKey().token(true), query))) {
                attributes.pair(handle).ifPresent(key -> found.add(new Found(handle, key)));
            }
            for (long handle : session.findAllObjectsSingle(
                    narrow(AttributeVector.newAESSecretKey().token(true), query))) {
                attributes.wrapping(handle).ifPresent(key -> found.add(new Found(handle, key)));
            }
            return found;
        });
    }

    @Override
    public Found generatePair(PairSpec spec, Octets id) throws CryptokiFault {
        return call("C_GenerateKeyPair", () -> {
            AttributeVector publicKey = KeyTemplates.publicKey(spec, id)
                    .ecParams(EcParameters.oid(spec.curve()).toByteArray());
            PKCS11KeyPair made = session.generateKeyPair(
                    new Mechanism(CKM_EC_KEY_PAIR_GEN),
                    new KeyPairTemplate(KeyTemplates.privateKey(spec, id), publicKey));
            return readBack(made.getPrivateKey());
        });
    }

    @Override
    public Found generateWrapping(String label, Octets id) throws CryptokiFault {
        return call("C_GenerateKey", () -> {
            AttributeVector key = AttributeVector.newAESSecretKey()
                    .token(true)
                    .private_(true)
                    .sensitive(true)
                    .extractable(false)
                    .encrypt(false)
                    .decrypt(false)
                    .wrap(true)
                    .unwrap(true)
                    .valueLen(AES_KEY_OCTETS)
                    .id(id.toByteArray())
                    .label(label);
            return new Found(
                    session.generateKey(new Mechanism(CKM_AES_KEY_GEN), key), new VaultKey.Wrapping(id, label));
        });
    }

    @Override
    public byte[] ecdsa(long handle, byte[] digest) throws CryptokiFault {
        return call("C_Sign", () -> session.signSingle(ecdsa, handle, digest));
    }

    @Override
    public byte[] ecdh(long handle, byte[] point, int length) throws CryptokiFault {
        return call("C_DeriveKey", () -> {
            AttributeVector secret = AttributeVector.newSecretKey(CKK_GENERIC_SECRET)
                    .token(false)
                    .sensitive(false)
                    .extractable(true)
                    .valueLen(length);
            Mechanism mechanism = new Mechanism(CKM_ECDH1_DERIVE, new ECDH1_DERIVE_PARAMS(CKD_NULL, null, point));
            long derived = session.deriveKey(mechanism, handle, secret);
            try {
                return session.getAttrValues(derived, CKA_VALUE).value();
            } finally {
                session.destroyObject(derived);
            }
        });
    }

    @Override
    public byte[] wrap(long wrapping, long key) throws CryptokiFault {
        return call("C_WrapKey", () -> session.wrapKey(keyWrap(), wrapping, key));
    }

    @Override
    public Found unwrap(long wrapping, byte[] wrapped, PairSpec spec, Octets id, PublicPoint publicKey)
            throws CryptokiFault {
        return call("C_UnwrapKey", () -> {
            session.unwrapKey(keyWrap(), wrapping, wrapped, KeyTemplates.privateKey(spec, id));
            long handle = session.createObject(KeyTemplates.publicKey(spec, id)
                    .ecParams(EcParameters.oid(spec.curve()).toByteArray())
                    .ecPoint(KeyTemplates.derOctetString(EcParameters.uncompressed(publicKey))));
            return readBack(privateKeyBeside(handle, id));
        });
    }

    @Override
    public void destroy(Octets id) throws CryptokiFault {
        call("C_DestroyObject", () -> {
            for (long objectClass : new long[] {CKO_PRIVATE_KEY, CKO_PUBLIC_KEY, CKO_SECRET_KEY}) {
                for (long handle : session.findAllObjectsSingle(
                        new AttributeVector().class_(objectClass).token(true).id(id.toByteArray()))) {
                    session.destroyObject(handle);
                }
            }
            return id;
        });
    }

    @Override
    public void close() {
        try {
            session.closeSession();
        } catch (PKCS11Exception alreadyGone) {
            // A session that cannot be closed is not open.
        }
    }

    private Mechanism keyWrap() throws CryptokiFault {
        return new Mechanism(new TokenProbe(session)
                .keyWrap()
                .orElseThrow(() -> new CryptokiFault(CryptokiFault.Kind.DEVICE, "no AES key wrap with padding")));
    }

    private static AttributeVector narrow(AttributeVector template, KeyQuery query) {
        return switch (query) {
            case KeyQuery.ByLabel byLabel -> template.label(byLabel.label());
            case KeyQuery.ById byId -> template.id(byId.id().toByteArray());
            case KeyQuery.All all -> template;
        };
    }

    private long privateKeyBeside(long publicHandle, Octets id) throws PKCS11Exception, CryptokiFault {
        for (long handle : session.findAllObjectsSingle(
                AttributeVector.newECPrivateKey().token(true).id(id.toByteArray()))) {
            if (handle != publicHandle) {
                return handle;
            }
        }
        throw new CryptokiFault(CryptokiFault.Kind.DEVICE, "a key that was just unwrapped is not there");
    }

    private Found readBack(long handle) throws PKCS11Exception, CryptokiFault {
        Optional<VaultKey.Pair> key = attributes.pair(handle);
        return new Found(
                handle,
                key.orElseThrow(() -> new CryptokiFault(
                        CryptokiFault.Kind.DEVICE, "the token gave a new key other attributes than asked for")));
    }

    private interface Call<T> {

        T run() throws PKCS11Exception, CryptokiFault;
    }

    private static <T> T call(String name, Call<T> call) throws CryptokiFault {
        try {
            return call.run();
        } catch (PKCS11Exception fault) {
            throw WrapperFaults.from(name, fault);
        }
    }
}
