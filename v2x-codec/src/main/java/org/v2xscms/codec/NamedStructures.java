package org.v2xscms.codec;

import static org.v2xscms.codec.Structure.named;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.crl.CrlSsp;
import org.v2xscms.codec.ieee1609dot2.crl.SecuredCrl;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.AcpcPsid;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.SignedAprvBinaryTree;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.SignedIndividualAprv;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.UnsecuredAprvBinaryTree;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponseCubkSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePlainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePrivateSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaRaCertResponseSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcpcSsp;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CampEcaEeCertResponseSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CampEeEcaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CertificateChainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CertificateManagementInformationStatusSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CompositeCrlSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CtlSignatureSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EcaEeCertResponseSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeEcaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRa1609Dot2AuthenticatedCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRaDownloadRequestPlainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRaDownloadRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRaSuccessorEnrollmentCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRaX509AuthenticatedCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.MultiSignedCtlSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaAcaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaEeCertAckSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaEeCertAndAcpcInfoSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaEeCertInfoSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaEeEnrollmentCertAckSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.misbehaviour.AidSpecificReport;
import org.v2xscms.codec.misbehaviour.EtsiTs103759MbrSec;

/**
 * The structures that are read when they are asked for by name, or as an SSP: SPDUs of IEEE 1609.2.1, each an
 * Ieee1609Dot2Data with constraints and a known content, and types that begin like too much else to be guessed.
 *
 * <p>An SPDU that is encrypted has a second line, named {@code -plaintext}, for what it is before encryption.
 */
final class NamedStructures {

    static final List<Structure<?>> ALL = List.of(
            named("AcaEeCertResponseCubkSpdu", AcaEeCertResponseCubkSpdu.CODEC, "spdu"),
            named("AcaEeCertResponsePlainSpdu", AcaEeCertResponsePlainSpdu.CODEC, "spdu"),
            named("AcaEeCertResponsePrivateSpdu", AcaEeCertResponsePrivateSpdu.CODEC, "spdu"),
            named("AcaRaCertResponseSpdu", AcaRaCertResponseSpdu.CODEC, "spdu"),
            named("CampEcaEeCertResponseSpdu", CampEcaEeCertResponseSpdu.CODEC, "spdu"),
            named("CampEeEcaCertRequestSpdu", CampEeEcaCertRequestSpdu.CODEC, "spdu"),
            named("CertificateChainSpdu", CertificateChainSpdu.CODEC, "spdu"),
            named(
                    "CertificateManagementInformationStatusSpdu",
                    CertificateManagementInformationStatusSpdu.CODEC,
                    "spdu"),
            named("CompositeCrlSpdu", CompositeCrlSpdu.CODEC, "spdu"),
            named("CtlSignatureSpdu", CtlSignatureSpdu.CODEC, "spdu"),
            named("EcaEeCertResponseSpdu", EcaEeCertResponseSpdu.CODEC, "spdu"),
            named("EeEcaCertRequestSpdu", EeEcaCertRequestSpdu.CODEC, "spdu"),
            named("EeRa1609Dot2AuthenticatedCertRequestSpdu", EeRa1609Dot2AuthenticatedCertRequestSpdu.CODEC, "spdu"),
            named(
                    "EeRa1609Dot2AuthenticatedCertRequestSpdu-plaintext",
                    EeRa1609Dot2AuthenticatedCertRequestSpdu.PLAINTEXT,
                    "spdu"),
            named("EeRaCertRequestSpdu", EeRaCertRequestSpdu.CODEC, "spdu"),
            named("EeRaCertRequestSpdu-plaintext", EeRaCertRequestSpdu.PLAINTEXT, "spdu"),
            named("EeRaDownloadRequestPlainSpdu", EeRaDownloadRequestPlainSpdu.CODEC, "spdu"),
            named("EeRaDownloadRequestSpdu", EeRaDownloadRequestSpdu.CODEC, "spdu"),
            named("EeRaDownloadRequestSpdu-plaintext", EeRaDownloadRequestSpdu.PLAINTEXT, "spdu"),
            named("EeRaSuccessorEnrollmentCertRequestSpdu", EeRaSuccessorEnrollmentCertRequestSpdu.CODEC, "spdu"),
            named(
                    "EeRaSuccessorEnrollmentCertRequestSpdu-plaintext",
                    EeRaSuccessorEnrollmentCertRequestSpdu.PLAINTEXT,
                    "spdu"),
            named("EeRaX509AuthenticatedCertRequestSpdu", EeRaX509AuthenticatedCertRequestSpdu.CODEC, "spdu"),
            named(
                    "EeRaX509AuthenticatedCertRequestSpdu-plaintext",
                    EeRaX509AuthenticatedCertRequestSpdu.PLAINTEXT,
                    "spdu"),
            named("MultiSignedCtlSpdu", MultiSignedCtlSpdu.CODEC, "spdu"),
            named("RaAcaCertRequestSpdu", RaAcaCertRequestSpdu.CODEC, "spdu"),
            named("RaEeCertAckSpdu", RaEeCertAckSpdu.CODEC, "spdu"),
            named("RaEeCertAndAcpcInfoSpdu", RaEeCertAndAcpcInfoSpdu.CODEC, "spdu"),
            named("RaEeCertInfoSpdu", RaEeCertInfoSpdu.CODEC, "spdu"),
            named("RaEeEnrollmentCertAckSpdu", RaEeEnrollmentCertAckSpdu.CODEC, "spdu"),
            named("SignedAprvBinaryTree", SignedAprvBinaryTree.CODEC, "spdu"),
            named("SignedIndividualAprv", SignedIndividualAprv.CODEC, "spdu"),
            named("UnsecuredAprvBinaryTree", UnsecuredAprvBinaryTree.CODEC, "spdu"),
            named("SecurityMgmtSsp", SecurityMgmtSsp.CODEC, "ssp").asPermissionOf(SecurityMgmtPsid.PSID),
            named("AcpcSsp", AcpcSsp.CODEC, "ssp").asPermissionOf(AcpcPsid.PSID),
            named("CrlSsp", CrlSsp.CODEC, "ssp").asPermissionOf(SecuredCrl.CRL_PSID),
            named("EtsiTs103759MbrSec", EtsiTs103759MbrSec.CODEC, "mbr"),
            named("SaeJ3287MbrSec", EtsiTs103759MbrSec.J3287_CODEC, "mbr"),
            named("AidSpecificReport", AidSpecificReport.CODEC, "mbr"));

    private NamedStructures() {}
}
