package org.v2xscms.rootca.ceremony;

import org.v2xscms.codec.oer.Octets;
import org.v2xscms.rootca.profile.ProfileSettings;
import org.v2xscms.rootca.trust.TrustListSettings;

/**
 * What the operator decides before the ceremony.
 *
 * @param rootName the name in the root's certificate
 * @param icaName the name in the intermediate CA's certificate
 */
public record CeremonySettings(String rootName, String icaName, ProfileSettings profiles, TrustListSettings trustList) {

    /** The usual profiles, and two of three electors. */
    public static CeremonySettings usual() {
        return new CeremonySettings(
                "root", "ica", ProfileSettings.usual(), TrustListSettings.twoOfThree(Octets.ofHex("5632580053434d53")));
    }
}
