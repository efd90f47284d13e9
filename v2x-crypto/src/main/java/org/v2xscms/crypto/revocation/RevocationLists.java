package org.v2xscms.crypto.revocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.ToBeSignedCertificate;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId10;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId3;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.ieee1609dot2.crl.IMaxGroup;
import org.v2xscms.codec.ieee1609dot2.crl.IndividualRevocation;
import org.v2xscms.codec.ieee1609dot2.crl.JMaxGroup;
import org.v2xscms.codec.ieee1609dot2.crl.LAGroup;
import org.v2xscms.codec.ieee1609dot2.crl.ToBeSignedHashIdCrl;
import org.v2xscms.codec.ieee1609dot2.crl.TypeSpecificCrlContents;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.linkage.LinkageRules;
import org.v2xscms.crypto.linkage.LinkageSeed;
import org.v2xscms.crypto.linkage.LinkageValue;
import org.v2xscms.crypto.linkage.RevokedChain;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.validation.RevocationCheck;

/**
 * Judges certificates by CRLs whose signatures the caller has checked.
 *
 * <p>A certificate belongs to the CRLs of its series whose CRACA has its {@code cracaId}. A hash CRL lists whole-certificate
 * hashes, over the canonical form or, as deployed systems hash, over the octets as sent. A linkage CRL lists seeds; all linkage values of a period are derived from them when the first certificate of
 * that period is asked about, and kept. Seeds of a CRL are public.
 *
 * <p>Group entries are not applied: a certificate with a group linkage value is judged by its individual one alone, and no
 * deployment known lists groups. A certificate whose period lies further from a listed device's revocation than a chain is
 * followed counts as listed.
 */
public final class RevocationLists implements RevocationCheck {

    private final List<HashList> hashLists = new ArrayList<>();
    private final List<LinkageList> linkageLists = new ArrayList<>();

    private RevocationLists() {}

    /**
     * The lists together.
     *
     * @param linkageRules how linkage values are made in this deployment; no CRL says
     */
    public static RevocationLists of(List<CrlContents> crls, LinkageRules linkageRules) {
        RevocationLists lists = new RevocationLists();
        crls.forEach(crl -> lists.add(crl, linkageRules));
        return lists;
    }

    private void add(CrlContents crl, LinkageRules rules) {
        Scope scope = new Scope(crl.crlSeries().value(), crl.crlCraca());
        switch (crl.typeSpecific()) {
            case TypeSpecificCrlContents.FullHashCrl(ToBeSignedHashIdCrl list) -> hashLists.add(hashes(scope, list));
            case TypeSpecificCrlContents.DeltaHashCrl(ToBeSignedHashIdCrl list) -> hashLists.add(hashes(scope, list));
            case TypeSpecificCrlContents.FullLinkedCrl(var list) ->
                linkageLists.add(new LinkageList(
                        scope, chains(list.individual(), list.iRev().value(), rules)));
            case TypeSpecificCrlContents.DeltaLinkedCrl(var list) ->
                linkageLists.add(new LinkageList(
                        scope, chains(list.individual(), list.iRev().value(), rules)));
            case TypeSpecificCrlContents.FullLinkedCrlWithAlg(var list) ->
                linkageLists.add(new LinkageList(
                        scope, chains(list.individual(), list.iRev().value(), rules)));
            case TypeSpecificCrlContents.DeltaLinkedCrlWithAlg(var list) ->
                linkageLists.add(new LinkageList(
                        scope, chains(list.individual(), list.iRev().value(), rules)));
            case TypeSpecificCrlContents.Unknown _ ->
                throw new IllegalArgumentException("a CRL of a kind that this edition does not know");
        }
    }

    private static HashList hashes(Scope scope, ToBeSignedHashIdCrl list) {
        Set<HashedId10> ids = new HashSet<>();
        list.entries().entries().forEach(entry -> ids.add(entry.id()));
        return new HashList(scope, ids);
    }

    private static List<RevokedChain> chains(@Nullable List<JMaxGroup> individual, int iRev, LinkageRules rules) {
        List<RevokedChain> chains = new ArrayList<>();
        for (JMaxGroup byJMax : individual == null ? List.<JMaxGroup>of() : individual) {
            for (LAGroup byAuthorities : byJMax.contents()) {
                for (IMaxGroup byIMax : byAuthorities.contents()) {
                    for (IndividualRevocation device : byIMax.contents()) {
                        chains.add(new RevokedChain(
                                seed(
                                        rules,
                                        byAuthorities.la1Id(),
                                        iRev,
                                        device.linkageSeed1().octets()),
                                seed(
                                        rules,
                                        byAuthorities.la2Id(),
                                        iRev,
                                        device.linkageSeed2().octets()),
                                byIMax.iMax(),
                                byJMax.jmax(),
                                RevokedChain.DEFAULT_WALK));
                    }
                }
            }
        }
        return chains;
    }

    private static LinkageSeed seed(LinkageRules rules, LaId authority, int iRev, Octets octets) {
        return new LinkageSeed(rules, authority.octets(), iRev, SecretOctets.copyOf(octets.toByteArray()));
    }

    @Override
    public Optional<String> listing(HashedCertificate certificate) {
        ToBeSignedCertificate toBeSigned =
                certificate.certificate().toBeSigned().value();
        HashedId10 canonical = HashedId10.of(certificate.hash().value());
        HashedId10 asSent = HashedId10.of(certificate.hashAsSent().value());
        for (HashList list : hashLists) {
            if (list.scope.covers(toBeSigned) && (list.ids.contains(canonical) || list.ids.contains(asSent))) {
                return Optional.of("hash " + (list.ids.contains(canonical) ? canonical : asSent).octets()
                        + " is on the CRL " + list.scope);
            }
        }
        if (!(toBeSigned.id() instanceof LinkageData linkage)) {
            return Optional.empty();
        }
        for (LinkageList list : linkageLists) {
            if (list.scope.covers(toBeSigned)
                    && list.lists(
                            linkage.iCert().value(), linkage.linkageValue().octets())) {
                return Optional.of("linkage value " + linkage.linkageValue().octets() + " of period "
                        + linkage.iCert().value() + " is on the CRL " + list.scope);
            }
        }
        return Optional.empty();
    }

    /** Which certificates a CRL speaks of. */
    private record Scope(int series, HashedId8 craca) {

        boolean covers(ToBeSignedCertificate certificate) {
            return certificate.crlSeries().value() == series
                    && certificate.cracaId().equals(HashedId3.of(craca.octets()));
        }

        @Override
        public String toString() {
            return "of series " + series + " and CRACA " + craca;
        }
    }

    private record HashList(Scope scope, Set<HashedId10> ids) {}

    private static final class LinkageList {

        private final Scope scope;
        private final List<RevokedChain> chains;
        private final Map<Integer, Period> periods = new HashMap<>();

        LinkageList(Scope scope, List<RevokedChain> chains) {
            this.scope = scope;
            this.chains = chains;
        }

        /**
         * What is revoked in one period.
         *
         * @param beyondReach whether a device may have certificates in it that cannot be derived any more
         */
        private record Period(Set<Octets> linkageValues, boolean beyondReach) {}

        synchronized boolean lists(int period, Octets linkageValue) {
            Period revoked = periods.computeIfAbsent(period, this::derive);
            return revoked.beyondReach || revoked.linkageValues.contains(linkageValue);
        }

        private Period derive(int period) {
            Set<Octets> values = new HashSet<>();
            boolean beyondReach = false;
            for (RevokedChain chain : chains) {
                switch (chain.reach(period)) {
                    case WITHIN ->
                        chain.linkageValues(period).stream()
                                .map(LinkageValue::value)
                                .forEach(values::add);
                    case OUTSIDE -> {}
                    case TOO_FAR -> beyondReach = true;
                }
            }
            return new Period(values, beyondReach);
        }
    }
}
