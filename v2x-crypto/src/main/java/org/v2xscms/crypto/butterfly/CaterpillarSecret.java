package org.v2xscms.crypto.butterfly;

import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.encrypt.SymmetricKey;

/** The device's side of a butterfly request; {@link Caterpillar} explains the variants. */
public sealed interface CaterpillarSecret {

    /** What the device sends to the RA. */
    Caterpillar publicSide();

    /** The private keys for one index, to be closed by the caller. */
    CocoonSecrets expand(CocoonIndex index);

    /** a and p with kS and kE. */
    record Original(
            PrivateScalar signingKey,
            SymmetricKey signingExpansion,
            PrivateScalar encryptionKey,
            SymmetricKey encryptionExpansion)
            implements CaterpillarSecret {

        @Override
        public Caterpillar publicSide() {
            return new Caterpillar.Original(
                    signingKey.publicPoint(), signingExpansion, encryptionKey.publicPoint(), encryptionExpansion);
        }

        @Override
        public CocoonSecrets expand(CocoonIndex index) {
            return new CocoonSecrets(
                    cocoon(signingKey, signingExpansion, KeyUse.SIGNING, index),
                    cocoon(encryptionKey, encryptionExpansion, KeyUse.ENCRYPTION, index));
        }
    }

    /** One key and one expansion key; q = b. */
    record Unified(PrivateScalar key, SymmetricKey expansion) implements CaterpillarSecret {

        @Override
        public Caterpillar publicSide() {
            return new Caterpillar.Unified(key.publicPoint(), expansion);
        }

        @Override
        public CocoonSecrets expand(CocoonIndex index) {
            PrivateScalar signing = cocoon(key, expansion, KeyUse.SIGNING, index);
            return new CocoonSecrets(signing, signing);
        }
    }

    /** One key and one expansion key; q follows from b as Q follows from Bt. */
    record CompactUnified(PrivateScalar key, SymmetricKey expansion) implements CaterpillarSecret {

        @Override
        public Caterpillar publicSide() {
            return new Caterpillar.CompactUnified(key.publicPoint(), expansion);
        }

        @Override
        public CocoonSecrets expand(CocoonIndex index) {
            PrivateScalar signing = cocoon(key, expansion, KeyUse.SIGNING, index);
            return new CocoonSecrets(signing, encryptionKey(signing));
        }

        /** The private counterpart of {@link Caterpillar.CompactUnified#encryptionKey}. */
        private static PrivateScalar encryptionKey(PrivateScalar b) {
            return b;
        }
    }

    private static PrivateScalar cocoon(PrivateScalar base, SymmetricKey expansionKey, KeyUse use, CocoonIndex index) {
        try (ExpansionFunction function = new ExpansionFunction(expansionKey, use)) {
            return function.expand(base, index);
        }
    }
}
