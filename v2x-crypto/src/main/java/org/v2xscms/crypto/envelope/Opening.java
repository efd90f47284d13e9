package org.v2xscms.crypto.envelope;

import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.encrypt.SymmetricKey;

/** What became of an attempt to open encrypted data. */
public sealed interface Opening {

    /**
     * The plaintext, by convention the COER of an Ieee1609Dot2Data.
     *
     * @param dataKey the data key, with which a response can be encrypted (pskRecipInfo); the caller closes it
     */
    record Opened(Octets plaintext, SymmetricKey dataKey) implements Opening {}

    /** No entry names the key. */
    record NotForThisKey() implements Opening {}

    /** An entry names the key, and it does not open: changed on the way, or another key with the same HashedId8. */
    record Refused() implements Opening {}
}
