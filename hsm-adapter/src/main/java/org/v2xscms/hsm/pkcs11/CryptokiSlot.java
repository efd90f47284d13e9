package org.v2xscms.hsm.pkcs11;

/** One token in one slot. Calls may block for as long as the library pleases. */
interface CryptokiSlot {

    /** Opens a read-write session that is logged in. */
    CryptokiSession open() throws CryptokiFault;
}
