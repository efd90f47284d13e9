package org.v2xscms.codec.ieee1609dot2dot1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.CERTIFICATE;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.HASH8;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.POINT;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.SIGNATURE;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.TIME;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.assertEncoding;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.assertRefusedWhenStrict;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.encoded;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.hash8;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.octets;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.point;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.sized;
import static org.v2xscms.codec.ieee1609dot2dot1.Frozen.time;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.AcpcNodeValue;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.AcpcPdu;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.AcpcTreeId;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.AprvBinaryTree;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.AprvHashCalculationInput;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.IndividualAprv;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.SignedAprvBinaryTree;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.SignedIndividualAprv;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.UnsecuredAprvBinaryTree;
import org.v2xscms.codec.ieee1609dot2dot1.camra.CamRaBatchResponse;
import org.v2xscms.codec.ieee1609dot2dot1.camra.CamRaInterfacePdu;
import org.v2xscms.codec.ieee1609dot2dot1.camra.RaCamBatchRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.BitString;
import org.v2xscms.codec.oer.DecodeException;

class AcpcTypesTest {

    private static final String TREE_ID = "7172737475767778";
    private static final String NODE = "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff";
    private static final IValue I = new IValue(0x249);
    private static final AcpcTreeId ID = new AcpcTreeId(octets(TREE_ID));
    private static final AcpcNodeValue VALUE = new AcpcNodeValue(octets(NODE));

    private static final String TREE = "80" // tree
            + "00 02" + TIME + "0249" + TREE_ID + "00" // sha256
            + "02 05 a0" // three bits 101: length, unused bits, octet
            + "01 02" + NODE + NODE;

    private static final String APRV = "81" // aprv
            + "00 02" + TIME + "0249" + TREE_ID
            + "03 07 ff80" // nine bits
            + NODE;

    @Test
    void binaryTree() {
        assertEncoding(
                TREE,
                AcpcPdu.CODEC,
                AprvBinaryTree.of(
                        time(), I, ID, HashAlgorithm.SHA256, new BitString(octets("a0"), 5), List.of(VALUE, VALUE)));
    }

    @Test
    void binaryTreeHasANode() throws DecodeException {
        assertRefusedWhenStrict(
                "at least 1 elements in SEQUENCE OF AcpcNodeValue",
                AprvBinaryTree.CODEC,
                "00 02" + TIME + "0249" + TREE_ID + "00 01 00 01 00");
    }

    @Test
    void individualValue() {
        assertEncoding(APRV, AcpcPdu.CODEC, IndividualAprv.of(time(), I, ID, new BitString(octets("ff80"), 7), VALUE));
    }

    @Test
    void hashInput() {
        assertEncoding(
                "00 02" + TREE_ID + "0249" + "02 06 40" + NODE,
                AprvHashCalculationInput.CODEC,
                AprvHashCalculationInput.of(ID, I, new BitString(octets("40"), 6), VALUE));
    }

    @Test
    void treeAndValueAsMessages() {
        String unsecured = "03 80" + sized(TREE);
        assertEncoding(unsecured, UnsecuredAprvBinaryTree.CODEC, new UnsecuredSpdu<>(encoded(AcpcPdu.TREE, TREE)));
        // The psid of ACPC, 2113696, takes three octets.
        String behind = "00 03 2040a0 81 01 01" + CERTIFICATE + SIGNATURE;
        assertEquals(
                encoded(AcpcPdu.TREE, TREE),
                Frozen.value(SignedAprvBinaryTree.CODEC, "03 81 00 40" + unsecured + behind)
                        .content());
        assertEquals(
                encoded(AcpcPdu.APRV, APRV),
                Frozen.value(SignedIndividualAprv.CODEC, "03 81 00 40 03 80" + sized(APRV) + behind)
                        .content());
    }

    @Test
    void blindedKeys() {
        assertEncoding(
                "80 00 02 0102030405 01 02 0249 024a",
                CamRaInterfacePdu.CODEC,
                RaCamBatchRequest.of(octets("0102030405"), List.of(I, new IValue(0x24a))));
        assertEncoding(
                "81 00 02" + HASH8 + "01 01" + POINT,
                CamRaInterfacePdu.CODEC,
                CamRaBatchResponse.of(hash8(), List.of(point())));
    }
}
