package org.v2xscms.crypto.butterfly;

import java.util.ArrayList;
import java.util.List;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.encrypt.SymmetricKey;

/**
 * The public side of a butterfly request as the RA expands it (IEEE 1609.2.1-2022 9.3): one caterpillar key becomes any
 * number of cocoon keys that nobody without the expansion key can link. The three variants differ in where the key comes
 * from to which the response is encrypted.
 */
public sealed interface Caterpillar {

    /** The cocoon keys for all indices, in their order; one call for many indices is much cheaper than many calls. */
    List<CocoonKeys> expand(List<CocoonIndex> indices);

    /** Two caterpillar keys and two expansion keys: A and P, kS and kE. */
    record Original(
            PublicPoint signingKey,
            SymmetricKey signingExpansion,
            PublicPoint encryptionKey,
            SymmetricKey encryptionExpansion)
            implements Caterpillar {

        @Override
        public List<CocoonKeys> expand(List<CocoonIndex> indices) {
            List<PublicPoint> signing = cocoons(signingKey, signingExpansion, KeyUse.SIGNING, indices);
            List<PublicPoint> encryption = cocoons(encryptionKey, encryptionExpansion, KeyUse.ENCRYPTION, indices);
            return CocoonKeys.zip(indices, signing, encryption);
        }
    }

    /** One caterpillar key and one expansion key: the response is encrypted to the signing cocoon key, Q = B. */
    record Unified(PublicPoint key, SymmetricKey expansion) implements Caterpillar {

        @Override
        public List<CocoonKeys> expand(List<CocoonIndex> indices) {
            List<PublicPoint> signing = cocoons(key, expansion, KeyUse.SIGNING, indices);
            return CocoonKeys.zip(indices, signing, signing);
        }
    }

    /**
     * As unified, but the RA sends no encryption key: the ACA derives it from the request's verifyKeyIndicator Bt, and the
     * certificate itself proves to the device that nobody replaced the key on the way.
     */
    record CompactUnified(PublicPoint key, SymmetricKey expansion) implements Caterpillar {

        @Override
        public List<CocoonKeys> expand(List<CocoonIndex> indices) {
            List<PublicPoint> signing = cocoons(key, expansion, KeyUse.SIGNING, indices);
            List<PublicPoint> encryption = new ArrayList<>(signing.size());
            signing.forEach(bt -> encryption.add(encryptionKey(bt)));
            return CocoonKeys.zip(indices, signing, encryption);
        }

        /**
         * The encryption key Q that belongs to Bt. The text of IEEE 1609.2.1-2022 9.3.4.2 is not public; that Q is Bt
         * itself is inferred from the literature and from the unified variant. {@link CaterpillarSecret.CompactUnified}
         * holds the private counterpart of this one function.
         */
        public static PublicPoint encryptionKey(PublicPoint bt) {
            return bt;
        }
    }

    private static List<PublicPoint> cocoons(
            PublicPoint base, SymmetricKey expansionKey, KeyUse use, List<CocoonIndex> indices) {
        try (ExpansionFunction function = new ExpansionFunction(expansionKey, use)) {
            return function.expand(base, indices);
        }
    }
}
