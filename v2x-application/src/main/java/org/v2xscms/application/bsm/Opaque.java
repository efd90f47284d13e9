package org.v2xscms.application.bsm;

import org.v2xscms.codec.oer.Octets;

/**
 * Content that is kept as it came: an element of Part II or of the regional extensions.
 *
 * @param id which kind; 0 to 63 in Part II, 0 to 255 in a regional extension
 * @param value the content of the open type
 */
public record Opaque(int id, Octets value) {

    public Opaque {
        if (id < 0 || id > 255 || value.isEmpty() || value.length() > UperWriter.MAX_OPEN_TYPE) {
            throw new IllegalArgumentException("id " + id + " with " + value.length() + " octets");
        }
    }
}
