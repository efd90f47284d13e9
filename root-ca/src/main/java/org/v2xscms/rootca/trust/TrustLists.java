package org.v2xscms.rootca.trust;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId32;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId48;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CtlSequenceNumber;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.FullIeeeTbsCtl;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MsctlType;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MultiSignedCtl;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.MultiSignedCtlSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.sign.SigningKeyUnavailableException;
import org.v2xscms.rootca.issue.DurableFolder;

/**
 * The series of trust lists of one group of electors, in a folder.
 *
 * <pre>
 * &lt;n&gt;.tbs    FullIeeeTbsCtl, COER, written before any elector signs number n
 * &lt;n&gt;.spdu   MultiSignedCtlSpdu, COER, written before the list leaves
 * </pre>
 *
 * <p>So no number ever stands for two lists, however often the process dies: a draft without signatures is signed as it
 * is or, where what should be trusted has changed since, left behind, and its number with it.
 */
public final class TrustLists {

    private final DurableFolder folder;
    private final TrustListSettings settings;
    private final SignatureVerifier verifier;
    private final InstantSource clock;

    public TrustLists(
            DurableFolder folder, TrustListSettings settings, SignatureVerifier verifier, InstantSource clock) {
        this.folder = folder;
        this.settings = settings;
        this.verifier = verifier;
        this.clock = clock;
    }

    /**
     * The list that approves these electors and roots: the last one if it says so, otherwise a new one.
     *
     * @param electors all of them, of whom some may fail to sign
     */
    public TrustListResult current(List<Elector> electors, List<HashedCertificate> roots) {
        int last = last();
        @Nullable FullIeeeTbsCtl before = lastComplete(last);
        Encoded<FullIeeeTbsCtl> wanted = draft(electors, roots, last + 1, before);
        Encoded<FullIeeeTbsCtl> list = last == 0 || !same(tbs(last).value(), wanted.value()) ? wanted : tbs(last);
        int number = list.value().sequenceNumber().value();
        Optional<Encoded<UnsecuredSpdu<MultiSignedCtl>>> complete =
                folder.read(spduFile(number), MultiSignedCtlSpdu.CODEC);
        if (complete.isPresent()) {
            return new TrustListResult.Current(complete.get());
        }
        folder.write(tbsFile(number), list.octets());
        return collect(list, electors, roots, before);
    }

    private TrustListResult collect(
            Encoded<FullIeeeTbsCtl> list,
            List<Elector> electors,
            List<HashedCertificate> roots,
            @Nullable FullIeeeTbsCtl before) {
        List<HashedId48> counting = before == null ? list.value().electorApprove() : before.electorApprove();
        int quorum = before == null ? settings.quorum() : Math.toIntExact(Objects.requireNonNull(before.quorum()));
        TrustListAssembly assembly = new TrustListAssembly(
                list,
                electors.stream()
                        .filter(elector -> counting.contains(elector.id()))
                        .map(Elector::certificate)
                        .toList(),
                quorum,
                verifier);
        List<String> reasons = new ArrayList<>();
        for (Elector elector : electors) {
            try {
                assembly.offer(elector.sign(list)).ifPresent(reasons::add);
            } catch (SigningKeyUnavailableException unavailable) {
                reasons.add(elector.certificate() + ": " + unavailable.getMessage());
            }
        }
        List<HashedCertificate> certificates = Stream.concat(
                        electors.stream().map(Elector::certificate), roots.stream())
                .toList();
        Optional<Encoded<UnsecuredSpdu<MultiSignedCtl>>> spdu = assembly.complete(certificates);
        if (spdu.isEmpty()) {
            return new TrustListResult.QuorumMissing(assembly.signed(), quorum, reasons);
        }
        folder.write(spduFile(list.value().sequenceNumber().value()), spdu.get().octets());
        return new TrustListResult.Current(spdu.get());
    }

    private Encoded<FullIeeeTbsCtl> draft(
            List<Elector> electors, List<HashedCertificate> roots, int number, @Nullable FullIeeeTbsCtl before) {
        List<HashedId48> electorIds = electors.stream().map(Elector::id).toList();
        List<HashedId32> rootIds = roots.stream()
                .map(root -> new HashedId32(root.hash().hashedId(32)))
                .toList();
        return Encoded.of(
                FullIeeeTbsCtl.CODEC,
                FullIeeeTbsCtl.of(
                        MsctlType.FULL_IEEE_CTL,
                        settings.series(),
                        new CtlSequenceNumber(number),
                        Time32.of(clock.instant()),
                        electorIds,
                        before == null ? List.of() : without(before.electorApprove(), electorIds),
                        rootIds,
                        before == null ? List.of() : without(before.rootCaApprove(), rootIds),
                        (long) settings.quorum()));
    }

    private static <T> List<T> without(List<T> all, List<T> kept) {
        return all.stream().filter(id -> !kept.contains(id)).toList();
    }

    private static boolean same(FullIeeeTbsCtl one, FullIeeeTbsCtl other) {
        return one.ctlSeriesId().equals(other.ctlSeriesId())
                && one.electorApprove().equals(other.electorApprove())
                && one.rootCaApprove().equals(other.rootCaApprove())
                && Objects.equals(one.quorum(), other.quorum());
    }

    /** The highest number that was drafted; 0 for none. */
    private int last() {
        int number = 0;
        while (folder.read(tbsFile(number + 1), FullIeeeTbsCtl.CODEC).isPresent()) {
            number++;
        }
        return number;
    }

    private @Nullable FullIeeeTbsCtl lastComplete(int last) {
        for (int number = last; number > 0; number--) {
            if (folder.read(spduFile(number), MultiSignedCtlSpdu.CODEC).isPresent()) {
                return tbs(number).value();
            }
        }
        return null;
    }

    private Encoded<FullIeeeTbsCtl> tbs(int number) {
        return folder.read(tbsFile(number), FullIeeeTbsCtl.CODEC).orElseThrow();
    }

    private static String tbsFile(int number) {
        return number + ".tbs";
    }

    private static String spduFile(int number) {
        return number + ".spdu";
    }
}
