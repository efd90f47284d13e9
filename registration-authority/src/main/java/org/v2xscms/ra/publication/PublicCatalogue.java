package org.v2xscms.ra.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.Psid;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.FullIeeeTbsCtl;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.exchange.Trust;

/** Finds public files by what devices call them. */
public final class PublicCatalogue {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{16}");
    private static final Pattern PSID = Pattern.compile("[0-9a-fA-F]{1,8}");
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final PublicFiles files;
    private final Trust trust;
    private final String own;

    PublicCatalogue(PublicFiles files, Trust trust, String own) {
        this.files = files;
        this.trust = trust;
        this.own = own;
    }

    /** CertificateChainSpdu, with the trust list of this series or, where none is named, of the only one there is. */
    Optional<Octets> chainFile(@Nullable String series) {
        return ofSeries(series).flatMap(ctl -> files.read("ccf.spdu"));
    }

    /** CompositeCrlSpdu. */
    Optional<Octets> compositeCrl(@Nullable String series) {
        return ofSeries(series).flatMap(ctl -> files.read(Publications.COMPOSITE));
    }

    /** A zip file with the MultiSignedCtlSpdu {@code ctl_<series>_<sequence number>.oer}. */
    Optional<Octets> trustList(@Nullable String series, @Nullable Integer sequence) {
        return ofSeries(series)
                .filter(ctl -> sequence == null || ctl.sequenceNumber().value() == sequence)
                .flatMap(ctl -> files.read(Publications.CTL)
                        .map(octets -> zip(
                                "ctl_" + ctl.ctlSeriesId().octets().hex() + "_"
                                        + ctl.sequenceNumber().value() + ".oer",
                                octets)));
    }

    /** The certificate of an authority by its HashedId8, 16 hex digits. */
    Optional<Octets> certificate(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return files.names("", ".cert").stream()
                .map(name -> name.substring(0, name.length() - ".cert".length()))
                .map(trust::certificateOf)
                .flatMap(Optional::stream)
                .filter(certificate -> certificate.id().octets().hex().equals(id.toLowerCase(Locale.ROOT)))
                .map(certificate -> certificate.encoded().octets())
                .findFirst();
    }

    /** SecuredCrl. */
    Optional<Octets> crl(String craca, int series) {
        return ID.matcher(craca).matches()
                ? files.read(SignedCrl.file(craca.toLowerCase(Locale.ROOT), series))
                : Optional.empty();
    }

    Optional<Octets> ownCertificate() {
        return files.read(own + ".cert");
    }

    /** The certificate to which reports about an application are encrypted; its PSID in hex. */
    Optional<Octets> misbehaviourAuthority(String psid) {
        if (!PSID.matcher(psid).matches()) {
            return Optional.empty();
        }
        Psid application = new Psid(HexFormat.fromHexDigitsToLong(psid));
        return trust.certificateOf("ma")
                .filter(certificate -> reportedPsids(certificate).contains(application))
                .map(certificate -> certificate.encoded().octets());
    }

    /** CertificateManagementInformationStatusSpdu. */
    Optional<Octets> status() {
        return files.read(Publications.STATUS);
    }

    private static List<Psid> reportedPsids(HashedCertificate certificate) {
        return Role.ssp(certificate)
                .map(ssp -> ssp instanceof SecurityMgmtSsp.Ma(var ma) ? ma.relevantPsids() : List.<Psid>of())
                .orElse(List.of());
    }

    private Optional<FullIeeeTbsCtl> ofSeries(@Nullable String series) {
        return files.read(Publications.CTL)
                .flatMap(octets -> Publications.content(Publications.ctl(octets)))
                .filter(ctl ->
                        series == null || ctl.ctlSeriesId().octets().hex().equals(series.toLowerCase(Locale.ROOT)));
    }

    private static Octets zip(String name, Octets content) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(content.toByteArray());
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException("a zip file in memory", e);
        }
        return Octets.of(octets.toByteArray());
    }
}
