package isms.risk.risk;

import isms.platform.deadline.Deadline;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The last day of an acceptance passes, and the risk is open again (RSK-13, ALL-7). */
@Singleton
public class AcceptanceExpiry implements Deadline<Risk, RiskEvent> {

    private final RiskType type;

    AcceptanceExpiry(RiskType type) {
        this.type = type;
    }

    @Override
    public String name() {
        return "risk-acceptance-expired";
    }

    @Override
    public AggregateType<Risk, RiskEvent, ?> type() {
        return type;
    }

    @Override
    public String passed() {
        return """
                select tenant, id from risk_register
                where valid_to = '9999-12-31T00:00:00Z' and acceptance = 'accepted' and status <> 'retired'
                  and accepted_until < cast(cast(? as timestamptz) at time zone 'UTC' as date)
                order by accepted_until, position limit ?""";
    }

    @Override
    public Command<Risk, RiskEvent> record(Instant now) {
        return new ExpireAcceptance(now);
    }
}
