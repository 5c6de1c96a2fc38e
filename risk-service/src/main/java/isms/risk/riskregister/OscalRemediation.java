package isms.risk.riskregister;

import static isms.platform.oscal.OscalJson.line;
import static isms.platform.oscal.OscalJson.lines;
import static isms.platform.oscal.OscalJson.object;
import static isms.platform.oscal.OscalJson.paragraphs;

import isms.platform.oscal.OscalJson;
import isms.risk.treatment.ActionEntry;
import isms.risk.treatment.NecessaryControl;
import isms.risk.treatment.TreatmentPlanEntry;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A treatment plan as OSCAL has it: a remediation, with its actions as tasks. */
final class OscalRemediation {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private OscalRemediation() {}

    /** Days are days in UTC, and something is due by the end of one. */
    static String endOf(LocalDate day) {
        return day.atTime(LAST_SECOND).atOffset(ZoneOffset.UTC).toInstant().toString();
    }

    static String id(TreatmentPlanEntry plan) {
        return OscalJson.id(plan.id, "remediation");
    }

    static Map<String, Object> of(TreatmentPlanEntry plan, OscalParties parties) {
        var properties = new OscalProperties()
                .add("id", plan.id)
                .add("key", plan.key)
                .add("status", plan.status)
                .add("option", plan.option)
                .add("percent", plan.percent)
                .each(
                        "control",
                        plan.controls.stream().map(NecessaryControl::reference).toList())
                .each("implemented-control", plan.implementedControls)
                .add("residual-level", plan.residualLevel == null ? null : plan.residualLevel.toPlainString())
                .add("residual-band", plan.residualBand)
                .add(
                        "residual-system",
                        plan.methodologyId == null
                                ? null
                                : OscalRatings.system(plan.methodologyId, plan.methodologyVersion));
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
                properties.all(),
                "tasks",
                plan.actions.stream()
                        .<Object>map(action -> task(plan, action, parties))
                        .toList());
    }

    /** What is not approved yet is proposed. */
    private static String lifecycle(TreatmentPlanEntry plan) {
        return switch (plan.status) {
            case "completed" -> "completed";
            case "approved", "in-progress" -> "planned";
            default -> "recommendation";
        };
    }

    private static Map<String, Object> task(TreatmentPlanEntry plan, ActionEntry action, OscalParties parties) {
        var properties = new OscalProperties()
                .add("number", action.id())
                .add("status", action.status())
                .add("percent", action.percent())
                .add("success-criterion", action.successCriterion())
                .add("resources", action.resources())
                .each("control", action.controls())
                .add("overdue-since", action.overdueAt())
                .add("done-at", action.shownDoneAt());
        LocalDate due = action.targetDate();
        return object(
                "uuid",
                OscalJson.id(plan.id, "action " + action.id()),
                "type",
                "action",
                "title",
                line(action.title().isBlank() ? "Action " + action.id() : action.title()),
                "props",
                properties.all(),
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
}
