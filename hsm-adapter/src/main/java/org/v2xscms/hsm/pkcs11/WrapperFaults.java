package org.v2xscms.hsm.pkcs11;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.*;

import org.xipki.pkcs11.wrapper.PKCS11Exception;

/** What PKCS#11 return values (v2.40, 5.1) mean for a token. */
final class WrapperFaults {

    private WrapperFaults() {}

    static CryptokiFault from(String call, PKCS11Exception fault) {
        return new CryptokiFault(kind(fault.getErrorCode()), call + " failed with " + fault.getErrorName(), fault);
    }

    private static CryptokiFault.Kind kind(long code) {
        if (code == CKR_SESSION_HANDLE_INVALID
                || code == CKR_SESSION_CLOSED
                || code == CKR_USER_NOT_LOGGED_IN
                || code == CKR_KEY_HANDLE_INVALID
                || code == CKR_OBJECT_HANDLE_INVALID
                || code == CKR_OPERATION_ACTIVE
                || code == CKR_OPERATION_NOT_INITIALIZED) {
            return CryptokiFault.Kind.SESSION;
        }
        if (code == CKR_DEVICE_REMOVED
                || code == CKR_TOKEN_NOT_PRESENT
                || code == CKR_TOKEN_NOT_RECOGNIZED
                || code == CKR_SLOT_ID_INVALID
                || code == CKR_CRYPTOKI_NOT_INITIALIZED) {
            return CryptokiFault.Kind.TOKEN_GONE;
        }
        if (code == CKR_PIN_INCORRECT
                || code == CKR_PIN_INVALID
                || code == CKR_PIN_LEN_RANGE
                || code == CKR_PIN_EXPIRED
                || code == CKR_PIN_LOCKED
                || code == CKR_USER_PIN_NOT_INITIALIZED) {
            return CryptokiFault.Kind.PIN;
        }
        if (code == CKR_WRAPPED_KEY_INVALID
                || code == CKR_WRAPPED_KEY_LEN_RANGE
                || code == CKR_DATA_INVALID
                || code == CKR_DATA_LEN_RANGE
                || code == CKR_ENCRYPTED_DATA_INVALID
                || code == CKR_ENCRYPTED_DATA_LEN_RANGE) {
            return CryptokiFault.Kind.INVALID_INPUT;
        }
        return code == CKR_DEVICE_MEMORY ? CryptokiFault.Kind.FULL : CryptokiFault.Kind.DEVICE;
    }
}
