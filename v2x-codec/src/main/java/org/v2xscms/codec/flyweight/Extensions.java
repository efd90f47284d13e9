package org.v2xscms.codec.flyweight;

/** Walks what is identified by an ExtId: header extensions of other bodies, further permissions of certificates. */
final class Extensions {

    private static final int IEEE_1609 = 1;
    private static final int ETSI = 2;
    private static final int OPERATING_ORGANIZATION = 1;

    private Extensions() {}

    /** ContributedExtensionBlocks. */
    static void contributedExtensions(Cursor in) {
        for (int left = in.quantity(); left > 0 && in.ok(); left--) {
            int contributor = in.uint8();
            for (int extensions = in.quantity(); extensions > 0 && in.ok(); extensions--) {
                int outer = in.open();
                if (contributor == IEEE_1609 || contributor == ETSI) {
                    extension(in, contributor);
                } else {
                    in.skip(in.limit() - in.position());
                }
                in.close(outer);
            }
        }
    }

    private static void extension(Cursor in, int contributor) {
        int id = in.uint8();
        int outer = in.open();
        if (contributor == IEEE_1609 && id == 1) {
            // p2pcd8ByteLearningRequest: a HashedId8
            in.skip(8);
        } else if (contributor == ETSI && id >= 1 && id <= 3) {
            listRequest(in, id);
        } else {
            in.skip(in.limit() - in.position());
        }
        in.close(outer);
    }

    /** EtsiTs102941CrlRequest (id 1), EtsiTs102941DeltaCtlRequest (2) or EtsiTs102941FullCtlRequest (3). */
    private static void listRequest(Cursor in, int id) {
        int preamble = in.preamble(id == 3 ? 2 : 1);
        in.skip(8);
        if ((preamble & 0x80) != 0) {
            in.skip(id == 1 ? 4 : 1);
        }
        if ((preamble & 0x40) != 0) {
            in.skip(1);
        }
    }

    /** SequenceOfAppExtensions. */
    static void appExtensions(Cursor in) {
        for (int left = in.quantity(); left > 0 && in.ok(); left--) {
            int id = in.uint8();
            int outer = in.open();
            if (id == OPERATING_ORGANIZATION) {
                int inner = in.open();
                objectIdentifier(in);
                in.close(inner);
            } else {
                in.skip(in.limit() - in.position());
            }
            in.close(outer);
        }
    }

    /** The arcs of an OBJECT IDENTIFIER up to the limit: no arc begins with 80, the last one ends. */
    private static void objectIdentifier(Cursor in) {
        int at = in.position();
        boolean arcEnded = true;
        boolean legal = in.position() < in.limit();
        while (in.position() < in.limit()) {
            int octet = in.uint8();
            legal &= !(arcEnded && octet == 0x80);
            arcEnded = octet < 0x80;
        }
        if (!legal || !arcEnded) {
            in.unsupported(at);
        }
    }

    /** SequenceOfCertIssueExtensions or SequenceOfCertRequestExtensions. */
    static void extensionPermissions(Cursor in) {
        for (int left = in.quantity(); left > 0 && in.ok(); left--) {
            in.skip(1);
            int at = in.position();
            int alternative = in.tag();
            if (alternative == 0) {
                in.skipOpen();
            } else if (alternative > 1) {
                in.unsupported(at);
            }
        }
    }
}
