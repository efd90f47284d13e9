package org.v2xscms.rootca.profile;

import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;

/** How long the certificate of each role is valid. */
public record Lifetimes(
        Duration root,
        Duration ica,
        Duration eca,
        Duration aca,
        Duration ra,
        Duration la,
        Duration ma,
        Duration crlSigner,
        Duration elector) {

    /** The figures of the deployed American system; for LA, CRL signer and
     * elector, whose figures are not public, those of RA and MA and twelve years. */
    public static Lifetimes usual() {
        return new Lifetimes(
                new Duration.Years(70),
                new Duration.Years(20),
                new Duration.Years(10),
                new Duration.Years(6),
                new Duration.Years(3),
                new Duration.Years(3),
                new Duration.Hours(35_208),
                new Duration.Hours(35_208),
                new Duration.Years(12));
    }

    Duration of(AuthorityRole role) {
        return switch (role) {
            case ROOT -> root;
            case ICA -> ica;
            case ECA -> eca;
            case ACA -> aca;
            case RA -> ra;
            case LA -> la;
            case MA -> ma;
            case CRL_SIGNER -> crlSigner;
            case ELECTOR -> elector;
        };
    }
}
