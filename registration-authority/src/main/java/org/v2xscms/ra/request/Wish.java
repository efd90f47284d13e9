package org.v2xscms.ra.request;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.VerificationKeyIndicator;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2dot1.eera.AdditionalParams;
import org.v2xscms.codec.ieee1609dot2dot1.eera.ButterflyExpansion;
import org.v2xscms.codec.ieee1609dot2dot1.eera.ButterflyParamsOriginal;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.butterfly.Caterpillar;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.curve.Curve;
import org.v2xscms.crypto.curve.PointDecoding;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.kernel.http.ErrorNumber;
import org.v2xscms.ra.device.Judged;

/** What a device asks for, with keys that are certainly points of P-256. */
public sealed interface Wish {

    EeRaCertRequest request();

    /** Certificates week after week, with keys expanded by butterfly. */
    record Weekly(EeRaCertRequest request, Caterpillar caterpillar) implements Wish {

        /** Whether they are pseudonyms, which get linkage values, several a week. */
        public boolean isLinked() {
            return request.tbsCert().id() instanceof LinkageData;
        }
    }

    /**
     * One certificate for the requested key.
     *
     * @param responseKey to which the answer is encrypted; null for one in plain
     */
    record Single(
            EeRaCertRequest request,
            PublicPoint key,
            @Nullable PublicEncryptionKey responseKey) implements Wish {}

    /** What {@code request} asks for. */
    static Judged<Wish> of(EeRaCertRequest request) {
        Optional<PublicPoint> key = key(request);
        if (key.isEmpty()) {
            return Judged.refused(ErrorNumber.VERIFY_KEY_INDICATOR_INVALID);
        }
        return switch (request.additionalParams()) {
            case null -> Judged.accepted(new Single(request, key.get(), null));
            case AdditionalParams.EncryptionKey(PublicEncryptionKey response) ->
                point(response).isPresent()
                        ? Judged.accepted(new Single(request, key.get(), response))
                        : Judged.refused(ErrorNumber.OTHER_FIELDS_NOT_ALLOWED);
            case AdditionalParams.Original(ButterflyParamsOriginal params) ->
                weekly(request, original(key.get(), params));
            case AdditionalParams.Unified(ButterflyExpansion expansion) ->
                weekly(request, expansion(expansion).map(f -> new Caterpillar.Unified(key.get(), f)));
            case AdditionalParams.CompactUnified(ButterflyExpansion expansion) ->
                weekly(request, expansion(expansion).map(f -> new Caterpillar.CompactUnified(key.get(), f)));
            case AdditionalParams.Unknown _ -> Judged.refused(ErrorNumber.OTHER_FIELDS_NOT_ALLOWED);
        };
    }

    private static Judged<Wish> weekly(EeRaCertRequest request, Optional<? extends Caterpillar> caterpillar) {
        return caterpillar
                .<Judged<Wish>>map(keys -> Judged.accepted(new Weekly(request, keys)))
                .orElseGet(() -> Judged.refused(ErrorNumber.OTHER_FIELDS_NOT_ALLOWED));
    }

    private static Optional<Caterpillar> original(PublicPoint key, ButterflyParamsOriginal params) {
        Optional<SymmetricKey> signing = expansion(params.signingExpansion());
        Optional<SymmetricKey> encryption = expansion(params.encryptionExpansion());
        return point(params.encryptionKey())
                .filter(point -> signing.isPresent() && encryption.isPresent())
                .map(point -> new Caterpillar.Original(key, signing.orElseThrow(), point, encryption.orElseThrow()));
    }

    private static Optional<SymmetricKey> expansion(ButterflyExpansion expansion) {
        return expansion instanceof ButterflyExpansion.Aes128(Octets key)
                ? Optional.of(new SymmetricKey(SymmAlgorithm.AES128_CCM, SecretOctets.wrap(key.toByteArray())))
                : Optional.empty();
    }

    private static Optional<PublicPoint> key(EeRaCertRequest request) {
        return request.tbsCert().verifyKeyIndicator() instanceof VerificationKeyIndicator.VerificationKey(var key)
                ? onP256(CurvePoints.decode(key))
                : Optional.empty();
    }

    private static Optional<PublicPoint> point(PublicEncryptionKey key) {
        return key.supportedSymmAlg() == SymmAlgorithm.AES128_CCM
                ? onP256(CurvePoints.decode(key.publicKey()))
                : Optional.empty();
    }

    private static Optional<PublicPoint> onP256(PointDecoding decoded) {
        return decoded.asOptional().filter(point -> point.curve() == Curve.NIST_P256);
    }
}
