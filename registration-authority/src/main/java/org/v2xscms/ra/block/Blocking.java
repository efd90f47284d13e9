package org.v2xscms.ra.block;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.v2xscms.codec.ieee1609dot2.basetypes.CrlSeries;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.kernel.audit.AuditEntry;
import org.v2xscms.kernel.audit.AuditKind;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.crash.CrashPoints;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.exchange.AuthorityIdentity;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.exchange.SecuredExchange;
import org.v2xscms.kernel.operator.Operators;
import org.v2xscms.kernel.operator.WarrantBudget;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.BlockAnswer;
import org.v2xscms.messages.BlockWarrant;
import org.v2xscms.messages.CaseId;
import org.v2xscms.messages.ChainRelease;
import org.v2xscms.messages.Refusal;
import org.v2xscms.messages.ResolveAnswer;
import org.v2xscms.ra.RaSettings;
import org.v2xscms.ra.device.DeviceId;
import org.v2xscms.ra.device.Devices;
import org.v2xscms.ra.provisioning.PreLinkage;

/**
 * Blocks the device behind a request and releases its chains.
 *
 * <p>What must hold: two operators of this authority's list approved the decision; the ACA itself signed, for this case,
 * which request it is; the request went out from here; the day's budget is not used up. The device is blocked, the case
 * bound to the request and the act recorded in one transaction, before anything is answered. The answer names chains and
 * periods, no certificate of the device.
 */
public final class Blocking {

    private static final int OPERATORS = 2;
    /** A resolution waits for nobody; a month covers an operator's holiday. */
    private static final Duration RESOLUTION_AGE = Duration.ofDays(30);

    private static final CrlSeries PSEUDONYMS = new CrlSeries(1);

    private final AuthorityDatabase database;
    private final Devices devices;
    private final SecuredExchange exchange;
    private final AuthorityIdentity own;
    private final Operators operators;
    private final WarrantBudget budget;
    private final PreLinkage linkage;
    private final AuditLog audit;
    private final RaSettings settings;
    private final CrashPoints crash;

    public Blocking(
            AuthorityDatabase database,
            Devices devices,
            SecuredExchange exchange,
            AuthorityIdentity own,
            Operators operators,
            WarrantBudget budget,
            PreLinkage linkage,
            AuditLog audit,
            RaSettings settings,
            CrashPoints crash) {
        this.database = database;
        this.devices = devices;
        this.exchange = exchange;
        this.own = own;
        this.operators = operators;
        this.budget = budget;
        this.linkage = linkage;
        this.audit = audit;
        this.settings = settings;
        this.crash = crash;
    }

    /** A device that is blocked: what the answer is made of. */
    private record Blocked(Devices.Chains chains, BlockRows.Reach reach) {}

    BackEndPdu block(BlockWarrant order) {
        if (!operators.approve(order.warrant(), OPERATORS)) {
            return refusal(Refusal.Reason.NOT_APPROVED);
        }
        CaseId caseId = order.warrant().decision().caseId();
        Optional<ResolveAnswer> resolution = resolution(order.resolution(), caseId);
        if (resolution.isEmpty()) {
            return refusal(Refusal.Reason.EVIDENCE);
        }
        Outcome outcome =
                database.inTransaction("blocking a device", connection -> block(connection, caseId, resolution.get()));
        crash.reached("ra.blocked");
        return switch (outcome) {
            case Outcome.Refused(Refusal.Reason reason) -> refusal(reason);
            case Outcome.Done(Blocked blocked) -> answer(caseId, blocked);
        };
    }

    private sealed interface Outcome {

        record Done(Blocked blocked) implements Outcome {}

        record Refused(Refusal.Reason reason) implements Outcome {}
    }

    private Optional<ResolveAnswer> resolution(Octets signed, CaseId caseId) {
        return exchange.statement(signed, Set.of(Role.ACA), RESOLUTION_AGE)
                                instanceof SecuredExchange.Opened.Message message
                        && message.pdu() instanceof ResolveAnswer answer
                        && answer.caseId().equals(caseId)
                        && answer.ra().equals(own.certificate().id())
                ? Optional.of(answer)
                : Optional.empty();
    }

    private Outcome block(Connection connection, CaseId caseId, ResolveAnswer resolution) throws SQLException {
        Optional<DeviceId> found = BlockRows.find(connection, resolution.request());
        if (found.isEmpty()) {
            return new Outcome.Refused(Refusal.Reason.UNKNOWN);
        }
        DeviceId device = found.get();
        devices.lock(connection, device);
        if (!budget.spend(connection, "block", caseId.octets(), settings.blocksPerDay())) {
            return new Outcome.Refused(Refusal.Reason.BUDGET);
        }
        if (!BlockRows.bind(connection, caseId, resolution.request())) {
            return new Outcome.Refused(Refusal.Reason.CONFLICT);
        }
        if (!devices.isBlocked(connection, device)) {
            devices.block(connection, device);
        }
        Blocked blocked = new Blocked(devices.chains(connection, device), BlockRows.reach(connection, device));
        audit.append(
                connection,
                AuditEntry.of(
                        AuditKind.BLOCK, "ma", Map.of("case", caseId.octets().hex())));
        return new Outcome.Done(blocked);
    }

    private BlockAnswer answer(CaseId caseId, Blocked blocked) {
        Octets first = exchange.signStatement(
                new ChainRelease(caseId, linkage.firstId(), blocked.chains().first()));
        Octets second = exchange.signStatement(
                new ChainRelease(caseId, linkage.secondId(), blocked.chains().second()));
        return new BlockAnswer(
                caseId,
                List.of(first, second),
                PSEUDONYMS,
                new IValue(blocked.reach().lastI()),
                blocked.reach().jMax());
    }

    private static Refusal refusal(Refusal.Reason reason) {
        return new Refusal(reason);
    }
}
