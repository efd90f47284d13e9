package org.v2xscms.hsm.pkcs11;

import java.io.IOException;
import java.util.Arrays;
import org.v2xscms.hsm.PinSource;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.Slot;

/** A slot of a real library, found by its token's label each time, because slot numbers change. */
final class WrapperSlot implements CryptokiSlot {

    private final Pkcs11Library library;
    private final String tokenLabel;
    private final PinSource pin;

    WrapperSlot(Pkcs11Library library, String tokenLabel, PinSource pin) {
        this.library = library;
        this.tokenLabel = tokenLabel;
        this.pin = pin;
    }

    @Override
    public CryptokiSession open() throws CryptokiFault {
        Slot slot = library.slotOf(tokenLabel);
        try {
            Session session = slot.getToken().openSession(true);
            try {
                login(session);
            } catch (CryptokiFault refused) {
                session.closeSession();
                throw refused;
            }
            return new WrapperSession(session);
        } catch (PKCS11Exception fault) {
            throw WrapperFaults.from("C_OpenSession", fault);
        }
    }

    private void login(Session session) throws CryptokiFault {
        char[] secret = readPin();
        try {
            session.login(PKCS11Constants.CKU_USER, secret);
        } catch (PKCS11Exception fault) {
            if (fault.getErrorCode() != PKCS11Constants.CKR_USER_ALREADY_LOGGED_IN) {
                throw WrapperFaults.from("C_Login", fault);
            }
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private char[] readPin() throws CryptokiFault {
        try {
            return pin.read();
        } catch (IOException unreadable) {
            throw new CryptokiFault(
                    CryptokiFault.Kind.PIN,
                    "the PIN of token " + tokenLabel + " cannot be read: " + unreadable.getMessage(),
                    unreadable);
        }
    }
}
