package org.v2xscms.codec.ieee1609dot2dot1.acpc;

import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.Codec;

/** A tree of activation codes that need not be signed. */
public final class UnsecuredAprvBinaryTree {

    public static final Codec<UnsecuredSpdu<AprvBinaryTree>> CODEC =
            UnsecuredSpdu.codec("UnsecuredAprvBinaryTree", AcpcPdu.TREE);

    private UnsecuredAprvBinaryTree() {}
}
