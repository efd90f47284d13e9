package org.v2xscms.crypto.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId10;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageSeed;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.ieee1609dot2.crl.CrlPriorityInfo;
import org.v2xscms.codec.ieee1609dot2.crl.HashBasedRevocationInfo;
import org.v2xscms.codec.ieee1609dot2.crl.IMaxGroup;
import org.v2xscms.codec.ieee1609dot2.crl.IndividualRevocation;
import org.v2xscms.codec.ieee1609dot2.crl.JMaxGroup;
import org.v2xscms.codec.ieee1609dot2.crl.LAGroup;
import org.v2xscms.codec.ieee1609dot2.crl.SequenceOfHashBasedRevocationInfo;
import org.v2xscms.codec.ieee1609dot2.crl.ToBeSignedHashIdCrl;
import org.v2xscms.codec.ieee1609dot2.crl.ToBeSignedLinkageValueCrl;
import org.v2xscms.codec.ieee1609dot2.crl.ToBeSignedLinkageValueCrlWithAlgIdentifier;
import org.v2xscms.codec.ieee1609dot2.crl.TypeSpecificCrlContents;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.hash.Digest;
import org.v2xscms.crypto.linkage.LinkageRules;
import org.v2xscms.crypto.linkage.RevokedChain;
import org.v2xscms.crypto.validation.Draft;

class RevocationListsTest {

    private static final int SERIES = 4;
    private static final HashedId8 CRACA = new HashedId8(Octets.ofHex("0102030405060708"));
    private static final String CRACA_ID = "060708";

    /** The published linkage values: of j = 8 in the period of the seeds, of j = 6 in the next. */
    private static final String FIRST_VALUE = "688ACF70E25EC01F32";

    private static final String NEXT_VALUE = "38479FDA0B161A5357";
    private static final int I_REV = 100;

    private final Draft root = Draft.root();
    private final Draft endEntity = Draft.endEntity();

    RevocationListsTest() {
        endEntity.crlSeries = SERIES;
        endEntity.cracaId = Octets.ofHex(CRACA_ID);
    }

    private HashedCertificate certificate() {
        return endEntity.signedBy(root, root.signedBySelf());
    }

    private HashedCertificate certificate(int i, String linkageValue) {
        endEntity.id = new LinkageData(new IValue(i), new LinkageValue(Octets.ofHex(linkageValue)), null);
        return certificate();
    }

    private static CrlContents crl(TypeSpecificCrlContents contents) {
        return new CrlContents(
                new CrlSeries(SERIES), CRACA, new Time32(1000), new Time32(2000), CrlPriorityInfo.NONE, contents);
    }

    private static boolean lists(CrlContents crl, HashedCertificate certificate) {
        return RevocationLists.of(List.of(crl), LinkageRules.CAMP)
                .listing(certificate)
                .isPresent();
    }

    private static ToBeSignedHashIdCrl hashes(HashedCertificate... listed) {
        return hashes(Arrays.stream(listed).map(HashedCertificate::hash).toList());
    }

    private static ToBeSignedHashIdCrl hashes(List<Digest> listed) {
        List<HashBasedRevocationInfo> entries = listed.stream()
                .map(hash -> new HashBasedRevocationInfo(HashedId10.of(hash.value()), new Time32(3000), Additions.NONE))
                .toList();
        return new ToBeSignedHashIdCrl(
                1,
                new SequenceOfHashBasedRevocationInfo(entries, SequenceOfHashBasedRevocationInfo.Edition.OF_2022),
                Additions.NONE);
    }

    private static ToBeSignedLinkageValueCrl linkage(int iRev, int iMax, int jMax) {
        IndividualRevocation device = new IndividualRevocation(
                new LinkageSeed(Octets.ofHex("4840ED221502D9AB6786BF68FBA9F210")),
                new LinkageSeed(Octets.ofHex("6B71A7EB5755F16E89981D2189A6DAEA")),
                Additions.NONE);
        LAGroup authorities = new LAGroup(
                new LaId(Octets.ofHex("8E09")),
                new LaId(Octets.ofHex("59CE")),
                List.of(new IMaxGroup(iMax, List.of(device), null, Additions.NONE)),
                Additions.NONE);
        return new ToBeSignedLinkageValueCrl(
                new IValue(iRev),
                0,
                List.of(new JMaxGroup(jMax, List.of(authorities), Additions.NONE)),
                null,
                null,
                null,
                Additions.NONE);
    }

    /** The same revocations with the algorithms named. */
    private static ToBeSignedLinkageValueCrlWithAlgIdentifier withAlgorithms(ToBeSignedLinkageValueCrl list) {
        return new ToBeSignedLinkageValueCrlWithAlgIdentifier(
                list.iRev(), list.indexWithinI(), list.individual(), null, null, Additions.NONE);
    }

    private static CrlContents linkageCrl(int iMax, int jMax) {
        return crl(new TypeSpecificCrlContents.FullLinkedCrl(linkage(I_REV, iMax, jMax)));
    }

    @Test
    void hashCrlsListCertificatesByTheirHash() {
        HashedCertificate revoked = certificate();
        for (TypeSpecificCrlContents list : List.of(
                new TypeSpecificCrlContents.FullHashCrl(hashes(revoked)),
                new TypeSpecificCrlContents.DeltaHashCrl(hashes(revoked)))) {
            assertTrue(lists(crl(list), revoked));
            endEntity.start++;
            assertFalse(lists(crl(list), certificate()));
        }
        assertFalse(lists(crl(new TypeSpecificCrlContents.FullHashCrl(hashes())), revoked));
    }

    @Test
    void unusedBitsThatNoSignatureCoversDoNotTakeACertificateOffAList() throws DecodeException {
        HashedCertificate revoked = certificate();
        CrlContents list = crl(new TypeSpecificCrlContents.FullHashCrl(hashes(revoked)));
        byte[] octets = revoked.encoded().octets().toByteArray();
        octets[0] |= 1;
        HashedCertificate disguised = HashedCertificate.of(
                Certificate.CODEC.decode(octets, Reading.AS_RECEIVED).encoded());
        assertNotEquals(revoked.hash(), disguised.hashAsSent());
        assertEquals(revoked.id(), disguised.id());
        assertTrue(lists(list, disguised));
    }

    @Test
    void hashMayBeThatOfEitherForm() {
        HashedCertificate revoked = endEntity.notCanonical().signedBy(root, root.signedBySelf());
        assertNotEquals(revoked.hash(), revoked.hashAsSent());
        for (Digest hash : List.of(revoked.hash(), revoked.hashAsSent())) {
            CrlContents crl = crl(new TypeSpecificCrlContents.FullHashCrl(hashes(List.of(hash))));
            String text = RevocationLists.of(List.of(crl), LinkageRules.CAMP)
                    .listing(revoked)
                    .orElseThrow();
            assertTrue(text.contains(HashedId10.of(hash.value()).octets().hex()), text);
        }
        endEntity.start++;
        CrlContents others = crl(new TypeSpecificCrlContents.FullHashCrl(hashes(certificate())));
        assertFalse(lists(others, revoked));
    }

    @Test
    void listingNamesTheCrl() {
        HashedCertificate revoked = certificate();
        String text = RevocationLists.of(
                        List.of(crl(new TypeSpecificCrlContents.FullHashCrl(hashes(revoked)))), LinkageRules.CAMP)
                .listing(revoked)
                .orElseThrow();
        assertTrue(text.contains("series 4") && text.contains("0102030405060708"), text);
    }

    /** A CRL speaks of the certificates of its series and CRACA, whatever it lists. */
    @ParameterizedTest
    @CsvSource({"4, 060708, true", "5, 060708, false", "4, 060709, false", "4, 010203, false", "4, 000000, false"})
    void certificateBelongsToSeriesAndCraca(int series, String cracaId, boolean expected) {
        endEntity.crlSeries = series;
        endEntity.cracaId = Octets.ofHex(cracaId);
        HashedCertificate byHash = certificate();
        assertEquals(expected, lists(crl(new TypeSpecificCrlContents.FullHashCrl(hashes(byHash))), byHash));
        assertEquals(expected, lists(linkageCrl(I_REV, 20), certificate(I_REV, FIRST_VALUE)));
    }

    @Test
    void fullAndDeltaLinkageCrlsListLinkageValues() {
        for (TypeSpecificCrlContents list : List.of(
                new TypeSpecificCrlContents.FullLinkedCrl(linkage(I_REV, 200, 20)),
                new TypeSpecificCrlContents.DeltaLinkedCrl(linkage(I_REV, 200, 20)),
                new TypeSpecificCrlContents.FullLinkedCrlWithAlg(withAlgorithms(linkage(I_REV, 200, 20))),
                new TypeSpecificCrlContents.DeltaLinkedCrlWithAlg(withAlgorithms(linkage(I_REV, 200, 20))))) {
            assertTrue(lists(crl(list), certificate(I_REV, FIRST_VALUE)));
            assertTrue(lists(crl(list), certificate(I_REV + 1, NEXT_VALUE)));
            assertFalse(lists(crl(list), certificate(I_REV, NEXT_VALUE)));
            assertFalse(lists(crl(list), certificate(I_REV + 1, FIRST_VALUE)));
        }
    }

    @Test
    void linkageCrlsWithoutDevicesListNothing() {
        var empty = new ToBeSignedLinkageValueCrlWithAlgIdentifier(
                new IValue(I_REV), 0, null, null, List.of(), Additions.NONE);
        for (TypeSpecificCrlContents list : List.of(
                new TypeSpecificCrlContents.FullLinkedCrlWithAlg(empty),
                new TypeSpecificCrlContents.DeltaLinkedCrlWithAlg(empty))) {
            assertFalse(lists(crl(list), certificate(I_REV, FIRST_VALUE)));
        }
    }

    /** j runs from 0 to jMax - 1, and the value is that of j = 8. */
    @ParameterizedTest
    @CsvSource({"0, false", "8, false", "9, true", "255, true"})
    void certificatesOfAPeriodAreListedBelowJMax(int jMax, boolean expected) {
        assertEquals(expected, lists(linkageCrl(200, jMax), certificate(I_REV, FIRST_VALUE)));
    }

    @ParameterizedTest
    @CsvSource({"100, true", "99, false"})
    void periodsAreListedFromRevocationToIMax(int iMax, boolean expected) {
        assertEquals(expected, lists(linkageCrl(iMax, 20), certificate(I_REV, FIRST_VALUE)));
        assertEquals(expected, lists(linkageCrl(iMax + 1, 20), certificate(I_REV + 1, NEXT_VALUE)));
    }

    /** Earlier certificates of a revoked device stay valid: its seeds do not run back. */
    @Test
    void periodBeforeRevocationIsNotListed() {
        assertFalse(lists(linkageCrl(200, 20), certificate(I_REV - 1, FIRST_VALUE)));
    }

    /** Nobody can tell whether such a certificate is the device's, so it is not trusted. */
    @Test
    void periodBeyondTheWalkIsListedWhateverTheValue() {
        int last = I_REV + RevokedChain.DEFAULT_WALK;
        assertFalse(lists(linkageCrl(65535, 20), certificate(last, FIRST_VALUE)));
        assertTrue(lists(linkageCrl(65535, 20), certificate(last + 1, FIRST_VALUE)));
        assertFalse(lists(linkageCrl(last, 20), certificate(last + 1, FIRST_VALUE)));
    }

    @Test
    void certificateWithAnotherIdIsOnNoLinkageCrl() {
        assertFalse(lists(linkageCrl(200, 20), certificate()));
    }

    @Test
    void oneOfSeveralCrlsIsEnough() {
        HashedCertificate listed = certificate();
        List<CrlContents> crls = IntStream.range(0, 3)
                .mapToObj(n -> crl(new TypeSpecificCrlContents.FullHashCrl(n == 1 ? hashes(listed) : hashes())))
                .toList();
        assertTrue(RevocationLists.of(crls, LinkageRules.CAMP).listing(listed).isPresent());
        assertTrue(
                RevocationLists.of(List.of(), LinkageRules.CAMP).listing(listed).isEmpty());
    }
}
