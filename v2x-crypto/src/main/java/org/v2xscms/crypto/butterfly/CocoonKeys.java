package org.v2xscms.crypto.butterfly;

import java.util.ArrayList;
import java.util.List;
import org.v2xscms.crypto.curve.PublicPoint;

/**
 * The public keys for one certificate of a butterfly request.
 *
 * @param signing B, from which the ACA makes the certificate's key
 * @param encryption Q, to which the response is encrypted
 */
public record CocoonKeys(CocoonIndex index, PublicPoint signing, PublicPoint encryption) {

    static List<CocoonKeys> zip(List<CocoonIndex> indices, List<PublicPoint> signing, List<PublicPoint> encryption) {
        List<CocoonKeys> keys = new ArrayList<>(indices.size());
        for (int n = 0; n < indices.size(); n++) {
            keys.add(new CocoonKeys(indices.get(n), signing.get(n), encryption.get(n)));
        }
        return List.copyOf(keys);
    }
}
