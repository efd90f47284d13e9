package org.v2xscms.kernel.http;

/**
 * The reasons for which IEEE 1609.2.1-2022 lets a request be refused, with their numbers in the header
 * {@code Ieee-1609.2.1-Error}.
 */
public enum ErrorNumber {
    ENCRYPTION_MISSING(400, 10),
    ENROLLMENT_CERTIFICATE_BLOCKED(400, 20),
    ENROLLMENT_CERTIFICATE_UNREGISTERED(400, 21),
    APP_PERMISSIONS_NOT_ALLOWED(400, 30),
    CERT_REQUEST_PERMISSIONS_NOT_ALLOWED(400, 31),
    OTHER_FIELDS_NOT_ALLOWED(400, 32),
    REGION_NOT_ALLOWED(400, 33),
    TYPE_NOT_ALLOWED(400, 34),
    VALIDITY_NOT_ALLOWED(400, 35),
    CHAIN_NOT_VERIFIED(400, 40),
    NOT_DECRYPTED(400, 41),
    NOT_PARSED(400, 42),
    SIGNATURE_NOT_VERIFIED(403, 43),
    GENERATION_TIME_IN_FUTURE(400, 50),
    APP_PERMISSIONS_INVALID(400, 60),
    CERT_REQUEST_PERMISSIONS_INVALID(400, 61),
    ENROLLMENT_CERTIFICATE_INVALID(400, 62),
    REGION_INVALID(400, 63),
    VERIFY_KEY_INDICATOR_INVALID(400, 64),
    ECA_MAX_AGE(400, 70),
    ECA_MAX_REQUESTS(400, 71),
    ECA_MAX_WAIT(400, 72),
    ECA_MIN_WAIT(400, 73),
    DOWNLOAD_MAX_AGE(400, 74),
    DOWNLOAD_MAX_REQUESTS(400, 75),
    DOWNLOAD_MIN_WAIT(400, 76),
    RA_MAX_AGE(400, 77),
    RA_MAX_GENERATION_DELAY(400, 78),
    RA_MAX_REQUESTS(400, 79),
    RA_MAX_OVERLAP(400, 710),
    RA_MIN_WAIT(403, 711),
    OUTSIDE_ENROLLMENT_VALIDITY(400, 712),
    WRONG_ECA(400, 80),
    WRONG_RA(400, 81);

    private final int status;
    private final int number;

    ErrorNumber(int status, int number) {
        this.status = status;
        this.number = number;
    }

    /** The HTTP status in the fine mode. */
    public int status() {
        return status;
    }

    /** The value of the error header, such as {@code 400-42}. */
    public String code() {
        return status + "-" + number;
    }
}
