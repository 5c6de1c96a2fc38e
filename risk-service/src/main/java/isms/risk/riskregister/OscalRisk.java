package isms.risk.riskregister;

import static isms.platform.oscal.OscalJson.line;
import static isms.platform.oscal.OscalJson.object;
import static isms.platform.oscal.OscalJson.paragraphs;

import isms.platform.deadline.Day;
import isms.platform.oscal.OscalJson;
import isms.platform.query.Asked;
import isms.risk.context.ContextEntry;
import isms.risk.risk.ExistingControl;
import isms.risk.risk.RiskRegisterEntry;
import isms.risk.treatment.ActionEntry;
import isms.risk.treatment.TreatmentPlanEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A risk with its ratings, its treatment and what became of it, as OSCAL has it. */
final class OscalRisk {

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
                OscalRatings.all(risk, parties),
                "mitigating-factors",
                existingControls(),
                "deadline",
                deadline(),
                "remediations",
                plans.stream()
                        .<Object>map(plan -> OscalRemediation.of(plan, parties))
                        .toList(),
                "risk-log",
                object("entries", OscalLog.of(risk, plans, parties)));
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

    private static @Nullable String said(String name, String words) {
        return words.isBlank() ? null : name + ": " + words;
    }

    private List<Object> properties() {
        return new OscalProperties()
                .add("id", risk.id)
                .add("key", risk.key)
                .add("status", risk.status)
                .add("owner", risk.owner)
                .add("category", risk.category)
                .add("unit", risk.unit)
                .add("context", context == null ? risk.contextId : context.key + " " + context.title)
                .each("affects", risk.affects)
                .each("asset", risk.assets)
                .each("process", risk.processes)
                .each("control-objective", risk.controlObjectives)
                .each("control", risk.controls)
                .add("from-scenario", risk.fromScenario)
                .add("above-criteria", risk.aboveCriteria)
                .add("priority", risk.priority)
                .add("reassess-by", risk.reassessBy)
                .each("flag", risk.flagCauses)
                .add("acceptance", risk.acceptance)
                .add("accepted-until", risk.acceptedUntil)
                .add("retired-because", risk.retiredBecause)
                .all();
    }

    private List<Object> existingControls() {
        List<Object> all = new ArrayList<>();
        List<ExistingControl> controls = risk.assessment == null ? List.of() : risk.assessment.existingControls();
        for (int i = 0; i < controls.size(); i++) {
            ExistingControl control = controls.get(i);
            String effectiveness = control.effectiveness() == null
                    ? null
                    : control.effectiveness().word();
            all.add(object(
                    "uuid",
                    OscalJson.id(risk.id, "existing control " + i),
                    "description",
                    paragraphs(
                            effectiveness == null ? control.reference() : control.reference() + ": " + effectiveness,
                            control.note()),
                    "props",
                    new OscalProperties()
                            .add("control", control.reference())
                            .add("effectiveness", effectiveness)
                            .all()));
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
                .map(OscalRemediation::endOf)
                .orElse(null);
    }
}
