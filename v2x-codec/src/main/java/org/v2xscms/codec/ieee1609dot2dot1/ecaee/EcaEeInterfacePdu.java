package org.v2xscms.codec.ieee1609dot2dot1.ecaee;

import static java.util.function.Function.identity;
import static org.v2xscms.codec.ieee1609dot2dot1.ecaee.EcaEe.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** What goes between device and ECA. */
public sealed interface EcaEeInterfacePdu permits EeEcaCertRequest, EcaEeCertResponse, EcaEeInterfacePdu.Unknown {

    record Unknown(UnknownAlternative value) implements EcaEeInterfacePdu {}

    Codec<EcaEeInterfacePdu> CODEC = choice(
            "EcaEeInterfacePdu",
            MODULE,
            alternative("eeEcaCertRequest", EeEcaCertRequest.CODEC, EeEcaCertRequest.class, identity(), identity()),
            alternative("ecaEeCertResponse", EcaEeCertResponse.CODEC, EcaEeCertResponse.class, identity(), identity()),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
