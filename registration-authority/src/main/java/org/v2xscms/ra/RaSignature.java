package org.v2xscms.ra;

import java.util.List;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.hsm.MessageKind;
import org.v2xscms.kernel.exchange.AuthorityIdentity;

/**
 * Signs what this authority says to devices: Ieee1609Dot2Data-Signed of PSID 35 with no other header field and this
 * authority's certificate.
 */
public final class RaSignature {

    private final AuthorityIdentity own;

    public RaSignature(AuthorityIdentity own) {
        this.own = own;
    }

    public Octets sign(ScmsPdu pdu) {
        Ieee1609Dot2Data payload =
                Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(ScmsPdu.CODEC.encode(pdu)));
        return Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(MessageSignature.sign(
                new ToBeSignedData(SignedDataPayload.of(payload), HeaderInfo.of(SecurityMgmtPsid.PSID)),
                own.certificate(),
                new SignerIdentifier.Certificates(List.of(own.certificate().encoded())),
                own.signer(MessageKind.SIGNED_RESPONSE))));
    }
}
