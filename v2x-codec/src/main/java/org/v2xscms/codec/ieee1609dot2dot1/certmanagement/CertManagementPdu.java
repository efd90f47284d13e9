package org.v2xscms.codec.ieee1609dot2dot1.certmanagement;

import static java.util.function.Function.identity;
import static org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertManagement.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/** What is handed out about certificates. */
public sealed interface CertManagementPdu
        permits CompositeCrl,
                CertificateChain,
                MultiSignedCtl,
                ToBeSignedCtlSignature,
                CertificateManagementInfoStatus,
                CertManagementPdu.Unknown {

    record Unknown(UnknownAlternative value) implements CertManagementPdu {}

    Codec<CertManagementPdu> CODEC = choice(
            "CertManagementPdu",
            MODULE,
            alternative("compositeCrl", CompositeCrl.CODEC, CompositeCrl.class, identity(), identity()),
            alternative("certificateChain", CertificateChain.CODEC, CertificateChain.class, identity(), identity()),
            alternative("multiSignedCtl", MultiSignedCtl.CODEC, MultiSignedCtl.class, identity(), identity()),
            alternative(
                    "tbsCtlSignature",
                    ToBeSignedCtlSignature.CODEC,
                    ToBeSignedCtlSignature.class,
                    identity(),
                    identity()),
            alternative(
                    "infoStatus",
                    CertificateManagementInfoStatus.CODEC,
                    CertificateManagementInfoStatus.class,
                    identity(),
                    identity()),
            extensible(Unknown.class, Unknown::new, Unknown::value));
}
