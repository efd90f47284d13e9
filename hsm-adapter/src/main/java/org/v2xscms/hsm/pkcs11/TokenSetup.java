package org.v2xscms.hsm.pkcs11;

import java.io.IOException;
import java.util.Arrays;
import org.v2xscms.hsm.PinSource;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.PKCS11Module;
import org.xipki.pkcs11.wrapper.Session;
import org.xipki.pkcs11.wrapper.Slot;

/** Makes an empty token ready for use: C_InitToken and C_InitPIN, as at a ceremony or for a demonstration. */
public final class TokenSetup {

    private TokenSetup() {}

    /**
     * Initialises the first token that is not initialised yet.
     *
     * @param officer the security officer's PIN, to be set
     * @param user the user's PIN, to be set
     * @throws IOException if the library has no such token or refuses
     */
    public static void initialise(Pkcs11Library library, String label, PinSource officer, PinSource user)
            throws IOException {
        char[] officerPin = officer.read();
        char[] userPin = user.read();
        try {
            PKCS11Module module = library.module();
            Slot slot = empty(module);
            module.getPKCS11Module().C_InitToken(slot.getSlotID(), officerPin, paddedLabel(label), true);
            setUserPin(slot, officerPin, userPin);
        } catch (CryptokiFault | PKCS11Exception | iaik.pkcs.pkcs11.wrapper.PKCS11Exception refused) {
            throw new IOException("token " + label + " cannot be initialised: " + refused.getMessage(), refused);
        } finally {
            Arrays.fill(officerPin, '\0');
            Arrays.fill(userPin, '\0');
        }
    }

    private static Slot empty(PKCS11Module module) throws PKCS11Exception, CryptokiFault {
        for (Slot slot : module.getSlotList(true)) {
            if (!slot.getToken().getTokenInfo().isTokenInitialized()) {
                return slot;
            }
        }
        throw new CryptokiFault(CryptokiFault.Kind.TOKEN_GONE, "the library has no token that is not initialised");
    }

    private static void setUserPin(Slot slot, char[] officerPin, char[] userPin) throws PKCS11Exception {
        Session session = slot.getToken().openSession(true);
        try {
            session.login(PKCS11Constants.CKU_SO, officerPin);
            session.initPIN(userPin);
            session.logout();
        } finally {
            session.closeSession();
        }
    }

    /** A token label has 32 characters, blank padded (PKCS#11 v2.40, C_InitToken). */
    private static char[] paddedLabel(String label) {
        char[] padded = new char[32];
        Arrays.fill(padded, ' ');
        label.getChars(0, label.length(), padded, 0);
        return padded;
    }
}
