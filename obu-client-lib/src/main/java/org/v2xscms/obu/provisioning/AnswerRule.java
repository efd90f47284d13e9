package org.v2xscms.obu.provisioning;

/** What a device demands of an answer before it keeps anything of it. */
public enum AnswerRule {
    READABLE("the answer is the SPDU it should be, in canonical form"),
    SIGNER_VALID("the answer is signed by a certificate that leads to a trusted root"),
    SIGNER_ROLE("the signer holds the role that may give this answer"),
    RECIPIENT_VALID("the authority a request is encrypted to has a valid certificate of its role"),
    REQUEST_HASH("the answer names the request of this device"),
    ENCRYPTED_TO_US("the answer opens with the key that the request gave"),
    CERTIFICATE_VALID("the certificate is valid and leads to a trusted root"),
    CERTIFICATE_ISSUER("the certificate was issued by an authority of the role, the one that signed the answer"),
    ISSUER_USES_CUBK("an unsigned answer comes from an issuer whose certificate has the flag usesCubk"),
    CERTIFICATE_CONTENT("the certificate says what was asked for"),
    LINKAGE_DATA("a pseudonym certificate has a linkage value and the i of its period"),
    PERIOD("the certificate is valid in its i-period and not beyond"),
    CERTIFIED_KEY("the certificate certifies a key that this device, and nobody on the way, holds"),
    FILE("the file is a batch of answers, each named by i and j");

    private final String requirement;

    AnswerRule(String requirement) {
        this.requirement = requirement;
    }

    /** What holds when the rule is kept, as a clause of a sentence. */
    public String requirement() {
        return requirement;
    }
}
