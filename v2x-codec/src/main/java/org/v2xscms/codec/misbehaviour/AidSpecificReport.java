package org.v2xscms.codec.misbehaviour;

import static org.v2xscms.codec.misbehaviour.EtsiTs103759.MODULE;
import static org.v2xscms.codec.oer.KeyedSequence.keyedSequence;
import static org.v2xscms.codec.oer.OpenType.openType;

import java.util.Set;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Null;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.OerReader;
import org.v2xscms.codec.oer.OerWriter;
import org.v2xscms.codec.oer.Printer;
import org.v2xscms.codec.oer.Strings;

/**
 * The report about messages of one application.
 *
 * @param aid the application; {@link #APP_AGNOSTIC} for a report about none in particular
 */
public record AidSpecificReport(Psid aid, Content content) {

    public static final Psid BSM = new Psid(32);
    public static final Psid CAM = new Psid(36);
    public static final Psid DENM = new Psid(37);
    public static final Psid APP_AGNOSTIC = new Psid(270_549_119);

    /** What the application's report is. */
    public sealed interface Content {}

    /** Observations and their evidence. */
    public record Template(TemplateAsr value) implements Content {}

    /** NULL: the application has no report of its own yet (app-agnostic, and DENM before V2.2.1). */
    public record Nothing() implements Content {}

    /** The report of an application we do not know. */
    public record Unknown(Octets value) implements Content {}

    private static final Set<Psid> WITH_TEMPLATE = Set.of(BSM, CAM, DENM, APP_AGNOSTIC);

    private static final Codec<Content> UNKNOWN =
            Strings.octetString("Asr").as("Asr", MODULE, Unknown::new, content -> ((Unknown) content).value());

    public static final Codec<AidSpecificReport> CODEC = keyedSequence(
            "AidSpecificReport",
            AidSpecificReport::new,
            "aid",
            Psid.CODEC,
            AidSpecificReport::aid,
            "content",
            aid -> WITH_TEMPLATE.contains(aid) ? openType(new TemplateOrNothing()) : UNKNOWN,
            AidSpecificReport::content);

    public AidSpecificReport {
        if (WITH_TEMPLATE.contains(aid) == content instanceof Unknown) {
            throw new IllegalArgumentException("content of application " + aid.value() + " as "
                    + content.getClass().getSimpleName());
        }
    }

    /** The content of an open type, which is empty for NULL. */
    private static final class TemplateOrNothing implements Codec<Content> {

        @Override
        public String typeName() {
            return TemplateAsr.CODEC.typeName();
        }

        @Override
        public Content decode(OerReader in) throws DecodeException {
            return in.remaining() == 0 ? new Nothing() : new Template(TemplateAsr.CODEC.decode(in));
        }

        @Override
        public void encode(Content content, OerWriter out) {
            if (content instanceof Template(TemplateAsr value)) {
                TemplateAsr.CODEC.encode(value, out);
            }
        }

        @Override
        public void print(Content content, Printer out) {
            if (content instanceof Template(TemplateAsr value)) {
                TemplateAsr.CODEC.print(value, out);
            } else {
                Null.CODEC.print(Null.NULL, out);
            }
        }
    }
}
