package org.v2xscms.codec.flyweight;

/** Walks encryption keys. */
final class EncryptionKeys {

    private EncryptionKeys() {}

    /** EncryptionKey: a public key, or a symmetric one of 16 octets. */
    static void encryptionKey(Cursor in, CurvePoint point) {
        int at = in.position();
        int alternative = in.tag();
        if (alternative == 0) {
            publicEncryptionKey(in, point);
            return;
        }
        int cipher = alternative == 1 ? in.tag() : -1;
        if (cipher == 0) {
            in.skip(16);
        } else if (cipher == 1) {
            in.expect(16);
            in.skip(16);
        } else {
            in.unsupported(at);
        }
    }

    static void publicEncryptionKey(Cursor in, CurvePoint point) {
        int at = in.position();
        if (in.uint8() > 1) {
            in.unsupported(at);
        }
        int scheme = in.tag();
        if (scheme > 2) {
            in.unsupported(at + 1);
            return;
        }
        int outer = scheme == 2 ? in.open() : in.limit();
        point.read(in, 32);
        if (scheme == 2) {
            in.close(outer);
        }
    }
}
