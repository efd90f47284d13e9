package org.v2xscms.rootca.request;

import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Content;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.SignerIdentifier;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.curve.PublicPoint;
import org.v2xscms.crypto.hash.HashFunction;
import org.v2xscms.crypto.message.MessageSignature;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.sign.Signer;

/**
 * An {@link AuthorityRequest} as it travels: signed data for PSID 35 whose signer is {@code self}, signed with the
 * requested key, which proves possession of it. The encryption key is vouched for by the same signature.
 */
public final class SignedAuthorityRequest {

    private SignedAuthorityRequest() {}

    /** What came. */
    public sealed interface Opened {

        /** The sender has the key it asks a certificate for. */
        record Proven(AuthorityRequest request) implements Opened {}

        record Refused(String reason) implements Opened {}
    }

    /** The octets to send. */
    public static Octets of(AuthorityRequest request, Signer signer) {
        if (!signer.publicKey().equals(request.verificationPoint())) {
            throw new IllegalArgumentException("a request is signed with the key that it asks a certificate for");
        }
        Ieee1609Dot2Data payload =
                Ieee1609Dot2Data.of(new Ieee1609Dot2Content.UnsecuredData(AuthorityRequest.CODEC.encode(request)));
        ToBeSignedData toBeSigned =
                new ToBeSignedData(SignedDataPayload.of(payload), HeaderInfo.of(SecurityMgmtPsid.PSID));
        return Ieee1609Dot2Data.CODEC.encode(Ieee1609Dot2Data.of(MessageSignature.selfSign(toBeSigned, signer)));
    }

    /** Reads and checks what was received. */
    public static Opened open(Octets received, SignatureVerifier verifier) {
        try {
            Ieee1609Dot2Data data =
                    Ieee1609Dot2Data.CODEC.decode(received, Reading.STRICT).value();
            if (!(data.content() instanceof SignedData signed)
                    || !(signed.signer() instanceof SignerIdentifier.Self)
                    || !signed.tbsData().value().headerInfo().equals(HeaderInfo.of(SecurityMgmtPsid.PSID))) {
                return new Opened.Refused("not self-signed data for PSID 35");
            }
            Optional<Octets> payload = signed.unsecuredPayload();
            if (payload.isEmpty()) {
                return new Opened.Refused("no request inside");
            }
            return checked(
                    signed,
                    AuthorityRequest.CODEC.decode(payload.get(), Reading.STRICT).value(),
                    verifier);
        } catch (DecodeException unreadable) {
            return new Opened.Refused("unreadable: " + unreadable.getMessage());
        }
    }

    private static Opened checked(SignedData signed, AuthorityRequest request, SignatureVerifier verifier) {
        PublicPoint key = request.verificationPoint();
        boolean proven = HashFunction.of(signed.hashId()) == key.curve().hash()
                && MessageSignature.verifySelfSigned(signed, key, verifier).isPresent();
        return proven
                ? new Opened.Proven(request)
                : new Opened.Refused("the signature does not verify with the requested key");
    }
}
