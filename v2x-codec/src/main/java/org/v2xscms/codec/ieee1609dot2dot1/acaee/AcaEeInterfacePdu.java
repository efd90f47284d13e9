package org.v2xscms.codec.ieee1609dot2dot1.acaee;

import static java.util.function.Function.identity;
import static org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEe.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** What goes from the ACA to the device; the RA stores and forwards it, and mostly cannot read it. */
public sealed interface AcaEeInterfacePdu permits AcaEeCertResponse, AcaEeInterfacePdu.Unknown {

    record Unknown(UnknownAlternative value) implements AcaEeInterfacePdu {}

    Codec<AcaEeInterfacePdu> CODEC = choice(
            "AcaEeInterfacePdu",
            MODULE,
            alternative("acaEeCertResponse", AcaEeCertResponse.CODEC, AcaEeCertResponse.class, identity(), identity()),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
