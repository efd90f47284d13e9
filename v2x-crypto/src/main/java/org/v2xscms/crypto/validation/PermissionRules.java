package org.v2xscms.crypto.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.EndEntityType;
import org.v2xscms.codec.ieee1609dot2.PsidGroupPermissions;
import org.v2xscms.codec.ieee1609dot2.SubjectPermissions;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.BitmapSspRange;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSsp;
import org.v2xscms.codec.ieee1609dot2.basetypes.PsidSspRange;
import org.v2xscms.codec.ieee1609dot2.basetypes.ServiceSpecificPermissions;
import org.v2xscms.codec.ieee1609dot2.basetypes.SspRange;
import org.v2xscms.codec.oer.Octets;

/**
 * Rules on permissions: what a certificate may hold is what its issuer may give (5.1.2 and the consistency notes of
 * ServiceSpecificPermissions, SspRange and BitmapSspRange in Ieee1609Dot2BaseTypes).
 *
 * <p>An issuer gives by entries of {@code certIssuePermissions}. For one PSID the entries that name it decide; only where
 * none does, the entry {@code all}. Of the deciding entries one must fit in every respect: the kind of end entity, the
 * chain length, the range of permissions.
 */
final class PermissionRules {

    /** chainLengthRange -1: any length from minChainLength up. */
    private static final long UNLIMITED = -1;

    private PermissionRules() {}

    // The lists by themselves

    static void checkForm(ToBeSignedCertificate certificate, Findings findings) {
        checkAppForm(certificate.appPermissions(), findings);
        checkGroupForm("toBeSigned.certIssuePermissions", 1, certificate.certIssuePermissions(), findings);
        checkGroupForm("toBeSigned.certRequestPermissions", 0, certificate.certRequestPermissions(), findings);
    }

    private static void checkAppForm(@Nullable List<PsidSsp> permissions, Findings findings) {
        if (permissions == null) {
            return;
        }
        Set<Psid> seen = new HashSet<>();
        for (int i = 0; i < permissions.size(); i++) {
            PsidSsp permission = permissions.get(i);
            String where = "toBeSigned.appPermissions[" + i + "]";
            findings.require(seen.add(permission.psid()), Rule.UNIQUE_PERMISSIONS, where, text(permission.psid()));
            findings.require(
                    !(permission.ssp() instanceof ServiceSpecificPermissions.Unknown),
                    Rule.KNOWN_CONTENT,
                    where,
                    "an unknown kind of ssp");
        }
    }

    private static void checkGroupForm(
            String list, long leastChainLength, @Nullable List<PsidGroupPermissions> groups, Findings findings) {
        if (groups == null) {
            return;
        }
        int all = 0;
        for (int i = 0; i < groups.size(); i++) {
            PsidGroupPermissions group = groups.get(i);
            String where = list + "[" + i + "]";
            findings.require(
                    group.minChainLength() >= leastChainLength && group.chainLengthRange() >= UNLIMITED,
                    Rule.CHAIN_LENGTH_POSITIVE,
                    where,
                    "minChainLength " + group.minChainLength() + ", chainLengthRange " + group.chainLengthRange());
            findings.require(
                    group.eeType().app() || group.eeType().enrol(),
                    Rule.END_ENTITY_TYPE,
                    where,
                    "neither app nor enrol");
            switch (group.subjectPermissions()) {
                case SubjectPermissions.All _ -> all++;
                case SubjectPermissions.Explicit explicit -> checkRangesForm(where, explicit.value(), findings);
                case SubjectPermissions.Unknown _ ->
                    findings.add(Rule.KNOWN_CONTENT, where, "an unknown kind of subjectPermissions");
            }
        }
        findings.require(all <= 1, Rule.UNIQUE_PERMISSIONS, list, all + " entries all");
    }

    private static void checkRangesForm(String where, List<PsidSspRange> ranges, Findings findings) {
        Set<Psid> seen = new HashSet<>();
        for (PsidSspRange range : ranges) {
            findings.require(seen.add(range.psid()), Rule.UNIQUE_PERMISSIONS, where, text(range.psid()));
            findings.require(
                    !(range.sspRange() instanceof SspRange.Unknown),
                    Rule.KNOWN_CONTENT,
                    where,
                    "an unknown kind of sspRange");
        }
    }

    // What an enrolment certificate's holder may ask for

    /** Whether {@code permitted} lets its holder ask for an end entity certificate with {@code permission}. */
    static boolean mayRequest(PsidSsp permission, List<PsidGroupPermissions> permitted) {
        return deciding(permission.psid(), permitted).stream()
                .anyMatch(grant -> grant.group.eeType().app()
                        && permitsLength(grant.group, 0)
                        && covers(grant.range, permission.ssp()));
    }

    // What the issuer gives

    static void checkGranted(ToBeSignedCertificate subject, ToBeSignedCertificate issuer, Findings findings) {
        List<PsidGroupPermissions> grants = grants(issuer);
        List<PsidSsp> app = subject.appPermissions();
        for (int i = 0; app != null && i < app.size(); i++) {
            checkAppGranted("toBeSigned.appPermissions[" + i + "]", app.get(i), 1, grants, findings);
        }
        List<PsidGroupPermissions> issue = subject.certIssuePermissions();
        for (int i = 0; issue != null && i < issue.size(); i++) {
            String where = "toBeSigned.certIssuePermissions[" + i + "]";
            checkGroupGranted(Rule.ISSUE_PERMISSION_GRANTED, where, issue.get(i), grants, findings);
        }
        List<PsidGroupPermissions> request = subject.certRequestPermissions();
        for (int i = 0; request != null && i < request.size(); i++) {
            String where = "toBeSigned.certRequestPermissions[" + i + "]";
            checkRequestGranted(where, request.get(i), 1, subject, grants, findings);
        }
    }

    /**
     * The chain length that a CA {@code below} certificates above the end entity permits for the end entity's
     * permissions. The direct issuer is one above and judged by {@link #checkGranted}.
     */
    static void checkChainLength(
            ToBeSignedCertificate endEntity, ToBeSignedCertificate authority, int below, Findings findings) {
        List<PsidGroupPermissions> grants = grants(authority);
        List<PsidSsp> app = endEntity.appPermissions();
        for (int i = 0; app != null && i < app.size(); i++) {
            checkAppGranted("toBeSigned.appPermissions[" + i + "]", app.get(i), below, grants, findings);
        }
        List<PsidGroupPermissions> request = endEntity.certRequestPermissions();
        for (int i = 0; request != null && i < request.size(); i++) {
            String where = "toBeSigned.certRequestPermissions[" + i + "]";
            checkRequestGranted(where, request.get(i), below, endEntity, grants, findings);
        }
    }

    /** The rule that the 2025 edition adds for bitmaps: not longer than the issuer's range. */
    static void checkBitmapLengths(ToBeSignedCertificate subject, ToBeSignedCertificate issuer, Findings findings) {
        List<PsidSsp> app = subject.appPermissions();
        for (int i = 0; app != null && i < app.size(); i++) {
            if (app.get(i).ssp() instanceof ServiceSpecificPermissions.BitmapSsp(Octets bitmap)) {
                boolean tooLong = deciding(app.get(i).psid(), grants(issuer)).stream()
                        .allMatch(grant -> grant.range instanceof BitmapSspRange range
                                && bitmap.length() > range.sspBitmask().length());
                findings.require(
                        !tooLong, Rule.BITMAP_LENGTH, "toBeSigned.appPermissions[" + i + "]", text(app.get(i)));
            }
        }
    }

    private static List<PsidGroupPermissions> grants(ToBeSignedCertificate issuer) {
        List<PsidGroupPermissions> grants = issuer.certIssuePermissions();
        return grants == null ? List.of() : grants;
    }

    private static void checkAppGranted(
            String where, PsidSsp permission, int below, List<PsidGroupPermissions> grants, Findings findings) {
        List<Grant> deciding = deciding(permission.psid(), grants).stream()
                .filter(grant -> grant.group.eeType().app() && covers(grant.range, permission.ssp()))
                .toList();
        findings.require(!deciding.isEmpty(), Rule.APP_PERMISSION_GRANTED, where, text(permission));
        findings.require(
                deciding.isEmpty() || deciding.stream().anyMatch(grant -> permitsLength(grant.group, below)),
                Rule.CHAIN_LENGTH,
                where,
                below + " below a CA that permits " + lengths(deciding));
    }

    /**
     * Permissions to request are those of an enrolment certificate, an end entity of its own chain. Of an RA, which
     * deployed issuers give request permissions for all without regard to the chain length, the length is not asked.
     */
    private static void checkRequestGranted(
            String where,
            PsidGroupPermissions requested,
            int below,
            ToBeSignedCertificate holder,
            List<PsidGroupPermissions> grants,
            Findings findings) {
        boolean authority = holder.appPermissions() != null;
        Predicate<Grant> fits =
                grant -> grant.group.eeType().enrol() && (authority || permitsLength(grant.group, below));
        requireCovered(Rule.REQUEST_PERMISSION_GRANTED, where, requested, grants, fits, findings);
    }

    private static void checkGroupGranted(
            Rule rule, String where, PsidGroupPermissions given, List<PsidGroupPermissions> grants, Findings findings) {
        Predicate<Grant> fits = grant -> covers(grant.group.eeType(), given.eeType())
                && covers(grant.group, given.minChainLength() + 1, given.chainLengthRange());
        requireCovered(rule, where, given, grants, fits, findings);
    }

    private static void requireCovered(
            Rule rule,
            String where,
            PsidGroupPermissions given,
            List<PsidGroupPermissions> grants,
            Predicate<Grant> fits,
            Findings findings) {
        switch (given.subjectPermissions()) {
            case SubjectPermissions.Explicit explicit -> {
                for (PsidSspRange range : explicit.value()) {
                    boolean granted = deciding(range.psid(), grants).stream()
                            .anyMatch(grant -> fits.test(grant) && covers(grant.range, range.sspRange()));
                    findings.require(granted, rule, where, text(range.psid()) + " " + text(given));
                }
            }
            case SubjectPermissions.All _ -> {
                boolean granted = grants.stream()
                        .filter(grant -> grant.subjectPermissions() instanceof SubjectPermissions.All)
                        .anyMatch(grant -> fits.test(new Grant(grant, null)));
                findings.require(granted, rule, where, "all " + text(given));
            }
            case SubjectPermissions.Unknown _ -> findings.add(rule, where, "an unknown kind of subjectPermissions");
        }
    }

    /** An issuer's entry and the range it has for one PSID; null where it gives any permission for it. */
    private record Grant(
            PsidGroupPermissions group, @Nullable SspRange range) {}

    private static List<Grant> deciding(Psid psid, List<PsidGroupPermissions> grants) {
        List<Grant> explicit = grants.stream()
                .filter(group -> group.subjectPermissions() instanceof SubjectPermissions.Explicit)
                .flatMap(group -> ((SubjectPermissions.Explicit) group.subjectPermissions())
                        .value().stream()
                                .filter(range -> range.psid().equals(psid))
                                .map(range -> new Grant(group, range.sspRange())))
                .toList();
        if (!explicit.isEmpty()) {
            return explicit;
        }
        return grants.stream()
                .filter(group -> group.subjectPermissions() instanceof SubjectPermissions.All)
                .map(group -> new Grant(group, null))
                .toList();
    }

    private static boolean covers(EndEntityType granted, EndEntityType given) {
        return (granted.app() || !given.app()) && (granted.enrol() || !given.enrol());
    }

    private static boolean permitsLength(PsidGroupPermissions group, long length) {
        return covers(group, length, 0);
    }

    /** Whether all lengths from {@code min} to {@code min + range} are among those of {@code group}. */
    private static boolean covers(PsidGroupPermissions group, long min, long range) {
        if (min < group.minChainLength()) {
            return false;
        }
        if (group.chainLengthRange() == UNLIMITED) {
            return true;
        }
        return range != UNLIMITED && min - group.minChainLength() <= group.chainLengthRange() - range;
    }

    /** Whether one permission lies in an issuer's range; a null range is any permission. */
    private static boolean covers(@Nullable SspRange range, @Nullable ServiceSpecificPermissions ssp) {
        return switch (range) {
            case null -> true;
            case SspRange.All _ -> true;
            case SspRange.Opaque opaque ->
                switch (ssp) {
                    // An empty entry in the range stands for leaving the permission out.
                    case null -> opaque.value().contains(Octets.EMPTY);
                    case ServiceSpecificPermissions.Opaque given ->
                        opaque.value().contains(given.value());
                    case ServiceSpecificPermissions.BitmapSsp _ -> false;
                    case ServiceSpecificPermissions.Unknown _ -> false;
                };
            case BitmapSspRange bitmap ->
                ssp instanceof ServiceSpecificPermissions.BitmapSsp given && agrees(bitmap, given.value());
            case SspRange.Unknown _ -> false;
        };
    }

    /** Whether an issuer's range includes all of a sub-CA's range; null ranges are any permission. */
    private static boolean covers(@Nullable SspRange granted, @Nullable SspRange given) {
        return switch (granted) {
            case null -> true;
            case SspRange.All _ -> true;
            case SspRange.Opaque outer ->
                given instanceof SspRange.Opaque inner && outer.value().containsAll(inner.value());
            case BitmapSspRange outer -> given instanceof BitmapSspRange inner && includes(outer, inner);
            case SspRange.Unknown _ -> false;
        };
    }

    /**
     * Every bit set in the mask has the required value; the bitmap must reach the mask's last set bit. Bits beyond the mask
     * are free in the 2022 edition; {@link #checkBitmapLengths} refuses to issue them.
     */
    private static boolean agrees(BitmapSspRange range, Octets bitmap) {
        for (int i = 0; i < range.sspBitmask().length(); i++) {
            int mask = range.sspBitmask().get(i);
            if (i >= bitmap.length() ? mask != 0 : ((bitmap.get(i) ^ at(range.sspValue(), i)) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Every bit set in the outer mask is set in the inner one, with the same value. */
    private static boolean includes(BitmapSspRange outer, BitmapSspRange inner) {
        for (int i = 0; i < outer.sspBitmask().length(); i++) {
            int mask = outer.sspBitmask().get(i);
            if ((mask & ~at(inner.sspBitmask(), i)) != 0
                    || ((at(inner.sspValue(), i) ^ at(outer.sspValue(), i)) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int at(Octets octets, int index) {
        return index < octets.length() ? octets.get(index) : 0;
    }

    private static String text(Psid psid) {
        return "PSID " + psid.value();
    }

    private static String text(PsidSsp permission) {
        return switch (permission.ssp()) {
            case null -> text(permission.psid()) + " without ssp";
            case ServiceSpecificPermissions.Opaque ssp -> text(permission.psid()) + " with opaque ssp " + ssp.value();
            case ServiceSpecificPermissions.BitmapSsp ssp ->
                text(permission.psid()) + " with bitmap ssp " + ssp.value();
            case ServiceSpecificPermissions.Unknown _ -> text(permission.psid()) + " with an unknown kind of ssp";
        };
    }

    private static String text(PsidGroupPermissions group) {
        return "with minChainLength " + group.minChainLength() + ", chainLengthRange " + group.chainLengthRange();
    }

    private static String lengths(List<Grant> grants) {
        return String.join(
                " or ",
                grants.stream()
                        .map(grant -> grant.group.minChainLength() + " and " + grant.group.chainLengthRange() + " more")
                        .toList());
    }
}
