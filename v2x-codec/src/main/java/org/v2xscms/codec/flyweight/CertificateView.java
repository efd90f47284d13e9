package org.v2xscms.codec.flyweight;

/**
 * A certificate in the parsed buffer: offsets and numbers, no objects.
 *
 * <p>The byte map (IEEE 1609.2-2022 Ieee1609Dot2, CertificateBase); {@code [ ]} marks what need not be there:
 *
 * <pre>
 * octets              meaning
 * 80 | 00             preamble: signature present or not
 * 03                  version
 * 00 | 01             type: explicit, implicit
 * 80 + 8              issuer: sha256AndDigest; or 81 + hash algorithm: self;
 *                     or 82 08 + 8: sha384AndDigest; or 83 08 + 8: sm3AndDigest
 * toBeSigned:
 *   8 bits            preamble: additions, region, assuranceLevel, appPermissions, certIssuePermissions,
 *                     certRequestPermissions, canRequestRollover, encryptionKey
 *   80 ...            id: linkageData: preamble (80: group value), iCert 2, value 9, [jValue 4, value 9];
 *                     or 81 + length + name; or 82 + length + binaryId; or 83: none
 *   3 + 2             cracaId, crlSeries
 *   4 + tag + 2       validityPeriod: start, duration
 *   [...]             region, assuranceLevel (1), appPermissions, certIssuePermissions, certRequestPermissions,
 *                     encryptionKey
 *   80 ... | 81 ...   verifyKeyIndicator: verificationKey, reconstructionValue
 *   [...]             additions: bitmap, then each with its length
 * [signature]         see {@link SignatureView}
 * </pre>
 *
 * <p>All offsets are into the array given to {@link SignedDataView#parse}. An offset is -1 where the part is absent.
 */
public final class CertificateView {

    /** The alternatives of IssuerIdentifier, in wire order. */
    public enum Issuer {
        SHA256_AND_DIGEST,
        SELF,
        SHA384_AND_DIGEST,
        SM3_AND_DIGEST;

        private static final Issuer[] IN_WIRE_ORDER = values();
    }

    /** The alternatives of CertificateId, in wire order. */
    public enum Id {
        LINKAGE_DATA,
        NAME,
        BINARY_ID,
        NONE;

        private static final Id[] IN_WIRE_ORDER = values();
    }

    /** Microseconds in one unit of each alternative of Duration, in wire order; a year is 31 556 952 seconds. */
    private static final long[] DURATION_UNITS = {
        1, 1_000, 1_000_000, 60_000_000, 3_600_000_000L, 216_000_000_000L, 31_556_952_000_000L
    };

    private static final int REGION = 0x40;
    private static final int ASSURANCE_LEVEL = 0x20;
    private static final int APP_PERMISSIONS = 0x10;
    private static final int CERT_ISSUE_PERMISSIONS = 0x08;
    private static final int CERT_REQUEST_PERMISSIONS = 0x04;
    private static final int ENCRYPTION_KEY = 0x01;

    private final SignatureView signature = new SignatureView();
    private final CurvePoint keyPoint = new CurvePoint();
    private final CurvePoint encryptionPoint = new CurvePoint();
    private final Cursor lookup = new Cursor();

    private byte[] buffer = new byte[0];
    private int offset;
    private int end;
    private boolean implicit;
    private Issuer issuer = Issuer.SELF;
    private int issuerDigestOffset;
    private int toBeSignedOffset;
    private int toBeSignedEnd;
    private Id id = Id.NONE;
    private int idOffset;
    private int idEnd;
    private int iCert;
    private int linkageValueOffset;
    private int groupLinkageValueOffset;
    private int cracaId;
    private int crlSeries;
    private long validityStart;
    private long durationMicroseconds;
    private int regionOffset;
    private int regionEnd;
    private int assuranceLevel;
    private int appPermissionsOffset;
    private int appPermissionsEnd;
    private SignatureScheme keyScheme = SignatureScheme.ECDSA_NIST_P256;

    void read(Cursor in) {
        buffer = in.buffer();
        offset = in.position();
        int preamble = in.preamble(1);
        in.expect(3);
        readType(in);
        readIssuer(in);
        toBeSignedOffset = in.position();
        readToBeSigned(in);
        toBeSignedEnd = in.position();
        if (implicit == (preamble != 0)) {
            in.unsupported(offset);
        }
        if (!implicit) {
            signature.read(in);
        }
        end = in.position();
    }

    private void readType(Cursor in) {
        int type = in.uint8();
        if (type > 1) {
            in.unsupported(in.position() - 1);
        }
        implicit = type == 1;
    }

    private void readIssuer(Cursor in) {
        int at = in.position();
        int alternative = in.tag();
        if (alternative >= Issuer.IN_WIRE_ORDER.length) {
            in.unsupported(at);
            return;
        }
        issuer = Issuer.IN_WIRE_ORDER[alternative];
        issuerDigestOffset = -1;
        if (issuer == Issuer.SELF) {
            if (in.uint8() > 2) {
                in.unsupported(at + 1);
            }
            return;
        }
        if (issuer != Issuer.SHA256_AND_DIGEST) {
            in.expect(8);
        }
        issuerDigestOffset = in.position();
        in.skip(8);
    }

    private void readToBeSigned(Cursor in) {
        int preamble = in.preamble(8);
        readId(in);
        cracaId = in.uint8() << 16 | in.uint16();
        crlSeries = in.uint16();
        readValidityPeriod(in);
        regionOffset = (preamble & REGION) == 0 ? -1 : in.position();
        if ((preamble & REGION) != 0) {
            Regions.geographicRegion(in);
        }
        regionEnd = in.position();
        assuranceLevel = (preamble & ASSURANCE_LEVEL) == 0 ? -1 : in.uint8();
        appPermissionsOffset = (preamble & APP_PERMISSIONS) == 0 ? -1 : in.position();
        if ((preamble & APP_PERMISSIONS) != 0) {
            Permissions.appPermissions(in);
        }
        appPermissionsEnd = in.position();
        if ((preamble & CERT_ISSUE_PERMISSIONS) != 0) {
            Permissions.groupPermissions(in);
        }
        if ((preamble & CERT_REQUEST_PERMISSIONS) != 0) {
            Permissions.groupPermissions(in);
        }
        if ((preamble & (APP_PERMISSIONS | CERT_ISSUE_PERMISSIONS | CERT_REQUEST_PERMISSIONS)) == 0) {
            in.unsupported(toBeSignedOffset);
        }
        if ((preamble & ENCRYPTION_KEY) != 0) {
            EncryptionKeys.publicEncryptionKey(in, encryptionPoint);
        }
        readVerifyKeyIndicator(in);
        if ((preamble & 0x80) != 0) {
            readAdditions(in);
        }
    }

    private void readId(Cursor in) {
        int at = in.position();
        int alternative = in.tag();
        if (alternative >= Id.IN_WIRE_ORDER.length) {
            in.unsupported(at);
            return;
        }
        id = Id.IN_WIRE_ORDER[alternative];
        iCert = -1;
        linkageValueOffset = -1;
        groupLinkageValueOffset = -1;
        idOffset = in.position();
        switch (id) {
            case LINKAGE_DATA -> readLinkageData(in);
            case NAME -> {
                int length = in.length();
                idOffset = in.position();
                in.skip(length);
                onlyAscii(in, idOffset, in.position());
            }
            case BINARY_ID -> {
                int length = in.length();
                idOffset = in.position();
                in.skip(length);
            }
            case NONE -> {}
        }
        idEnd = in.position();
    }

    private void readLinkageData(Cursor in) {
        int preamble = in.preamble(1);
        iCert = in.uint16();
        linkageValueOffset = in.position();
        in.skip(9);
        if (preamble != 0) {
            groupLinkageValueOffset = in.position();
            in.skip(13);
        }
    }

    /** Whether other octets are valid UTF-8 is left to the general codec. */
    private static void onlyAscii(Cursor in, int from, int to) {
        for (int i = from; i < to; i++) {
            if (in.buffer()[i] < 0) {
                in.unsupported(i);
                return;
            }
        }
    }

    private void readValidityPeriod(Cursor in) {
        validityStart = in.uint32();
        int at = in.position();
        int unit = in.tag();
        int count = in.uint16();
        if (unit >= DURATION_UNITS.length) {
            in.malformed(at);
            return;
        }
        durationMicroseconds = count * DURATION_UNITS[unit];
    }

    private void readVerifyKeyIndicator(Cursor in) {
        int at = in.position();
        int alternative = in.tag();
        if (alternative != (implicit ? 1 : 0)) {
            in.unsupported(at);
            return;
        }
        keyScheme = SignatureScheme.ECDSA_NIST_P256;
        if (implicit) {
            keyPoint.read(in, 32);
            return;
        }
        keyScheme = SignatureScheme.read(in);
        int outer = keyScheme.isExtension() ? in.open() : in.limit();
        keyPoint.read(in, keyScheme.coordinateOctets());
        if (keyScheme.isExtension()) {
            in.close(outer);
        }
    }

    /** flags, appExtensions, certIssueExtensions, certRequestExtension, and what newer editions add. */
    private void readAdditions(Cursor in) {
        long bits = in.additions();
        for (int i = 0; bits != 0 && in.ok(); i++, bits <<= 1) {
            if (bits > 0) {
                continue;
            }
            int outer = in.open();
            switch (i) {
                case 0 -> in.skip(1);
                case 1 -> Extensions.appExtensions(in);
                case 2, 3 -> Extensions.extensionPermissions(in);
                default -> in.skip(in.limit() - in.position());
            }
            in.close(outer);
        }
    }

    /** Whether the holder may sign messages of this application; the first entry of a PSID decides. */
    public boolean holdsPsid(long psid) {
        if (appPermissionsOffset < 0) {
            return false;
        }
        lookup.start(buffer, appPermissionsOffset, appPermissionsEnd);
        for (int left = lookup.quantity(); left > 0 && lookup.ok(); left--) {
            if (Permissions.psidSsp(lookup) == psid) {
                return true;
            }
        }
        return false;
    }

    /** Where the certificate begins. */
    public int offset() {
        return offset;
    }

    /** The first octet behind the certificate. */
    public int end() {
        return end;
    }

    public boolean implicit() {
        return implicit;
    }

    public Issuer issuer() {
        return issuer;
    }

    /** Where the issuer's HashedId8 begins, -1 for {@link Issuer#SELF}. */
    public int issuerDigestOffset() {
        return issuerDigestOffset;
    }

    /** Where the octets begin that the issuer signed. */
    public int toBeSignedOffset() {
        return toBeSignedOffset;
    }

    public int toBeSignedEnd() {
        return toBeSignedEnd;
    }

    public Id id() {
        return id;
    }

    /** Where the content of the id begins: behind tag and length. */
    public int idOffset() {
        return idOffset;
    }

    public int idEnd() {
        return idEnd;
    }

    /** The i-period, -1 without linkage data. */
    public int iCert() {
        return iCert;
    }

    /** Where the 9 octets of the linkage value begin. */
    public int linkageValueOffset() {
        return linkageValueOffset;
    }

    /** Where jValue (4 octets) and the group linkage value (9 octets) begin. */
    public int groupLinkageValueOffset() {
        return groupLinkageValueOffset;
    }

    /** The three octets of cracaId as a number. */
    public int cracaId() {
        return cracaId;
    }

    public int crlSeries() {
        return crlSeries;
    }

    /** Start of validity, TAI seconds since 2004-01-01 00:00:00 UTC (Time32). */
    public long validityStart() {
        return validityStart;
    }

    /** Length of validity in microseconds. */
    public long durationMicroseconds() {
        return durationMicroseconds;
    }

    /** Length of validity in whole seconds, rounded down. */
    public long durationSeconds() {
        return durationMicroseconds / 1_000_000;
    }

    /** Where the region begins, at its tag. */
    public int regionOffset() {
        return regionOffset;
    }

    public int regionEnd() {
        return regionEnd;
    }

    /** The assurance level's octet, -1 without one. */
    public int assuranceLevel() {
        return assuranceLevel;
    }

    /** Where the application permissions begin, at their count. */
    public int appPermissionsOffset() {
        return appPermissionsOffset;
    }

    public int appPermissionsEnd() {
        return appPermissionsEnd;
    }

    /** Scheme of the verification key; a reconstruction value is always on NIST P-256 or SM2, by the issuer's key. */
    public SignatureScheme keyScheme() {
        return keyScheme;
    }

    /** The verification key, or the reconstruction value of an implicit certificate. */
    public CurvePoint keyPoint() {
        return keyPoint;
    }

    /** The issuer's signature; meaningless for an implicit certificate. */
    public SignatureView signature() {
        return signature;
    }
}
