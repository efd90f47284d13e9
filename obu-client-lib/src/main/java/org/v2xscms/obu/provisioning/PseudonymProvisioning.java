package org.v2xscms.obu.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2dot1.eera.EeRaCertRequest;
import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertAck;
import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertInfo;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaEeCertAckSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaEeCertInfoSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.SecurityMgmtSsp;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.message.RequestSignature;
import org.v2xscms.crypto.secret.SecretOctets;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.obu.CertifiedKeys;
import org.v2xscms.obu.store.DeviceStore;
import org.v2xscms.obu.transport.Reply;

/**
 * Authorization certificates from the registration authority: pseudonym certificates in batches by butterfly keys, or one
 * application certificate (IEEE 1609.2.1-2022; EeRaCertRequestSpdu, RaEeCertAckSpdu, EeRaDownloadRequestSpdu).
 *
 * <p>The caller gives each request a name, under which it exists once: it is stored before it is sent, sent octet for octet
 * the same until it is acknowledged, and its batches are loaded, resumed where a download broke off, opened, judged and
 * stored one by one. Every call goes on where the last one stopped, also after a crash.
 *
 * <pre>
 * provisioning/NAME/request     what is sent, with its secrets
 * provisioning/NAME/ack         the RA's acknowledgement
 * provisioning/NAME/part-I      the file of period I (hex) as far as it has come
 * provisioning/NAME/batch-I     its certificates with their keys
 * </pre>
 *
 * I is 0 in the names without butterfly keys.
 */
public final class PseudonymProvisioning {

    private static final String PATH = "/v3/authorization-certificate";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes ([0-9]{1,9})-([0-9]{1,9})/([0-9]{1,9})");

    private final Platform platform;
    private final DeviceStore store;
    private final DeviceTrust trust;
    private final Enrollment enrollment;
    private final Authority ra;
    private final IPeriods periods;
    private final AuthorityLink link;

    /** @param periods the numbering of i-periods that the system uses */
    public PseudonymProvisioning(
            Platform platform, DeviceTrust trust, Enrollment enrollment, Authority ra, IPeriods periods) {
        this.platform = platform;
        this.store = platform.store();
        this.trust = trust;
        this.enrollment = enrollment;
        this.ra = ra;
        this.periods = periods;
        this.link = new AuthorityLink(platform, trust);
    }

    /**
     * Asks for certificates, or gives the acknowledgement that is there. A request of this name that was made before goes
     * on, whatever {@code wish} is.
     *
     * @param name {@code a-z 0-9 -}, at most 64 characters
     * @throws IllegalStateException on a device that is not enrolled
     */
    public Outcome<Acknowledgement> request(String name, CertificateWish wish) {
        return Unsuccessful.outcomeOf(() -> {
            try (StoredRequest request = openOrMake(name, wish)) {
                Optional<Octets> stored = store.read(file(name, "ack"));
                if (stored.isPresent()) {
                    return acknowledgement(own(stored.get()));
                }
                Octets spdu = link.post(AuthorityLink.uri(ra.base(), PATH), request.spdu(), file(name, "request"));
                RaEeCertAck ack = link.verified(RaEeCertAckSpdu.CODEC, spdu, SecurityMgmtSsp.Ra.class, List.of())
                        .message();
                HashedId8 hash = AuthorityLink.requestHash(request.spdu());
                IssuedCertificate.require(
                        AnswerRule.REQUEST_HASH, ack.requestHash().equals(hash), ack.requestHash() + " for " + hash);
                IssuedCertificate.require(
                        AnswerRule.PERIOD,
                        (ack.firstI() != null) == request.secrets().expansion().isButterfly(),
                        "firstI " + ack.firstI());
                store.write(file(name, "ack"), spdu);
                return acknowledgement(ack);
            }
        });
    }

    /**
     * The certificates of period {@code i}, from the store or else from the RA; the caller closes the batch.
     *
     * @param name of a request with butterfly keys that was acknowledged
     */
    public Outcome<Batch> download(String name, int i) {
        return load(name, i);
    }

    /** The certificate of a request without butterfly keys, from the store or else from the RA. */
    public Outcome<Batch> download(String name) {
        return load(name, 0);
    }

    /** The certificates of period {@code i} that are in the store, whose keys the caller closes; empty where none are. */
    public List<CertifiedKeys> stored(String name, int i) {
        return store.readSecret(batchFile(name, i)).map(StoredKeys::read).orElse(List.of());
    }

    /** The periods of which certificates are in the store, in their order. */
    public List<Integer> storedPeriods(String name) {
        return store.names(file(name, "").replaceFirst("/$", "")).stream()
                .filter(file -> file.startsWith("batch-"))
                .map(file -> Integer.parseInt(file.substring("batch-".length()), 16))
                .sorted()
                .toList();
    }

    /** Gives up a request and forgets its secrets; its batches stay. */
    public void forgetRequest(String name) {
        store.remove(file(name, "ack"));
        store.remove(file(name, "request"));
    }

    private StoredRequest openOrMake(String name, CertificateWish wish) throws Unsuccessful {
        Optional<StoredRequest> open = store.readSecret(file(name, "request")).map(StoredRequest::read);
        return open.isPresent() ? open.get() : make(name, wish);
    }

    private StoredRequest make(String name, CertificateWish wish) throws Unsuccessful {
        RequestSecrets secrets = RequestSecrets.generate(wish.expansion(), platform.random());
        ScmsPdu pdu = ScmsPdu.of(new ScmsPdu.Content.EeRa(EeRaCertRequest.of(
                link.now32(),
                wish.type(),
                wish.toBeSigned(secrets.signing().publicPoint()),
                secrets.additionalParams())));
        try (CertifiedKeys signer = enrolled()) {
            Ieee1609Dot2Data signed =
                    RequestSignature.sign(pdu, signer.certificate(), signer.signer(platform.random()));
            Octets spdu = link.seal(signed, ra.certificate(), SecurityMgmtSsp.Ra.class);
            StoredRequest request =
                    new StoredRequest(secrets, signer.certificate().id(), pdu, spdu);
            request.store(store, file(name, "request"));
            return request;
        }
    }

    private CertifiedKeys enrolled() {
        return enrollment.current().orElseThrow(() -> new IllegalStateException("not enrolled"));
    }

    private static RaEeCertAck own(Octets stored) {
        try {
            return RaEeCertAckSpdu.CODEC
                    .decode(stored, Reading.STRICT)
                    .value()
                    .content()
                    .value();
        } catch (DecodeException e) {
            throw new IllegalStateException("a stored acknowledgement that cannot be read: " + e.getMessage(), e);
        }
    }

    private static Acknowledgement acknowledgement(RaEeCertAck ack) {
        return new Acknowledgement(
                ack.requestHash(),
                ack.firstI() == null ? null : ack.firstI().value(),
                ack.nextDlTime().toInstant());
    }

    private Outcome<Batch> load(String name, int i) {
        return Unsuccessful.outcomeOf(() -> {
            Optional<SecretOctets> stored = store.readSecret(batchFile(name, i));
            if (stored.isPresent()) {
                store.remove(partFile(name, i));
                return new Batch(StoredKeys.read(stored.get()), List.of());
            }
            try (StoredRequest request = store.readSecret(file(name, "request"))
                    .map(StoredRequest::read)
                    .orElseThrow(() -> new IllegalStateException("there is no request " + name))) {
                Batch batch = open(name, i, request);
                try (SecretOctets content = StoredKeys.write(batch.certificates())) {
                    store.writeSecret(batchFile(name, i), content);
                }
                store.remove(partFile(name, i));
                return batch;
            }
        });
    }

    private Batch open(String name, int i, StoredRequest request) throws Unsuccessful {
        HashedId8 hash = AuthorityLink.requestHash(request.spdu());
        boolean butterfly = request.secrets().expansion().isButterfly();
        Octets file = fetch(partFile(name, i), hash + (butterfly ? "_" + Integer.toHexString(i) : "") + ".zip");
        try {
            BatchFile entries = BatchFile.read(file);
            Optional<Octets> info = entries.info();
            if (info.isPresent()) {
                requireInfo(info.get(), hash, butterfly ? i : null);
            }
            Batch batch = new AnswerOpener(link, trust, periods, request).openAll(entries, i);
            if (batch.certificates().isEmpty()) {
                Batch.Rejected first = batch.rejected().getFirst();
                throw Unsuccessful.notTrusted(first.rule(), first.file() + ": " + first.found());
            }
            return batch;
        } catch (Unsuccessful e) {
            // Parts of two different files do not make a file, so the next attempt starts anew.
            store.remove(partFile(name, i));
            throw e;
        }
    }

    private static void requireInfo(Octets info, HashedId8 hash, @Nullable Integer i) throws Unsuccessful {
        RaEeCertInfo message =
                AuthorityLink.read(RaEeCertInfoSpdu.CODEC, info).content().value();
        IssuedCertificate.require(
                AnswerRule.REQUEST_HASH,
                message.requestHash().equals(hash),
                "the .info file is for " + message.requestHash());
        IssuedCertificate.require(
                AnswerRule.FILE,
                i == null || message.currentI().value() == i,
                "the .info file is for period " + message.currentI().value());
    }

    /** Loads the rest of a file and gives the whole; what came of it stays where the connection breaks. */
    private Octets fetch(String part, String filename) throws Unsuccessful {
        while (true) {
            Octets begun = store.read(part).orElse(Octets.EMPTY);
            if (BatchFile.hasEnd(begun)) {
                return begun;
            }
            int have = begun.length();
            if (have >= BatchFile.LONGEST) {
                store.remove(part);
                throw Unsuccessful.notTrusted(AnswerRule.FILE, "more than " + BatchFile.LONGEST + " octets");
            }
            Reply.Answer answer;
            try (CertifiedKeys signer = enrolled()) {
                answer = link.download(ra, PATH, filename, have, BatchFile.LONGEST - have, signer);
            }
            boolean complete = take(part, have, answer);
            if (!answer.whole()) {
                throw new Unsuccessful(new Outcome.NoAnswer<>(
                        "the download broke off after " + (have + answer.body().length()) + " octets"));
            }
            if (complete) {
                return store.read(part).orElseThrow();
            }
        }
    }

    /** Keeps what came; whether the file is complete with it. */
    private boolean take(String part, int have, Reply.Answer answer) throws Unsuccessful {
        if (answer.status() == 200) {
            store.write(part, answer.body());
            return true;
        }
        Matcher range = CONTENT_RANGE.matcher(answer.header("Content-Range").orElse(""));
        if (answer.status() != 206
                || !range.matches()
                || Integer.parseInt(range.group(1)) != have
                || answer.body().isEmpty()) {
            store.remove(part);
            throw new Unsuccessful(new Outcome.TryLater<>(link.now()));
        }
        store.append(part, answer.body());
        return have + answer.body().length() >= Integer.parseInt(range.group(3));
    }

    private static String file(String name, String file) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name of a-z, 0-9 and -, not " + name);
        }
        return "provisioning/" + name + "/" + file;
    }

    private static String batchFile(String name, int i) {
        return file(name, "batch-" + Integer.toHexString(i));
    }

    private static String partFile(String name, int i) {
        return file(name, "part-" + Integer.toHexString(i));
    }
}
