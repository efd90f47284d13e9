package org.v2xscms.rootca.profile;

import static org.v2xscms.codec.oer.Enumerated.enumerated;

import org.v2xscms.codec.oer.Codec;

/** What an authority is; the order of the constants is the one on the wire. */
public enum AuthorityRole {
    ROOT("root", false),
    ICA("ica", false),
    ECA("eca", true),
    ACA("aca", true),
    RA("ra", true),
    LA("la", true),
    MA("ma", true),
    CRL_SIGNER("crlSigner", false),
    ELECTOR("elector", false);

    public static final Codec<AuthorityRole> CODEC =
            enumerated("AuthorityRole", "V2X-SCMS AuthorityRequest", values(), role -> role.identifier);

    private final String identifier;
    private final boolean receivesEncrypted;

    AuthorityRole(String identifier, boolean receivesEncrypted) {
        this.identifier = identifier;
        this.receivesEncrypted = receivesEncrypted;
    }

    /** Whether others encrypt to it, so that its certificate has an encryption key. */
    public boolean receivesEncrypted() {
        return receivesEncrypted;
    }
}
