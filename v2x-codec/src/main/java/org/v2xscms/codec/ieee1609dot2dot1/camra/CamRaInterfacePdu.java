package org.v2xscms.codec.ieee1609dot2dot1.camra;

import static java.util.function.Function.identity;
import static org.v2xscms.codec.ieee1609dot2dot1.camra.CamRa.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** What goes between CAM and RA while a device is enrolled for activation codes. */
public sealed interface CamRaInterfacePdu permits RaCamBatchRequest, CamRaBatchResponse, CamRaInterfacePdu.Unknown {

    record Unknown(UnknownAlternative value) implements CamRaInterfacePdu {}

    Codec<CamRaInterfacePdu> CODEC = choice(
            "CamRaInterfacePdu",
            MODULE,
            alternative("raCamBatchRequest", RaCamBatchRequest.CODEC, RaCamBatchRequest.class, identity(), identity()),
            alternative(
                    "camRaBatchResponse", CamRaBatchResponse.CODEC, CamRaBatchResponse.class, identity(), identity()),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
