package org.v2xscms.crypto.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.ServiceSpecificPermissions;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2.crl.CracaType;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.ieee1609dot2.crl.CrlPriorityInfo;
import org.v2xscms.codec.ieee1609dot2.crl.CrlSsp;
import org.v2xscms.codec.ieee1609dot2.crl.SequenceOfHashBasedRevocationInfo;
import org.v2xscms.codec.ieee1609dot2.crl.ToBeSignedHashIdCrl;
import org.v2xscms.codec.ieee1609dot2.crl.TypeSpecificCrlContents;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.validation.Draft;

/** Who may sign a CRL of series 4. */
class CrlSignerTest {

    private static final int SERIES = 4;

    private final Draft root = Draft.root();
    private final HashedCertificate issuer = root.signedBySelf();

    private HashedCertificate signer(@Nullable ServiceSpecificPermissions ssp) {
        return signer(List.of(new PsidSsp(new Psid(32), null), new PsidSsp(new Psid(256), ssp)));
    }

    private HashedCertificate signer(@Nullable List<PsidSsp> permissions) {
        Draft draft = Draft.endEntity();
        draft.app = permissions;
        return draft.signedBy(root, issuer);
    }

    private HashedCertificate signer(CracaType craca, int... series) {
        return signer(opaque(craca, series));
    }

    private static ServiceSpecificPermissions opaque(CracaType craca, int... series) {
        List<CrlSeries> permitted =
                Arrays.stream(series).mapToObj(CrlSeries::new).toList();
        return new ServiceSpecificPermissions.Opaque(CrlSsp.CODEC.encode(new CrlSsp(craca, permitted, Additions.NONE)));
    }

    private static CrlContents crl(HashedId8 craca) {
        return new CrlContents(
                new CrlSeries(SERIES),
                craca,
                new Time32(1000),
                new Time32(2000),
                CrlPriorityInfo.NONE,
                new TypeSpecificCrlContents.FullHashCrl(new ToBeSignedHashIdCrl(
                        1,
                        new SequenceOfHashBasedRevocationInfo(
                                List.of(), SequenceOfHashBasedRevocationInfo.Edition.OF_2022),
                        Additions.NONE)));
    }

    private void assertRefused(String reason, HashedCertificate signer, HashedId8 craca) {
        String text = CrlSigner.refusal(crl(craca), signer, issuer).orElse("permitted");
        assertTrue(text.contains(reason), text);
    }

    private void assertPermitted(HashedCertificate signer, HashedId8 craca) {
        assertEquals(Optional.empty(), CrlSigner.refusal(crl(craca), signer, issuer));
    }

    @Test
    void cracaSignsItsOwnCrl() {
        HashedCertificate signer = signer(CracaType.IS_CRACA, 3, SERIES);
        assertPermitted(signer, signer.id());
        assertRefused("bound to the CRACA", signer, issuer.id());
    }

    @Test
    void crlSignerSignsForTheCracaThatIssuedIt() {
        HashedCertificate signer = signer(CracaType.ISSUER_IS_CRACA, SERIES);
        assertPermitted(signer, issuer.id());
        assertRefused("bound to the CRACA", signer, signer.id());
        assertRefused("bound to the CRACA", signer, new HashedId8(Octets.ofHex("0102030405060708")));
    }

    /** Deployed systems name a certificate by the hash of the octets as sent, chains are built by either. */
    @Test
    void cracaIsNamedByEitherFormOfItsCertificate() {
        HashedCertificate craca = Draft.root().notCanonical().signedBySelf();
        HashedCertificate signer = signer(CracaType.ISSUER_IS_CRACA, SERIES);
        assertNotEquals(craca.id(), craca.idAsSent());
        assertEquals(Optional.empty(), CrlSigner.refusal(crl(craca.id()), signer, craca));
        assertEquals(Optional.empty(), CrlSigner.refusal(crl(craca.idAsSent()), signer, craca));
        assertTrue(CrlSigner.refusal(crl(issuer.id()), signer, craca).isPresent());
    }

    @Test
    void otherSeriesAreRefused() {
        assertRefused("series 4", signer(CracaType.ISSUER_IS_CRACA, 3, 5), issuer.id());
        assertRefused("series 4", signer(CracaType.ISSUER_IS_CRACA), issuer.id());
    }

    @Test
    void signerWithoutACrlSspIsRefused() {
        Octets ssp = Octets.ofHex("00010101010004");
        assertPermitted(signer(new ServiceSpecificPermissions.Opaque(ssp)), issuer.id());
        for (HashedCertificate signer : List.of(
                signer((List<PsidSsp>) null),
                signer(List.of(new PsidSsp(new Psid(32), new ServiceSpecificPermissions.Opaque(ssp)))),
                signer((ServiceSpecificPermissions) null),
                signer(new ServiceSpecificPermissions.BitmapSsp(ssp)),
                signer(new ServiceSpecificPermissions.Opaque(ssp.slice(0, 6))),
                signer(new ServiceSpecificPermissions.Opaque(Octets.concat(ssp, Octets.ofHex("00")))))) {
            assertRefused("no CrlSsp", signer, issuer.id());
        }
    }
}
