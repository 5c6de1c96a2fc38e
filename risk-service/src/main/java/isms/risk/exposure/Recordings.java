package isms.risk.exposure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import isms.platform.query.Rows;
import isms.platform.query.Timeline;
import isms.platform.readmodel.RowMapping;
import isms.platform.readmodel.VersionedRow;
import isms.platform.security.Caller;
import isms.risk.capacity.Turns;
import isms.risk.quantification.PlanQuantificationEntry;
import isms.risk.quantification.PlanReturn;
import isms.risk.quantification.PortfolioQuestion;
import isms.risk.quantification.PortfolioQuestion.RecordedRisk;
import isms.risk.quantification.PortfolioSimulation;
import isms.risk.quantification.PortfolioSimulation.Inputs;
import isms.risk.quantification.PortfolioSimulation.LeftOut;
import isms.risk.quantification.QuantificationEntry;
import isms.risk.quantification.ReturnQuestion;
import isms.risk.quantification.ReturnQuestion.Recorded;
import isms.risk.risk.RiskRegisterEntry;
import isms.risk.treatment.TreatmentPlanEntry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;

/** Finds what is recorded, as of the moment asked for, and has it simulated. */
@Singleton
class Recordings {

    /** The largest number that every reader of JSON keeps exactly. */
    private static final long LARGEST_SEED = (1L << 53) - 1;

    // One JSON text comes back, out of one snapshot: estimates, risks and the currency belong together.
    private static final String PORTFOLIO = """
            select cast(json_build_object(
                'portfolio', (select to_json(p) from risk_portfolio p where p.tenant = :tenant and %1$s),
                'registered', (
                    select count(*) from risk_register r left join risk_context c on c.tenant = r.tenant and c.id = r.context_id and %3$s
                    where r.tenant = :tenant and %2$s and r.kind = 'threat' and r.status <> 'retired'%5$s),
                'latest', (
                    select max(greatest(r.%6$s, c.%6$s)) from risk_register r
                    left join risk_context c on c.tenant = r.tenant and c.id = r.context_id and %3$s
                    where r.tenant = :tenant and %2$s and r.kind = 'threat'%5$s),
                'risks', (
                    select coalesce(json_agg(json_build_object(
                        'id', r.id, 'key', r.key, 'title', r.title, 'status', r.status, 'contextId', r.context_id,
                        'contextKey', c.key, 'contextTitle', c.title, 'latest', q.%6$s, 'estimate', to_json(q)) order by r.number), '[]')
                    from risk_register r
                    left join risk_context c on c.tenant = r.tenant and c.id = r.context_id and %3$s
                    left join risk_quantification q on q.tenant = r.tenant and q.id = r.id and %4$s
                    where r.tenant = :tenant and %2$s and r.kind = 'threat'%5$s and (q.id is not null or %7$s))) as text)""";

    private static final String NARROWED =
            " and (array[cast(%1$s.id as text), lower(%1$s.key)] && string_to_array(cast(:%2$s as text), ','))";

    private final Rows rows;
    private final Caller caller;
    private final Turns turns;
    private final ObjectMapper json;
    private final RowMapping<QuantificationEntry> estimates;

    Recordings(Rows rows, Caller caller, Turns turns, ObjectMapper json) {
        this.rows = rows;
        this.caller = caller;
        this.turns = turns;
        this.json = json;
        this.estimates = new RowMapping<>(QuantificationEntry.class, json);
    }

    /** The portfolio, or the part of it that is asked for, simulated by a worker thread. */
    Uni<PortfolioSimulation> simulated(PortfolioRequest request) {
        PortfolioQuestion question = request.question();
        List<String> contexts = PortfolioRequest.named(request.context);
        List<String> risks = PortfolioRequest.named(request.risk);
        Instant moment = request.moment();
        Timeline timeline = request.timeline();
        String narrowing = (contexts.isEmpty() ? "" : NARROWED.formatted("c", "contexts"))
                + (risks.isEmpty() ? "" : NARROWED.formatted("r", "risks"));
        String sql = PORTFOLIO.formatted(
                version("p", moment, timeline),
                version("r", moment, timeline),
                version("c", moment, timeline),
                version("q", moment, timeline),
                narrowing,
                moment != null && timeline == Timeline.STATED ? "stated_from" : "valid_from",
                !risks.isEmpty());
        String tenant = caller.tenant();
        return rows.asTenant(request, session -> {
                    var query = session.createNativeQuery(sql, String.class).setParameter("tenant", tenant);
                    if (moment != null) {
                        query.setParameter("moment", moment);
                    }
                    if (!contexts.isEmpty()) {
                        query.setParameter("contexts", String.join(",", contexts));
                    }
                    if (!risks.isEmpty()) {
                        query.setParameter("risks", String.join(",", risks));
                    }
                    return query.getSingleResult();
                })
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> {
                    Selection selection = selection(read(found), risks, moment);
                    return turns.take(question.over(selection.risks(), selection.inputs(), drawnSeed()));
                });
    }

    /** What was found of what was asked for. */
    private record Selection(List<RecordedRisk> risks, Inputs inputs) {}

    private Selection selection(JsonNode found, List<String> asked, @Nullable Instant moment) {
        @Nullable
        String currency = found.at("/portfolio/currency").isTextual()
                ? found.at("/portfolio/currency").asText()
                : null;
        List<RecordedRisk> risks = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Instant latest = later(moment(found.path("latest")), moment(found.at("/portfolio/valid_from")));
        for (JsonNode risk : found.path("risks")) {
            String key = risk.path("key").asText();
            known.add(key.toLowerCase(Locale.ROOT));
            known.add(risk.path("id").asText());
            latest = later(latest, moment(risk.path("latest")));
            if (risk.path("status").asText().equals("retired")) {
                leftOut.add(new LeftOut(key, "the risk is retired"));
            } else if (risk.path("estimate").isNull()) {
                leftOut.add(new LeftOut(key, "it has no estimate"));
            } else {
                QuantificationEntry estimate =
                        estimates.read(risk.path("estimate").toString());
                if (!estimate.currency.equals(currency)) {
                    leftOut.add(new LeftOut(
                            key, "it is estimated in " + estimate.currency + ", the portfolio counts in " + currency));
                } else {
                    risks.add(new RecordedRisk(
                            key,
                            risk.path("title").asText(),
                            UUID.fromString(risk.path("contextId").asText()),
                            risk.path("contextKey").asText(),
                            risk.path("contextTitle").asText(),
                            estimate));
                }
            }
        }
        asked.stream()
                .filter(each -> !known.contains(each))
                .forEach(each -> leftOut.add(new LeftOut(each.toUpperCase(Locale.ROOT), "there is no such threat")));
        return new Selection(
                List.copyOf(risks),
                new Inputs(
                        moment != null ? moment : latest,
                        currency == null ? "" : currency,
                        found.path("registered").asInt(),
                        risks.size(),
                        List.copyOf(leftOut)));
    }

    /** What a plan returns, drawn by a worker thread. */
    Uni<PlanReturn> returnOf(String plan, ReturnRequest request) {
        ReturnQuestion question = request.question();
        Instant moment = request.moment();
        return rows.row(TreatmentPlanEntry.class, plan, request)
                .chain(found -> rows.row(RiskRegisterEntry.class, found.riskId.toString(), request)
                        .chain(risk -> ifAny(QuantificationEntry.class, found.riskId, request)
                                .chain(ofRisk -> ifAny(PlanQuantificationEntry.class, found.id, request)
                                        .map(ofPlan -> new Recorded(found, risk, ofRisk, ofPlan, moment)))))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(recorded -> turns.take(question.over(recorded, drawnSeed())));
    }

    private <R extends VersionedRow> Uni<@Nullable R> ifAny(Class<R> type, UUID id, ReturnRequest request) {
        return rows.row(type, id.toString(), request)
                .onFailure(failure ->
                        failure instanceof ProblemException problem && problem.code() == ProblemCode.NOT_FOUND)
                .recoverWithNull();
    }

    private static String version(String alias, @Nullable Instant moment, Timeline timeline) {
        if (moment == null) {
            // a literal, so that the partial indexes of the current rows can be used
            return alias + ".valid_to = '9999-12-31T00:00:00Z'";
        }
        String column = alias + (timeline == Timeline.STATED ? ".stated" : ".valid");
        return "%s_from <= cast(:moment as timestamptz) and %s_to > cast(:moment as timestamptz)"
                .formatted(column, column);
    }

    private static Instant moment(JsonNode text) {
        return text.isTextual() ? OffsetDateTime.parse(text.asText()).toInstant() : Instant.EPOCH;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long drawnSeed() {
        return RandomSource.createLong() & LARGEST_SEED;
    }
}
