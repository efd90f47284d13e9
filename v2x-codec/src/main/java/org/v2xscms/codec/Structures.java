package org.v2xscms.codec;

import static org.v2xscms.codec.Structure.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.Detection.Recognised;
import org.v2xscms.codec.Detection.Refusal;
import org.v2xscms.codec.Detection.Unrecognised;
import org.v2xscms.codec.etsi.ts102941.CtlFormat;
import org.v2xscms.codec.etsi.ts102941.EtsiTs102941Data;
import org.v2xscms.codec.etsi.ts102941.EtsiTs102941DataContent;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.ieee1609dot2.crl.SecuredCrl;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.AcpcPdu;
import org.v2xscms.codec.ieee1609dot2dot1.acpc.AcpcPsid;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtPsid;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedCertificateRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SignedX509CertificateRequest;
import org.v2xscms.codec.misbehaviour.EtsiTs103759Data;
import org.v2xscms.codec.misbehaviour.EtsiTs103759DataVersion2;
import org.v2xscms.codec.misbehaviour.EtsiTs103759Mbr;
import org.v2xscms.codec.misbehaviour.SaeJ3287Data;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Decoded;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;

/**
 * Every structure that the codec can decode on its own, and how to tell which one given octets are.
 *
 * <p>The encoding does not name its type, so telling means trying: the structures that begin alike are tried in the order
 * of the list, and the first that decodes completely when read strictly is the answer; failing that, the one that
 * decodes completely as received with the fewest deviations. Narrower types stand before wider ones for this reason. What
 * would keep nearly all of the octets as they are is the answer only where nothing else is.
 */
public final class Structures {

    private static final Psid MISBEHAVIOUR_REPORT = new Psid(38);
    private static final Psid ETSI_CRL = new Psid(622);
    private static final Psid ETSI_CERTIFICATE_REQUEST = new Psid(623);
    private static final Psid ETSI_CTL = new Psid(624);

    private static final List<Structure<?>> TOLD_APART = List.of(
            structure("Certificate", Certificate.CODEC, "cert", "(00|80)03"),
            structure("SecuredCrl", SecuredCrl.CODEC, "crl", "0381"),
            structure("Ieee1609Dot2Data", Ieee1609Dot2Data.CODEC, "spdu", "038[0-4]"),
            structure("CrlContents", CrlContents.CODEC, "crl", "01").asPayloadOf(SecuredCrl.CRL_PSID),
            structure("ScmsPdu", ScmsPdu.CODEC, "pdu", "0[12]8").asPayloadOf(SecurityMgmtPsid.PSID),
            structure("SignedCertificateRequest", SignedCertificateRequest.CODEC, "request", "0[0-2]0[12]8")
                    .asPayloadOf(SecurityMgmtPsid.PSID),
            structure("SignedX509CertificateRequest", SignedX509CertificateRequest.CODEC, "request", "0[0-2]0[12]8")
                    .asPayloadOf(SecurityMgmtPsid.PSID),
            Structure.named("AcpcPdu", AcpcPdu.CODEC, "pdu").asPayloadOf(AcpcPsid.PSID),
            structure("EtsiTs103759Data", EtsiTs103759Data.CODEC, "mbr", "038"),
            structure("SaeJ3287Data", SaeJ3287Data.CODEC, "mbr", "018[0-2]"),
            structure("EtsiTs103759DataVersion2", EtsiTs103759DataVersion2.CODEC, "mbr", "02"),
            structure("EtsiTs103759Mbr", EtsiTs103759Mbr.CODEC, "mbr", "00").asPayloadOf(MISBEHAVIOUR_REPORT),
            structure("CtlFormat", CtlFormat.CODEC, "ctl", "[08]00101"),
            structure("EtsiTs102941Data", EtsiTs102941Data.CODEC, "ctl", "01(8003|8[1-9]|9)")
                    .asPayloadOf(ETSI_CRL, ETSI_CERTIFICATE_REQUEST, ETSI_CTL));

    private static final List<Structure<?>> ALL =
            Stream.concat(TOLD_APART.stream(), NamedStructures.ALL.stream()).toList();

    private Structures() {}

    /** All structures; where two accept the same octets, the first one is meant. */
    public static List<Structure<?>> all() {
        return ALL;
    }

    /** The structure of this name, in upper or lower case. */
    public static Optional<Structure<?>> named(String name) {
        return ALL.stream()
                .filter(structure -> structure.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Which structure {@code input} is, as a whole. */
    public static Detection detect(Octets input, Limits limits) {
        List<Structure<?>> candidates =
                ALL.stream().filter(structure -> structure.mayBe(input)).toList();
        List<Refusal> refusals = new ArrayList<>();
        Optional<Recognised<?>> recognised = best(candidates, input, limits, refusals);
        if (recognised.isPresent()) {
            return recognised.get();
        }
        refusals.sort(
                Comparator.comparingInt((Refusal refusal) -> refusal.reason().offset())
                        .reversed());
        return new Unrecognised(refusals);
    }

    /**
     * What stands in a payload.
     *
     * @param psid the application of the message, which may decide; null if there is none
     * @return empty if the payload is not one of the structures, as with the messages of most applications
     */
    public static Optional<Recognised<?>> inside(Octets payload, @Nullable Psid psid, Limits limits) {
        List<Structure<?>> expected = ALL.stream()
                .filter(structure -> psid != null && structure.psids().contains(psid))
                .toList();
        if (!expected.isEmpty()) {
            return best(expected, payload, limits, new ArrayList<>());
        }
        // Strictly only, and nothing of another application: tolerance would find structures in any octets.
        List<Structure<?>> candidates = ALL.stream()
                .filter(structure -> structure.mayBe(payload))
                .filter(structure -> psid == null || structure.psids().isEmpty())
                .toList();
        return firstStrict(candidates, payload, limits, new ArrayList<>());
    }

    /** The opaque SSP of a permission for the application {@code psid}; empty if it is not known or not of its type. */
    public static Optional<Recognised<?>> permission(Octets ssp, Psid psid, Limits limits) {
        List<Structure<?>> expected = ALL.stream()
                .filter(structure -> structure.permissions().contains(psid))
                .toList();
        return best(expected, ssp, limits, new ArrayList<>());
    }

    private static Optional<Recognised<?>> best(
            List<Structure<?>> candidates, Octets input, Limits limits, List<Refusal> refusals) {
        Optional<Recognised<?>> strict = firstStrict(candidates, input, limits, refusals);
        if (strict.isPresent() && isTelling(strict.get())) {
            return strict;
        }
        return fewestDeviations(candidates, input, limits).or(() -> strict);
    }

    /** Whether more was decoded than the beginning: the messages of TS 102 941 are kept as octets but for the lists. */
    private static boolean isTelling(Recognised<?> recognised) {
        return !(recognised.decoded().value() instanceof EtsiTs102941Data data
                && data.content() instanceof EtsiTs102941DataContent.Other);
    }

    private static Optional<Recognised<?>> firstStrict(
            List<Structure<?>> candidates, Octets input, Limits limits, List<Refusal> refusals) {
        for (Structure<?> candidate : candidates) {
            try {
                return Optional.of(decode(candidate, input, Reading.STRICT.withLimits(limits)));
            } catch (DecodeException e) {
                refusals.add(new Refusal(candidate, e));
            }
        }
        return Optional.empty();
    }

    private static Optional<Recognised<?>> fewestDeviations(
            List<Structure<?>> candidates, Octets input, Limits limits) {
        Recognised<?> best = null;
        for (Structure<?> candidate : candidates) {
            try {
                Recognised<?> next = decode(candidate, input, Reading.AS_RECEIVED.withLimits(limits));
                boolean whole = next.decoded().octets().length() == input.length();
                if (whole && isTelling(next) && (best == null || deviations(next) < deviations(best))) {
                    best = next;
                }
            } catch (DecodeException e) {
                // Strict reading has refused the candidate too, and said why.
            }
        }
        return Optional.ofNullable(best);
    }

    private static int deviations(Recognised<?> recognised) {
        return recognised.decoded().deviations().size();
    }

    private static <T> Recognised<T> decode(Structure<T> structure, Octets input, Reading reading)
            throws DecodeException {
        Decoded<T> decoded = structure.codec().decode(input, reading);
        return new Recognised<>(structure, decoded);
    }
}
