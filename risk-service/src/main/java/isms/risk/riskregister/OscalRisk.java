package isms.risk.riskregister;

import static isms.platform.oscal.OscalJson.line;
import static isms.platform.oscal.OscalJson.lines;
import static isms.platform.oscal.OscalJson.object;
import static isms.platform.oscal.OscalJson.property;
import static isms.platform.oscal.OscalJson.string;

import isms.platform.deadline.Day;
import isms.platform.oscal.OscalJson;
import isms.platform.query.Asked;
import isms.risk.context.ContextEntry;
import isms.risk.criteria.ImpactRating;
import isms.risk.criteria.LossRange;
import isms.risk.criteria.Money;
import isms.risk.risk.Analysis;
import isms.risk.risk.ExistingControl;
import isms.risk.risk.RiskRegisterEntry;
import isms.risk.treatment.ActionEntry;
import isms.risk.treatment.TreatmentPlanEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A risk with its ratings, its treatment and what became of it, as OSCAL has it. */
final class OscalRisk {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final RiskRegisterEntry risk;
    private final List<TreatmentPlanEntry> plans;
    private final @Nullable ContextEntry context;
    private final OscalParties parties;
    private final Asked asked;

    OscalRisk(
            RiskRegisterEntry risk,
            List<TreatmentPlanEntry> plans,
            @Nullable ContextEntry context,
            OscalParties parties,
            Asked asked) {
        this.risk = risk;
        this.plans = plans;
        this.context = context;
        this.parties = parties;
        this.asked = asked;
    }

    static String id(RiskRegisterEntry risk) {
        return OscalJson.id(risk.id, "risk");
    }

    /** What a facet is read by: its number means something within one version of a methodology only (RSK-3). */
    static String system(UUID methodology, int version) {
        return "%s/methodologies/%s/versions/%d".formatted(OscalJson.NAMESPACE, methodology, version);
    }

    Map<String, Object> written() {
        return object(
                "uuid",
                id(risk),
                "title",
                line(risk.title),
                "description",
                description(),
                "statement",
                statement(),
                "props",
                properties(),
                "links",
                List.of(object("href", "#" + parties.id(risk.owner), "rel", OscalParties.RISK_OWNER)),
                "status",
                OscalStatus.of(risk, plans, Day.of(asked.shown())).word(),
                "characterizations",
                orNone(characterizations()),
                "mitigating-factors",
                orNone(existingControls()),
                "deadline",
                deadline(),
                "remediations",
                orNone(plans.stream().<Object>map(this::remediation).toList()),
                "risk-log",
                object("entries", log()));
    }

    private static @Nullable List<Object> orNone(List<Object> some) {
        return some.isEmpty() ? null : some;
    }

    private String description() {
        var scenario = risk.scenario;
        return paragraphs(
                risk.title,
                said("Source", scenario.source()),
                said("Event", scenario.event()),
                said("Vulnerability", scenario.vulnerability()),
                said("Consequence", scenario.consequence()));
    }

    private String statement() {
        String consequence = risk.scenario.consequence();
        return paragraphs(
                consequence.isBlank() ? risk.title : consequence,
                risk.affects.isEmpty() ? null : "Affects: " + String.join(", ", risk.affects));
    }

    private static String paragraphs(@Nullable String... texts) {
        return String.join(
                "\n\n",
                Stream.of(texts)
                        .filter(Objects::nonNull)
                        .map(text -> lines(Objects.requireNonNull(text)))
                        .toList());
    }

    private static @Nullable String said(String name, String words) {
        return words.isBlank() ? null : name + ": " + words;
    }

    private List<Object> properties() {
        List<Object> all = new ArrayList<>();
        add(all, "id", risk.id);
        add(all, "key", risk.key);
        add(all, "status", risk.status);
        add(all, "owner", risk.owner);
        add(all, "category", risk.category);
        add(all, "unit", risk.unit);
        add(all, "context", context == null ? risk.contextId : context.key + " " + context.title);
        risk.affects.forEach(each -> add(all, "affects", each));
        risk.assets.forEach(each -> add(all, "asset", each));
        risk.processes.forEach(each -> add(all, "process", each));
        risk.controlObjectives.forEach(each -> add(all, "control-objective", each));
        risk.controls.forEach(each -> add(all, "control", each));
        add(all, "from-scenario", risk.fromScenario);
        add(all, "above-criteria", risk.aboveCriteria);
        add(all, "priority", risk.priority);
        add(all, "reassess-by", risk.reassessBy);
        risk.flagCauses.forEach(each -> add(all, "flag", each));
        add(all, "acceptance", risk.acceptance);
        add(all, "accepted-until", risk.acceptedUntil);
        add(all, "retired-because", risk.retiredBecause);
        return all;
    }

    private static void add(List<Object> all, String name, @Nullable Object value) {
        String text = value == null ? "" : string(value.toString());
        if (!text.isEmpty()) {
            all.add(property(name, text));
        }
    }

    private List<Object> characterizations() {
        List<Object> all = new ArrayList<>();
        var last = risk.assessment;
        if (last != null) {
            String system = system(risk.methodologyId, risk.methodologyVersion);
            characterize(all, "inherent", last.inherent(), system, risk.assessedBy);
            characterize(all, "current", last.current(), system, risk.assessedBy);
            characterize(all, "target", last.target(), system, risk.assessedBy);
            characterize(all, "residual", last.residual(), system, risk.assessedBy);
        }
        var accepted = risk.acceptedRating;
        if (accepted != null) {
            characterize(
                    all,
                    "accepted",
                    accepted.residual(),
                    system(accepted.applied().methodology(), accepted.applied().version()),
                    accepted.assessedBy());
        }
        return all;
    }

    private void characterize(
            List<Object> all, String rating, @Nullable Analysis analysis, String system, String assessor) {
        if (analysis == null) {
            return;
        }
        var facets = new Facets(system, rating.equals("inherent") ? "initial" : "adjusted", new ArrayList<>());
        var level = analysis.level();
        var likelihood = analysis.rating().likelihood();
        facets.add("likelihood", level.likelihood(), likelihood == null ? null : likelihood.rationale());
        if (likelihood != null && likelihood.frequency() != null) {
            var often = likelihood.frequency();
            facets.add("frequency-per-year", range(often.minimum(), often.mostLikely(), often.maximum(), null), null);
        }
        facets.add("impact", level.impact(), null);
        facets.add("business-impact", level.businessImpact(), null);
        facets.add("regulatory-impact", level.regulatoryImpact(), null);
        analysis.rating()
                .impact()
                .forEach((dimension, impact) ->
                        facets.add(OscalJson.token("impact-" + dimension), value(impact), impact.rationale()));
        facets.add("level", level.score().toPlainString(), null);
        facets.add("band", level.band(), null);
        all.add(object(
                "props",
                List.of(
                        property("rating", rating),
                        property("above-criteria", Boolean.toString(analysis.aboveCriteria()))),
                "origin",
                parties.origin(assessor, OscalParties.ASSESSOR),
                "facets",
                facets.all()));
    }

    /** @param state initial or adjusted, as OSCAL tells apart what was found from what was made of it */
    private record Facets(String system, String state, List<Object> all) {

        void add(String name, @Nullable Object value, @Nullable String rationale) {
            if (value != null) {
                all.add(object(
                        "name",
                        name,
                        "system",
                        system,
                        "value",
                        string(value.toString()),
                        "props",
                        List.of(object("name", "state", "value", state)),
                        "remarks",
                        rationale == null || rationale.isBlank() ? null : lines(rationale)));
            }
        }
    }

    private static @Nullable Object value(ImpactRating impact) {
        LossRange loss = impact.loss();
        return loss == null
                ? impact.value()
                : range(amount(loss.minimum()), amount(loss.mostLikely()), amount(loss.maximum()), loss.mostLikely());
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private static @Nullable String range(
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal mostLikely,
            @Nullable BigDecimal maximum,
            @Nullable Money in) {
        if (minimum == null || mostLikely == null || maximum == null) {
            return null;
        }
        return "%s to %s, most likely %s%s"
                .formatted(
                        minimum.toPlainString(),
                        maximum.toPlainString(),
                        mostLikely.toPlainString(),
                        in == null ? "" : " " + in.currency());
    }

    private List<Object> existingControls() {
        List<Object> all = new ArrayList<>();
        List<ExistingControl> controls = risk.assessment == null ? List.of() : risk.assessment.existingControls();
        for (int i = 0; i < controls.size(); i++) {
            ExistingControl control = controls.get(i);
            List<Object> properties = new ArrayList<>();
            add(properties, "control", control.reference());
            String effectiveness = control.effectiveness() == null
                    ? null
                    : control.effectiveness().word();
            add(properties, "effectiveness", effectiveness);
            all.add(object(
                    "uuid",
                    OscalJson.id(risk.id, "existing control " + i),
                    "description",
                    paragraphs(
                            effectiveness == null ? control.reference() : control.reference() + ": " + effectiveness,
                            control.note()),
                    "props",
                    orNone(properties)));
        }
        return all;
    }

    /** By when all is done that is being carried out; none where nothing is. */
    private @Nullable String deadline() {
        return plans.stream()
                .filter(OscalStatus::isUnderWay)
                .flatMap(plan -> plan.actions.stream())
                .filter(action -> !action.status().equals("done"))
                .map(ActionEntry::targetDate)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .map(OscalRisk::endOf)
                .orElse(null);
    }

    /** Days are days in UTC, and something is due by the end of one. */
    private static String endOf(LocalDate day) {
        return day.atTime(LAST_SECOND).atOffset(ZoneOffset.UTC).toInstant().toString();
    }

    private static String id(TreatmentPlanEntry plan) {
        return OscalJson.id(plan.id, "remediation");
    }

    private Map<String, Object> remediation(TreatmentPlanEntry plan) {
        List<Object> properties = new ArrayList<>();
        add(properties, "id", plan.id);
        add(properties, "key", plan.key);
        add(properties, "status", plan.status);
        add(properties, "option", plan.option);
        add(properties, "percent", plan.percent);
        plan.controls.forEach(control -> add(properties, "control", control.reference()));
        plan.implementedControls.forEach(control -> add(properties, "implemented-control", control));
        add(properties, "residual-level", plan.residualLevel == null ? null : plan.residualLevel.toPlainString());
        add(properties, "residual-band", plan.residualBand);
        add(
                properties,
                "residual-system",
                plan.methodologyId == null ? null : system(plan.methodologyId, plan.methodologyVersion));
        return object(
                "uuid",
                id(plan),
                "lifecycle",
                lifecycle(plan),
                "title",
                line(plan.title),
                "description",
                paragraphs(
                        plan.title,
                        plan.option == null ? null : "Option: " + plan.option,
                        plan.otherParty == null ? null : "Shared with: " + plan.otherParty,
                        plan.stops == null ? null : "Stops: " + plan.stops,
                        plan.justification),
                "props",
                properties,
                "tasks",
                orNone(plan.actions.stream()
                        .<Object>map(action -> task(plan, action))
                        .toList()));
    }

    /** What is not approved yet is proposed. */
    private static String lifecycle(TreatmentPlanEntry plan) {
        return switch (plan.status) {
            case "completed" -> "completed";
            case "approved", "in-progress" -> "planned";
            default -> "recommendation";
        };
    }

    private Map<String, Object> task(TreatmentPlanEntry plan, ActionEntry action) {
        List<Object> properties = new ArrayList<>();
        add(properties, "number", action.id());
        add(properties, "status", action.status());
        add(properties, "percent", action.percent());
        add(properties, "success-criterion", action.successCriterion());
        add(properties, "resources", action.resources());
        Objects.requireNonNullElse(action.controls(), List.<String>of())
                .forEach(control -> add(properties, "control", control));
        add(properties, "overdue-since", action.overdueAt());
        add(properties, "done-at", action.shownDoneAt());
        LocalDate due = action.targetDate();
        return object(
                "uuid",
                OscalJson.id(plan.id, "action " + action.id()),
                "type",
                "action",
                "title",
                line(action.title().isBlank() ? "Action " + action.id() : action.title()),
                "props",
                properties,
                "timing",
                due == null ? null : object("on-date", object("date", endOf(due))),
                "responsible-roles",
                action.owner() == null
                        ? null
                        : List.of(object(
                                "role-id",
                                OscalParties.ACTION_OWNER,
                                "party-uuids",
                                List.of(parties.id(action.owner().id())))),
                "remarks",
                action.remark() == null ? null : lines(action.remark()));
    }

    /** What the register itself knows of the past; all of it stands in the history of the risk. */
    private List<Object> log() {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(risk.createdAt, "Registered", null, null, null));
        if (risk.assessedAt != null) {
            entries.add(new Entry(
                    risk.assessedAt, "Assessed", null, parties.loggedBy(risk.assessedBy, OscalParties.ASSESSOR), null));
        }
        if (risk.acceptedAt != null) {
            entries.add(new Entry(
                    risk.acceptedAt,
                    "Residual risk accepted",
                    risk.acceptanceJustification,
                    parties.loggedBy(risk.acceptedBy, OscalParties.ACCEPTOR),
                    null));
        }
        if (risk.acceptanceEndedAt != null) {
            entries.add(new Entry(
                    risk.acceptanceEndedAt,
                    "Acceptance ended: " + risk.acceptance,
                    risk.acceptanceEndedBecause,
                    null,
                    null));
        }
        risk.flags.forEach(
                flag -> entries.add(new Entry(flag.flaggedAt(), "Flagged for reassessment", flag.what(), null, null)));
        if (risk.reassessmentOverdueAt != null) {
            entries.add(new Entry(risk.reassessmentOverdueAt, "Reassessment overdue", null, null, null));
        }
        for (TreatmentPlanEntry plan : plans) {
            if (plan.approvedAt != null) {
                entries.add(new Entry(
                        plan.approvedAt,
                        "Treatment plan " + plan.key + " approved",
                        null,
                        parties.loggedBy(plan.approvedBy, OscalParties.RISK_OWNER),
                        id(plan)));
            }
            if (plan.completedAt != null) {
                entries.add(
                        new Entry(plan.completedAt, "Treatment plan " + plan.key + " completed", null, null, id(plan)));
            }
        }
        entries.sort(Comparator.comparing(Entry::at));
        return entries.stream().<Object>map(entry -> entry.of(risk.id)).toList();
    }

    private record Entry(
            Instant at,
            String title,
            @Nullable String description,
            @Nullable List<Object> by,
            @Nullable String response) {

        Map<String, Object> of(UUID risk) {
            return object(
                    "uuid",
                    OscalJson.id(risk, "log " + at + " " + title + " " + description),
                    "title",
                    line(title),
                    "description",
                    description == null || description.isBlank() ? null : lines(description),
                    "start",
                    at.toString(),
                    "logged-by",
                    by,
                    "related-responses",
                    response == null ? null : List.of(object("response-uuid", response)));
        }
    }
}
