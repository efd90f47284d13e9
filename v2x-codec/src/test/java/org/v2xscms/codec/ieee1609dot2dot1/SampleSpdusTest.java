package org.v2xscms.codec.ieee1609dot2dot1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.SharedVectors;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2dot1.camp.CampScmsContent.EcaEe;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MultiSignedCtl;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CampEcaEeCertResponseSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CampEeEcaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CertificateChainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CertificateManagementInformationStatusSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CompositeCrlSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeEcaCertRequestSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EeRaCertRequestSpdu;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Decoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/** Messages of other implementations are read as received and written again octet by octet. */
class SampleSpdusTest {

    private static final String CAMP = "camp-enrolment-tta.json";

    private static final String PERMISSIONS = "appPermissions, certIssuePermissions or certRequestPermissions present";

    @Test
    void enrolmentRequest() throws DecodeException {
        assertEquals(
                List.of(PERMISSIONS, "certRequestPermissions in an enrolment request"),
                deviations(read("EeEcaCertRequestSpdu.dat", EeEcaCertRequestSpdu.CODEC)));
    }

    @Test
    void authorizationRequest() throws DecodeException {
        assertEquals(
                List.of(
                        "each psid at most once",
                        "cracaId 000000 in a request",
                        "crlSeries 0 in a request",
                        PERMISSIONS),
                deviations(read("DecryptedEeRaCertRequestSpdu.dat", EeRaCertRequestSpdu.PLAINTEXT)));
    }

    @Test
    void raCertificateConforms() throws DecodeException {
        assertEquals(List.of(), deviations(read("RaCertificate.dat", Certificate.CODEC)));
    }

    @Test
    void statusConformsAndIsSignedByTheRa() throws DecodeException {
        var status = read("CertificateManagementInfoStatusSpdu.dat", CertificateManagementInformationStatusSpdu.CODEC);
        assertEquals(List.of(), deviations(status));
        assertEquals(
                read("RaCertificate.dat", Certificate.CODEC).encoded(),
                status.value().signer());
        assertEquals(1, status.value().content().value().ctl().size());
    }

    @Test
    void certificateChainFile() throws DecodeException {
        var chain = read("OscmsCertificateChainFileSpdu.dat", CertificateChainSpdu.CODEC)
                .value()
                .content()
                .value();
        var ctl = assertInstanceOf(
                MultiSignedCtl.FullIeeeCtl.class,
                chain.homeCtl().value().content().value());
        assertEquals(3, ctl.signatures().size());
        assertEquals(3, ctl.tbsCtl().value().electorApprove().size());
    }

    @Test
    void compositeCrlFile() throws DecodeException {
        var file = read("composite-crl-file.dat", CompositeCrlSpdu.CODEC)
                .value()
                .content()
                .value();
        assertEquals(1, file.crl().size());
        assertInstanceOf(
                MultiSignedCtl.FullIeeeCtl.class,
                file.homeCtl().value().content().value());
    }

    @Test
    void campEnrolment() throws DecodeException {
        List<Octets> requests = SharedVectors.hexMembers(CAMP, "request");
        assertEquals(2, requests.size());
        for (Octets request : requests) {
            var spdu = readAgain(CampEeEcaCertRequestSpdu.CODEC, request);
            assertEquals(List.of("version 2"), deviations(spdu));
            assertInstanceOf(
                    EcaEe.Request.class, spdu.value().tbsRequest().value().ecaEe());
        }
        Octets response = SharedVectors.hexMembers(CAMP, "response").getFirst();
        var spdu = readAgain(CampEcaEeCertResponseSpdu.CODEC, response);
        assertEquals(List.of("version 2"), deviations(spdu));
        var answer = assertInstanceOf(
                        EcaEe.Response.class, spdu.value().content().value().ecaEe())
                .value();
        assertEquals(
                SharedVectors.hexMembers(CAMP, "ecaCert").getFirst(),
                answer.ecaCertificate().octets());
        assertEquals(
                SharedVectors.hexMembers(CAMP, "enrolCert").getFirst(),
                answer.certificate().octets());
        assertEquals(SharedVectors.hexMembers(CAMP, "privKeyReconstruction").getFirst(), answer.privateKeyInfo());
    }

    private static <T> Decoded<T> read(String file, Codec<T> codec) throws DecodeException {
        return readAgain(codec, SharedVectors.octets("openscms-samples/" + file));
    }

    private static <T> Decoded<T> readAgain(Codec<T> codec, Octets octets) throws DecodeException {
        Decoded<T> decoded = codec.decode(octets, Reading.AS_RECEIVED);
        assertEquals(octets, codec.encode(decoded.value()));
        return decoded;
    }

    private static List<String> deviations(Decoded<?> decoded) {
        return decoded.deviations().stream()
                .map(deviation -> deviation.expected())
                .toList();
    }
}
