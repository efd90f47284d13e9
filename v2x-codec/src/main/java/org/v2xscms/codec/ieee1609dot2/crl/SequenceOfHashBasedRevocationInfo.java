package org.v2xscms.codec.ieee1609dot2.crl;

import static org.v2xscms.codec.ieee1609dot2.crl.Ieee1609Dot2CrlBaseTypes.MODULE;
import static org.v2xscms.codec.oer.SequenceOf.sequenceOf;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.OerReader;
import org.v2xscms.codec.oer.OerWriter;
import org.v2xscms.codec.oer.Printer;

/**
 * The entries of a hash CRL, in the form of one of two schema editions.
 *
 * <p>The 2022 edition of an entry has an extension marker, those of 2016 and 2017 have none, and CRLs of both are in the
 * field with the same version number:
 *
 * <pre>
 *          2022        2016, 2017
 * count    01 n        01 n
 * entry    00          -            preamble
 *          id 10       id 10
 *          expiry 4    expiry 4
 * </pre>
 *
 * <p>Strict reading takes the 2022 form only. As received, the 2022 form is taken if it fits without a deviation;
 * otherwise the older form if its entries fill the rest of the input exactly, which is noted. Nothing follows the
 * entries in a CRL of either edition.
 *
 * <p>A list of 2022 that lost one octet per entry at its end has the length of one of 2016, and any octets of that length
 * are one: identifiers are hashes and may have any value. What tells them apart is the preamble, 00 at every 15th octet: in
 * a list of 2016 those octets are all zero once in 256 to the power of their number. From {@value #TELLING} such octets on
 * the list is refused as one of 2022 that is cut off. Below, refusing would hit genuine lists, one in 256 of those with
 * one entry, and only what is around the list tells: the length of the payload it stands in, and the signature.
 *
 * @param edition decides how the entries are written again
 */
public record SequenceOfHashBasedRevocationInfo(List<HashBasedRevocationInfo> entries, Edition edition) {

    /** The schema editions that differ. */
    public enum Edition {
        OF_2016,
        OF_2022
    }

    private static final int ENTRY_OF_2016 = 14;
    private static final int ENTRY_OF_2022 = 15;

    /** So many octets are zero by chance once in 2^64. */
    static final int TELLING = 8;

    private static final Codec<List<HashBasedRevocationInfo>> LIST_2022 =
            sequenceOf("SequenceOfHashBasedRevocationInfo", HashBasedRevocationInfo.CODEC);
    private static final Codec<List<HashBasedRevocationInfo>> LIST_2016 =
            sequenceOf("SequenceOfHashBasedRevocationInfo", HashBasedRevocationInfo.CODEC_2016);

    public static final Codec<SequenceOfHashBasedRevocationInfo> CODEC = new EditionsCodec();

    public SequenceOfHashBasedRevocationInfo {
        entries = List.copyOf(entries);
        if (edition == Edition.OF_2016
                && entries.stream().anyMatch(entry -> !entry.additions().equals(Additions.NONE))) {
            throw new IllegalArgumentException("entries without additions in the 2016 edition");
        }
    }

    /** Entries in the current form. */
    public SequenceOfHashBasedRevocationInfo(List<HashBasedRevocationInfo> entries) {
        this(entries, Edition.OF_2022);
    }

    private static final class EditionsCodec implements Codec<SequenceOfHashBasedRevocationInfo> {

        @Override
        public String typeName() {
            return LIST_2022.typeName();
        }

        @Override
        public SequenceOfHashBasedRevocationInfo decode(OerReader in) throws DecodeException {
            if (in.strict()) {
                return new SequenceOfHashBasedRevocationInfo(LIST_2022.decode(in));
            }
            OerReader.Mark start = in.mark();
            List<HashBasedRevocationInfo> current = attempt(LIST_2022, in);
            if (current != null && in.mark().deviations() == start.deviations()) {
                return new SequenceOfHashBasedRevocationInfo(current);
            }
            in.reset(start);
            int at = in.position();
            List<HashBasedRevocationInfo> old = attempt(LIST_2016, in);
            if (old == null
                    || in.remaining() != 0
                    || isCutOff(in.octetsSince(at).last(old.size() * ENTRY_OF_2016))) {
                in.reset(start);
                return new SequenceOfHashBasedRevocationInfo(LIST_2022.decode(in));
            }
            in.deviates(
                    at,
                    "entries that begin with a preamble octet",
                    "entries without, as the 2016 and 2017 editions have them",
                    MODULE + ", HashBasedRevocationInfo");
            return new SequenceOfHashBasedRevocationInfo(old, Edition.OF_2016);
        }

        /** Whether the entries have the preambles of 2022, more of them than chance puts there. */
        private static boolean isCutOff(Octets entries) {
            int preambles = 0;
            for (int at = 0; at < entries.length(); at += ENTRY_OF_2022) {
                if (entries.get(at) != 0) {
                    return false;
                }
                preambles++;
            }
            return preambles >= TELLING;
        }

        private static @Nullable List<HashBasedRevocationInfo> attempt(
                Codec<List<HashBasedRevocationInfo>> list, OerReader in) {
            try {
                return list.decode(in);
            } catch (DecodeException e) {
                return null;
            }
        }

        @Override
        public void encode(SequenceOfHashBasedRevocationInfo value, OerWriter out) {
            list(value).encode(value.entries, out);
        }

        @Override
        public void print(SequenceOfHashBasedRevocationInfo value, Printer out) {
            list(value).print(value.entries, out);
        }

        private static Codec<List<HashBasedRevocationInfo>> list(SequenceOfHashBasedRevocationInfo value) {
            return value.edition == Edition.OF_2022 ? LIST_2022 : LIST_2016;
        }
    }
}
