package org.v2xscms.codec.ieee1609dot2dot1.acara;

import static java.util.function.Function.identity;
import static org.v2xscms.codec.ieee1609dot2dot1.acara.AcaRa.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** What goes between RA and ACA. */
public sealed interface AcaRaInterfacePdu permits RaAcaCertRequest, AcaRaCertResponse, AcaRaInterfacePdu.Unknown {

    record Unknown(UnknownAlternative value) implements AcaRaInterfacePdu {}

    Codec<AcaRaInterfacePdu> CODEC = choice(
            "AcaRaInterfacePdu",
            MODULE,
            alternative("raAcaCertRequest", RaAcaCertRequest.CODEC, RaAcaCertRequest.class, identity(), identity()),
            alternative("acaRaCertResponse", AcaRaCertResponse.CODEC, AcaRaCertResponse.class, identity(), identity()),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
