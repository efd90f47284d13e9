package org.v2xscms.ra.misbehaviour;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.EncryptedData;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.PKRecipientInfo;
import org.v2xscms.codec.ieee1609dot2.RecipientInfo;
import org.v2xscms.codec.misbehaviour.EtsiTs103759Data;
import org.v2xscms.codec.misbehaviour.EtsiTs103759MbrSec;
import org.v2xscms.codec.misbehaviour.SaeJ3287Data;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.exchange.PeerClient;
import org.v2xscms.kernel.http.ErrorNumber;
import org.v2xscms.kernel.http.ScmsError;
import org.v2xscms.messages.Accepted;
import org.v2xscms.messages.ReportForward;
import org.v2xscms.ra.RaSettings;
import org.v2xscms.ra.device.DeviceId;
import org.v2xscms.ra.device.Devices;
import org.v2xscms.ra.device.DownloadCheck;
import org.v2xscms.ra.device.DownloadCheck.Requester;
import org.v2xscms.ra.device.Judged;

/**
 * Passes misbehaviour reports on to the misbehaviour authority (SAE J3287 6, TS 103 759). A report is encrypted to that
 * authority and goes on as it came: this authority knows who reports, perhaps, and never what, that one the reverse.
 *
 * <p>A device may say who it is by the header of a download request for the file {@link #NAME}; its reports then have a
 * budget of their own. All that do not share one.
 */
public final class Reports {

    /** The file name in a reporter's authorization header. */
    public static final String NAME = "mbr-upload-STE";

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LONGEST = 1 << 19;

    private final PeerClient authority;
    private final HashedCertificate certificate;
    private final ReportBudget budget;
    private final DownloadCheck check;
    private final AuthorityDatabase database;
    private final Devices devices;
    private final RaSettings settings;

    public Reports(
            PeerClient authority,
            HashedCertificate certificate,
            ReportBudget budget,
            DownloadCheck check,
            AuthorityDatabase database,
            Devices devices,
            RaSettings settings) {
        this.authority = authority;
        this.certificate = certificate;
        this.budget = budget;
        this.check = check;
        this.database = database;
        this.devices = devices;
        this.settings = settings;
    }

    /** The protection a report comes with, by the operation it was sent to. */
    enum Protection {
        NONE,
        SIGNED,
        SIGNED_THEN_ENCRYPTED
    }

    /** Why the report was not passed on; empty where it was. */
    Optional<ScmsError> take(Octets report, Protection protection, @Nullable String header)
            throws InterruptedException {
        Optional<ErrorNumber> refusal = refusal(report, protection);
        if (refusal.isPresent()) {
            return Optional.of(new ScmsError.Refused(refusal.get()));
        }
        Judged<Optional<DeviceId>> reporter = header == null ? Judged.accepted(Optional.empty()) : reporter(header);
        return switch (reporter) {
            case Judged.Refused<Optional<DeviceId>>(ErrorNumber number) -> Optional.of(new ScmsError.Refused(number));
            case Judged.Accepted<Optional<DeviceId>>(Optional<DeviceId> device) ->
                budget.spend(device) ? forward(report) : Optional.of(new ScmsError.TooManyRequests(MINUTE));
        };
    }

    private Judged<Optional<DeviceId>> reporter(String header) {
        return check.judge(header, NAME).then(requester -> switch (requester) {
            case Requester.Anybody() -> Judged.accepted(Optional.empty());
            case Requester.Known(var enrolled) ->
                database.inTransaction("finding a reporter", connection -> {
                    Optional<DeviceId> device = devices.find(connection, enrolled);
                    return device.isPresent() && devices.isBlocked(connection, device.get())
                            ? Judged.refused(ErrorNumber.ENROLLMENT_CERTIFICATE_BLOCKED)
                            : Judged.accepted(device);
                });
        });
    }

    private Optional<ScmsError> forward(Octets report) throws InterruptedException {
        return switch (authority.ask(new ReportForward(report))) {
            case PeerClient.Reply.NoAnswer none -> Optional.of(new ScmsError.Unavailable(none.retryAfter()));
            case PeerClient.Reply.Answer answer ->
                answer.pdu() instanceof Accepted
                        ? Optional.empty()
                        : Optional.of(new ScmsError.Refused(ErrorNumber.OTHER_FIELDS_NOT_ALLOWED));
        };
    }

    private Optional<ErrorNumber> refusal(Octets report, Protection protection) {
        Optional<EtsiTs103759MbrSec> content = report.length() > LONGEST ? Optional.empty() : read(report);
        if (content.isEmpty()) {
            return Optional.of(ErrorNumber.NOT_PARSED);
        }
        boolean plain = protection != Protection.SIGNED_THEN_ENCRYPTED;
        return switch (content.get()) {
            case EtsiTs103759MbrSec.SignedThenEncrypted(Encoded<Ieee1609Dot2Data> data) ->
                plain || !isForAuthority(data.value())
                        ? Optional.of(ErrorNumber.OTHER_FIELDS_NOT_ALLOWED)
                        : Optional.empty();
            case EtsiTs103759MbrSec.Signed _ -> unencrypted(protection == Protection.SIGNED);
            case EtsiTs103759MbrSec.Plaintext _ -> unencrypted(protection == Protection.NONE);
            case EtsiTs103759MbrSec.Unknown _ -> Optional.of(ErrorNumber.NOT_PARSED);
        };
    }

    private Optional<ErrorNumber> unencrypted(boolean asAnnounced) {
        return asAnnounced && settings.plainReports() ? Optional.empty() : Optional.of(ErrorNumber.ENCRYPTION_MISSING);
    }

    /** Who can read a report stands outside of it; that it really decrypts only the receiver can say. */
    private boolean isForAuthority(Ieee1609Dot2Data data) {
        return data.content() instanceof EncryptedData encrypted
                && encrypted.recipients().stream()
                        .anyMatch(recipient -> recipient instanceof RecipientInfo.CertRecipInfo(PKRecipientInfo info)
                                && certificate.isNamed(info.recipientId()));
    }

    /** The version octet tells J3287 (1) from TS 103 759 (3). */
    private static Optional<EtsiTs103759MbrSec> read(Octets report) {
        try {
            return Optional.of(
                    !report.isEmpty() && report.get(0) == 1
                            ? SaeJ3287Data.CODEC
                                    .decode(report, Reading.STRICT)
                                    .value()
                                    .content()
                            : EtsiTs103759Data.CODEC
                                    .decode(report, Reading.STRICT)
                                    .value()
                                    .content());
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }
}
