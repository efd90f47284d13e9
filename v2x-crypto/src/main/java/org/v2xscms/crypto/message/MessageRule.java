package org.v2xscms.crypto.message;

/** What signed data must satisfy beyond a valid certificate, with the place in IEEE 1609.2-2022 that asks for it. */
public enum MessageRule {
    SIGNER_KNOWN("the signing certificate is at hand", "Ieee1609Dot2, SignerIdentifier"),
    SIGNER_VALID("the signing certificate is valid", "5.1.2"),
    HASH_OF_KEY("hashId is the hash that goes with the signer's key", "5.3.1"),
    PERMISSION("the signing certificate holds the PSID of the data", "Ieee1609Dot2, ToBeSignedCertificate"),
    GENERATED_WITHIN_VALIDITY(
            "the data was generated while the signing certificate was valid", "Ieee1609Dot2, HeaderInfo"),
    NOT_EXPIRED("the expiry time lies after the generation time and has not passed", "Ieee1609Dot2, HeaderInfo"),
    GENERATED_WITHIN_REGION(
            "the data was generated inside the region of the signing certificate", "Ieee1609Dot2, HeaderInfo"),
    SIGNATURE("the signature verifies under the signer's key", "5.3.1");

    private final String requirement;
    private final String clause;

    MessageRule(String requirement, String place) {
        this.requirement = requirement;
        this.clause = "IEEE 1609.2-2022 " + place;
    }

    /** What holds when the rule is kept, as a clause of a sentence. */
    public String requirement() {
        return requirement;
    }

    public String clause() {
        return clause;
    }
}
