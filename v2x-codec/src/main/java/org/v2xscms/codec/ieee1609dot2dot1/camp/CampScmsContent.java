package org.v2xscms.codec.ieee1609dot2dot1.camp;

import static org.v2xscms.codec.ieee1609dot2dot1.camp.Camp.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;

import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.OerReader;
import org.v2xscms.codec.oer.OerWriter;
import org.v2xscms.codec.oer.Printer;

/**
 * The content of an ScmsPdu of version 1: alternative 1 is the interface between device and ECA, the only one known.
 *
 * @param ecaEe the message
 */
public record CampScmsContent(EcaEe ecaEe) {

    /** The version of a PDU with such content. */
    public static final int VERSION = 1;

    private static final int ECA_EE_TAG = 0x81;

    /** A message between device and ECA. */
    public sealed interface EcaEe {

        record Request(CampEeEcaCertRequest value) implements EcaEe {}

        record Response(CampEcaEeCertResponse value) implements EcaEe {}

        record Unknown(UnknownAlternative value) implements EcaEe {}

        Codec<EcaEe> CODEC = choice(
                "CAMP eca-ee",
                MODULE,
                alternative("request", CampEeEcaCertRequest.CODEC, Request.class, Request::new, Request::value),
                alternative("response", CampEcaEeCertResponse.CODEC, Response.class, Response::new, Response::value),
                extensible(Unknown.class, Unknown::new, Unknown::value));
    }

    /** Not a {@link org.v2xscms.codec.oer.Choice}: the types of the alternatives before this one are not known. */
    public static final Codec<CampScmsContent> CODEC = new Codec<>() {
        @Override
        public String typeName() {
            return "CAMP ScmsPdu content";
        }

        @Override
        public CampScmsContent decode(OerReader in) throws DecodeException {
            int start = in.position();
            int tag = in.uint8();
            if (tag != ECA_EE_TAG) {
                throw in.failure(start, "81, the eca-ee alternative of version 1", Integer.toHexString(tag), MODULE);
            }
            return new CampScmsContent(EcaEe.CODEC.decode(in));
        }

        @Override
        public void encode(CampScmsContent value, OerWriter out) {
            out.uint8(ECA_EE_TAG);
            EcaEe.CODEC.encode(value.ecaEe(), out);
        }

        @Override
        public void print(CampScmsContent value, Printer out) {
            out.alternative(typeName(), "eca-ee");
            EcaEe.CODEC.print(value.ecaEe(), out);
        }
    };
}
