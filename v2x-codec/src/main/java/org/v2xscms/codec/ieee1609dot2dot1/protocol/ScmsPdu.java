package org.v2xscms.codec.ieee1609dot2dot1.protocol;

import static org.v2xscms.codec.ieee1609dot2dot1.protocol.Protocol.MODULE;
import static org.v2xscms.codec.oer.Choice.alternative;
import static org.v2xscms.codec.oer.Choice.choice;
import static org.v2xscms.codec.oer.Choice.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2dot1.TwoForms;
import org.v2xscms.codec.ieee1609dot2dot1.Version;
import org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEeInterfacePdu;
import org.v2xscms.codec.ieee1609dot2dot1.acara.AcaRaInterfacePdu;
import org.v2xscms.codec.ieee1609dot2dot1.acara.RaAcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.camp.CampScmsContent;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertManagementPdu;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EcaEeInterfacePdu;
import org.v2xscms.codec.ieee1609dot2dot1.ecaee.EeEcaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaInterfacePdu;
import org.v2xscms.codec.oer.Choice.UnknownAlternative;
import org.v2xscms.codec.oer.Codec;

/**
 * The structure around every message of the system: which interface it belongs to, and the message.
 *
 * <p>Six of the interfaces are NULL in IEEE 1609.2.1-2022: it defines no messages for them. Version 1, of the CAMP
 * proof of concept, has other alternatives and structures; it is refused when strict and read as {@link Content.Camp}
 * as
 * received.
 *
 * @param version {@link Version#CURRENT}, or what was received
 */
public record ScmsPdu(int version, Content content) {

    /** The interface and its message. */
    public sealed interface Content {

        /** The message: a value of one of the interface types. */
        Object pdu();

        record AcaEe(AcaEeInterfacePdu pdu) implements Content {}

        record AcaRa(AcaRaInterfacePdu pdu) implements Content {}

        record Cert(CertManagementPdu pdu) implements Content {}

        record EcaEe(EcaEeInterfacePdu pdu) implements Content {}

        record EeRa(EeRaInterfacePdu pdu) implements Content {}

        /** An interface for which the standard defines no messages: AcaLaInterfacePdu and its like are NULL. */
        sealed interface Undefined extends Content {

            @Override
            default Object pdu() {
                return this;
            }
        }

        record AcaLa() implements Undefined {}

        record AcaMa() implements Undefined {}

        record EeMa() implements Undefined {}

        record LaMa() implements Undefined {}

        record LaRa() implements Undefined {}

        record MaRa() implements Undefined {}

        record Unknown(UnknownAlternative pdu) implements Content {}

        /** The content of a PDU of version 1. */
        record Camp(CampScmsContent pdu) implements Content {}

        Codec<Content> CODEC = choice(
                "ScmsPdu content",
                MODULE,
                alternative("aca-ee", AcaEeInterfacePdu.CODEC, AcaEe.class, AcaEe::new, AcaEe::pdu),
                alternative("aca-la", AcaLa.class, AcaLa::new),
                alternative("aca-ma", AcaMa.class, AcaMa::new),
                alternative("aca-ra", AcaRaInterfacePdu.CODEC, AcaRa.class, AcaRa::new, AcaRa::pdu),
                alternative("cert", CertManagementPdu.CODEC, Cert.class, Cert::new, Cert::pdu),
                alternative("eca-ee", EcaEeInterfacePdu.CODEC, EcaEe.class, EcaEe::new, EcaEe::pdu),
                alternative("ee-ma", EeMa.class, EeMa::new),
                alternative("ee-ra", EeRaInterfacePdu.CODEC, EeRa.class, EeRa::new, EeRa::pdu),
                alternative("la-ma", LaMa.class, LaMa::new),
                alternative("la-ra", LaRa.class, LaRa::new),
                alternative("ma-ra", MaRa.class, MaRa::new),
                extensible(Unknown.class, Unknown::new, Unknown::pdu));
    }

    private static final Codec<Content> CAMP_CONTENT =
            CampScmsContent.CODEC.as("ScmsPdu content", MODULE, Content.Camp::new, ScmsPdu::camp);

    public static final Codec<ScmsPdu> CODEC = new TwoForms<>(
            "ScmsPdu",
            0,
            version -> version == CampScmsContent.VERSION,
            codec(CAMP_CONTENT),
            pdu -> pdu.content() instanceof Content.Camp,
            codec(Content.CODEC));

    /** A PDU of the version its content has: the current one but for {@link Content.Camp}. */
    public static ScmsPdu of(Content content) {
        return new ScmsPdu(content instanceof Content.Camp ? CampScmsContent.VERSION : Version.CURRENT, content);
    }

    /**
     * ScmsPdu-Scoped: a PDU with one kind of message, as that message.
     *
     * @param expected the alternatives that lead to it, such as {@code eca-ee eeEcaCertRequest}
     */
    static <T> Codec<T> scoped(String expected, Class<T> type, Function<T, Content> wrap) {
        return new Narrowed<>(
                CODEC, "ScmsPdu with " + expected, pdu -> message(pdu, type), message -> of(wrap.apply(message)));
    }

    /** ScopedCertificateRequest: whether this is one of the four certificate requests, or that of version 1. */
    boolean isCertificateRequest() {
        return switch (content.pdu()) {
            case RaAcaCertRequest request -> true;
            case EeEcaCertRequest request -> true;
            case EeRaCertRequest request -> true;
            case EeRaInterfacePdu.EeRaSuccessorEnrollmentCertRequest request -> true;
            case CampScmsContent camp -> camp.ecaEe() instanceof CampScmsContent.EcaEe.Request;
            default -> false;
        };
    }

    private static <T> @Nullable T message(ScmsPdu pdu, Class<T> type) {
        return type.isInstance(pdu.content().pdu()) ? type.cast(pdu.content().pdu()) : null;
    }

    private static Codec<ScmsPdu> codec(Codec<Content> content) {
        return sequence(
                "ScmsPdu",
                MODULE,
                ScmsPdu::new,
                required("version", Version.codec(MODULE), ScmsPdu::version),
                required("content", content, ScmsPdu::content));
    }

    private static CampScmsContent camp(Content content) {
        return ((Content.Camp) content).pdu();
    }
}
