package isms.risk.riskregister;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gov.nist.secauto.metaschema.databind.io.Format;
import gov.nist.secauto.oscal.lib.OscalBindingContext;
import gov.nist.secauto.oscal.lib.model.PlanOfActionAndMilestones;
import isms.platform.people.Subject;
import isms.platform.query.Asked;
import isms.platform.query.Timeline;
import isms.risk.criteria.FrequencyRange;
import isms.risk.criteria.ImpactRating;
import isms.risk.criteria.LevelOfRisk;
import isms.risk.criteria.LikelihoodRating;
import isms.risk.criteria.LossRange;
import isms.risk.criteria.Money;
import isms.risk.criteria.Rating;
import isms.risk.risk.Analysis;
import isms.risk.risk.Effectiveness;
import isms.risk.risk.ExistingControl;
import isms.risk.risk.RiskRegisterEntry;
import isms.risk.risk.Scenario;
import isms.risk.treatment.ActionEntry;
import isms.risk.treatment.NecessaryControl;
import isms.risk.treatment.TreatmentPlanEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-18: the register as a plan of action and milestones in OSCAL")
class OscalRegisterTest {

    private static final Instant AT = Instant.parse("2026-03-31T12:00:00.123456Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final UUID METHODOLOGY = UUID.fromString("0190b5a0-0000-7000-8000-0000000000aa");
    private static final String ODD =
            "\u00dcbergreifende St\u00f6rung \u4f9b\u5e94\u5546 <b>x</b> & file_server *now* \"quoted\" #1";

    private int number;

    private RiskRegisterEntry risk(String title) {
        var risk = new RiskRegisterEntry();
        number++;
        risk.number = number;
        risk.id = UUID.fromString("0190b5a0-0000-7000-8000-%012d".formatted(number));
        risk.key = "RISK-" + number;
        risk.version = 3;
        risk.createdAt = AT.minusSeconds(7200);
        risk.updatedAt = AT;
        risk.kind = "threat";
        risk.status = "registered";
        risk.title = title;
        risk.scenario =
                new Scenario("A group", "Encrypts\n\n- the servers", "No second factor", "Orders wait for days");
        risk.affects = List.of("availability");
        risk.assets = List.of("File  servers");
        risk.category = "Malicious software";
        risk.contextId = UUID.fromString("0190b5a0-0000-7000-8000-0000000000cc");
        risk.owner = "rosa";
        return risk;
    }

    private RiskRegisterEntry assessed(String title) {
        RiskRegisterEntry risk = risk(title);
        risk.status = "assessed";
        risk.assessedAt = AT.minusSeconds(3600);
        risk.assessedBy = "ines";
        risk.methodologyId = METHODOLOGY;
        risk.methodologyVersion = 2;
        risk.aboveCriteria = true;
        risk.assessment = new RiskRegisterEntry.AssessmentRecord(
                analysis(5, 4, "20"),
                analysis(4, 4, "16"),
                null,
                analysis(2, 3, "6"),
                List.of(new ExistingControl("A.8.13", Effectiveness.PARTLY_EFFECTIVE, "Restored in May")));
        return risk;
    }

    private static Analysis analysis(int likelihood, int impact, String level) {
        return new Analysis(
                new Rating(
                        LikelihoodRating.of(likelihood, "Two attempts a year"),
                        Map.of("financial loss", ImpactRating.of(impact, "1. Two days lost"))),
                new LevelOfRisk(new BigDecimal(level), "high", 3, likelihood, impact, null, impact),
                true);
    }

    private static TreatmentPlanEntry plan(RiskRegisterEntry risk, String status, String option) {
        var plan = new TreatmentPlanEntry();
        plan.id = UUID.fromString("0190b5a0-0000-7000-8001-%012d".formatted(risk.number));
        plan.number = risk.number;
        plan.key = "PLAN-" + risk.number;
        plan.version = 4;
        plan.updatedAt = AT.plusSeconds(1);
        plan.riskId = risk.id;
        plan.status = status;
        plan.option = option;
        plan.title = "Restore within a day \u2013 \u6062\u590d";
        plan.controls = List.of(new NecessaryControl("A.8.13", null));
        plan.actions = List.of(
                action(1, "done", "otto", LocalDate.parse("2027-12-31")),
                action(2, "in-progress", "otto", LocalDate.parse("2026-06-30")),
                action(3, "planned", null, null));
        plan.approvedBy = "rosa";
        plan.approvedAt = AT.minusSeconds(60);
        return plan;
    }

    private static ActionEntry action(int id, String status, @Nullable String owner, @Nullable LocalDate due) {
        return new ActionEntry(
                id,
                status,
                "Buy disks",
                owner == null ? null : new Subject(owner),
                due,
                null,
                null,
                "The order database is back within a day",
                "Two people",
                List.of("A.8.13"),
                30,
                "Ordered",
                null,
                null,
                null,
                null,
                null);
    }

    private static RiskRegisterEntry accepted(RiskRegisterEntry risk, @Nullable LocalDate until) {
        risk.acceptance = "accepted";
        risk.acceptedBy = "tom";
        risk.acceptedAt = AT.minusSeconds(30);
        risk.acceptedUntil = until;
        risk.acceptanceJustification = "Too dear";
        return risk;
    }

    private record Case(RiskRegisterEntry risk, List<TreatmentPlanEntry> plans) {}

    /** Every status with what leads to it. */
    private Map<Case, String> cases() {
        Map<Case, String> cases = new LinkedHashMap<>();
        cases.put(new Case(risk(ODD), List.of()), "open");
        RiskRegisterEntry untreated = assessed("Drafted only");
        cases.put(new Case(untreated, List.of(plan(untreated, "draft", "modify"))), "open");
        RiskRegisterEntry lapsed = accepted(assessed("Accepted until yesterday"), DAY.minusDays(1));
        cases.put(new Case(lapsed, List.of()), "open");
        RiskRegisterEntry revoked = accepted(assessed("Accepted no more"), null);
        revoked.acceptance = "revoked";
        revoked.acceptanceEndedAt = AT;
        revoked.acceptanceEndedBy = "tom";
        revoked.acceptanceEndedBecause = "A new law";
        cases.put(new Case(revoked, List.of()), "open");
        RiskRegisterEntry flagged = assessed("Flagged");
        flagged.flagged = true;
        flagged.flagCauses = List.of("control-in-doubt");
        cases.put(new Case(flagged, List.of()), "investigating");
        RiskRegisterEntry retained = assessed("To be retained");
        cases.put(new Case(retained, List.of(plan(retained, "submitted", "retain"))), "deviation-requested");
        cases.put(new Case(accepted(assessed("Accepted until today"), DAY), List.of()), "deviation-approved");
        RiskRegisterEntry kept = accepted(assessed("Retained and accepted"), null);
        cases.put(new Case(kept, List.of(plan(kept, "in-progress", "retain"))), "deviation-approved");
        RiskRegisterEntry treated = assessed("Treated");
        cases.put(new Case(treated, List.of(plan(treated, "approved", "modify"))), "remediating");
        RiskRegisterEntry both = accepted(assessed("Treated, and the rest accepted"), null);
        cases.put(new Case(both, List.of(plan(both, "in-progress", "share"))), "remediating");
        RiskRegisterEntry retired = assessed("Retired");
        retired.status = "retired";
        retired.retiredBecause = "The machine is gone";
        cases.put(new Case(retired, List.of(plan(retired, "completed", "avoid"))), "closed");
        return cases;
    }

    private static String written(Stream<Case> cases, Asked asked) throws IOException {
        List<RiskRegisterEntry> risks = new ArrayList<>();
        Map<UUID, List<TreatmentPlanEntry>> plans = new LinkedHashMap<>();
        cases.forEach(each -> {
            risks.add(each.risk());
            plans.put(each.risk().id, each.plans());
        });
        var out = new ByteArrayOutputStream();
        new OscalRegister(risks, 1, plans, version -> "MTH-1 Plants, version " + version.number(), Map.of(), asked)
                .writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Asked asked(@Nullable Instant moment) {
        return new Asked("acme", "ada", AT, moment, Timeline.RECORDED, Map.of("owner", "rosa"), null);
    }

    private static JsonNode poam(String document) throws IOException {
        return new ObjectMapper().readTree(document).path("plan-of-action-and-milestones");
    }

    @Test
    @DisplayName("RSK-18: valid against NIST's published schema, with risks in every status and odd characters")
    void it_is_valid_with_risks_in_every_status() throws IOException {
        Map<Case, String> cases = cases();
        String document = written(cases.keySet().stream(), asked(null));
        assertThat(PublishedSchema.faults(document)).isEmpty();
        JsonNode poam = poam(document);
        List<String> statuses = new ArrayList<>();
        poam.path("risks").forEach(risk -> statuses.add(risk.path("status").asText()));
        assertThat(statuses).containsExactlyElementsOf(cases.values());
        assertThat(statuses)
                .contains(Stream.of(OscalStatus.values()).map(OscalStatus::word).toArray(String[]::new));
        assertThat(poam.path("poam-items")).hasSameSizeAs(poam.path("risks"));
        assertThat(poam.path("poam-items").findValuesAsText("risk-uuid"))
                .isEqualTo(poam.path("risks")
                        .valueStream()
                        .map(risk -> risk.path("uuid").asText())
                        .toList());
        assertThat(poam.at("/metadata/props").toString()).contains("opportunities-left-out");
    }

    @Test
    @DisplayName("RSK-18: other software reads from it what was typed, whatever Markdown makes of some characters")
    void other_software_reads_what_was_typed() throws IOException {
        String document = written(cases().keySet().stream(), asked(null));
        PlanOfActionAndMilestones read = OscalBindingContext.instance()
                .newDeserializer(Format.JSON, PlanOfActionAndMilestones.class)
                .deserialize(new StringReader(document), URI.create("urn:isms:register"));
        var risk = read.getRisks().getFirst();
        assertThat(risk.getTitle().toHtml())
                .isEqualTo(ODD.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"));
        assertThat(risk.getDescription().toHtml())
                .contains("<p>Event: Encrypts</p>")
                .contains("<p>- the servers</p>")
                .doesNotContain("<li>", "<b>");
        assertThat(read.getRisks().get(1).getRemediations().getFirst().getTasks())
                .hasSize(3);
    }

    @Test
    @DisplayName(
            "RSK-18, RSK-3: every rating with its rationale, read by the methodology version that it was made with")
    void a_rating_names_the_methodology_that_it_is_read_by() throws IOException {
        RiskRegisterEntry risk = assessed("Rated");
        JsonNode poam = poam(written(Stream.of(new Case(risk, List.of())), asked(null)));
        JsonNode ratings = poam.at("/risks/0/characterizations");
        assertThat(ratings.valueStream()
                        .map(rating -> rating.at("/props/0/value").asText()))
                .containsExactly("inherent", "current", "residual");
        assertThat(ratings.findValuesAsText("system"))
                .containsOnly("https://isms.example/ns/oscal/methodologies/" + METHODOLOGY + "/versions/2");
        assertThat(poam.at("/back-matter/resources/0/title").asText()).isEqualTo("MTH-1 Plants, version 2");
        Map<String, String> current = new LinkedHashMap<>();
        ratings.get(1)
                .path("facets")
                .forEach(facet -> current.put(
                        facet.path("name").asText(), facet.path("value").asText()));
        assertThat(current)
                .containsEntry("likelihood", "4")
                .containsEntry("impact", "4")
                .containsEntry("business-impact", "4")
                .containsEntry("impact-financial-loss", "4")
                .containsEntry("level", "16")
                .containsEntry("band", "high")
                .doesNotContainKey("regulatory-impact");
        assertThat(ratings.at("/0/facets/0/props/0/value").asText()).isEqualTo("initial");
        assertThat(ratings.at("/1/facets/0/props/0/value").asText()).isEqualTo("adjusted");
        assertThat(ratings.at("/1/facets/0/remarks").asText()).isEqualTo("Two attempts a year");
        assertThat(poam.at("/risks/0/mitigating-factors/0/description").asText())
                .isEqualTo("A.8.13: partly-effective\n\nRestored in May");
    }

    @Test
    @DisplayName("RSK-16, RSK-18: what is rated in frequencies and money is said in them")
    void a_quantitative_rating_is_said_in_its_units() throws IOException {
        RiskRegisterEntry risk = assessed("In money");
        Money little = new Money(new BigDecimal("1000"), "EUR");
        Money much = new Money(new BigDecimal("5000.50"), "EUR");
        var rating = new Rating(
                new LikelihoodRating(
                        null,
                        new FrequencyRange(new BigDecimal("0.1"), new BigDecimal("0.5"), new BigDecimal("2")),
                        "Seen elsewhere"),
                Map.of("financial", new ImpactRating(null, new LossRange(little, little, much), "Invoices")));
        risk.assessment = new RiskRegisterEntry.AssessmentRecord(
                null,
                new Analysis(rating, new LevelOfRisk(new BigDecimal("1E+3"), "low", 1, 2, 1, null, 1), false),
                null,
                null,
                List.of());
        String document = written(Stream.of(new Case(risk, List.of())), asked(null));
        assertThat(PublishedSchema.faults(document)).isEmpty();
        assertThat(poam(document).at("/risks/0/characterizations/0/facets").findValuesAsText("value"))
                .contains("0.1 to 2, most likely 0.5", "1000 to 5000.50, most likely 1000 EUR", "1000");
    }

    @Test
    @DisplayName(
            "RSK-12, RSK-18: treatment plans are remediations with tasks; the last day of what is left is the deadline")
    void treatment_plans_are_remediations() throws IOException {
        RiskRegisterEntry risk = assessed("Treated");
        JsonNode poam =
                poam(written(Stream.of(new Case(risk, List.of(plan(risk, "approved", "modify")))), asked(null)));
        JsonNode written = poam.at("/risks/0");
        assertThat(written.path("deadline").asText()).isEqualTo("2026-06-30T23:59:59Z");
        JsonNode remediation = written.at("/remediations/0");
        assertThat(remediation.path("lifecycle").asText()).isEqualTo("planned");
        assertThat(remediation.path("tasks").findValuesAsText("date"))
                .containsExactly("2027-12-31T23:59:59Z", "2026-06-30T23:59:59Z");
        String otto =
                remediation.at("/tasks/0/responsible-roles/0/party-uuids/0").asText();
        JsonNode party = poam.at("/metadata/parties")
                .valueStream()
                .filter(each -> each.path("uuid").asText().equals(otto))
                .findFirst()
                .orElseThrow();
        assertThat(party.at("/external-ids/0/id").asText()).isEqualTo("otto");
        assertThat(poam.at("/poam-items/0/description").asText()).startsWith("PLAN-1: Restore within a day");
        assertThat(written.at("/risk-log/entries").findValuesAsText("title"))
                .containsExactly("Registered", "Assessed", "Treatment plan PLAN-1 approved");
        for (String proposed : List.of("draft", "submitted")) {
            JsonNode only = poam(written(
                            Stream.of(new Case(risk, List.of(plan(risk, proposed, "modify")))), asked(null)))
                    .at("/risks/0");
            assertThat(only.has("deadline")).isFalse();
            assertThat(only.at("/remediations/0/lifecycle").asText()).isEqualTo("recommendation");
        }
    }

    @Test
    @DisplayName("ALL-10, RSK-18: people are in it by subject id, nobody by name")
    void people_are_in_it_by_subject_id() throws IOException {
        RiskRegisterEntry risk = accepted(assessed("Treated and accepted"), null);
        JsonNode parties = poam(written(
                        Stream.of(new Case(risk, List.of(plan(risk, "approved", "modify")))), asked(null)))
                .at("/metadata/parties");
        assertThat(parties.findValuesAsText("id")).containsExactlyInAnyOrder("rosa", "ines", "tom", "otto");
        parties.forEach(party -> assertThat(party.has("name"))
                .isEqualTo(party.path("type").asText().equals("organization")));
        assertThat(parties.findValues("email-addresses")).isEmpty();
    }

    @Test
    @DisplayName("RSK-18: the same state is the same document byte by byte, another state another document")
    void the_same_state_is_the_same_document() throws IOException {
        String document = written(cases().keySet().stream(), asked(null));
        number = 0;
        var later =
                new Asked("acme", "vera", AT.plusSeconds(60), null, Timeline.RECORDED, Map.of("owner", "rosa"), null);
        assertThat(written(cases().keySet().stream(), later)).isEqualTo(document);
        number = 0;
        String past = written(cases().keySet().stream(), asked(AT));
        assertThat(poam(past).path("uuid")).isNotEqualTo(poam(document).path("uuid"));
        assertThat(poam(past).at("/metadata/props").toString()).contains("as-of", "recorded");
        assertThat(poam(past).at("/risks/0/uuid"))
                .as("the same risk in another document")
                .isEqualTo(poam(document).at("/risks/0/uuid"));
    }
}
