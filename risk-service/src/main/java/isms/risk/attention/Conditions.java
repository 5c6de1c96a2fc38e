package isms.risk.attention;

import isms.platform.deadline.Day;
import isms.platform.query.ReadRequest;
import isms.platform.query.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The conditions by which risks need attention, in HQL over the register row {@code r} for its list, and in SQL over the same
 * for counting. Both for the moment that a request asks for; a past moment is the parameter {@code moment}.
 */
public final class Conditions {

    private final ReadRequest request;
    private final LocalDate today;

    private Conditions(ReadRequest request, LocalDate today) {
        this.request = request;
        this.today = today;
    }

    public static Conditions at(ReadRequest request, Clock clock) {
        Instant moment = request.moment();
        return new Conditions(request, Day.of(moment == null ? clock.instant() : moment));
    }

    /** The day of the moment (UTC). */
    public LocalDate today() {
        return today;
    }

    /** Above the criteria, with neither a plan under way nor an acceptance in force (RSK-14). */
    public String untreated() {
        return "r.status = 'assessed' and r.aboveCriteria = true and not (%s) and not exists (%s)"
                .formatted(accepted(), plans("'approved', 'in-progress'") + " and p.option <> 'retain'");
    }

    /** Accepted at a level within the criteria while the current one is above them, and no plan leads from one to the other. */
    public String acceptedWithoutPlan() {
        return "r.status = 'assessed' and r.aboveCriteria = true and r.acceptedAboveCriteria = false and %s and not exists (%s)"
                .formatted(accepted(), plans("'approved', 'in-progress', 'completed'"));
    }

    /** With an acceptance in force. */
    public String accepted() {
        return "r.acceptance = 'accepted' and r.status <> 'retired' and (r.acceptedUntil is null or r.acceptedUntil >= date %s)"
                .formatted(today);
    }

    private String plans(String statuses) {
        return "select 1 from TreatmentPlanEntry p where p.tenant = r.tenant and p.riskId = r.id and p.status in (%s) and %s"
                .formatted(statuses, request.versionCondition("p"));
    }

    /** {@link #untreated} in SQL. */
    public String untreatedSql() {
        return """
                r.status = 'assessed' and r.above_criteria and not (%s) and not exists (
                    select 1 from treatment_plan p
                    where p.tenant = r.tenant and p.risk_id = r.id and p.status in ('approved', 'in-progress')
                      and p.option <> 'retain' and %s)""".formatted(acceptedSql(), versionSql("p"));
    }

    /** {@link #accepted} in SQL. */
    String acceptedSql() {
        return "r.acceptance = 'accepted' and r.status <> 'retired' and (r.accepted_until is null or r.accepted_until >= date '%s')"
                .formatted(today);
    }

    /** The version of each row at the moment, in SQL. */
    String versionSql(String alias) {
        if (request.moment() == null) {
            // a literal, so that the partial indexes of the current rows can be used
            return alias + ".valid_to = '9999-12-31T00:00:00Z'";
        }
        return "%1$s.%2$s_from <= cast(:moment as timestamptz) and %1$s.%2$s_to > cast(:moment as timestamptz)"
                .formatted(alias, request.timeline() == Timeline.STATED ? "stated" : "valid");
    }
}
