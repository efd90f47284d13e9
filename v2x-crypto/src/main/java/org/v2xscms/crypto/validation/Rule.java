package org.v2xscms.crypto.validation;

/** What a certificate must satisfy, with the place in IEEE 1609.2-2022 that asks for it. */
public enum Rule {
    VERSION("the certificate version is 3", "Ieee1609Dot2, CertificateBase"),
    FORM(
            "an explicit certificate has a verification key and a signature, an implicit one a reconstruction value and"
                    + " no signature",
            "Ieee1609Dot2, ExplicitCertificate and ImplicitCertificate"),
    KEY_POINT("keys are points of their curve, compressed or uncompressed", "Ieee1609Dot2BaseTypes, EccP256CurvePoint"),
    SOME_PERMISSION("at least one kind of permission is present", "Ieee1609Dot2, ToBeSignedCertificate"),
    KNOWN_CONTENT("no critical field has a value of another schema edition", "5.2.6"),
    UNIQUE_PERMISSIONS(
            "each PSID, and all, appears at most once in a permission list", "Ieee1609Dot2, ToBeSignedCertificate"),
    CHAIN_LENGTH_POSITIVE(
            "minChainLength in certIssuePermissions is at least 1, chainLengthRange at least -1",
            "Ieee1609Dot2, PsidGroupPermissions"),
    END_ENTITY_TYPE("eeType names at least one type", "Ieee1609Dot2, EndEntityType"),
    ISSUER_REFERENCE("issuer is the digest of the issuing certificate, by the hash of its key", "5.3.9.2"),
    ISSUER_MAY_ISSUE("the issuer holds certIssuePermissions", "5.1.2"),
    ISSUER_TYPE("an implicit certificate issues implicit certificates only; a self-issued one is explicit", "5.3.2"),
    HASH_OF_KEY("a self-signed certificate names the hash of its key", "5.3.9.2"),
    VALIDITY_WITHIN_ISSUER("validity lies inside the issuer's", "5.1.2"),
    REGION_FORM("regions are well formed", "Ieee1609Dot2BaseTypes, GeographicRegion"),
    REGION_WITHIN_ISSUER("the region lies inside the issuer's", "Ieee1609Dot2BaseTypes, GeographicRegion"),
    APP_PERMISSION_GRANTED("each appPermissions entry is granted by the issuer", "5.1.2"),
    ISSUE_PERMISSION_GRANTED("each certIssuePermissions entry is granted by the issuer", "5.1.2"),
    REQUEST_PERMISSION_GRANTED("each certRequestPermissions entry is granted by the issuer", "5.1.2"),
    BITMAP_LENGTH(
            "a bitmap ssp is not longer than the issuer's range", "IEEE 1609.2-2025 Ieee1609Dot2BaseTypes, BitmapSsp"),
    CHAIN_LENGTH("the number of certificates below each CA is one that it permits", "5.1.2.1"),
    SIGNATURE("the signature verifies under the issuer's key", "5.3.1"),
    KEY_RECONSTRUCTION("the public key of an implicit certificate can be computed", "5.3.2"),
    ISSUER_KNOWN("the issuing certificate is at hand", "5.1.2"),
    TRUST_ANCHOR("the chain ends in a trusted certificate", "5.1.2"),
    CHAIN_SIZE("the chain has no more certificates than the verifier accepts", "verifier limit"),
    VALID_AT_TIME("the certificate is valid at the time asked for", "Ieee1609Dot2, ValidityPeriod"),
    NOT_REVOKED("the certificate is on no CRL", "5.1.3");

    private final String requirement;
    private final String clause;

    Rule(String requirement, String place) {
        this.requirement = requirement;
        this.clause = place.startsWith("verifier") || place.startsWith("IEEE") ? place : "IEEE 1609.2-2022 " + place;
    }

    /** What holds when the rule is kept, as a clause of a sentence. */
    public String requirement() {
        return requirement;
    }

    public String clause() {
        return clause;
    }
}
