package isms.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import isms.contracts.control.v1.ControlFact;
import isms.contracts.control.v1.ControlFoundIneffective;
import isms.contracts.control.v1.ControlImplemented;
import isms.contracts.control.v1.ControlInDoubt;
import isms.contracts.control.v1.ControlInPlaceForPlan;
import isms.contracts.control.v1.StatementApproved;
import isms.contracts.governance.v1.ContextChanged;
import isms.contracts.governance.v1.GovernanceFact;
import isms.contracts.improvement.v1.ImprovementFact;
import isms.contracts.improvement.v1.NonconformityRaised;
import isms.contracts.risk.v1.AcceptanceEnded;
import isms.contracts.risk.v1.AssessmentRoundClosed;
import isms.contracts.risk.v1.AssessmentRoundOpened;
import isms.contracts.risk.v1.AssessmentRoundOverdue;
import isms.contracts.risk.v1.AssessmentRoundWithdrawn;
import isms.contracts.risk.v1.ContextDefined;
import isms.contracts.risk.v1.ContextDescribed;
import isms.contracts.risk.v1.ContextMethodologyChosen;
import isms.contracts.risk.v1.ContextRetired;
import isms.contracts.risk.v1.ExpectedLoss;
import isms.contracts.risk.v1.MethodologyApproved;
import isms.contracts.risk.v1.MethodologyPutInUse;
import isms.contracts.risk.v1.MethodologySuperseded;
import isms.contracts.risk.v1.Rating;
import isms.contracts.risk.v1.ReassessmentFlagDismissed;
import isms.contracts.risk.v1.ReassessmentFlagged;
import isms.contracts.risk.v1.ReassessmentOverdue;
import isms.contracts.risk.v1.ResidualRiskAccepted;
import isms.contracts.risk.v1.RiskAssessed;
import isms.contracts.risk.v1.RiskDescribed;
import isms.contracts.risk.v1.RiskFact;
import isms.contracts.risk.v1.RiskHandedOver;
import isms.contracts.risk.v1.RiskQuantified;
import isms.contracts.risk.v1.RiskRegistered;
import isms.contracts.risk.v1.RiskRetired;
import isms.contracts.risk.v1.Scenario;
import isms.contracts.risk.v1.TreatmentActionOverdue;
import isms.contracts.risk.v1.TreatmentControl;
import isms.contracts.risk.v1.TreatmentPlanApproved;
import isms.contracts.risk.v1.TreatmentPlanCompleted;
import isms.contracts.risk.v1.TreatmentPlanWithdrawn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedLanguageTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final UUID RISK = UUID.fromString("01920000-0000-7000-8000-00000000002a");
    private static final UUID CONTEXT = UUID.fromString("01920000-0000-7000-8000-0000000000c1");
    private static final UUID METHODOLOGY = UUID.fromString("01920000-0000-7000-8000-0000000000a1");
    private static final UUID PLAN = UUID.fromString("01920000-0000-7000-8000-000000000007");
    private static final UUID FLAG = UUID.fromString("01920000-0000-7000-8000-0000000000f1");
    private static final UUID ROUND = UUID.fromString("01920000-0000-7000-8000-0000000000d1");
    private static final UUID CONTROL = UUID.fromString("01920000-0000-7000-8000-0000000000e1");
    private static final Instant FOUND = Instant.parse("2026-03-31T08:00:00Z");
    private static final LocalDate JUNE = LocalDate.parse("2026-06-30");
    private static final Scenario SCENARIO = new Scenario(
            "Criminal group that extorts manufacturers",
            "Encrypts the file servers of the plant",
            "Remote maintenance access without a second factor",
            "Orders cannot be confirmed for days");

    static Stream<Object> samples() {
        return Stream.of(
                new RiskRegistered(
                        RISK,
                        "RISK-42",
                        "threat",
                        "Ransomware stops order processing",
                        SCENARIO,
                        List.of("availability"),
                        List.of("File servers"),
                        List.of("Order processing"),
                        CONTEXT,
                        "Malicious software",
                        "Information technology",
                        List.of("A.8.7"),
                        List.of("Order data can be restored within a day"),
                        "u-0017"),
                new RiskDescribed(
                        RISK,
                        "RISK-42",
                        "Ransomware stops order processing and dispatch",
                        SCENARIO,
                        List.of("availability"),
                        List.of("File servers"),
                        List.of("Order processing", "Dispatch"),
                        "Malicious software",
                        null,
                        List.of(),
                        List.of()),
                new RiskHandedOver(RISK, "RISK-42", "u-0017", "u-0023"),
                new RiskAssessed(
                        RISK,
                        "RISK-42",
                        CONTEXT,
                        METHODOLOGY,
                        2,
                        new Rating(4, 4, 4, 2, new BigDecimal("16"), "high", 3, true),
                        new Rating(3, 4, 4, 2, new BigDecimal("10.8"), "medium", 2, false),
                        null,
                        new Rating(2, 3, null, null, new BigDecimal("6"), "low", 1, false),
                        "P1Y"),
                new RiskRetired(RISK, "RISK-42", "The file servers were replaced by a managed service"),
                new MethodologyApproved(
                        METHODOLOGY,
                        "METH-1",
                        2,
                        "Corporate information risk",
                        "semi-quantitative",
                        List.of("u-0002", "u-0004"),
                        "u-0001"),
                new MethodologyPutInUse(METHODOLOGY, "METH-1", 2, "Corporate information risk"),
                new MethodologySuperseded(METHODOLOGY, "METH-1", 1, 2),
                new ContextDefined(CONTEXT, "CTX-1", "Corporate IT", "Office network and business applications"),
                new ContextDescribed(CONTEXT, "CTX-1", "Corporate information technology", "Offices and applications"),
                new ContextMethodologyChosen(CONTEXT, "CTX-1", METHODOLOGY),
                new ContextRetired(CONTEXT, "CTX-1", "The office network was handed to a provider"),
                new TreatmentPlanApproved(
                        PLAN,
                        "PLAN-7",
                        RISK,
                        "A second factor for remote access",
                        "modify",
                        List.of(
                                new TreatmentControl("A.8.5", "ISO/IEC 27001:2022 Annex A"),
                                new TreatmentControl("REMOTE-3", null)),
                        new Rating(1, 4, 4, 2, new BigDecimal("4"), "low", 1, false),
                        METHODOLOGY,
                        2,
                        List.of("u-0002", "u-0004"),
                        "u-0017",
                        CONTEXT),
                new TreatmentPlanCompleted(PLAN, "PLAN-7", RISK),
                new TreatmentPlanWithdrawn(PLAN, "PLAN-7", RISK, "Remote access has been abolished"),
                new TreatmentActionOverdue(
                        PLAN, "PLAN-7", RISK, 1, "Introduce a second factor for remote access", "u-0023", "2027-03-31"),
                new ReassessmentOverdue(RISK, "RISK-42", "2027-01-31", "u-0017"),
                new ReassessmentFlagged(
                        RISK,
                        "RISK-42",
                        FLAG,
                        "control-found-ineffective",
                        "The control A.8.13 was found ineffective: two restores failed",
                        CONTROL,
                        FOUND),
                new ReassessmentFlagDismissed(RISK, "RISK-42", FLAG, "The restores that failed were of another system"),
                new AssessmentRoundOpened(
                        ROUND,
                        "ROUND-3",
                        "Yearly assessment of the plant",
                        "significant-change",
                        "A second production line",
                        JUNE,
                        12),
                new AssessmentRoundOverdue(ROUND, "ROUND-3", "Yearly assessment of the plant", JUNE),
                new AssessmentRoundClosed(ROUND, "ROUND-3", "Yearly assessment of the plant", 12, 10, 1, 1, 4),
                new AssessmentRoundWithdrawn(ROUND, "ROUND-3", "Opened for the wrong plant"),
                new ControlFoundIneffective(CONTROL, "CTRL-7", List.of("A.8.13"), FOUND, "Two restores failed"),
                new ControlInDoubt(CONTROL, "CTRL-7", List.of("A.8.13"), FOUND, "Its evidence is a year old"),
                new ControlImplemented(CONTROL, "CTRL-7", List.of("A.8.13"), FOUND),
                new ControlInPlaceForPlan(PLAN, CONTROL, "CTRL-7", List.of("A.8.13"), FOUND),
                new StatementApproved(CONTROL, "SOA-1", "Plant Lyon", 2, "u-0002"),
                new NonconformityRaised(
                        UUID.fromString("01920000-0000-7000-8000-0000000000e2"),
                        "NC-7",
                        "Backups of the plant are not tried",
                        List.of("A.8.13"),
                        List.of(RISK),
                        List.of("File servers")),
                new ContextChanged(
                        UUID.fromString("01920000-0000-7000-8000-0000000000e3"),
                        "CHG-7",
                        "A second production line",
                        false,
                        List.of(CONTEXT)),
                new RiskQuantified(
                        RISK,
                        CONTEXT,
                        "EUR",
                        new ExpectedLoss(new BigDecimal("112345.67"), "high", 3, true),
                        new ExpectedLoss(new BigDecimal("18250.5"), null, null, null),
                        METHODOLOGY,
                        2),
                new ResidualRiskAccepted(
                        RISK,
                        "RISK-42",
                        CONTEXT,
                        METHODOLOGY,
                        2,
                        new Rating(3, 4, 4, 2, new BigDecimal("12"), "high", 3, true),
                        "top-management",
                        "u-0001",
                        "2027-06-30"),
                new AcceptanceEnded(
                        RISK, "RISK-42", "stale", "The residual level is medium (9) now; accepted was low (4)."));
    }

    static Stream<Class<?>> types() {
        return Stream.of(RiskFact.class, ControlFact.class, ImprovementFact.class, GovernanceFact.class)
                .flatMap(facts -> Arrays.stream(facts.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    @DisplayName("Every published record serializes to what its schema accepts")
    void every_record_is_accepted_by_its_schema(Object sample) {
        Schema schema = SCHEMAS.getSchema(read("/schemas/" + type(sample.getClass()) + ".json"), InputFormat.JSON);
        assertThat(schema.validate(JSON.valueToTree(sample).toString(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    @DisplayName("A schema refuses an event that lacks what it requires")
    void a_schema_refuses_an_incomplete_event(Object sample) {
        Schema schema = SCHEMAS.getSchema(read("/schemas/" + type(sample.getClass()) + ".json"), InputFormat.JSON);
        assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    @DisplayName("Golden samples: what is on the wire does not change unnoticed")
    void what_is_on_the_wire_matches_the_golden_sample(Object sample) throws IOException {
        JsonNode golden = JSON.readTree(read("/golden/" + type(sample.getClass()) + ".json"));
        assertEquals(golden.toPrettyString(), JSON.valueToTree(sample).toPrettyString());
        assertEquals(sample, JSON.treeToValue(golden, sample.getClass()));
    }

    @ParameterizedTest
    @MethodSource("types")
    @DisplayName("Record and schema name the same properties, and a sample exists for every type")
    void record_and_schema_name_the_same_properties(Class<?> type) throws IOException {
        JsonNode schema = JSON.readTree(read("/schemas/" + type(type) + ".json"));
        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        assertThat(schema.path("$id").asText()).isEqualTo("urn:isms:event:" + type(type));
        assertThat(samples().map(Object::getClass)).contains((Class) type);
    }

    @ParameterizedTest
    @MethodSource("types")
    @DisplayName("A schema only grows against what was released")
    void a_schema_only_grows(Class<?> type) throws IOException {
        JsonNode released = JSON.readTree(read("/baseline/" + type(type) + ".json"));
        JsonNode present = JSON.readTree(read("/schemas/" + type(type) + ".json"));
        assertThat(SchemaGrowth.breaks(released, present)).isEmpty();
    }

    @Test
    @DisplayName("The check for growth sees a removed, a narrowed, a changed and a newly required property")
    void the_check_for_growth_can_fail() throws IOException {
        String schema = """
                {"type":"object","required":["a"],"properties":{
                  "a":{"type":"string","enum":["x","y"]},"b":{"type":"object","properties":{"c":{"type":"integer"}}}}}""";
        JsonNode released = JSON.readTree(schema);
        assertThat(SchemaGrowth.breaks(released, released)).isEmpty();
        assertThat(SchemaGrowth.breaks(released, JSON.readTree(schema.replace("\"c\"", "\"d\""))))
                .containsExactly("/b/c was removed");
        assertThat(SchemaGrowth.breaks(released, JSON.readTree(schema.replace("integer", "string"))))
                .containsExactly("/b/c changed its type");
        assertThat(SchemaGrowth.breaks(released, JSON.readTree(schema.replace(",\"y\"", ",\"z\""))))
                .containsExactly("/a changed its enum");
        assertThat(SchemaGrowth.breaks(released, JSON.readTree(schema.replace("[\"a\"]", "[\"a\",\"b\"]"))))
                .containsExactly("/ requires more or less than released: [a, b]");
        assertThat(SchemaGrowth.breaks(
                        released, JSON.readTree(schema.replace("\"c\":", "\"new\":{\"type\":\"string\"},\"c\":"))))
                .isEmpty();
    }

    private static String type(Class<?> type) {
        EventType named = type.getAnnotation(EventType.class);
        assertThat(named).as("%s names its type", type).isNotNull();
        return named.value();
    }

    private static String read(String resource) {
        try (var in = PublishedLanguageTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
