package isms.risk.planregister;

import io.smallrye.mutiny.Uni;
import isms.platform.deadline.Day;
import isms.platform.document.Block;
import isms.platform.document.Block.Fact;
import isms.platform.document.Block.Facts;
import isms.platform.document.Block.Heading;
import isms.platform.document.Block.Table;
import isms.platform.document.Cell;
import isms.platform.document.Column;
import isms.platform.document.Document;
import isms.platform.document.Moments;
import isms.platform.query.Asked;
import isms.platform.query.ReadRequest;
import isms.risk.document.CriteriaUsed;
import isms.risk.document.CriteriaUsed.Version;
import isms.risk.document.Referred;
import isms.risk.risk.RiskRegisterEntry;
import isms.risk.treatment.ActionEntry;
import isms.risk.treatment.TreatmentPlanEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The risk treatment plan of the organization (6.1.3 e): all plans with all their actions, as a document (RSK-18). */
final class PlansDocument {

    private final List<TreatmentPlanEntry> plans;
    private final Asked asked;
    private final CriteriaUsed criteria;
    private final Map<UUID, RiskRegisterEntry> risks;
    private final LocalDate day;

    private PlansDocument(
            List<TreatmentPlanEntry> plans, Asked asked, CriteriaUsed criteria, Map<UUID, RiskRegisterEntry> risks) {
        this.plans = plans;
        this.asked = asked;
        this.criteria = criteria;
        this.risks = risks;
        this.day = Day.of(asked.shown());
    }

    static Uni<Document> of(Mutiny.Session session, List<TreatmentPlanEntry> plans, Asked asked, ReadRequest request) {
        Set<UUID> treated = new LinkedHashSet<>();
        plans.forEach(plan -> treated.add(plan.riskId));
        return CriteriaUsed.read(
                        session,
                        asked.organization(),
                        plans.stream().map(PlansDocument::by).toList())
                .chain(criteria -> Referred.to(session, RiskRegisterEntry.class, treated, asked, request)
                        .map(risks -> new PlansDocument(plans, asked, criteria, risks).document()));
    }

    static @Nullable Version by(TreatmentPlanEntry plan) {
        return Version.of(plan.methodologyId, plan.methodologyVersion);
    }

    private Document document() {
        return new Document(
                asked.organization(),
                "Risk treatment plan",
                null,
                "The treatment plans of %s as of %s: %d rows"
                        .formatted(asked.organization(), Moments.second(asked.shown()), plans.size()),
                asked.subject(),
                asked.at(),
                false,
                cover(),
                content());
    }

    private List<Block> cover() {
        List<Fact> facts = new ArrayList<>(asked.origin());
        facts.addAll(asked.selection(plans.size(), Map.of("risk", risksByTitle())));
        facts.add(Fact.of("Overdue", plans.stream().filter(this::isOverdue).count() + " of " + plans.size()));
        List<Block> cover = new ArrayList<>();
        cover.add(new Facts(facts));
        cover.add(new Heading("Criteria used"));
        cover.addAll(criteria.blocks());
        return cover;
    }

    private UnaryOperator<String> risksByTitle() {
        return value -> {
            String words = value;
            for (RiskRegisterEntry risk : risks.values()) {
                words = words.replace(risk.id.toString(), risk.key + " " + risk.title);
            }
            return words;
        };
    }

    private record Planned(TreatmentPlanEntry plan, ActionEntry action) {}

    private List<Block> content() {
        List<Planned> actions = plans.stream()
                .flatMap(plan -> plan.actions.stream().map(action -> new Planned(plan, action)))
                .toList();
        return List.of(
                new Heading("Plans"),
                Table.of("The plans with their risks, approval and progress", columns(), plans),
                new Heading("Actions"),
                Table.of("The actions of all plans", actionColumns(), actions));
    }

    private List<Column<TreatmentPlanEntry>> columns() {
        return List.of(
                new Column<>("Key", 8, plan -> Cell.strong(plan.key).small(plan.status)),
                new Column<>("Risk", 20, this::risk),
                new Column<>("Treatment", 24, PlansDocument::treatment),
                new Column<>("Owners of actions", 10, plan -> Cell.of(plan.actionOwners)),
                new Column<>(
                        "Level aimed at",
                        10,
                        plan -> criteria.level(by(plan), plan.residualBand, plan.residualLevel, null, null)
                                .small(Boolean.TRUE.equals(plan.residualAboveCriteria) ? "above criteria" : null)),
                new Column<>("Progress", 8, plan -> Cell.of(plan.percent + " %")),
                new Column<>("Next due", 10, plan -> Cell.of(plan.nextDue).small(isOverdue(plan) ? "overdue" : null)),
                new Column<>(
                        "Approved",
                        10,
                        plan -> plan.approvedAt == null
                                ? Cell.of("Not yet")
                                : Cell.of(Moments.day(plan.approvedAt)).small("by " + plan.approvedBy)));
    }

    private Cell risk(TreatmentPlanEntry plan) {
        RiskRegisterEntry risk = risks.get(plan.riskId);
        return risk == null
                ? Cell.of(plan.riskId)
                : Cell.strong(risk.key).plain(risk.title).small("owner " + risk.owner);
    }

    static Cell treatment(TreatmentPlanEntry plan) {
        return Cell.strong(plan.title)
                .small(plan.option == null ? "no option chosen yet" : "to " + plan.option + " the risk")
                .small(plan.otherParty == null ? null : "with " + plan.otherParty)
                .small(plan.stops == null ? null : "stops: " + plan.stops)
                .small(plan.justification)
                .small(
                        plan.controls.isEmpty()
                                ? null
                                : "Controls: "
                                        + String.join(
                                                ", ",
                                                plan.controls.stream()
                                                        .map(control -> control.reference())
                                                        .toList()))
                .small(plan.withdrawnBecause == null ? null : "Withdrawn: " + plan.withdrawnBecause);
    }

    private boolean isOverdue(TreatmentPlanEntry plan) {
        return plan.nextDue != null && plan.nextDue.isBefore(day);
    }

    private static List<Column<Planned>> actionColumns() {
        List<Column<Planned>> columns = new ArrayList<>();
        columns.add(new Column<>(
                "Plan",
                10,
                planned -> Cell.strong(planned.plan().key)
                        .small("action " + planned.action().id())));
        for (Column<ActionEntry> column : PlanDocument.actions()) {
            columns.add(new Column<>(
                    column.title(), column.share(), planned -> column.cell().apply(planned.action())));
        }
        return columns;
    }
}
