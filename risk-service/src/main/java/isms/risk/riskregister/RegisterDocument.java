package isms.risk.riskregister;

import io.smallrye.mutiny.Uni;
import isms.platform.deadline.Day;
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
import isms.platform.query.Asked;
import isms.platform.query.ReadRequest;
import isms.risk.context.ContextEntry;
import isms.risk.document.CriteriaUsed;
import isms.risk.document.CriteriaUsed.Version;
import isms.risk.document.Referred;
import isms.risk.risk.RiskRegisterEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The register as a document that is handed to an auditor (RSK-18). */
final class RegisterDocument {

    private final List<RiskRegisterEntry> risks;
    private final Asked asked;
    private final CriteriaUsed criteria;
    private final Map<UUID, ContextEntry> contexts;

    private RegisterDocument(
            List<RiskRegisterEntry> risks, Asked asked, CriteriaUsed criteria, Map<UUID, ContextEntry> contexts) {
        this.risks = risks;
        this.asked = asked;
        this.criteria = criteria;
        this.contexts = contexts;
    }

    static Uni<Document> of(Mutiny.Session session, List<RiskRegisterEntry> risks, Asked asked, ReadRequest request) {
        Set<UUID> contexts = new LinkedHashSet<>();
        risks.forEach(risk -> contexts.add(risk.contextId));
        return CriteriaUsed.read(
                        session,
                        asked.organization(),
                        risks.stream().map(RegisterDocument::by).toList())
                .chain(criteria -> Referred.to(session, ContextEntry.class, contexts, asked, request)
                        .map(named -> new RegisterDocument(risks, asked, criteria, named).document()));
    }

    private static @Nullable Version by(RiskRegisterEntry risk) {
        return Version.of(risk.methodologyId, risk.methodologyVersion);
    }

    private Document document() {
        return new Document(
                asked.organization(),
                "Risk register",
                null,
                "The register of risks of %s as of %s: %d rows"
                        .formatted(asked.organization(), Moments.second(asked.shown()), risks.size()),
                asked.subject(),
                asked.at(),
                false,
                cover(),
                content());
    }

    private List<Block> cover() {
        List<Fact> facts = new ArrayList<>(asked.origin());
        facts.addAll(asked.selection(risks.size(), Map.of("context", contextsByTitle())));
        facts.add(Fact.of(
                "Above the acceptance criteria",
                "%d of %d assessed"
                        .formatted(
                                risks.stream()
                                        .filter(risk -> Boolean.TRUE.equals(risk.aboveCriteria))
                                        .count(),
                                risks.stream().filter(risk -> by(risk) != null).count())));
        List<Block> cover = new ArrayList<>();
        cover.add(new Facts(facts));
        cover.add(new Heading("Criteria used"));
        cover.addAll(criteria.blocks());
        return cover;
    }

    private UnaryOperator<String> contextsByTitle() {
        return value -> {
            String words = value;
            for (ContextEntry context : contexts.values()) {
                words = words.replace(context.id.toString(), context.key + " " + context.title);
            }
            return words;
        };
    }

    private List<Block> content() {
        List<Block> content = new ArrayList<>();
        Map<Version, Map<String, Long>> counts = new LinkedHashMap<>();
        for (RiskRegisterEntry risk : risks) {
            Version by = by(risk);
            if (by != null && risk.currentBand != null) {
                counts.computeIfAbsent(by, version -> new TreeMap<>()).merge(risk.currentBand, 1L, Long::sum);
            }
        }
        if (!counts.isEmpty()) {
            content.add(new Heading("Overview: current level of risk"));
            content.add(criteria.counts("Risks by band of their current level", counts));
        }
        content.add(new Heading("Risks"));
        content.add(new Paragraph(CriteriaUsed.LEGEND));
        content.add(Table.of("The risks with owner and levels", columns(), risks));
        content.addAll(criteria.annex());
        return content;
    }

    private List<Column<RiskRegisterEntry>> columns() {
        LocalDate day = Day.of(asked.shown());
        return List.of(
                new Column<>("Key", 8, risk -> Cell.strong(risk.key).small(risk.status)),
                new Column<>("Risk", 32, RegisterDocument::risk),
                new Column<>(
                        "Context, category",
                        14,
                        risk -> Cell.of(context(risk)).small(risk.category).small(risk.unit)),
                new Column<>("Owner", 9, risk -> Cell.of(risk.owner)),
                new Column<>(
                        "Inherent",
                        8,
                        risk -> criteria.level(
                                by(risk),
                                risk.inherentBand,
                                risk.inherentLevel,
                                risk.inherentLikelihood,
                                risk.inherentImpact)),
                new Column<>("Current", 8, this::current),
                new Column<>(
                        "Residual",
                        8,
                        risk -> criteria.level(
                                by(risk),
                                risk.residualBand,
                                risk.residualLevel,
                                risk.residualLikelihood,
                                risk.residualImpact)),
                new Column<>("Assessed", 11, risk -> assessed(risk, day)));
    }

    private static Cell risk(RiskRegisterEntry risk) {
        Cell cell = Cell.strong(risk.title);
        if (risk.kind.equals("opportunity")) {
            cell = cell.small("Opportunity");
        }
        if (risk.scenario != null) {
            cell = cell.small(said("Source", risk.scenario.source()))
                    .small(said("Event", risk.scenario.event()))
                    .small(said("Vulnerability", risk.scenario.vulnerability()))
                    .small(said("Consequence", risk.scenario.consequence()));
        }
        return risk.retiredBecause == null ? cell : cell.small("Retired: " + risk.retiredBecause);
    }

    private static @Nullable String said(String name, String words) {
        return words.isBlank() ? null : name + ": " + words;
    }

    private Cell current(RiskRegisterEntry risk) {
        Cell cell = criteria.level(
                by(risk), risk.currentBand, risk.currentLevel, risk.currentLikelihood, risk.currentImpact);
        return Boolean.TRUE.equals(risk.aboveCriteria) ? cell.small("above criteria") : cell;
    }

    private static Cell assessed(RiskRegisterEntry risk, LocalDate day) {
        if (risk.assessedAt == null) {
            return Cell.of("Not yet");
        }
        Cell cell = Cell.of(Moments.day(risk.assessedAt)).small("by " + risk.assessedBy);
        if (risk.reassessBy == null) {
            return cell;
        }
        return cell.small((risk.reassessBy.isBefore(day) ? "overdue since " : "again by ") + risk.reassessBy);
    }

    private String context(RiskRegisterEntry risk) {
        ContextEntry context = contexts.get(risk.contextId);
        return context == null ? Objects.toString(risk.contextId) : context.title;
    }
}
