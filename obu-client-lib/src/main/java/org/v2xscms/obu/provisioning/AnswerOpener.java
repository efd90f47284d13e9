package org.v2xscms.obu.provisioning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.CertificateFlags;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.LinkageData;
import org.v2xscms.codec.ieee1609dot2.basetypes.LinkageValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.PublicEncryptionKey;
import org.v2xscms.codec.ieee1609dot2.basetypes.SymmAlgorithm;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.basetypes.ValidityPeriod;
import org.v2xscms.codec.ieee1609dot2dot1.acaee.AcaEeCertResponse;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponseCubkSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePlainSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.AcaEeCertResponsePrivateSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.EncryptedSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.crypto.butterfly.CocoonIndex;
import org.v2xscms.crypto.butterfly.CocoonSecrets;
import org.v2xscms.crypto.certificate.CurvePoints;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.curve.KeyPair;
import org.v2xscms.crypto.curve.PrivateScalar;
import org.v2xscms.crypto.encrypt.SoftwareKeyAgreement;
import org.v2xscms.crypto.envelope.Envelope;
import org.v2xscms.crypto.envelope.Opening;
import org.v2xscms.crypto.envelope.OpeningKey;
import org.v2xscms.crypto.envelope.PrivateDecryptionKey;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.obu.CertifiedKeys;

/**
 * Opens the answers of an ACA to one request (IEEE 1609.2.1-2022 Ieee1609Dot2Dot1Protocol, AcaEeCertResponse...Spdu).
 *
 * <p>All answers come through the RA, which would like to know the certificates or to put in keys of its own. Against the
 * second stands, in a signed answer, that the ACA that signed it issued the certificate, and in an unsigned one that the
 * issuer is an ACA that has agreed to it by usesCubk; and in both that the certificate's key is the one that follows from
 * our private key.
 */
final class AnswerOpener {

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{1,4})_([0-9a-f]{1,4})(\\.[a-z0-9]+)?");
    /** Authorities compute the epoch of periods with other leap seconds. */
    private static final long TOLERANCE_SECONDS = 60;

    private final AuthorityLink link;
    private final DeviceTrust trust;
    private final IPeriods periods;
    private final RequestSecrets secrets;
    private final EeRaCertRequest asked;

    AnswerOpener(AuthorityLink link, DeviceTrust trust, IPeriods periods, StoredRequest request) {
        this.link = link;
        this.trust = trust;
        this.periods = periods;
        this.secrets = request.secrets();
        this.asked = (EeRaCertRequest) request.pdu().content().pdu();
    }

    /** Opens a batch of period {@code i}, or the one answer of a request without butterfly keys. */
    Batch openAll(BatchFile file, int i) throws Unsuccessful {
        List<BatchFile.Entry> answers = file.answers();
        if (!secrets.expansion().isButterfly() && answers.size() != 1) {
            throw Unsuccessful.notTrusted(AnswerRule.FILE, answers.size() + " answers for one certificate");
        }
        List<CertifiedKeys> opened = new ArrayList<>();
        List<Batch.Rejected> rejected = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        Set<LinkageValue> linkageValues = new HashSet<>();
        for (BatchFile.Entry entry : answers) {
            try {
                CocoonIndex index = secrets.expansion().isButterfly() ? index(entry.name(), i) : new CocoonIndex(0, 0);
                require(AnswerRule.FILE, numbers.add((int) index.j()), "j = " + index.j() + " twice");
                opened.add(open(entry.content(), index, linkageValues));
            } catch (Unsuccessful e) {
                rejected.add(rejected(entry.name(), e));
            }
        }
        opened.sort(Comparator.comparingInt(CertifiedKeys::j));
        return new Batch(opened, rejected);
    }

    private static Batch.Rejected rejected(String file, Unsuccessful e) throws Unsuccessful {
        if (e.outcome() instanceof Outcome.NotTrusted<?>(AnswerRule rule, String found)) {
            return new Batch.Rejected(file, rule, found);
        }
        throw e;
    }

    private static CocoonIndex index(String name, int i) throws Unsuccessful {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1), 16) != i) {
            throw Unsuccessful.notTrusted(AnswerRule.FILE, name + " in the batch of period " + Integer.toHexString(i));
        }
        return new CocoonIndex(i, Integer.parseInt(matcher.group(2), 16));
    }

    private CertifiedKeys open(Octets answer, CocoonIndex index, Set<LinkageValue> seen) throws Unsuccessful {
        try (CocoonSecrets keys = secrets.keysFor(index)) {
            HashedCertificate signer = null;
            Octets plain = answer;
            switch (secrets.expansion()) {
                case ORIGINAL, UNIFIED, NONE_ENCRYPTED -> {
                    AuthorityLink.Verified<EncryptedSpdu> signed = link.verified(
                            AcaEeCertResponsePrivateSpdu.CODEC, answer, SecurityMgmtSsp.Aca.class, List.of());
                    signer = signed.signer();
                    plain = decrypt(signed.message().encryptedData(), keys.encryption());
                }
                case COMPACT_UNIFIED ->
                    plain = decrypt(
                            AuthorityLink.read(AcaEeCertResponseCubkSpdu.CODEC, answer)
                                    .encryptedData(),
                            keys.encryption());
                case NONE_PLAIN -> {}
            }
            AcaEeCertResponse response = AuthorityLink.read(AcaEeCertResponsePlainSpdu.CODEC, plain)
                    .content()
                    .value();
            IssuedCertificate issued = IssuedCertificate.check(
                    response.certificate(),
                    trust.validator(List.of()),
                    SecurityMgmtSsp.Aca.class,
                    Time64.of(link.now()));
            requireIssuer(issued, signer);
            issued.requireContent(asked.type(), asked.tbsCert());
            requirePlace(issued, index);
            require(
                    AnswerRule.LINKAGE_DATA,
                    !(issued.content().id() instanceof LinkageData data) || seen.add(data.linkageValue()),
                    "a linkage value twice");
            KeyPair pair = issued.keys(
                    keys.signing(),
                    response.privateKeyInfo(),
                    secrets.expansion().isButterfly());
            return new CertifiedKeys(issued.certificate(), pair, (int) index.i(), (int) index.j());
        }
    }

    private static Octets decrypt(EncryptedData data, PrivateScalar key) throws Unsuccessful {
        KeyPair keys = KeyPair.of(key);
        PublicEncryptionKey wire =
                new PublicEncryptionKey(SymmAlgorithm.AES128_CCM, CurvePoints.encryptionKey(keys.publicKey()));
        OpeningKey opening =
                new OpeningKey.OfResponseKey(wire, new PrivateDecryptionKey.Ecies(new SoftwareKeyAgreement(keys)));
        return switch (Envelope.open(data, opening)) {
            case Opening.Opened(Octets plaintext, var dataKey) -> {
                dataKey.close();
                yield plaintext;
            }
            case Opening.NotForThisKey _ ->
                throw Unsuccessful.notTrusted(AnswerRule.ENCRYPTED_TO_US, "encrypted to another key");
            case Opening.Refused _ -> throw Unsuccessful.notTrusted(AnswerRule.ENCRYPTED_TO_US, "changed on the way");
        };
    }

    /** Who signed must be who issued; where nobody signed an encrypted answer, the issuer must have agreed to that. */
    private void requireIssuer(IssuedCertificate issued, @Nullable HashedCertificate signer) throws Unsuccessful {
        if (signer != null) {
            require(
                    AnswerRule.CERTIFICATE_ISSUER,
                    issued.issuer().equals(signer),
                    "issued by " + issued.issuer() + ", signed by " + signer);
        }
        if (secrets.expansion() == KeyExpansion.COMPACT_UNIFIED) {
            CertificateFlags flags =
                    issued.issuer().certificate().toBeSigned().value().flags();
            require(AnswerRule.ISSUER_USES_CUBK, flags != null && flags.usesCubk(), "flags " + flags);
        }
    }

    private void requirePlace(IssuedCertificate issued, CocoonIndex index) throws Unsuccessful {
        if (!secrets.expansion().isButterfly()) {
            issued.requireHolder(asked.tbsCert());
            return;
        }
        ValidityPeriod validity = issued.content().validityPeriod();
        require(
                AnswerRule.PERIOD,
                validity.start().seconds() >= periods.start(index.i()) - TOLERANCE_SECONDS
                        && validity.endTime().microseconds() / 1_000_000 <= periods.end(index.i()) + TOLERANCE_SECONDS,
                "valid from " + validity.startTime().toInstant() + " to "
                        + validity.endTime().toInstant() + " in period " + index.i());
        if (asked.tbsCert().id() instanceof LinkageData) {
            require(
                    AnswerRule.LINKAGE_DATA,
                    issued.content().id() instanceof LinkageData data
                            && data.iCert().value() == index.i()
                            && !data.linkageValue().equals(CertificateWish.NO_LINKAGE_VALUE),
                    "id " + issued.content().id());
        } else {
            IssuedCertificate.require(
                    issued.content().id().equals(asked.tbsCert().id()),
                    "id " + issued.content().id());
        }
    }

    private static void require(AnswerRule rule, boolean holds, String found) throws Unsuccessful {
        IssuedCertificate.require(rule, holds, found);
    }
}
