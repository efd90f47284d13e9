package org.v2xscms.hsm.soft;

import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.ecqv.EcqvReconstruction;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.hsm.ImplicitIssue;

/** The check that stands in for verifying a signature before it is handed out. */
final class ImplicitCheck {

    private ImplicitCheck() {}

    /** r·G + e·R_U = e·P_U + Q, which a fault in computing r would break. */
    static boolean holds(ImplicitIssue issued, Digest e, PublicPoint requestPoint, PublicPoint issuer) {
        try (SecretOctets octets =
                        SecretOctets.wrap(issued.privateReconstruction().toByteArray());
                PrivateScalar r = PrivateScalar.of(issuer.curve(), octets).orElseThrow()) {
            PublicPoint base = r.publicPoint();
            return requestPoint
                    .times(e.value())
                    .flatMap(base::plus)
                    .equals(EcqvReconstruction.publicKey(issued.reconstructionPoint(), e, issuer));
        }
    }
}
