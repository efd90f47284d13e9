package org.v2xscms.fuzz;

import java.util.List;
import org.v2xscms.codec.oer.Octets;

/** Made-up structures of the kinds that do not grow out of random octets often enough, to start from and to graft in. */
final class Donors {

    private static final String X = "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20";
    private static final String X48 = X + "a1a2a3a4a5a6a7a8a9aaabacadaeafb0";
    private static final String SIGNATURE = "80" + "80" + X + X;
    private static final String NO_CRL = "000000" + "0000";
    private static final String VALIDITY = "20000000" + "840003";
    private static final String KEY = "80" + "80" + "82" + X;

    private static final String ROOT = "80" + "03" + "00" + "8100" + "18" + "8104" + "726f6f74" + NO_CRL + VALIDITY
            + "0101" + "80" + "0123" + "80" + "0100" + "0101" + "00" + "81" + KEY + SIGNATURE;
    private static final String ENCRYPTION_KEY = "00" + "80" + "82" + X;
    private static final String TICKET =
            "80" + "03" + "00" + "80" + "c1c2c3c4c5c6c7c8" + "11" + "83" + NO_CRL + VALIDITY + "0102" + "00" + "0124"
                    + "80" + "0125" + "81" + "04" + "03" + "010203" + ENCRYPTION_KEY + KEY + SIGNATURE;
    private static final String AUTHORITY = "80" + "03" + "00" + "82" + "08" + "c1c2c3c4c5c6c7c8" + "79" + "8102"
            + "6561"
            + NO_CRL + VALIDITY + "83" + "0101" + "80" + "0114" + "80" + "0101" + "80" + "0123" + "80" + "0101" + "0101"
            + "c0" + "80" + "0101" + "80" + "0124" + "81" + "0102" + "0101" + ENCRYPTION_KEY + "80" + "8231" + "83"
            + X48
            + "8261" + "80" + X48 + X48;
    private static final String IMPLICIT = "00" + "03" + "01" + "80" + "c1c2c3c4c5c6c7c8" + "30" + "80" + "80" + "0007"
            + "a1a2a3a4a5a6a7a8a9" + "01020304" + "b1b2b3b4b5b6b7b8b9" + "010203" + "0004" + VALIDITY + "e0" + "0101"
            + "00"
            + "0120" + "81" + "83" + X;
    private static final String DATA = "0380" + "02" + "aabb";
    private static final String HEADER = "40" + "0124" + "0000000000000102";
    private static final String BY_DIGEST =
            "0381" + "00" + "40" + DATA + HEADER + "80" + "f1f2f3f4f5f6f7f8" + SIGNATURE;
    private static final String BY_CERTIFICATE = "0381" + "00" + "40" + DATA + HEADER + "810101" + TICKET + SIGNATURE;
    private static final String BY_AUTHORITY = "0381" + "01" + "40" + DATA + HEADER + "810101" + AUTHORITY + SIGNATURE;
    private static final String EXTERNAL = "0381" + "00" + "20" + "80" + X + HEADER + "82" + SIGNATURE;
    private static final String CIPHERTEXT = "80" + "000102030405060708090a0b" + "04" + "aabbccdd";
    private static final String ECIES = "80" + "82" + X + "000102030405060708090a0b0c0d0e0f" + X.substring(32);
    private static final String ENCRYPTED = "0382" + "0101" + "82" + "1122334455667788" + ECIES + CIPHERTEXT;
    private static final String RESPONSE = "0382" + "0101" + "80" + "1122334455667788" + CIPHERTEXT;
    private static final String SECURED_CRL =
            "0381" + "00" + "40" + "0380" + "02" + "aabb" + "00" + "020100" + "80" + "f1f2f3f4f5f6f7f8" + SIGNATURE;
    private static final String PDU_STREAM = "00" + "02" + "0101" + "02" + "aabb" + "00";
    private static final String EXTENSION_BLOCK = "0101" + "09" + "0101" + "02" + "aabb";
    private static final String OBSERVATIONS = "0101" + "04" + "0101" + "02" + "03" + "00";
    private static final String TEMPLATE = OBSERVATIONS + "0101" + PDU_STREAM + "0100";

    /** Figures of this class alone; nothing here was ever valid anywhere. */
    static final List<Octets> ALL = octets(
            ROOT,
            TICKET,
            AUTHORITY,
            IMPLICIT,
            BY_DIGEST,
            BY_CERTIFICATE,
            BY_AUTHORITY,
            EXTERNAL,
            ENCRYPTED,
            RESPONSE,
            SECURED_CRL,
            "0101" + PDU_STREAM,
            EXTENSION_BLOCK,
            OBSERVATIONS,
            TEMPLATE);

    private Donors() {}

    private static List<Octets> octets(String... hex) {
        return List.of(hex).stream().map(Octets::ofHex).toList();
    }
}
