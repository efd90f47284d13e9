package org.v2xscms.obu.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertificateChain;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MultiSignedCtl;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.CertificateChainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.MultiSignedCtlSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.certificate.Roles;
import org.v2xscms.crypto.trustlist.Succession;
import org.v2xscms.crypto.trustlist.TrustList;
import org.v2xscms.crypto.trustlist.TrustListVerdict;
import org.v2xscms.crypto.trustlist.TrustListVerifier;
import org.v2xscms.crypto.validation.ChainValidator;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.crypto.validation.ValidationResult;
import org.v2xscms.obu.store.DeviceStore;

/**
 * What a device trusts: the root CAs of the newest trust list that follows, list by list, from the pinned electors; and
 * the authorities' certificates of the chain file, which lead to them.
 *
 * <p>Lists are stored with the time they were accepted at and judged again from the pins at every start, so the store is
 * no place to add a root by. Of the lists that were accepted the last is kept and those that changed electors or quorum:
 *
 * <pre>
 * trust/list-NNNNN  time of acceptance as Time64 (8), MultiSignedCtlSpdu
 * trust/chain       CertificateChainSpdu
 * </pre>
 */
public final class DeviceTrust {

    private static final String FOLDER = "trust";
    private static final String CHAIN = "trust/chain";
    private static final String LIST_PREFIX = "list-";
    private static final Reading STRICT_FILE = Reading.STRICT.withLimits(Limits.FILE);

    private final Platform platform;
    private final DeviceStore files;
    private final TrustListVerifier verifier;

    private Succession beforeLast;
    private Succession succession;
    private @Nullable TrustList last;
    private @Nullable Octets lastContents;
    private List<HashedCertificate> others = List.of();

    private DeviceTrust(Platform platform, Succession pinned) {
        this.platform = platform;
        this.files = platform.store();
        this.verifier = new TrustListVerifier(platform.verifier());
        this.beforeLast = pinned;
        this.succession = pinned;
    }

    /**
     * The trust that is stored, judged anew.
     *
     * @param pinned the electors and quorum of configuration
     * @throws UncheckedIOException where the stored lists do not follow from {@code pinned}
     */
    public static DeviceTrust open(Platform platform, Succession pinned) {
        DeviceTrust trust = new DeviceTrust(platform, pinned);
        for (String name : trust.files.names(FOLDER)) {
            if (name.startsWith(LIST_PREFIX)) {
                trust.replay(FOLDER + "/" + name);
            }
        }
        trust.files.read(CHAIN).ifPresent(trust::restoreChain);
        return trust;
    }

    /** Offers a trust list, a MultiSignedCtlSpdu. */
    public TrustUpdate accept(Octets list) {
        try {
            return accept(list, read(list));
        } catch (DecodeException e) {
            return new TrustUpdate.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** Offers a chain file, a CertificateChainSpdu: its trust list first, then the certificates that lead to a root. */
    public TrustUpdate acceptChain(Octets file) {
        CertificateChain chain;
        TrustUpdate update;
        try {
            chain = readChain(file);
            update = accept(
                    chain.homeCtl().octets(), chain.homeCtl().value().content().value());
        } catch (DecodeException e) {
            return new TrustUpdate.Unreadable(String.valueOf(e.getMessage()));
        }
        if (update instanceof TrustUpdate.Accepted || update instanceof TrustUpdate.Unchanged) {
            files.write(CHAIN, file);
            others = certificates(chain);
        }
        return update;
    }

    /** The trusted roots as anchors and the certificates of the chain file. Empty before the first list. */
    public TrustStore store() {
        return store(List.of());
    }

    /** The trusted roots. Empty before the first list. */
    public List<HashedCertificate> roots() {
        return last == null ? List.of() : last.roots();
    }

    /** The certificates of the chain file that hold {@code role} and are valid now. */
    public List<HashedCertificate> authorities(Class<? extends SecurityMgmtSsp> role) {
        return others.stream()
                .filter(certificate -> Roles.holds(certificate, role) && isValid(certificate))
                .toList();
    }

    /** Whether {@code certificate} leads to a trusted root now. */
    public boolean isValid(HashedCertificate certificate) {
        return validator(List.of()).validate(certificate, now()) instanceof ValidationResult.Valid;
    }

    /** This trust with further certificates to complete chains, which are trusted no further than they lead. */
    TrustStore store(List<HashedCertificate> further) {
        return TrustStore.of(
                roots(), Stream.concat(others.stream(), further.stream()).toList());
    }

    ChainValidator validator(List<HashedCertificate> further) {
        return new ChainValidator(store(further), platform.verifier(), platform.revocation());
    }

    private Time64 now() {
        return Time64.of(platform.clock().instant());
    }

    private TrustUpdate accept(Octets spdu, MultiSignedCtl ctl) {
        if (contents(ctl).equals(Optional.ofNullable(lastContents))) {
            return new TrustUpdate.Unchanged();
        }
        Time64 at = now();
        return switch (verifier.verify(ctl, succession, at)) {
            case TrustListVerdict.Refused(var rule, var found) -> new TrustUpdate.Refused(rule, found);
            case TrustListVerdict.Accepted(TrustList list) -> {
                Octets time = Octets.of(ByteBuffer.allocate(Long.BYTES)
                        .putLong(at.microseconds())
                        .array());
                files.write(name(list.next()), Octets.concat(time, spdu));
                if (last != null && last.next().hasSameElectorsAs(beforeLast)) {
                    files.remove(name(last.next()));
                    succession = beforeLast;
                }
                follow(list, ctl);
                yield new TrustUpdate.Accepted(list.contents().sequenceNumber().value(), list.roots());
            }
        };
    }

    private void follow(TrustList list, MultiSignedCtl ctl) {
        beforeLast = succession;
        succession = list.next();
        last = list;
        lastContents = contents(ctl).orElseThrow();
    }

    private static Optional<Octets> contents(MultiSignedCtl ctl) {
        return ctl instanceof MultiSignedCtl.FullIeeeCtl full
                ? Optional.of(full.tbsCtl().octets())
                : Optional.empty();
    }

    private void replay(String file) {
        Octets stored = files.read(file).orElseThrow();
        try {
            Time64 accepted = new Time64(ByteBuffer.wrap(stored.toByteArray()).getLong());
            MultiSignedCtl ctl = read(stored.slice(Long.BYTES, stored.length()));
            if (verifier.verify(ctl, succession, accepted) instanceof TrustListVerdict.Accepted(TrustList list)) {
                follow(list, ctl);
                return;
            }
        } catch (DecodeException e) {
            throw new UncheckedIOException(new IOException(file + " is not what was stored: " + e.getMessage()));
        }
        throw new UncheckedIOException(new IOException(file + " does not follow from the pinned electors"));
    }

    private void restoreChain(Octets file) {
        try {
            others = certificates(readChain(file));
        } catch (DecodeException e) {
            throw new UncheckedIOException(new IOException(CHAIN + " is not what was stored: " + e.getMessage()));
        }
    }

    private static List<HashedCertificate> certificates(CertificateChain chain) {
        List<HashedCertificate> certificates = new ArrayList<>();
        chain.others().forEach(certificate -> certificates.add(HashedCertificate.of(certificate)));
        return List.copyOf(certificates);
    }

    private static MultiSignedCtl read(Octets spdu) throws DecodeException {
        return MultiSignedCtlSpdu.CODEC
                .decode(spdu, STRICT_FILE)
                .value()
                .content()
                .value();
    }

    private static CertificateChain readChain(Octets spdu) throws DecodeException {
        return CertificateChainSpdu.CODEC
                .decode(spdu, STRICT_FILE)
                .value()
                .content()
                .value();
    }

    private static String name(Succession list) {
        int number = list.last() == null ? 0 : list.last().value();
        return FOLDER + "/" + LIST_PREFIX + String.format(Locale.ROOT, "%05d", number);
    }
}
