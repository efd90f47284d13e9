package org.v2xscms.fuzz;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where Bouncy Castle 1.87 cannot judge, or judges otherwise, with the reason. {@link BouncyCastleAgreementTest} sees to it
 * that each line is needed, so that the table shrinks as that library grows.
 */
final class BouncyCastleGaps {

    /**
     * One line.
     *
     * @param what of {@link #UNKNOWN} the name of an entry, of {@link #DIFFERENT} a part as {@link Features} names them
     * @param sometimes whether there are values with this part on which both agree
     */
    record Gap(Pattern what, boolean sometimes, String reason) {

        private static Gap of(String reason, String what) {
            return new Gap(Pattern.compile(what), false, reason);
        }

        boolean isAt(String name) {
            return what.matcher(name).matches();
        }

        boolean isIn(Set<String> features) {
            return features.stream().anyMatch(this::isAt);
        }

        @Override
        public String toString() {
            return what + " (" + reason + ")";
        }
    }

    /** Types that it has no description of. */
    static final List<Gap> UNKNOWN = List.of(
            Gap.of("it has no CRLs of IEEE 1609.2", "ieee1609dot2\\.crl\\.(?!SecuredCrl).*"),
            Gap.of("it has no misbehaviour reports", "misbehaviour\\..*"),
            Gap.of("the CAMP proof of concept came before the standard", "ieee1609dot2dot1\\.camp\\..*"),
            Gap.of(
                    "of IEEE 1609.2.1 it has the two certificate requests: no interface to the ACA",
                    "ieee1609dot2dot1\\.(acaee|acara|camra)\\..*"),
            Gap.of(
                    "of IEEE 1609.2.1 it has the two certificate requests: no ACPC",
                    "ieee1609dot2dot1\\.acpc\\.(Acpc|Aprv|IndividualAprv).*"),
            Gap.of(
                    "of IEEE 1609.2.1 it has the two certificate requests: no certificate management",
                    "ieee1609dot2dot1\\.certmanagement\\..*"),
            Gap.of(
                    "of IEEE 1609.2.1 it has the two certificate requests: no responses, no PDUs",
                    "ieee1609dot2dot1\\.(ecaee\\.EcaEe|eera\\.(EeRaDownloadRequest|EeRaInterfacePdu|RaEe)).*"),
            Gap.of(
                    "of IEEE 1609.2.1 it has the two certificate requests: no SSPs and nothing of the Protocol module",
                    "ieee1609dot2dot1\\.protocol\\.(\\w+Ssp\\.|ScmsPdu|Signed(X509)?CertificateRequest\\."
                            + "|X509SignerIdentifier).*"),
            Gap.of(
                    "IEEE 1609.2-2022 added it",
                    "ieee1609dot2\\.(AppExtension|CertIssueExtension|CertRequestExtension|CertificateFlags"
                            + "|Ieee1609ContributedHeaderInfoExtension|basetypes\\.HashedId48)\\b.*"),
            Gap.of(
                    "it has no SM2 in these modules",
                    "ieee1609dot2\\.basetypes\\.(EcencP256EncryptedKey|EcsigP256Signature)\\..*"),
            Gap.of("nothing it knows lists seeds", "ieee1609dot2\\.basetypes\\.LinkageSeed\\.SEQUENCE_OF"),
            Gap.of(
                    "version 1.2 of the module added it",
                    "etsi\\.ts103097\\.extension\\.EtsiTs102941FullCtlRequest\\..*"),
            Gap.of(
                    "the modules have no name for it",
                    "ieee1609dot2\\.basetypes\\.EccP(256|384)CurvePoint\\$Uncompressed.*|oer\\..*"));

    /** Parts of types that it knows which it reads or writes in another way, or not at all. */
    static final List<Gap> DIFFERENT = List.of(
            Gap.of(
                    "it refuses alternatives behind an extension marker that it has not",
                    ".*\\.unknown alternative \\d+"),
            Gap.of(
                    "it writes presence bitmaps in the length of its own edition, and no additions that it has not",
                    ".*\\.(bitmap|addition \\d+)"),
            Gap.of(
                    "its LinkageData has an extension marker, which the module has not, so the bit that says whether the"
                            + " group is there is the wrong one",
                    "LinkageData\\.group-linkage-value"),
            Gap.of(
                    "its Version of TS 102 941 is one octet, INTEGER (0..255); the module's is unconstrained, 01 01",
                    "(CtlFormat|ToBeSignedCrl)(\\..*)?|Version|EtsiTs102941DataContent\\."
                            + "(certificateRevocationList|certificateTrustList(Tlm|Rca))"),
            Gap.of(
                    "we keep these messages as octets, so there is nothing to compare",
                    "EtsiTs102941DataContent\\.(enrolment|authorization)(Request|Response)"),
            Gap.of(
                    "it has no length before the content of an open type of this class",
                    "(EtsiOriginatingHeaderInfoExtension|ContributedExtensionBlocks?)(\\..*)?"
                            + "|(EtsiTs102941FullCtlRequest|Ieee1609ContributedHeaderInfoExtension)\\..*"
                            + "|HeaderInfo\\.contributedExtensions"),
            Gap.of("it does not write an addition of type NULL again", "SignedDataPayload\\.omitted"),
            Gap.of(
                    "it has no alternatives of SM2, SM3 and SM4",
                    "HashAlgorithm\\.sm3|BasePublicEncryptionKey\\.ecencSm2|PublicVerificationKey\\.ecsigSm2"
                            + "|EncryptedDataEncryptionKey\\.ecencSm2256|Signature\\.sm2Signature"
                            + "|SymmetricCiphertext\\.sm4Ccm|(EcencP256EncryptedKey|EcsigP256Signature)\\..*"),
            new Gap(
                    Pattern.compile("SymmetricEncryptionKey\\.\\(secret\\)"),
                    true,
                    "it has no SM4 key; which key it is does not show in what is printed of a secret"));

    private BouncyCastleGaps() {}
}
