package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.oer.Encoded;

/** The types SignerSingleCert and SignerSelf. */
final class Signers {

    private Signers() {}

    /** Whether the signer is named by exactly one certificate. */
    static boolean isSingle(SignerIdentifier signer) {
        return single(signer) != null;
    }

    static boolean isSelf(SignerIdentifier signer) {
        return signer instanceof SignerIdentifier.Self;
    }

    /** The certificate, where there is exactly one. */
    static @Nullable Encoded<Certificate> single(SignerIdentifier signer) {
        return signer instanceof SignerIdentifier.Certificates(List<Encoded<Certificate>> chain) && chain.size() == 1
                ? chain.getFirst()
                : null;
    }
}
