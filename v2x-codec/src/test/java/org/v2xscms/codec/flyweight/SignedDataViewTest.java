package org.v2xscms.codec.flyweight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SignedDataViewTest {

    private static final String R = "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20";
    private static final String S = "2122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f40";
    private static final String TBS_DATA = "40" + "0380" + "03" + "aabbcc" + "70" + "0120" + "0000000000000102"
            + "0000000000000304" + "1dcd6500" + "e2329b00" + "0fff";
    private static final String BY_DIGEST = "0381" + "00" + TBS_DATA + "80" + "f1f2f3f4f5f6f7f8" + "8080" + R + S;

    private static final String IMPLICIT_TO_BE_SIGNED = "50"
            + "80" + "80" + "010b" + "a1a2a3a4a5a6a7a8a9" + "0000000f" + "b1b2b3b4b5b6b7b8b9"
            + "aabbcc" + "0004" + "11111111" + "8400a9"
            + "83" + "0101" + "80" + "0348"
            + "0101" + "00" + "0120"
            + "81" + "83" + R;
    private static final String IMPLICIT = "00" + "03" + "01" + "80" + "c1c2c3c4c5c6c7c8" + IMPLICIT_TO_BE_SIGNED;
    private static final String BY_CERTIFICATE =
            "0381" + "00" + TBS_DATA + "81" + "0101" + IMPLICIT + "80" + "82" + R + S;

    private static final String EXPLICIT_SM2 = "80" + "03" + "00" + "8308" + "c1c2c3c4c5c6c7c8"
            + "90" + "83" + "000000" + "0000" + "11111111" + "8600" + "02"
            + "0102" + "00" + "0124" + "80" + "0125" + "8104" + "03" + "010203"
            + "80" + "8421" + "82" + R
            + "020780" + "0180"
            + "8440" + R + S;

    private final SignedDataView spdu = new SignedDataView();

    @Test
    void messageByDigestShowsItsFields() {
        byte[] message = HexFormat.of().parseHex(BY_DIGEST);

        assertEquals(Outcome.OK, spdu.parse(message, 0, message.length));
        assertEquals(-1, spdu.faultOffset());
        assertEquals(0, spdu.hashId());
        assertEquals(TBS_DATA, hex(spdu.tbsDataOffset(), spdu.tbsDataEnd()));
        assertEquals("aabbcc", hex(spdu.payloadOffset(), spdu.payloadEnd()));
        assertEquals(-1, spdu.extDataHashOffset());
        assertEquals(32, spdu.psid());
        assertEquals(0x102, spdu.generationTime());
        assertEquals(0x304, spdu.expiryTime());
        assertTrue(spdu.hasGenerationLocation());
        assertEquals(500_000_000, spdu.latitude());
        assertEquals(-500_000_000, spdu.longitude());
        assertEquals(4095, spdu.elevation());
        assertFalse(spdu.signedByCertificate());
        assertEquals(0xf1f2f3f4f5f6f7f8L, spdu.signerDigest());
        assertEquals(SignatureScheme.ECDSA_NIST_P256, spdu.signature().scheme());
        assertEquals(PointForm.X_ONLY, spdu.signature().r().form());
        assertEquals(R, hex(spdu.signature().r().offset(), spdu.signature().r().offset() + 32));
        assertEquals(S, hex(spdu.signature().sOffset(), spdu.end()));
    }

    @Test
    void implicitCertificateShowsItsFields() {
        byte[] message = HexFormat.of().parseHex(BY_CERTIFICATE);

        assertEquals(Outcome.OK, spdu.parse(message, 0, message.length));
        assertTrue(spdu.signedByCertificate());
        CertificateView certificate = spdu.certificate();
        assertEquals(IMPLICIT, hex(certificate.offset(), certificate.end()));
        assertTrue(certificate.implicit());
        assertEquals(CertificateView.Issuer.SHA256_AND_DIGEST, certificate.issuer());
        assertEquals("c1c2c3c4c5c6c7c8", hex(certificate.issuerDigestOffset(), certificate.issuerDigestOffset() + 8));
        assertEquals(IMPLICIT_TO_BE_SIGNED, hex(certificate.toBeSignedOffset(), certificate.toBeSignedEnd()));
        assertEquals(CertificateView.Id.LINKAGE_DATA, certificate.id());
        assertEquals(0x10b, certificate.iCert());
        assertEquals("a1a2a3a4a5a6a7a8a9", hex(certificate.linkageValueOffset(), certificate.linkageValueOffset() + 9));
        assertEquals(
                "0000000fb1b2b3b4b5b6b7b8b9",
                hex(certificate.groupLinkageValueOffset(), certificate.groupLinkageValueOffset() + 13));
        assertEquals(0xaabbcc, certificate.cracaId());
        assertEquals(4, certificate.crlSeries());
        assertEquals(0x11111111L, certificate.validityStart());
        assertEquals(169 * 3600L, certificate.durationSeconds());
        assertEquals("830101800348", hex(certificate.regionOffset(), certificate.regionEnd()));
        assertEquals(-1, certificate.assuranceLevel());
        assertEquals("0101000120", hex(certificate.appPermissionsOffset(), certificate.appPermissionsEnd()));
        assertTrue(certificate.holdsPsid(32));
        assertFalse(certificate.holdsPsid(36));
        assertEquals(PointForm.COMPRESSED_Y_1, certificate.keyPoint().form());
        assertEquals(PointForm.COMPRESSED_Y_0, spdu.signature().r().form());
    }

    @Test
    void explicitSm2CertificateWithFlagsShowsItsFields() {
        byte[] message = HexFormat.of().parseHex("0381" + "02" + TBS_DATA + "810101" + EXPLICIT_SM2 + "8440" + R + S);

        assertEquals(Outcome.OK, spdu.parse(message, 0, message.length));
        CertificateView certificate = spdu.certificate();
        assertFalse(certificate.implicit());
        assertEquals(CertificateView.Issuer.SM3_AND_DIGEST, certificate.issuer());
        assertEquals(2 * 31_556_952L, certificate.durationSeconds());
        assertEquals(SignatureScheme.SM2, certificate.keyScheme());
        assertEquals(SignatureScheme.SM2, certificate.signature().scheme());
        assertTrue(certificate.holdsPsid(37));
        assertEquals(SignatureScheme.SM2, spdu.signature().scheme());
        assertEquals(S, hex(spdu.signature().sOffset(), spdu.end()));
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] message = HexFormat.of().parseHex(BY_CERTIFICATE);

        for (int length = 0; length < message.length; length++) {
            assertEquals(Outcome.MALFORMED, spdu.parse(message, 0, length), "length " + length);
            assertTrue(spdu.faultOffset() <= length, "length " + length);
        }
    }

    @Test
    void octetsBehindTheMessageAreLeftToTheGeneralCodec() {
        byte[] message = HexFormat.of().parseHex(BY_DIGEST + "00");

        assertEquals(Outcome.UNSUPPORTED, spdu.parse(message, 0, message.length));
        assertEquals(message.length - 1, spdu.faultOffset());
        assertEquals(Outcome.OK, spdu.parseFirst(message, 0, message.length));
        assertEquals(message.length - 1, spdu.end());
    }

    @Test
    void offsetsCountFromTheStartOfTheArray() {
        byte[] message = HexFormat.of().parseHex("ffff" + BY_DIGEST + "ff");

        assertEquals(Outcome.OK, spdu.parse(message, 2, message.length - 3));
        assertEquals("aabbcc", hex(spdu.payloadOffset(), spdu.payloadEnd()));
    }

    @Test
    void nothingOfAnEarlierMessageIsLeft() {
        byte[] byCertificate = HexFormat.of().parseHex(BY_CERTIFICATE);
        byte[] bare = HexFormat.of()
                .parseHex("0381" + "00" + "40" + "038000" + "00" + "0120" + "80" + "0000000000000000" + "8080" + R + S);
        spdu.parse(byCertificate, 0, byCertificate.length);

        assertEquals(Outcome.OK, spdu.parse(bare, 0, bare.length));
        assertFalse(spdu.signedByCertificate());
        assertFalse(spdu.hasGenerationTime());
        assertEquals(0, spdu.generationTime());
        assertFalse(spdu.hasGenerationLocation());
    }

    @Test
    void parsingAllocatesNothing() {
        byte[] byDigest = HexFormat.of().parseHex(BY_DIGEST);
        byte[] byCertificate = HexFormat.of().parseHex(BY_CERTIFICATE);
        byte[] truncated = HexFormat.of().parseHex(BY_CERTIFICATE.substring(0, 200));
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long sum = parseMany(byDigest, byCertificate, truncated);
        threads.getCurrentThreadAllocatedBytes();

        long before = threads.getCurrentThreadAllocatedBytes();
        sum += parseMany(byDigest, byCertificate, truncated);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertNotEquals(0, sum);
        assertEquals(0, allocated);
    }

    private long parseMany(byte[] byDigest, byte[] byCertificate, byte[] truncated) {
        long sum = 0;
        for (int i = 0; i < 20_000; i++) {
            spdu.parse(byDigest, 0, byDigest.length);
            sum += spdu.signerDigest();
            spdu.parse(byCertificate, 0, byCertificate.length);
            sum += spdu.certificate().holdsPsid(spdu.psid())
                    ? spdu.certificate().durationSeconds()
                    : 0;
            sum += spdu.parse(truncated, 0, truncated.length) == Outcome.MALFORMED ? 1 : 0;
        }
        return sum;
    }

    private String hex(int from, int to) {
        return HexFormat.of().formatHex(spdu.buffer(), from, to);
    }
}
