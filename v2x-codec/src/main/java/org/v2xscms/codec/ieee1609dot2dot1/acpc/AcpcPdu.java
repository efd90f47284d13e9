package org.v2xscms.codec.ieee1609dot2dot1.acpc;

import static java.util.function.Function.identity;
import static org.v2xscms.codec.ieee1609dot2dot1.acpc.Acpc.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.ieee1609dot2dot1.protocol.Narrowed;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** What the CAM gives out: activation codes for all devices of a tree, or for one. */
public sealed interface AcpcPdu permits AprvBinaryTree, IndividualAprv, AcpcPdu.Unknown {

    record Unknown(UnknownAlternative value) implements AcpcPdu {}

    Codec<AcpcPdu> CODEC = choice(
            "AcpcPdu",
            MODULE,
            alternative("tree", AprvBinaryTree.CODEC, AprvBinaryTree.class, identity(), identity()),
            alternative("aprv", IndividualAprv.CODEC, IndividualAprv.class, identity(), identity()),
            extensible(Unknown.class, Unknown::new, Unknown::value));

    /** AcpcPdu (WITH COMPONENTS {tree}). */
    Codec<AprvBinaryTree> TREE = new Narrowed<>(
            CODEC, "AcpcPdu tree", pdu -> pdu instanceof AprvBinaryTree tree ? tree : null, tree -> tree);

    /** AcpcPdu (WITH COMPONENTS {aprv}). */
    Codec<IndividualAprv> APRV = new Narrowed<>(
            CODEC, "AcpcPdu aprv", pdu -> pdu instanceof IndividualAprv aprv ? aprv : null, aprv -> aprv);
}
