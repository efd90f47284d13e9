package org.v2xscms.rootca.trust;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.v2xscms.codec.ieee1609dot2.Certificate;
import org.v2xscms.codec.ieee1609dot2dot1.certmanagement.MultiSignedCtl;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.rootca.issue.DurableFolder;

/**
 * The public files that authorities and devices take their trust from. Everybody may read them and nobody needs to trust
 * where they lie: each is signed.
 *
 * <pre>
 * root.cert ica.cert eca.cert ra.cert la1.cert la2.cert pca.cert ma.cert crlsigner.cert   Certificate, COER
 * elector1.cert elector2.cert elector3.cert                                              Certificate, COER
 * ctl.spdu                                                                               MultiSignedCtlSpdu
 * ccf.spdu                                                                               CertificateChainSpdu
 * </pre>
 *
 * <p>The certificate of a role is named by its authority, the names the requests came under. Writing the same again
 * changes no file.
 */
public final class TrustFolder {

    /** The name of the folder among an installation's data. */
    public static final String NAME = "trust";

    /** What the certificate chain file holds beside the list's own: CAs and those whose signatures devices check. */
    private static final List<String> IN_CHAIN_FILE = List.of("ica", "eca", "pca", "ma", "crlsigner");

    private final DurableFolder folder;

    public TrustFolder(DurableFolder folder) {
        this.folder = folder;
    }

    /** Writes the certificate {@code name}{@code .cert}. */
    public void write(String name, HashedCertificate certificate) {
        folder.write(name + ".cert", certificate.encoded().octets());
    }

    /** The certificate of {@code name}, for whoever finds the ceremony already done. */
    public Optional<HashedCertificate> certificate(String name) {
        return folder.read(name + ".cert", Certificate.CODEC).map(HashedCertificate::of);
    }

    /**
     * Writes the trust list and the certificate chain file.
     *
     * @param certificates by name; those that belong there go into the chain file
     */
    public void write(Encoded<UnsecuredSpdu<MultiSignedCtl>> list, Map<String, HashedCertificate> certificates) {
        List<HashedCertificate> others = IN_CHAIN_FILE.stream()
                .flatMap(name -> Stream.ofNullable(certificates.get(name)))
                .map(Objects::requireNonNull)
                .toList();
        folder.write("ccf.spdu", TrustSpdus.certificateChain(list, others).octets());
        folder.write("ctl.spdu", list.octets());
    }
}
