package org.v2xscms.codec.ieee1609dot2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.v2xscms.codec.ieee1609dot2.basetypes.Wire.strict;
import static org.v2xscms.codec.oer.Refusals.alwaysRefused;
import static org.v2xscms.codec.oer.Refusals.refusedWhenStrict;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.Duration;
import org.v2xscms.codec.ieee1609dot2.basetypes.EccP256CurvePoint;
import org.v2xscms.codec.ieee1609dot2.basetypes.GeographicRegion;
import org.v2xscms.codec.ieee1609dot2.basetypes.GroupLinkageValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Hostname;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.UnCountryId;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.ObjectIdentifier;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

class CertificateTest {

    private static final String MODULE = "IEEE 1609.2-2022 Ieee1609Dot2, ";
    private static final String EITHER =
            "explicit with verificationKey and signature, or implicit with reconstructionValue and no signature";

    /** A pseudonym certificate of a car in North America. */
    private static final String PSEUDONYM = ""
            + "00" // preamble: no signature
            + "03" // version
            + "01" // implicit
            + "80" + "2480e44bab156fda" // issuer: sha256AndDigest
            + "50" // preamble of toBeSigned: region and appPermissions
            + "80" // id: linkageData
            + "80" // preamble: group-linkage-value
            + "008e" // iCert
            + "f68fd9608f6b980bfc" // linkage-value
            + "0000000f" // jValue
            + "f68fd9608f6b980bfc" // value
            + "e30491" // cracaId
            + "0001" // crlSeries
            + "19d6b413" // start
            + "84" + "00a9" // 169 hours
            + "83" + "0103" // identifiedRegion with three entries
            + "80007c" + "8001e4" + "800348" // countryOnly 124, 484, 840
            + "0102" // appPermissions with two entries
            + "00" + "0120" // no ssp, PSID 32
            + "00" + "0126" // no ssp, PSID 38
            + "81" // reconstructionValue
            + "82" + "5ac98dded400ceb14eb0716c2ed4701b6b4ac851c3f2816994e100100a386663"; // compressed-y-0

    /** The CA that issued it. */
    private static final String ISSUER = "80" // preamble: signature
            + "0300" + "80b7cbd0f79b969bd4"
            + "59" // region, appPermissions, certIssuePermissions and encryptionKey
            + "811a7063612e70726570726f642e7632782e697373636d732e636f6d"
            + "e304910002" + "19d8d5dd" + "86000a"
            + "830103" + "80007c" + "8001e4" + "800348"
            + "0101" + "80" + "0123" + "8003850001" // PSID 35 with an opaque ssp
            + "0101" + "00" + "81" // all applications; chain lengths and eeType are the defaults
            + "00" + "80" + "82b0ff2f290f9e77fe940759c877b8f0516d411e44bc58f612615a26d726a0d79f"
            + "80" + "80" + "82ff9b00ce42b21afff2c1d3b12a387091e4d2c84b3ae253b11225f7725b89f59a"
            + "80" + "8066cb66cdf3ddfbd285521e187de229ea9161c8d24c676b7c837c9fbe12a9cd20"
            + "b8e45b5e81d5a55737fa17439d2f1fd3d59abbf24987f61abe6f9ffb9f14cfb7";

    private static final String KEY = "8080" + "82" + "11".repeat(32);
    private static final String SIGNATURE = "8080" + "22".repeat(32) + "33".repeat(32);

    /** The components of toBeSigned from id to validityPeriod: no id, no CRL, one hour from the epoch. */
    private static final String NOBODY = "83" + "000000" + "0000" + "00000000" + "840001";

    private static final String BSM = "0101" + "000120";

    @Test
    void aPseudonymCertificateHasLinkageDataAndAReconstructionValue() throws DecodeException {
        Certificate certificate = strict(Certificate.IMPLICIT, PSEUDONYM);
        ToBeSignedCertificate content = certificate.toBeSigned().value();
        Octets linkage = Octets.ofHex("f68fd9608f6b980bfc");
        assertEquals(
                new IssuerIdentifier.Sha256AndDigest(new HashedId8(Octets.ofHex("2480e44bab156fda"))),
                certificate.issuer());
        assertEquals(
                new LinkageData(
                        new IValue(142),
                        new LinkageValue(linkage),
                        new GroupLinkageValue(Octets.ofHex("0000000f"), linkage)),
                content.id());
        assertEquals(new HashedId3(Octets.ofHex("e30491")), content.cracaId());
        assertEquals(new CrlSeries(1), content.crlSeries());
        assertEquals(
                Instant.parse("2017-09-26T08:59:58Z"),
                content.validityPeriod().start().toInstant());
        assertEquals(new Duration.Hours(169), content.validityPeriod().duration());
        assertEquals(
                new GeographicRegion.IdentifiedRegions(
                        List.of(new UnCountryId(124), new UnCountryId(484), new UnCountryId(840))),
                content.region());
        assertEquals(
                List.of(new PsidSsp(new Psid(32), null), new PsidSsp(new Psid(38), null)), content.appPermissions());
        assertEquals(
                new VerificationKeyIndicator.ReconstructionValue(new EccP256CurvePoint.CompressedY0(
                        Octets.ofHex("5ac98dded400ceb14eb0716c2ed4701b6b4ac851c3f2816994e100100a386663"))),
                content.verifyKeyIndicator());
        assertNull(certificate.signature());
        assertEquals(
                Octets.ofHex(PSEUDONYM.substring(24)), certificate.toBeSigned().octets());
    }

    @Test
    void aCaCertificateTakesAbsentChainLengthsAsTheDefaults() throws DecodeException {
        Certificate certificate = strict(Certificate.EXPLICIT, ISSUER);
        ToBeSignedCertificate content = certificate.toBeSigned().value();
        assertEquals(new CertificateId.Name(new Hostname("pca.preprod.v2x.isscms.com")), content.id());
        assertEquals(
                List.of(new PsidGroupPermissions(new SubjectPermissions.All(), 1, 0, EndEntityType.APP)),
                content.certIssuePermissions());
        assertTrue(certificate.isExplicit());
        assertFalse(certificate.isImplicit());
    }

    @Test
    void everyTruncationIsRefused() {
        Octets whole = Octets.ofHex(ISSUER);
        for (int length = 0; length < whole.length(); length++) {
            Octets part = whole.slice(0, length);
            assertThrows(DecodeException.class, () -> Certificate.CODEC.decode(part, Reading.AS_RECEIVED));
        }
    }

    @Test
    void theErrorNamesThePathIntoTheCertificate() throws DecodeException {
        refusedWhenStrict(
                Certificate.CODEC,
                PSEUDONYM.replace("00" + "0126" + "81", "00" + "020026" + "81"),
                69,
                "toBeSigned.appPermissions[1].psid",
                "the shortest unsigned integer",
                "ITU-T X.696 10.3");
    }

    @Test
    void theTypeDecidesAboutKeyAndSignature() throws DecodeException {
        String explicit = certificate("80", "00", "10" + NOBODY + BSM + KEY) + SIGNATURE;
        String implicit = certificate("00", "01", "10" + NOBODY + BSM + "8182" + "11".repeat(32));
        strict(Certificate.EXPLICIT, explicit);
        strict(Certificate.IMPLICIT, implicit);
        refusedWhenStrict(Certificate.IMPLICIT, explicit, 0, "", "an implicit certificate", MODULE + "Certificate");
        refusedWhenStrict(Certificate.EXPLICIT, implicit, 0, "", "an explicit certificate", MODULE + "Certificate");
        for (String neither : List.of(
                certificate("00", "00", "10" + NOBODY + BSM + KEY),
                certificate("80", "00", "10" + NOBODY + BSM + "8182" + "11".repeat(32)) + SIGNATURE,
                certificate("80", "01", "10" + NOBODY + BSM + "8182" + "11".repeat(32)) + SIGNATURE,
                certificate("00", "01", "10" + NOBODY + BSM + KEY))) {
            refusedWhenStrict(Certificate.CODEC, neither, 0, "", EITHER, MODULE + "Certificate");
        }
    }

    @Test
    void theVersionIsThreeAndTheTypeOneOfTwo() throws DecodeException {
        refusedWhenStrict(
                Certificate.CODEC, "0002" + PSEUDONYM.substring(4), 1, "version", "version 3", MODULE + "Uint8");
        alwaysRefused(
                Certificate.CODEC,
                "000302" + PSEUDONYM.substring(6),
                2,
                "type",
                "a CertificateType from 0 to 1",
                MODULE + "CertificateType");
    }

    @Test
    void aCertificateHasAtLeastOneKindOfPermission() throws DecodeException {
        refusedWhenStrict(
                ToBeSignedCertificate.CODEC,
                "00" + NOBODY + KEY,
                0,
                "",
                "appPermissions, certIssuePermissions or certRequestPermissions present",
                MODULE + "ToBeSignedCertificate");
    }

    @Test
    void groupPermissionsLeaveOutDefaultsAndHaveSensibleChainLengths() throws DecodeException {
        assertEquals(
                new PsidGroupPermissions(
                        new SubjectPermissions.All(), 3, PsidGroupPermissions.ANY_LENGTH, EndEntityType.APP_AND_ENROL),
                strict(PsidGroupPermissions.CODEC, "e0" + "81" + "0103" + "01ff" + "c0"));
        refusedWhenStrict(
                PsidGroupPermissions.CODEC,
                "80" + "81" + "0101",
                2,
                "",
                "minChainLength left out at its default",
                "ITU-T X.696 16.2.2");
        refusedWhenStrict(
                PsidGroupPermissions.CODEC,
                "20" + "81" + "80",
                2,
                "",
                "eeType left out at its default",
                "ITU-T X.696 16.2.2");
        refusedWhenStrict(
                PsidGroupPermissions.CODEC,
                "20" + "81" + "00",
                2,
                "eeType",
                "app or enrol set",
                MODULE + "EndEntityType");
        refusedWhenStrict(
                PsidGroupPermissions.CODEC,
                "40" + "81" + "01fe",
                0,
                "",
                "minChainLength of 0 or more and chainLengthRange of -1 or more",
                MODULE + "PsidGroupPermissions");
    }

    @Test
    void onlyRequestPermissionsMayEndAtTheHolder() throws DecodeException {
        String zero = "0101" + "80" + "81" + "0100";
        strict(PsidGroupPermissions.SEQUENCE_OF, zero);
        refusedWhenStrict(
                PsidGroupPermissions.CERT_ISSUE,
                zero,
                0,
                "",
                "minChainLength of at least 1 in certIssuePermissions",
                MODULE + "SequenceOfPsidGroupPermissions");
        refusedWhenStrict(
                PsidGroupPermissions.SEQUENCE_OF,
                "0102" + "0081" + "0081",
                0,
                "",
                "at most one entry for all applications",
                MODULE + "SequenceOfPsidGroupPermissions");
    }

    @Test
    void additionsOfTheCurrentEditionAreOptional() throws DecodeException {
        // flags and appExtensions, with an operating organization and an extension that nobody has defined
        ToBeSignedCertificate content = strict(
                ToBeSignedCertificate.CODEC,
                "90" + NOBODY + BSM + KEY + "0204c0" + "0180" + "0c" + "0102" + "01" + "03022b6f" + "c8" + "03010203");
        assertEquals(CertificateFlags.USES_CUBK, content.flags());
        assertEquals(
                List.of(
                        new AppExtension.OperatingOrganization(new ObjectIdentifier(Octets.ofHex("2b6f"))),
                        new AppExtension.Other(200, Octets.ofHex("010203"))),
                content.appExtensions());
        assertNull(content.certIssueExtensions());
        assertNull(content.certRequestExtension());
        assertEquals(Additions.NONE, content.additions());
    }

    @Test
    void extensionPermissionsAreSpecificOrAll() throws DecodeException {
        assertEquals(
                new CertIssueExtension(1, new CertIssueExtension.Permissions.Specific(Octets.EMPTY)),
                strict(CertIssueExtension.CODEC, "018000"));
        assertEquals(
                new CertRequestExtension(1, new CertRequestExtension.Permissions.All()),
                strict(CertRequestExtension.CODEC, "0181"));
        refusedWhenStrict(
                AppExtension.SEQUENCE_OF,
                "0100",
                0,
                "",
                "at least 1 elements in SequenceOfAppExtensions",
                MODULE + "SequenceOfAppExtensions");
    }

    @Test
    void flagsAreNotAllZero() throws DecodeException {
        refusedWhenStrict(
                CertificateFlags.CODEC,
                "00",
                0,
                "",
                "at least one flag set",
                "IEEE 1609.2-2025 Ieee1609Dot2, ToBeSignedCertificate, BIT STRING");
    }

    /** Issued by nobody in particular. */
    private static String certificate(String preamble, String type, String toBeSigned) {
        return preamble + "03" + type + "80" + "00".repeat(8) + toBeSigned;
    }
}
