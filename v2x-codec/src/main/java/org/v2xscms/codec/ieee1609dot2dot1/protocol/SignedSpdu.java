package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.HeaderInfo;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.SignedDataPayload;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;

/**
 * Ieee1609Dot2Data-Signed: a structure in unsecuredData in signed data.
 *
 * <p>Of the header only psid may be there, and the signer is exactly one certificate; another header or signer is
 * refused when strict and noted as received.
 *
 * @param signedData the signed data; {@code tbsData} has the octets the signature covers
 * @param content the structure inside
 */
public record SignedSpdu<T>(SignedData signedData, Encoded<T> content) {

    /** The SPDU type {@code typeName} around {@code content}, signed for {@code psid}. */
    public static <T> Codec<SignedSpdu<T>> codec(String typeName, Codec<T> content, Psid psid) {
        return new Layer<>(
                typeName,
                constrained(psid),
                "signedData over unsecuredData",
                "content.signedData.tbsData.payload.data.content.unsecuredData",
                SignedSpdu::contained,
                content,
                (data, inside) -> new SignedSpdu<>((SignedData) data.content(), inside),
                spdu -> data(spdu.signedData, content.encode(spdu.content.value())));
    }

    /** The certificate of the signer; null where data as received names the signer in another way. */
    public @Nullable Encoded<Certificate> signer() {
        return Signers.single(signedData.signer());
    }

    private static Codec<Ieee1609Dot2Data> constrained(Psid psid) {
        return Ieee1609Dot2Data.CODEC
                .where(
                        "psid " + psid.value(),
                        MODULE,
                        header(info -> info.psid().equals(psid)))
                .where("no generationTime", MODULE, header(info -> info.generationTime() == null))
                .where("no expiryTime", MODULE, header(info -> info.expiryTime() == null))
                .where("no generationLocation", MODULE, header(info -> info.generationLocation() == null))
                .where("no p2pcdLearningRequest", MODULE, header(info -> info.p2pcdLearningRequest() == null))
                .where("no missingCrlIdentifier", MODULE, header(info -> info.missingCrlIdentifier() == null))
                .where("no encryptionKey", MODULE, header(info -> info.encryptionKey() == null))
                .where("one certificate as signer", MODULE, signed(data -> Signers.isSingle(data.signer())));
    }

    private static Predicate<Ieee1609Dot2Data> header(Predicate<HeaderInfo> holds) {
        return signed(data -> holds.test(data.tbsData().value().headerInfo()));
    }

    /** Holds for data of another form, which is refused for that. */
    private static Predicate<Ieee1609Dot2Data> signed(Predicate<SignedData> holds) {
        return data -> !(data.content() instanceof SignedData signed) || holds.test(signed);
    }

    private static @Nullable Octets contained(Ieee1609Dot2Data data) {
        Encoded<Ieee1609Dot2Data> payload = data.content() instanceof SignedData signed
                ? signed.tbsData().value().payload().data()
                : null;
        return payload == null ? null : UnsecuredSpdu.contained(payload.value());
    }

    private static Ieee1609Dot2Data data(SignedData signed, Octets content) {
        ToBeSignedData tbs = signed.tbsData().value();
        SignedDataPayload payload = new SignedDataPayload(
                Encoded.of(Ieee1609Dot2Data.CODEC, UnsecuredSpdu.wrap(content)),
                tbs.payload().extDataHash(),
                tbs.payload().omitted(),
                tbs.payload().additions());
        return new Ieee1609Dot2Data(
                Layer.PROTOCOL_VERSION,
                new SignedData(
                        signed.hashId(),
                        Encoded.of(ToBeSignedData.CODEC, new ToBeSignedData(payload, tbs.headerInfo())),
                        signed.signer(),
                        signed.signature()));
    }
}
