package org.v2xscms.obu.provisioning;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2dot1.eera.AdditionalParams;
import org.v2xscms.codec.ieee1609dot2dot1.eera.ButterflyExpansion;
import org.v2xscms.codec.ieee1609dot2dot1.eera.ButterflyParamsOriginal;
import org.v2xscms.crypto.butterfly.CaterpillarSecret;
import org.v2xscms.crypto.butterfly.CocoonIndex;
import org.v2xscms.crypto.butterfly.CocoonSecrets;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.secret.SecretOctets;

/**
 * The secrets behind one request, all on NIST P-256.
 *
 * @param signing kU, or the caterpillar key a
 * @param signingExpansion kS; null without butterfly keys
 * @param encryption the response key, or the caterpillar key p; null where answers are encrypted to the signing key or not
 *     at all
 * @param encryptionExpansion kE; null unless {@code expansion} is {@link KeyExpansion#ORIGINAL}
 */
record RequestSecrets(
        KeyExpansion expansion,
        PrivateScalar signing,
        @Nullable SymmetricKey signingExpansion,
        @Nullable PrivateScalar encryption,
        @Nullable SymmetricKey encryptionExpansion)
        implements AutoCloseable {

    /** Expansion (1), signing (32), kS (16), encryption (32), kE (16); absent ones are zero, which is no scalar. */
    static final int OCTETS = 1 + 32 + 16 + 32 + 16;

    private static final int SCALAR = 32;
    private static final int KEY = 16;

    static RequestSecrets generate(KeyExpansion expansion, SecureRandom random) {
        boolean second = expansion == KeyExpansion.ORIGINAL || expansion == KeyExpansion.NONE_ENCRYPTED;
        return new RequestSecrets(
                expansion,
                PrivateScalar.generate(Curve.NIST_P256, random),
                expansion.isButterfly() ? SymmetricKey.generate(SymmAlgorithm.AES128_CCM, random) : null,
                second ? PrivateScalar.generate(Curve.NIST_P256, random) : null,
                expansion == KeyExpansion.ORIGINAL ? SymmetricKey.generate(SymmAlgorithm.AES128_CCM, random) : null);
    }

    /** What the request says about the keys; null where it says nothing. */
    @Nullable
    AdditionalParams additionalParams() {
        return switch (expansion) {
            case ORIGINAL ->
                new AdditionalParams.Original(new ButterflyParamsOriginal(
                        wire(signingExpansion), wire(encryption), wire(encryptionExpansion)));
            case UNIFIED -> new AdditionalParams.Unified(wire(signingExpansion));
            case COMPACT_UNIFIED -> new AdditionalParams.CompactUnified(wire(signingExpansion));
            case NONE_ENCRYPTED -> new AdditionalParams.EncryptionKey(wire(encryption));
            case NONE_PLAIN -> null;
        };
    }

    private static ButterflyExpansion wire(@Nullable SymmetricKey key) {
        return new ButterflyExpansion.Aes128(
                Objects.requireNonNull(key).octets().disclose());
    }

    private static PublicEncryptionKey wire(@Nullable PrivateScalar key) {
        return new PublicEncryptionKey(
                SymmAlgorithm.AES128_CCM,
                CurvePoints.encryptionKey(Objects.requireNonNull(key).publicPoint()));
    }

    /** The private keys for one answer, closed by the caller; without butterfly keys copies of those of the request. */
    CocoonSecrets keysFor(CocoonIndex index) {
        return switch (expansion) {
            case ORIGINAL ->
                new CaterpillarSecret.Original(
                                signing,
                                Objects.requireNonNull(signingExpansion),
                                Objects.requireNonNull(encryption),
                                Objects.requireNonNull(encryptionExpansion))
                        .expand(index);
            case UNIFIED ->
                new CaterpillarSecret.Unified(signing, Objects.requireNonNull(signingExpansion)).expand(index);
            case COMPACT_UNIFIED ->
                new CaterpillarSecret.CompactUnified(signing, Objects.requireNonNull(signingExpansion)).expand(index);
            case NONE_ENCRYPTED -> new CocoonSecrets(copy(signing), copy(Objects.requireNonNull(encryption)));
            case NONE_PLAIN -> {
                PrivateScalar only = copy(signing);
                yield new CocoonSecrets(only, only);
            }
        };
    }

    private static PrivateScalar copy(PrivateScalar scalar) {
        try (SecretOctets octets = scalar.toSecretOctets()) {
            return PrivateScalar.of(scalar.curve(), octets).orElseThrow();
        }
    }

    void writeTo(ByteBuffer out) {
        out.put(code(expansion));
        put(signing.toSecretOctets(), out);
        put(signingExpansion == null ? null : signingExpansion.octets(), KEY, out);
        if (encryption == null) {
            put(null, SCALAR, out);
        } else {
            put(encryption.toSecretOctets(), out);
        }
        put(encryptionExpansion == null ? null : encryptionExpansion.octets(), KEY, out);
    }

    private static void put(SecretOctets own, ByteBuffer out) {
        try (own) {
            own.use(out::put);
        }
    }

    private static void put(@Nullable SecretOctets secret, int length, ByteBuffer out) {
        if (secret == null) {
            out.put(new byte[length]);
        } else {
            secret.use(out::put);
        }
    }

    static RequestSecrets readFrom(SecretOctets in) {
        KeyExpansion expansion = in.lend(octets -> expansion(octets[0]));
        boolean second = expansion == KeyExpansion.ORIGINAL || expansion == KeyExpansion.NONE_ENCRYPTED;
        int at = 1;
        PrivateScalar signing = scalar(in, at);
        at += SCALAR;
        SymmetricKey signingExpansion = expansion.isButterfly() ? key(in, at) : null;
        at += KEY;
        PrivateScalar encryption = second ? scalar(in, at) : null;
        at += SCALAR;
        SymmetricKey encryptionExpansion = expansion == KeyExpansion.ORIGINAL ? key(in, at) : null;
        return new RequestSecrets(expansion, signing, signingExpansion, encryption, encryptionExpansion);
    }

    static PrivateScalar scalar(SecretOctets in, int at) {
        try (SecretOctets octets = in.slice(at, at + SCALAR)) {
            return PrivateScalar.of(Curve.NIST_P256, octets).orElseThrow();
        }
    }

    private static SymmetricKey key(SecretOctets in, int at) {
        return new SymmetricKey(SymmAlgorithm.AES128_CCM, in.slice(at, at + KEY));
    }

    /** Stored, so it does not follow the order of the constants. */
    private static byte code(KeyExpansion expansion) {
        return switch (expansion) {
            case ORIGINAL -> 1;
            case UNIFIED -> 2;
            case COMPACT_UNIFIED -> 3;
            case NONE_ENCRYPTED -> 4;
            case NONE_PLAIN -> 5;
        };
    }

    private static KeyExpansion expansion(byte code) {
        return switch (code) {
            case 1 -> KeyExpansion.ORIGINAL;
            case 2 -> KeyExpansion.UNIFIED;
            case 3 -> KeyExpansion.COMPACT_UNIFIED;
            case 4 -> KeyExpansion.NONE_ENCRYPTED;
            case 5 -> KeyExpansion.NONE_PLAIN;
            default -> throw new IllegalStateException("a stored request of unknown kind " + code);
        };
    }

    @Override
    public void close() {
        signing.close();
        if (signingExpansion != null) {
            signingExpansion.close();
        }
        if (encryption != null) {
            encryption.close();
        }
        if (encryptionExpansion != null) {
            encryptionExpansion.close();
        }
    }
}
