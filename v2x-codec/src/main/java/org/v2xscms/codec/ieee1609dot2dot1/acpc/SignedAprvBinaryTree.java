package org.v2xscms.codec.ieee1609dot2dot1.acpc;

import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedSpdu;
import org.v2xscms.codec.oer.Codec;

/** A tree of activation codes signed by the CAM. */
public final class SignedAprvBinaryTree {

    public static final Codec<SignedSpdu<AprvBinaryTree>> CODEC =
            SignedSpdu.codec("SignedAprvBinaryTree", AcpcPdu.TREE, AcpcPsid.PSID);

    private SignedAprvBinaryTree() {}
}
