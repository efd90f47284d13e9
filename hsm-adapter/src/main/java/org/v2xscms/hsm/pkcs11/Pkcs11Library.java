package org.v2xscms.hsm.pkcs11;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.v2xscms.hsm.PinSource;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.PKCS11Module;
import org.xipki.pkcs11.wrapper.Slot;
import org.xipki.pkcs11.wrapper.StaticLogger;

/**
 * One vendor library in this process. It is loaded by the first thread that needs a session, so neither naming it nor
 * opening its tokens blocks; a library that cannot be loaded shows in the state of its tokens.
 *
 * <p>PKCS#11 allows one C_Initialize per process, so all tokens of a library share one object of this class.
 */
public final class Pkcs11Library {

    private final Path path;
    private @Nullable PKCS11Module module;

    private Pkcs11Library(Path path) {
        this.path = path;
    }

    /** The library at {@code path}, which is not touched yet. */
    public static Pkcs11Library at(Path path) {
        return new Pkcs11Library(path);
    }

    CryptokiSlot slot(String tokenLabel, PinSource pin) {
        return new WrapperSlot(this, tokenLabel, pin);
    }

    /** The slot whose token has this label. */
    Slot slotOf(String tokenLabel) throws CryptokiFault {
        try {
            Slot only = null;
            for (Slot slot : module().getSlotList(true)) {
                if (slot.getToken().getTokenInfo().getLabel().strip().equals(tokenLabel)) {
                    if (only != null) {
                        throw gone("more than one token is labelled " + tokenLabel);
                    }
                    only = slot;
                }
            }
            if (only == null) {
                throw gone("no token labelled " + tokenLabel + " is present");
            }
            return only;
        } catch (PKCS11Exception fault) {
            throw WrapperFaults.from("C_GetSlotList", fault);
        }
    }

    /** The loaded and initialised module. */
    synchronized PKCS11Module module() throws CryptokiFault {
        PKCS11Module loaded = module;
        if (loaded == null) {
            loaded = load();
            module = loaded;
        }
        return loaded;
    }

    /** C_Finalize: every session of every token of this library ends. */
    public synchronized void unload() {
        PKCS11Module loaded = module;
        module = null;
        if (loaded != null) {
            try {
                loaded.finalize(null);
            } catch (PKCS11Exception alreadyGone) {
                // Nothing is left to do with a library that does not want to be finalised.
            }
        }
    }

    private PKCS11Module load() throws CryptokiFault {
        StaticLogger.setLogger(new SilentLogger());
        try {
            PKCS11Module fresh = PKCS11Module.getInstance(path.toString());
            try {
                fresh.initialize();
            } catch (PKCS11Exception fault) {
                if (fault.getErrorCode() != PKCS11Constants.CKR_CRYPTOKI_ALREADY_INITIALIZED) {
                    throw fault;
                }
            }
            return fresh;
        } catch (IOException | PKCS11Exception | LinkageError failed) {
            throw new CryptokiFault(
                    CryptokiFault.Kind.LIBRARY,
                    "the PKCS#11 library " + path + " cannot be loaded: " + failed.getMessage(),
                    failed);
        }
    }

    private static CryptokiFault gone(String reason) {
        return new CryptokiFault(CryptokiFault.Kind.TOKEN_GONE, reason);
    }
}
