package isms.risk.attention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import isms.platform.query.Rows;
import isms.platform.query.Timeline;
import isms.platform.security.Caller;
import isms.risk.attention.RiskSummary.Counted;
import isms.risk.attention.RiskSummary.PlansCounted;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Counts the register in one statement. */
@Singleton
class RiskSummaries {

    private static final int SOON = 30;

    // Plans are grouped once and joined, so that it is two passes whatever the number of risks.
    private static final String COUNT = """
            with plan as (
                select p.risk_id, bool_or(p.status in ('approved', 'in-progress') and p.option <> 'retain') as living,
                       bool_or(p.status in ('approved', 'in-progress', 'completed')) as answered,
                       bool_or(p.status = 'submitted') as submitted,
                       count(*) filter (where p.next_due < date '%1$s' and p.status in ('approved', 'in-progress')) as late
                from treatment_plan p
                where p.tenant = :tenant and p.status in ('submitted', 'approved', 'in-progress', 'completed') and %2$s
                group by p.risk_id),
            risk as (
                select r.status, r.reassess_by, r.acceptance, r.accepted_until, r.accepted_above_criteria,
                       r.status = 'assessed' and coalesce(r.above_criteria, false) as above, %3$s as accepted,
                       coalesce(plan.living, false) as living, coalesce(plan.answered, false) as answered,
                       coalesce(plan.submitted, false) as submitted, coalesce(plan.late, 0) as late
                from risk_register r left join plan on plan.risk_id = r.id
                where r.tenant = :tenant and r.status <> 'retired' and %4$s%5$s)
            select cast(json_build_object(
                'total', count(*),
                'unassessed', count(*) filter (where status = 'registered'),
                'reassessmentOverdue', count(*) filter (where reassess_by < date '%1$s'),
                'aboveCriteria', count(*) filter (where above),
                'untreated', count(*) filter (where above and not accepted and not living),
                'untreatedAwaitingApproval', count(*) filter (where above and not accepted and not living and submitted),
                'accepted', count(*) filter (where accepted),
                'acceptedAboveCriteria', count(*) filter (where accepted and accepted_above_criteria),
                'acceptedWithoutPlan', count(*) filter (where above and accepted and not accepted_above_criteria and not answered),
                'acceptanceEnding', count(*) filter (where accepted and accepted_until < date '%6$s'),
                'acceptanceEnded', count(*) filter (where acceptance in ('revoked', 'expired', 'stale')),
                'plansOverdue', coalesce(sum(late), 0)) as text) from risk""";

    private final Rows rows;
    private final Caller caller;
    private final Clock clock;
    private final ObjectMapper json;

    RiskSummaries(Rows rows, Caller caller, Clock clock, ObjectMapper json) {
        this.rows = rows;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
    }

    private record Counts(
            long total,
            long unassessed,
            long reassessmentOverdue,
            long aboveCriteria,
            long untreated,
            long untreatedAwaitingApproval,
            long accepted,
            long acceptedAboveCriteria,
            long acceptedWithoutPlan,
            long acceptanceEnding,
            long acceptanceEnded,
            long plansOverdue) {}

    Uni<RiskSummary> of(RiskSummaryRequest request) {
        request.allowOnly("context", "owner", "unit", "category");
        Map<String, String> narrowed = request.narrowed();
        Conditions conditions = Conditions.at(request, clock);
        Instant moment = request.moment();
        String tenant = caller.tenant();
        String sql = COUNT.formatted(
                conditions.today(),
                conditions.versionSql("p"),
                conditions.acceptedSql(),
                conditions.versionSql("r"),
                condition(narrowed),
                soon(conditions.today()));
        return rows.asTenant(request, session -> {
                    var query = session.createNativeQuery(sql, String.class).setParameter("tenant", tenant);
                    narrowed.forEach((name, value) ->
                            query.setParameter(name, name.equals("context") ? UUID.fromString(value) : value));
                    if (moment != null) {
                        query.setParameter("moment", moment);
                    }
                    return query.getSingleResult();
                })
                .map(this::read)
                .map(counts -> summary(request, narrowed, conditions.today(), counts));
    }

    /** The first day that is more than thirty days away. */
    private static LocalDate soon(LocalDate today) {
        return today.plusDays(SOON + 1L);
    }

    private static String condition(Map<String, String> narrowed) {
        StringBuilder sql = new StringBuilder();
        narrowed.keySet()
                .forEach(name -> sql.append(
                        name.equals("context")
                                ? " and r.context_id = cast(:context as uuid)"
                                : " and r." + name + " = :" + name));
        return sql.toString();
    }

    private static RiskSummary summary(
            RiskSummaryRequest request, Map<String, String> narrowed, LocalDate today, Counts counts) {
        var links = new Links(request, narrowed);
        return new RiskSummary(
                request.moment(),
                request.timeline().name().toLowerCase(Locale.ROOT),
                today,
                links.counted(counts.total(), "status", "registered,assessed"),
                links.counted(counts.unassessed(), "status", "registered"),
                links.counted(counts.reassessmentOverdue(), "status", "assessed", "reassessBefore", today),
                links.counted(counts.aboveCriteria(), "status", "assessed", "aboveCriteria", true),
                links.counted(counts.untreated(), "untreated", true),
                counts.untreatedAwaitingApproval(),
                links.counted(counts.accepted(), "accepted", true),
                links.counted(counts.acceptedAboveCriteria(), "accepted", true, "acceptedAboveCriteria", true),
                links.counted(counts.acceptedWithoutPlan(), "acceptedWithoutPlan", true),
                links.counted(counts.acceptanceEnding(), "accepted", true, "acceptanceEndsBefore", soon(today)),
                links.counted(
                        counts.acceptanceEnded(),
                        "status",
                        "registered,assessed",
                        "acceptance",
                        "revoked,expired,stale"),
                new PlansCounted(
                        counts.plansOverdue(), links.to("/api/v1/treatment-plans", Map.of(), "overdue", true)));
    }

    private Counts read(String text) {
        try {
            return json.readValue(text, Counts.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Links that list exactly what was counted. */
    private record Links(RiskSummaryRequest request, Map<String, String> narrowed) {

        Counted counted(long count, Object... filters) {
            return new Counted(count, to("/api/v1/risks", narrowed, filters));
        }

        String to(String path, Map<String, String> selection, Object... filters) {
            UriBuilder uri = UriBuilder.fromPath(path);
            Map<String, Object> values = new HashMap<>(selection);
            selection.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
            for (int i = 0; i < filters.length; i += 2) {
                uri.queryParam((String) filters[i], "{" + filters[i] + "}");
                values.put((String) filters[i], filters[i + 1]);
            }
            Instant moment = request.moment();
            if (moment != null) {
                uri.queryParam("asOf", moment);
                if (request.timeline() != Timeline.RECORDED) {
                    uri.queryParam("timeline", request.timeline().name().toLowerCase(Locale.ROOT));
                }
            }
            return uri.buildFromMap(values).toString();
        }
    }
}
