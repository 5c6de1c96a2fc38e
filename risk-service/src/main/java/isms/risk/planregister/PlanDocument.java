package isms.risk.planregister;

import io.smallrye.mutiny.Uni;
import isms.platform.document.Block;
import isms.platform.document.Block.Fact;
import isms.platform.document.Block.Facts;
import isms.platform.document.Block.Heading;
import isms.platform.document.Block.Paragraph;
import isms.platform.document.Block.Table;
import isms.platform.document.Cell;
import isms.platform.document.Column;
import isms.platform.document.Document;
import isms.platform.document.Moments;
import isms.platform.history.HistoryEntry;
import isms.platform.query.Asked;
import isms.platform.query.ReadRequest;
import isms.risk.criteria.ImpactRating;
import isms.risk.criteria.LikelihoodRating;
import isms.risk.document.CriteriaUsed;
import isms.risk.document.CriteriaUsed.Version;
import isms.risk.document.Referred;
import isms.risk.risk.RiskRegisterEntry;
import isms.risk.treatment.ActionEntry;
import isms.risk.treatment.NecessaryControl;
import isms.risk.treatment.TreatmentPlanEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** One treatment plan whole: risk, treatment, actions, approval and history, as a document (RSK-12, RSK-18). */
final class PlanDocument {

    private final TreatmentPlanEntry plan;
    private final List<HistoryEntry> history;
    private final Asked asked;
    private final CriteriaUsed criteria;
    private final @Nullable RiskRegisterEntry risk;

    private PlanDocument(
            TreatmentPlanEntry plan,
            List<HistoryEntry> history,
            Asked asked,
            CriteriaUsed criteria,
            @Nullable RiskRegisterEntry risk) {
        this.plan = plan;
        this.history = history;
        this.asked = asked;
        this.criteria = criteria;
        this.risk = risk;
    }

    static Uni<Document> of(
            Mutiny.Session session,
            TreatmentPlanEntry plan,
            List<HistoryEntry> history,
            Asked asked,
            ReadRequest request) {
        return Referred.to(session, RiskRegisterEntry.class, List.<UUID>of(plan.riskId), asked, request)
                .chain(risks -> {
                    RiskRegisterEntry risk = risks.get(plan.riskId);
                    return CriteriaUsed.read(
                                    session, asked.organization(), Arrays.asList(PlansDocument.by(plan), by(risk)))
                            .map(criteria -> new PlanDocument(plan, history, asked, criteria, risk).document());
                });
    }

    private static @Nullable Version by(@Nullable RiskRegisterEntry risk) {
        return risk == null ? null : Version.of(risk.methodologyId, risk.methodologyVersion);
    }

    private Document document() {
        List<Block> content = new ArrayList<>();
        risk(content);
        treatment(content);
        content.add(new Heading("Actions"));
        content.add(Table.of("The actions with owner, date and success criterion", actions(), plan.actions));
        content.add(new Heading("Approval"));
        content.add(new Facts(approval()));
        content.add(new Heading("History"));
        content.add(Table.of("Every decision with who took it and when", decisions(), history));
        return new Document(
                asked.organization(),
                "Risk treatment plan " + plan.key,
                plan.title,
                "The treatment plan %s of %s as of %s"
                        .formatted(plan.key, asked.organization(), Moments.second(asked.shown())),
                asked.subject(),
                asked.at(),
                true,
                cover(),
                content);
    }

    private List<Block> cover() {
        List<Fact> facts = new ArrayList<>(asked.origin());
        facts.add(Fact.of("Plan", plan.key + " in version " + plan.version));
        facts.add(Fact.of("Status", plan.status));
        facts.add(Fact.of("Progress", plan.percent + " %"));
        if (plan.nextDue != null) {
            facts.add(Fact.of("Next due", plan.nextDue.toString()));
        }
        List<Block> cover = new ArrayList<>();
        cover.add(new Facts(facts));
        cover.add(new Heading("Criteria used"));
        cover.addAll(criteria.blocks());
        return cover;
    }

    private void risk(List<Block> content) {
        content.add(new Heading("Risk"));
        RiskRegisterEntry treated = risk;
        if (treated == null) {
            content.add(new Paragraph("The risk " + plan.riskId + " was not in the register at this moment."));
            return;
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Risk", Cell.strong(treated.key).plain(treated.title)));
        facts.add(Fact.of("Owner", treated.owner));
        if (treated.scenario != null) {
            add(facts, "Source", treated.scenario.source());
            add(facts, "Event", treated.scenario.event());
            add(facts, "Vulnerability", treated.scenario.vulnerability());
            add(facts, "Consequence", treated.scenario.consequence());
        }
        facts.add(new Fact(
                "Level before treatment",
                treated.assessedAt == null
                        ? Cell.of("not assessed yet")
                        : criteria.level(
                                        by(treated),
                                        treated.currentBand,
                                        treated.currentLevel,
                                        treated.currentLikelihood,
                                        treated.currentImpact)
                                .small(Boolean.TRUE.equals(treated.aboveCriteria) ? "above criteria" : null)));
        if (!treated.priorityBecause.isEmpty()) {
            facts.add(new Fact("Its place in the order of treatment", Cell.of(treated.priorityBecause)));
        }
        content.add(new Facts(facts));
    }

    private void treatment(List<Block> content) {
        content.add(new Heading("Treatment"));
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Option", plan.option == null ? "not chosen yet" : plan.option));
        add(facts, "Shared with", plan.otherParty);
        add(facts, "What stops", plan.stops);
        add(facts, "Justification", plan.justification);
        Cell controls = Cell.EMPTY;
        for (NecessaryControl control : plan.controls) {
            controls = controls.plain(control.reference()).small(control.source());
        }
        facts.add(new Fact("Necessary controls", plan.controls.isEmpty() ? Cell.of("none") : controls));
        facts.add(new Fact(
                "Level aimed at",
                plan.residualBand == null
                        ? Cell.of("determined when the plan is submitted")
                        : criteria.level(PlansDocument.by(plan), plan.residualBand, plan.residualLevel, null, null)
                                .small(
                                        Boolean.TRUE.equals(plan.residualAboveCriteria)
                                                ? "above the acceptance criteria"
                                                : "within the acceptance criteria")));
        content.add(new Facts(facts));
        if (plan.residual != null) {
            record Judged(String of, String value, @Nullable String rationale) {}
            List<Judged> judged = new ArrayList<>();
            LikelihoodRating likelihood = plan.residual.likelihood();
            if (likelihood != null) {
                judged.add(new Judged(
                        "Likelihood",
                        likelihood.frequency() == null
                                ? String.valueOf(likelihood.value())
                                : likelihood.frequency().minimum() + " to "
                                        + likelihood.frequency().maximum() + " a year, most likely "
                                        + likelihood.frequency().mostLikely(),
                        likelihood.rationale()));
            }
            plan.residual
                    .impact()
                    .forEach((dimension, impact) ->
                            judged.add(new Judged("Impact: " + dimension, value(impact), impact.rationale())));
            content.add(Table.of(
                    "The rating aimed at, with its rationale",
                    List.of(
                            new Column<Judged>("Rated", 25, row -> Cell.strong(row.of())),
                            new Column<>("Aim", 25, row -> Cell.of(row.value())),
                            new Column<>("Rationale", 50, row -> Cell.of(row.rationale()))),
                    judged));
        }
    }

    private static String value(ImpactRating impact) {
        var loss = impact.loss();
        if (loss == null || loss.minimum() == null || loss.maximum() == null || loss.mostLikely() == null) {
            return String.valueOf(impact.value());
        }
        return "%s %s to %s, most likely %s"
                .formatted(
                        loss.minimum().currency(),
                        loss.minimum().amount().toPlainString(),
                        loss.maximum().amount().toPlainString(),
                        loss.mostLikely().amount().toPlainString());
    }

    static List<Column<ActionEntry>> actions() {
        return List.of(
                new Column<>(
                        "Action",
                        28,
                        action -> Cell.strong(action.title())
                                .small(action.resources().isBlank() ? null : "Resources: " + action.resources())
                                .small(
                                        action.controls().isEmpty()
                                                ? null
                                                : "Controls: " + String.join(", ", action.controls()))),
                new Column<>("Owner", 10, action -> Cell.of(action.owner())),
                new Column<>("Due", 13, PlanDocument::due),
                new Column<>("Success criterion", 24, action -> Cell.of(action.successCriterion())),
                new Column<>("Progress", 25, PlanDocument::progress));
    }

    private static Cell due(ActionEntry action) {
        return Cell.of(action.targetDate())
                .small(action.overdueAt() == null ? null : "overdue, recorded " + Moments.day(action.overdueAt()))
                .small(
                        action.movedFrom() == null
                                ? null
                                : "moved from " + action.movedFrom() + ": " + action.movedBecause());
    }

    private static Cell progress(ActionEntry action) {
        Cell cell = Cell.of(action.status() + ", " + action.percent() + " %").small(action.remark());
        return action.shownDoneAt() == null
                ? cell
                : cell.small("Shown done " + Moments.day(action.shownDoneAt()) + " by " + action.shownDoneBy() + ": "
                        + action.evidence());
    }

    private List<Fact> approval() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Written by", Cell.of(plan.authors)));
        add(facts, "Submitted", plan.submittedAt == null ? null : Moments.second(plan.submittedAt));
        add(facts, "Returned because", plan.returnedBecause);
        facts.add(Fact.of(
                "Approved by the risk owner",
                plan.approvedAt == null ? "not yet" : Moments.second(plan.approvedAt) + " by " + plan.approvedBy));
        add(facts, "Completed", plan.completedAt == null ? null : Moments.second(plan.completedAt));
        add(facts, "Withdrawn because", plan.withdrawnBecause);
        return facts;
    }

    private List<Column<HistoryEntry>> decisions() {
        return List.of(
                new Column<>("No.", 6, entry -> Cell.of(entry.version())),
                new Column<>(
                        "When",
                        23,
                        entry -> Cell.of(Moments.second(entry.at()))
                                .small(
                                        entry.imported()
                                                ? "as stated; recorded " + Moments.second(entry.recordedAt())
                                                : null)),
                new Column<>("Who", 17, entry -> Cell.of(entry.actor()).small(String.join(", ", entry.roles()))),
                new Column<>(
                        "What",
                        56,
                        entry -> Cell.of(named(entry.what()))
                                .small(
                                        entry.reason() == null || entry.what().contains(entry.reason())
                                                ? null
                                                : "Reason: " + entry.reason())));
    }

    /** The risk by its key, which the page before has named, instead of its identity. */
    private String named(String what) {
        return risk == null ? what : what.replace(plan.riskId.toString(), risk.key);
    }

    private static void add(List<Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(Fact.of(name, value));
        }
    }
}
