package org.v2xscms.kernel.intent;

import java.util.List;
import org.v2xscms.codec.oer.Octets;

/** The authority's key and profile, as far as issuance needs them. */
public interface Issuer {

    /** Names the issuing certificate. An intent is finished only by the issuer that began it. */
    String name();

    /** The version of the profile after which {@code toBeSigned} is built and linted. */
    int profileVersion();

    /**
     * Checks what is to be signed against the profile.
     *
     * @return the names of the rules it breaks, empty if none
     */
    List<String> lint(Octets toBeSigned);

    /** Signs exactly these octets and packs the answer. */
    Octets sign(Octets toBeSigned);

    /**
     * Whether the answer holds exactly what was to be signed, under signatures that verify with the issuing
     * certificate's public key.
     */
    boolean confirms(Octets toBeSigned, Octets answer);
}
