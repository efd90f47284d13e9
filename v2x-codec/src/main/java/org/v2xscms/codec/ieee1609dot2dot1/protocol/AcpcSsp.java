package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.AcpcTreeId;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/**
 * The role a certificate holder has in the activation of pseudonym certificates: the content of its SSP for the PSID
 * of ACPC.
 */
public sealed interface AcpcSsp {

    /** The holder may sign activation codes of these trees, at least one. */
    record Cam(List<AcpcTreeId> value) implements AcpcSsp {

        public Cam {
            value = List.copyOf(value);
        }
    }

    record Unknown(UnknownAlternative value) implements AcpcSsp {}

    Codec<AcpcSsp> CODEC = choice(
            "AcpcSsp",
            MODULE,
            alternative(
                    "cam",
                    sequenceOf("CamSsp", MODULE, 1, Integer.MAX_VALUE, AcpcTreeId.CODEC),
                    Cam.class,
                    Cam::new,
                    Cam::value),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
