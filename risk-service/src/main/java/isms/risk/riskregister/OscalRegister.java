package isms.risk.riskregister;

import static isms.platform.oscal.OscalJson.line;
import static isms.platform.oscal.OscalJson.object;
import static isms.platform.oscal.OscalJson.property;
import static isms.platform.oscal.OscalJson.string;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.smallrye.mutiny.Uni;
import isms.platform.deadline.Day;
import isms.platform.document.Moments;
import isms.platform.http.MediaTypes;
import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import isms.platform.oscal.OscalJson;
import isms.platform.query.Asked;
import isms.platform.query.FileFormat;
import isms.platform.query.ReadRequest;
import isms.risk.context.ContextEntry;
import isms.risk.document.CriteriaUsed;
import isms.risk.document.CriteriaUsed.Version;
import isms.risk.document.Referred;
import isms.risk.risk.RiskKind;
import isms.risk.risk.RiskRegisterEntry;
import isms.risk.treatment.ActionEntry;
import isms.risk.treatment.TreatmentPlanEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The register in OSCAL, as a plan of action and milestones (RSK-18): the model that holds risks with their treatment, and asks
 * for no assessment plan and no system security plan, of which a register knows nothing.
 */
final class OscalRegister implements FileFormat.Content {

    static final FileFormat FORMAT = new FileFormat(MediaTypes.OSCAL, "oscal.json", 10_000, "an OSCAL document");

    private static final UUID REGISTERS = UUID.fromString("5f3c1d52-6a0e-5b8e-9d55-3a3f0e7c9b21");

    private static final String PLANS = "select r from TreatmentPlanEntry r where r.tenant = :tenant"
            + " and r.riskId in (:risks) and r.status <> 'withdrawn' and ";

    private final List<RiskRegisterEntry> risks;
    private final int opportunities;
    private final Map<UUID, List<TreatmentPlanEntry>> plans;
    private final Function<Version, String> methodologies;
    private final Map<UUID, ContextEntry> contexts;
    private final Asked asked;
    private final OscalParties parties;

    /**
     * @param opportunities how many of what matched are none of the risks
     * @param plans by the identity of their risk
     * @param methodologies names of their versions, as people know them
     */
    OscalRegister(
            List<RiskRegisterEntry> risks,
            int opportunities,
            Map<UUID, List<TreatmentPlanEntry>> plans,
            Function<Version, String> methodologies,
            Map<UUID, ContextEntry> contexts,
            Asked asked) {
        this.risks = risks;
        this.opportunities = opportunities;
        this.plans = plans;
        this.methodologies = methodologies;
        this.contexts = contexts;
        this.asked = asked;
        this.parties =
                new OscalParties(UUID.fromString(OscalJson.id(REGISTERS, asked.organization())), asked.organization());
    }

    static Uni<OscalRegister> of(
            Mutiny.Session session, List<RiskRegisterEntry> rows, Asked asked, ReadRequest request) {
        List<RiskRegisterEntry> risks = rows.stream()
                .filter(risk -> risk.kind.equals(RiskKind.THREAT.word()))
                .toList();
        if (risks.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.NOT_ACCEPTABLE,
                    "No risk matches, and a plan of action and milestones in OSCAL has at least one.",
                    "Widen the filter, or take the list as JSON, CSV or XLSX.");
        }
        SequencedSet<UUID> contexts = new LinkedHashSet<>();
        risks.forEach(risk -> contexts.add(risk.contextId));
        return plans(session, risks, asked, request)
                .chain(plans -> CriteriaUsed.read(
                                session,
                                asked.organization(),
                                risks.stream()
                                        .flatMap(OscalRegister::versions)
                                        .distinct()
                                        .toList())
                        .chain(criteria -> Referred.to(session, ContextEntry.class, contexts, asked, request)
                                .map(named -> new OscalRegister(
                                        risks, rows.size() - risks.size(), plans, criteria::name, named, asked))));
    }

    private static Uni<Map<UUID, List<TreatmentPlanEntry>>> plans(
            Mutiny.Session session, List<RiskRegisterEntry> risks, Asked asked, ReadRequest request) {
        var query = session.createSelectionQuery(
                        PLANS + request.versionCondition() + " order by r.number", TreatmentPlanEntry.class)
                .setReadOnly(true)
                .setParameter("tenant", asked.organization())
                .setParameter("risks", risks.stream().map(risk -> risk.id).toList());
        Instant moment = asked.moment();
        if (moment != null) {
            query.setParameter("moment", moment);
        }
        return query.getResultList().map(found -> found.stream().collect(groupingBy(plan -> plan.riskId)));
    }

    /** By which versions of methodologies the risk is rated: its last assessment, and the one that was accepted. */
    private static Stream<Version> versions(RiskRegisterEntry risk) {
        List<Version> versions = new ArrayList<>();
        Version last = Version.of(risk.methodologyId, risk.methodologyVersion);
        if (last != null) {
            versions.add(last);
        }
        if (risk.acceptedRating != null) {
            versions.add(new Version(
                    risk.acceptedRating.applied().methodology(),
                    risk.acceptedRating.applied().version()));
        }
        return versions.stream();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        SequencedMap<String, Object> poam = new LinkedHashMap<>();
        poam.put("uuid", OscalJson.id(parties.space(), "register " + state()));
        poam.put("metadata", metadata());
        poam.put("system-id", object("identifier-type", OscalJson.NAMESPACE, "id", string(asked.organization())));
        poam.put(
                "risks",
                each(risk -> new OscalRisk(risk, of(risk), contexts.get(risk.contextId), parties, asked).written()));
        poam.put("poam-items", each(this::item));
        List<Object> resources = resources();
        if (!resources.isEmpty()) {
            poam.put("back-matter", object("resources", resources));
        }
        OscalJson.write(object("plan-of-action-and-milestones", poam), out);
    }

    private Iterable<Object> each(Function<RiskRegisterEntry, Object> part) {
        return () -> risks.stream().map(part).iterator();
    }

    private List<TreatmentPlanEntry> of(RiskRegisterEntry risk) {
        return plans.getOrDefault(risk.id, List.of());
    }

    /** What the document is made of: the same state, looked at on the same day, has the same identity. */
    private String state() {
        return Stream.of(
                        risks.stream(),
                        plans.values().stream()
                                .flatMap(List::stream)
                                .sorted((a, b) -> Long.compare(a.number, b.number)),
                        contexts.values().stream().sorted((a, b) -> Long.compare(a.number, b.number)))
                .flatMap(rows -> rows)
                .map(row -> row.id + " " + row.version)
                .collect(joining(
                        "\n",
                        asked.moment() + "\n" + Day.of(asked.shown()) + "\n" + asked.filters() + "\n" + asked.order()
                                + "\n",
                        ""));
    }

    private Map<String, Object> metadata() {
        Instant changed = Stream.concat(
                        risks.stream().map(risk -> risk.updatedAt),
                        plans.values().stream().flatMap(List::stream).map(plan -> plan.updatedAt))
                .max(Instant::compareTo)
                .orElseThrow();
        List<Object> properties = new ArrayList<>();
        properties.add(property("organization", asked.organization()));
        Instant moment = asked.moment();
        if (moment != null) {
            properties.add(property("as-of", moment.toString()));
            properties.add(property("timeline", asked.timeline().name().toLowerCase(Locale.ROOT)));
        }
        asked.filters().forEach((name, value) -> properties.add(property("filter", name + "=" + value)));
        properties.add(property("risks", Integer.toString(risks.size())));
        if (opportunities > 0) {
            properties.add(property(
                    "opportunities-left-out",
                    Integer.toString(opportunities),
                    "OSCAL has no place for what may turn out well."));
        }
        return object(
                "title",
                line("Risk register of " + asked.organization()
                        + (moment == null ? "" : " as of " + Moments.second(moment))),
                "last-modified",
                changed.toString(),
                "version",
                changed.toString(),
                "oscal-version",
                OscalJson.VERSION,
                "props",
                properties,
                "roles",
                OscalParties.roles(),
                "parties",
                parties.all(people()));
    }

    /** Everyone whom the document refers to. */
    private SequencedSet<String> people() {
        SequencedSet<String> people = new LinkedHashSet<>();
        risks.forEach(risk -> {
            add(people, risk.owner);
            add(people, risk.assessedBy);
            add(people, risk.acceptedBy);
            if (risk.acceptedRating != null) {
                add(people, risk.acceptedRating.assessedBy());
            }
            of(risk).forEach(plan -> {
                add(people, plan.approvedBy);
                for (ActionEntry action : plan.actions) {
                    add(people, action.owner() == null ? null : action.owner().id());
                }
            });
        });
        return people;
    }

    private static void add(SequencedSet<String> people, @Nullable String subject) {
        if (subject != null) {
            people.add(subject);
        }
    }

    private Map<String, Object> item(RiskRegisterEntry risk) {
        String planned = of(risk).stream()
                .map(plan -> "%s: %s (%s, %s)"
                        .formatted(plan.key, plan.title, Objects.toString(plan.option, "undecided"), plan.status))
                .collect(joining("\n\n"));
        String status = OscalStatus.of(risk, of(risk), Day.of(asked.shown())).word();
        return object(
                "uuid",
                OscalJson.id(risk.id, "poam-item"),
                "title",
                line(risk.key + " " + risk.title),
                "description",
                OscalJson.lines(planned.isEmpty() ? "No treatment is planned." : planned),
                "props",
                List.of(property("key", risk.key), property("owner", risk.owner), property("status", status)),
                "related-risks",
                List.of(object("risk-uuid", OscalRisk.id(risk))));
    }

    private List<Object> resources() {
        return risks.stream()
                .flatMap(OscalRegister::versions)
                .distinct()
                .<Object>map(version -> object(
                        "uuid",
                        OscalJson.id(version.methodology(), "version " + version.number()),
                        "title",
                        line(methodologies.apply(version)),
                        "description",
                        "The methodology by which levels of risk are rated: the system of their facets.",
                        "props",
                        List.of(property("system", OscalRatings.system(version.methodology(), version.number())))))
                .toList();
    }
}
