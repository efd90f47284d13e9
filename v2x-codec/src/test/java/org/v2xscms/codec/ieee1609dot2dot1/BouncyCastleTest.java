package org.v2xscms.codec.ieee1609dot2dot1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.ENC_KEY;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.TBS_APP;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.TBS_ENROL;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.TIME;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.value;

import java.io.IOException;
import org.bouncycastle.oer.Element;
import org.bouncycastle.oer.OEREncoder;
import org.bouncycastle.oer.OERInputStream;
import org.bouncycastle.oer.its.template.ieee1609dot2dot1.Ieee1609Dot2Dot1EcaEeInterface;
import org.bouncycastle.oer.its.template.ieee1609dot2dot1.Ieee1609Dot2Dot1EeRaInterface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EeEcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;

/**
 * Bouncy Castle's OER writes the two requests it knows octet by octet as we do. It does not know the responses, the
 * other interfaces of IEEE 1609.2.1 or its Protocol module.
 */
class BouncyCastleTest {

    private static final String AES = "80 000102030405060708090a0b0c0d0e0f";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00 02" + TIME + "01" + TBS_ENROL,
                "40 02" + TIME + "00" + TBS_ENROL + "03 303037",
            })
    void enrolmentRequest(String hex) throws IOException {
        byte[] ours = EeEcaCertRequest.CODEC
                .encode(value(EeEcaCertRequest.CODEC, hex))
                .toByteArray();
        Element template = Ieee1609Dot2Dot1EcaEeInterface.EeEcaCertRequest.build();
        var theirs = org.bouncycastle.oer.its.ieee1609dot2dot1.EeEcaCertRequest.getInstance(
                OERInputStream.parse(ours, template));
        assertArrayEquals(ours, OEREncoder.toByteArray(theirs, template));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00 02" + TIME + "01" + TBS_APP,
                "40 02" + TIME + "00" + TBS_APP + "80" + AES + ENC_KEY + AES,
                "40 02" + TIME + "00" + TBS_APP + "81" + AES,
                "40 02" + TIME + "00" + TBS_APP + "82" + AES,
                "40 02" + TIME + "01" + TBS_APP + "83" + ENC_KEY,
            })
    void authorizationRequest(String hex) throws IOException {
        byte[] ours =
                EeRaCertRequest.CODEC.encode(value(EeRaCertRequest.CODEC, hex)).toByteArray();
        Element template = Ieee1609Dot2Dot1EeRaInterface.EeRaCertRequest.build();
        var theirs = org.bouncycastle.oer.its.ieee1609dot2dot1.EeRaCertRequest.getInstance(
                OERInputStream.parse(ours, template));
        assertArrayEquals(ours, OEREncoder.toByteArray(theirs, template));
    }

    @Test
    void readsTheSameFields() throws IOException {
        String hex = "40 02" + TIME + "01" + TBS_APP + "83" + ENC_KEY;
        EeRaCertRequest ours = value(EeRaCertRequest.CODEC, hex);
        var theirs = org.bouncycastle.oer.its.ieee1609dot2dot1.EeRaCertRequest.getInstance(OERInputStream.parse(
                Frozen.octets(hex).toByteArray(), Ieee1609Dot2Dot1EeRaInterface.EeRaCertRequest.build()));
        assertEquals(
                ours.generationTime().seconds(),
                theirs.getGenerationTime().getValue().longValueExact());
        assertEquals(
                org.bouncycastle.oer.its.ieee1609dot2dot1.AdditionalParams.encryptionKey,
                theirs.getAdditionalParams().getChoice());
    }
}
