package org.v2xscms.codec.flyweight;

/**
 * A received signed message in place: parsed where it lies, without allocating anything, for reuse from message to
 * message.
 *
 * <p>It knows what is on the road: signed data with a payload, signed by a digest or by one certificate. For anything
 * else {@link #parse} answers {@link Outcome#UNSUPPORTED} and the general codec takes over. Where it answers
 * {@link Outcome#OK}, the general codec reading as received accepts the same octets and finds the same values.
 *
 * <p>The byte map (IEEE 1609.2-2022 Ieee1609Dot2, Ieee1609Dot2Data); {@code [ ]} marks what need not be there:
 *
 * <pre>
 * octets              meaning
 * 03                  protocolVersion
 * 81                  content: signedData
 * 00 | 01 | 02        hashId: sha256, sha384, sm3
 * tbsData:
 *   40 | 20 | 60 | 80..e0
 *                     preamble of payload: additions, data, extDataHash
 *   [03 80 + length + payload]
 *   [80 + 32 | 81 30 + 48 | 82 20 + 32]
 *                     extDataHash: sha256, sha384, sm3
 *   [...]             additions: omitted
 *   7 bits            preamble of headerInfo: additions, generationTime, expiryTime, generationLocation,
 *                     p2pcdLearningRequest, missingCrlIdentifier, encryptionKey
 *   length + psid
 *   [8] [8]           generationTime, expiryTime
 *   [4 + 4 + 2]       generationLocation: latitude, longitude, elevation
 *   [3]               p2pcdLearningRequest
 *   [00 + 3 + 2]      missingCrlIdentifier
 *   [...]             encryptionKey
 *   [...]             additions: bitmap, then each with its length: inlineP2pcdRequest, requestedCertificate,
 *                     pduFunctionalType, contributedExtensions
 * 80 + 8              signer: digest
 * 81 01 01 + certificate
 *                     signer: certificate, see {@link CertificateView}
 * signature           see {@link SignatureView}
 * </pre>
 *
 * <p>All offsets are into the array given to {@link #parse}, which must stay as it is while the view is read. An offset
 * is -1 where the part is absent. Not thread-safe; one per thread.
 */
public final class SignedDataView {

    private static final int EXTENDED = 0x80;
    private static final int DATA = 0x40;
    private static final int EXT_DATA_HASH = 0x20;

    private static final int GENERATION_TIME = 0x40;
    private static final int EXPIRY_TIME = 0x20;
    private static final int GENERATION_LOCATION = 0x10;
    private static final int P2PCD_LEARNING_REQUEST = 0x08;
    private static final int MISSING_CRL_IDENTIFIER = 0x04;
    private static final int ENCRYPTION_KEY = 0x02;

    private final Cursor in = new Cursor();
    private final CertificateView certificate = new CertificateView();
    private final CertificateView requestedCertificate = new CertificateView();
    private final CurvePoint encryptionPoint = new CurvePoint();
    private final SignatureView signature = new SignatureView();

    private int offset;
    private int end;
    private int hashId;
    private int tbsDataOffset;
    private int tbsDataEnd;
    private int payloadOffset;
    private int payloadEnd;
    private int extDataHashOffset;
    private int extDataHashEnd;
    private int headerPreamble;
    private long psid;
    private long generationTime;
    private long expiryTime;
    private int latitude;
    private int longitude;
    private int elevation;
    private boolean signedByCertificate;
    private long signerDigest;

    /** Parses exactly one message in {@code length} octets of {@code buffer} from {@code from}. */
    public Outcome parse(byte[] buffer, int from, int length) {
        parseFirst(buffer, from, length);
        if (in.ok() && end != from + length) {
            in.unsupported(end);
        }
        return in.outcome();
    }

    /** Parses the message that begins at {@code from}; {@link #end} says where the next one may begin. */
    public Outcome parseFirst(byte[] buffer, int from, int length) {
        in.start(buffer, from, from + length);
        offset = from;
        in.expect(3);
        in.expect(0x81);
        hashId = in.uint8();
        if (hashId > 2) {
            in.unsupported(in.position() - 1);
        }
        tbsDataOffset = in.position();
        readPayload();
        readHeaderInfo();
        tbsDataEnd = in.position();
        readSigner();
        signature.read(in);
        end = in.position();
        return in.outcome();
    }

    private void readPayload() {
        int at = in.position();
        int preamble = in.preamble(3);
        if (preamble == 0) {
            in.unsupported(at);
        }
        payloadOffset = -1;
        payloadEnd = -1;
        if ((preamble & DATA) != 0) {
            in.expect(3);
            in.expect(0x80);
            int length = in.length();
            payloadOffset = in.position();
            in.skip(length);
            payloadEnd = in.position();
        }
        extDataHashOffset = -1;
        extDataHashEnd = -1;
        if ((preamble & EXT_DATA_HASH) != 0) {
            readExtDataHash();
        }
        if ((preamble & EXTENDED) != 0) {
            readOmitted();
        }
    }

    private void readExtDataHash() {
        int at = in.position();
        int alternative = in.tag();
        int octets = alternative == 1 ? 48 : 32;
        if (alternative > 2) {
            in.unsupported(at);
            return;
        }
        if (alternative > 0) {
            in.expect(octets);
        }
        extDataHashOffset = in.position();
        in.skip(octets);
        extDataHashEnd = in.position();
    }

    private void readOmitted() {
        long bits = in.additions();
        if (bits < 0) {
            in.expect(0);
        }
        in.skipAdditions(bits << 1);
    }

    private void readHeaderInfo() {
        headerPreamble = in.preamble(7);
        psid = in.variableUnsigned();
        generationTime = hasGenerationTime() ? in.uint64() : 0;
        expiryTime = hasExpiryTime() ? in.uint64() : 0;
        if (hasGenerationLocation()) {
            latitude = Regions.latitude(in);
            longitude = Regions.longitude(in);
            elevation = in.uint16();
        }
        if ((headerPreamble & P2PCD_LEARNING_REQUEST) != 0) {
            in.skip(3);
        }
        if ((headerPreamble & MISSING_CRL_IDENTIFIER) != 0) {
            readMissingCrlIdentifier();
        }
        if ((headerPreamble & ENCRYPTION_KEY) != 0) {
            EncryptionKeys.encryptionKey(in, encryptionPoint);
        }
        if ((headerPreamble & EXTENDED) != 0) {
            readHeaderAdditions();
        }
    }

    private void readMissingCrlIdentifier() {
        int preamble = in.preamble(1);
        in.skip(5);
        if (preamble != 0) {
            in.skipAdditions(in.additions());
        }
    }

    private void readHeaderAdditions() {
        long bits = in.additions();
        for (int i = 0; bits != 0 && in.ok(); i++, bits <<= 1) {
            if (bits > 0) {
                continue;
            }
            int outer = in.open();
            switch (i) {
                case 0 -> in.skip(3 * in.quantity());
                case 1 -> requestedCertificate.read(in);
                case 2 -> in.skip(1);
                case 3 -> Extensions.contributedExtensions(in);
                default -> in.skip(in.limit() - in.position());
            }
            in.close(outer);
        }
    }

    private void readSigner() {
        int at = in.position();
        int alternative = in.tag();
        signedByCertificate = alternative == 1;
        signerDigest = 0;
        if (signedByCertificate) {
            in.expect(1);
            in.expect(1);
            certificate.read(in);
        } else if (alternative == 0) {
            signerDigest = in.uint64();
        } else {
            in.unsupported(at);
        }
    }

    /** How the last parsing ended; the other accessors are meaningful after {@link Outcome#OK} only. */
    public Outcome outcome() {
        return in.outcome();
    }

    /** Where parsing stopped, -1 after {@link Outcome#OK}. */
    public int faultOffset() {
        return in.faultOffset();
    }

    public byte[] buffer() {
        return in.buffer();
    }

    public int offset() {
        return offset;
    }

    /** The first octet behind the message. */
    public int end() {
        return end;
    }

    /** HashAlgorithm: 0 SHA-256, 1 SHA-384, 2 SM3. */
    public int hashId() {
        return hashId;
    }

    /** Where the signed octets begin. */
    public int tbsDataOffset() {
        return tbsDataOffset;
    }

    public int tbsDataEnd() {
        return tbsDataEnd;
    }

    /** Where the content of the unsecured payload begins, -1 if the payload is not in the message. */
    public int payloadOffset() {
        return payloadOffset;
    }

    public int payloadEnd() {
        return payloadEnd;
    }

    /** Where the hash of an external payload begins. */
    public int extDataHashOffset() {
        return extDataHashOffset;
    }

    public int extDataHashEnd() {
        return extDataHashEnd;
    }

    public long psid() {
        return psid;
    }

    public boolean hasGenerationTime() {
        return (headerPreamble & GENERATION_TIME) != 0;
    }

    /** TAI microseconds since 2004-01-01 00:00:00 UTC (Time64). */
    public long generationTime() {
        return generationTime;
    }

    public boolean hasExpiryTime() {
        return (headerPreamble & EXPIRY_TIME) != 0;
    }

    /** TAI microseconds since 2004-01-01 00:00:00 UTC (Time64). */
    public long expiryTime() {
        return expiryTime;
    }

    public boolean hasGenerationLocation() {
        return (headerPreamble & GENERATION_LOCATION) != 0;
    }

    /** Tenths of a microdegree. */
    public int latitude() {
        return latitude;
    }

    /** Tenths of a microdegree. */
    public int longitude() {
        return longitude;
    }

    /** Decimetres above the WGS 84 ellipsoid, plus 4095. */
    public int elevation() {
        return elevation;
    }

    /** Whether the signer is a certificate in the message, not the digest of one. */
    public boolean signedByCertificate() {
        return signedByCertificate;
    }

    /** The signer's HashedId8 as a number, first octet most significant; 0 with a certificate. */
    public long signerDigest() {
        return signerDigest;
    }

    /** The signer's certificate; meaningful if {@link #signedByCertificate}. */
    public CertificateView certificate() {
        return certificate;
    }

    public SignatureView signature() {
        return signature;
    }
}
