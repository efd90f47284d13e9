package org.v2xscms.codec.flyweight;

/** Walks the permissions of a certificate. */
final class Permissions {

    private static final int APP = 0x80;

    private Permissions() {}

    /** SequenceOfPsidSsp. */
    static void appPermissions(Cursor in) {
        for (int left = in.quantity(); left > 0 && in.ok(); left--) {
            psidSsp(in);
        }
    }

    /** One PsidSsp; returns its psid. */
    static long psidSsp(Cursor in) {
        boolean ssp = in.preamble(1) != 0;
        long psid = in.variableUnsigned();
        if (ssp) {
            int at = in.position();
            int alternative = in.tag();
            if (alternative == 1) {
                int outer = in.open();
                in.skipOpen();
                in.close(outer);
            } else if (alternative == 0) {
                in.skipOpen();
            } else {
                in.unsupported(at);
            }
        }
        return psid;
    }

    /** SequenceOfPsidGroupPermissions. */
    static void groupPermissions(Cursor in) {
        for (int left = in.quantity(); left > 0 && in.ok(); left--) {
            int preamble = in.preamble(3);
            subjectPermissions(in);
            if ((preamble & 0x80) != 0) {
                notDefault(in, 1);
            }
            if ((preamble & 0x40) != 0) {
                notDefault(in, 0);
            }
            if ((preamble & 0x20) != 0) {
                int eeType = in.uint8();
                // The default is left out in canonical encoding; no bit at all is not a legal EndEntityType.
                if (eeType == APP || eeType == 0) {
                    in.unsupported(in.position() - 1);
                }
            }
        }
    }

    private static void notDefault(Cursor in, int defaultValue) {
        int at = in.position();
        in.skipVariableSigned();
        if (in.ok() && in.position() - at == 2 && in.buffer()[at + 1] == defaultValue) {
            in.unsupported(at);
        }
    }

    private static void subjectPermissions(Cursor in) {
        int at = in.position();
        int alternative = in.tag();
        if (alternative == 1) {
            return;
        }
        if (alternative != 0) {
            in.unsupported(at);
        }
        for (int left = in.quantity(); left > 0 && in.ok(); left--) {
            boolean sspRange = in.preamble(1) != 0;
            in.variableUnsigned();
            if (sspRange) {
                sspRange(in);
            }
        }
    }

    private static void sspRange(Cursor in) {
        int at = in.position();
        switch (in.tag()) {
            case 0 -> {
                for (int left = in.quantity(); left > 0 && in.ok(); left--) {
                    in.skipOpen();
                }
            }
            case 1 -> {}
            case 2 -> {
                int outer = in.open();
                in.skipOpen();
                in.skipOpen();
                in.close(outer);
            }
            default -> in.unsupported(at);
        }
    }
}
