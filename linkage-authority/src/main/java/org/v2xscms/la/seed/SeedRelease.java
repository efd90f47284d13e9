package org.v2xscms.la.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.crypto.linkage.LinkageSeed;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.kernel.audit.AuditEntry;
import org.v2xscms.kernel.audit.AuditKind;
import org.v2xscms.kernel.audit.AuditLog;
import org.v2xscms.kernel.database.AuthorityDatabase;
import org.v2xscms.kernel.exchange.Role;
import org.v2xscms.kernel.exchange.SecuredExchange;
import org.v2xscms.kernel.operator.Operators;
import org.v2xscms.kernel.operator.WarrantBudget;
import org.v2xscms.la.chain.Chains;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.ChainRelease;
import org.v2xscms.messages.Refusal;
import org.v2xscms.messages.SeedAnswer;
import org.v2xscms.messages.SeedWarrant;

/**
 * Gives the seed of one chain to the misbehaviour authority: for a case that two operators approved, of a chain that the RA
 * itself released for that case to this authority, from the present period on, and only so many a day. The seed of a past
 * period never leaves, so certificates from before stay unlinkable.
 */
public final class SeedRelease {

    private static final int OPERATORS = 2;
    private static final String BUDGET = "seed";

    private final Chains chains;
    private final LaId laId;
    private final SecuredExchange exchange;
    private final Operators operators;
    private final WarrantBudget budget;
    private final AuthorityDatabase database;
    private final AuditLog audit;
    private final IPeriods periods;
    private final InstantSource clock;
    private final Limits limits;

    /**
     * What bounds the release of seeds.
     *
     * @param perDay how many cases a day
     * @param releaseAge how old the RA's release may be
     * @param horizon how many periods ahead a seed is given for
     */
    public record Limits(int perDay, Duration releaseAge, int horizon) {}

    public SeedRelease(
            Chains chains,
            LaId laId,
            SecuredExchange exchange,
            Operators operators,
            WarrantBudget budget,
            AuthorityDatabase database,
            AuditLog audit,
            IPeriods periods,
            InstantSource clock,
            Limits limits) {
        this.chains = chains;
        this.laId = laId;
        this.exchange = exchange;
        this.operators = operators;
        this.budget = budget;
        this.database = database;
        this.audit = audit;
        this.periods = periods;
        this.clock = clock;
        this.limits = limits;
    }

    /** The seed, or why not. */
    public BackEndPdu answer(SeedWarrant order) {
        if (!operators.approve(order.warrant(), OPERATORS)) {
            return new Refusal(Refusal.Reason.NOT_APPROVED);
        }
        Optional<ChainRelease> release = release(order);
        if (release.isEmpty()) {
            return new Refusal(Refusal.Reason.EVIDENCE);
        }
        long present = periods.at(Time32.of(clock.instant()).seconds());
        int from = order.fromI().value();
        if (from < present || from > present + limits.horizon()) {
            return new Refusal(Refusal.Reason.PERIOD);
        }
        return database.inTransaction("releasing a seed", connection -> give(connection, order, release.get()));
    }

    /** What the RA signed, if it belongs to this case and this authority. */
    private Optional<ChainRelease> release(SeedWarrant order) {
        return switch (exchange.statement(order.release(), Set.of(Role.RA), limits.releaseAge())) {
            case SecuredExchange.Opened.Refused _ -> Optional.empty();
            case SecuredExchange.Opened.Message message ->
                message.pdu() instanceof ChainRelease release
                                && release.caseId()
                                        .equals(order.warrant().decision().caseId())
                                && release.laId().equals(laId)
                        ? Optional.of(release)
                        : Optional.empty();
        };
    }

    private BackEndPdu give(Connection connection, SeedWarrant order, ChainRelease release) throws SQLException {
        Optional<LinkageSeed> found = chains.find(connection, release.chainId());
        if (found.isEmpty()) {
            return new Refusal(Refusal.Reason.UNKNOWN);
        }
        try (LinkageSeed first = found.get()) {
            if (first.period() > order.fromI().value()) {
                return new Refusal(Refusal.Reason.PERIOD);
            }
            if (!budget.spend(connection, BUDGET, release.caseId().octets(), limits.perDay())) {
                return new Refusal(Refusal.Reason.BUDGET);
            }
            audit.append(connection, entry(order, release));
            try (LinkageSeed seed = first.at(order.fromI().value())) {
                return new SeedAnswer(
                        release.caseId(),
                        laId,
                        order.fromI(),
                        new org.v2xscms.codec.ieee1609dot2.basetypes.LinkageSeed(
                                seed.octets().disclose()));
            }
        }
    }

    private static AuditEntry entry(SeedWarrant order, ChainRelease release) {
        String names = String.join(
                ",",
                order.warrant().approvals().stream()
                        .map(approval -> approval.operator())
                        .toList());
        return AuditEntry.of(
                AuditKind.RESOLVE,
                "ma",
                Map.of("order", BUDGET, "case", release.caseId().octets().hex(), "operators", names));
    }
}
