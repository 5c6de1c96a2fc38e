package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import isms.platform.eventstore.EventLog;
import isms.platform.testing.IsmsInfrastructure;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Facts of other services, sent over real Kafka as those services would. */
@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("RSK-10: flags for reassessment")
class ReassessmentFlagsTest {

    /** An organization with a thousand risks, which the tests of the others do not expect. */
    private static final String CROWDED = "crowded";

    private static final String RISKS = "/api/v1/risks/";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    EventLog log;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void told() {
        Story.told();
    }

    /** A fact as another service tells it. */
    private record Told(String type, UUID id, UUID subject, String time, String data) {

        static Told of(String type, UUID subject, String data) {
            return new Told(type, UUID.randomUUID(), subject, "2026-03-31T08:00:00Z", data);
        }

        Told about(UUID other) {
            return new Told(type, id, other, time, data);
        }

        String topic() {
            return "isms." + type.split("\\.")[1] + ".events";
        }
    }

    private static Told ineffective(String reference) {
        UUID control = UUID.randomUUID();
        return Told.of("isms.control.control-found-ineffective.v1", control, """
                {"control":"%s","key":"CTRL-7","references":["%s"],"at":"2026-03-31T08:00:00Z","cause":"Two restores failed"}""".formatted(control, reference));
    }

    private static Told nonconformity(List<String> controls, List<String> risks, List<String> assets) {
        UUID id = UUID.randomUUID();
        ObjectNode data = Story.JSON.createObjectNode().put("nonconformity", id.toString());
        data.put("key", "NC-7").put("title", "Backups are not tried");
        data.set("controls", Story.JSON.valueToTree(controls));
        data.set("risks", Story.JSON.valueToTree(risks));
        data.set("assets", Story.JSON.valueToTree(assets));
        return Told.of("isms.improvement.nonconformity-raised.v1", id, data.toString());
    }

    private static Told changed(String... contexts) {
        UUID id = UUID.randomUUID();
        ObjectNode data = Story.JSON.createObjectNode().put("change", id.toString());
        data.put("key", "CHG-7").put("what", "A second production line").put("allContexts", false);
        data.set("contexts", Story.JSON.valueToTree(contexts));
        return Told.of("isms.governance.context-changed.v1", id, data.toString());
    }

    private void tell(String tenant, Told... facts) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (Told fact : facts) {
                var record = new ProducerRecord<>(
                        fact.topic(), tenant + "/" + fact.subject(), fact.data().getBytes(StandardCharsets.UTF_8));
                var headers = new HashMap<String, String>();
                headers.put("ce_specversion", "1.0");
                headers.put("ce_id", fact.id().toString());
                headers.put("ce_source", "/isms/" + fact.type().split("\\.")[1]);
                headers.put("ce_type", fact.type());
                headers.put("ce_subject", fact.subject().toString());
                headers.put("ce_time", fact.time());
                headers.put("ce_tenant", tenant);
                headers.put("ce_actor", "u-control-owner");
                headers.put("ce_correlationid", UUID.randomUUID().toString());
                headers.put("ce_causationid", UUID.randomUUID().toString());
                headers.put("ce_position", "1");
                headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                producer.send(record);
            }
        }
    }

    /** Waits until the service has taken these in: what follows in the same lane is seen to be done. */
    private void settle(String tenant, Told... facts) {
        for (Told fact : facts) {
            String context = context("Of a marker");
            String marker = Story.newRisk(context, "Marker");
            Told last = switch (fact.type().split("\\.")[1]) {
                case "governance" -> changed(context);
                case "improvement" -> nonconformity(List.of(), List.of(marker), List.of());
                default -> {
                    String control = "M." + UUID.randomUUID();
                    marker = register(tenant, "Marker", control);
                    yield ineffective(control);
                }
            };
            tell(tenant, last.about(fact.subject()));
            awaitFlag(tenant, marker, last);
        }
    }

    private static List<String> flaggedOfRosa() {
        return Story.get("rosa", "/api/v1/my-work?kind=answer-flag&limit=500")
                .path("items")
                .findValuesAsText("id");
    }

    private static void awaitFlag(String tenant, String risk, Told by) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(flags(tenant, risk)).contains(by.id().toString()));
    }

    private static List<String> flags(String tenant, String risk) {
        return Story.json(Story.by(tenant, "vera").get(RISKS + risk))
                .path("flags")
                .findValuesAsText("id");
    }

    private static String register(String tenant, String title, String control) {
        return register(tenant, title, control, "Asset of " + title);
    }

    private static String register(String tenant, String title, String control, String asset) {
        JsonNode story = tenant.equals("acme") ? Story.ACME : Story.GLOBEX;
        ObjectNode body = story.path("risks").get(0).get("body").deepCopy();
        String id = UUID.randomUUID().toString();
        body.put("id", id).put("title", title).put("owner", "rosa");
        body.putArray("controls").add(control);
        body.putArray("assets").add(asset);
        Story.take(Story.by(tenant, "ines"), "/api/v1/risks", body);
        return id;
    }

    @Test
    @DisplayName(
            "RSK-10: a control found ineffective flags the risks that name it, count on it or plan with it, and no others")
    void a_control_found_ineffective_flags_its_risks() {
        String control = "C." + UUID.randomUUID();
        String naming = register("acme", "Names the control", control);
        String assessed = register("acme", "Counts on the control", "Y.1");
        ObjectNode assessment =
                Story.find(Story.ACME, "Backups").at("/assessments/0/body").deepCopy();
        assessment
                .putArray("existingControls")
                .addObject()
                .put("reference", control)
                .put("effectiveness", "effective");
        String planned = register("acme", "Plans with the control", "Y.2");
        String drafted = register("acme", "Has but a draft with the control", "Y.3");
        String retired = register("acme", "Retired", control);
        String foreign = register("globex", "Of somebody else", control);
        Story.take(Story.by("rosa"), RISKS + assessed + "/assessments", assessment);
        plan(planned, control, true);
        plan(drafted, control, false);
        Story.take(
                Story.by("rosa"),
                RISKS + retired + "/retirements",
                Story.JSON.createObjectNode().put("reason", "Gone"));

        Told found = ineffective(control);
        tell("acme", found);
        for (String risk : List.of(naming, assessed, planned)) {
            awaitFlag("acme", risk, found);
        }
        settle("acme", found);
        for (String risk : List.of(drafted, retired)) {
            assertThat(flags("acme", risk)).as(risk).isEmpty();
        }
        assertThat(flags("globex", foreign)).as("ALL-4").isEmpty();

        JsonNode risk = Story.get("vera", RISKS + naming);
        assertThat(risk.path("flagged").asBoolean()).isTrue();
        assertThat(risk.path("flagCauses").get(0).asText()).isEqualTo("control-found-ineffective");
        assertThat(risk.at("/flags/0/what").asText())
                .isEqualTo("The control CTRL-7 (" + control + ") was found ineffective: Two restores failed");
        assertThat(risk.at("/flags/0/at").asText()).isEqualTo("2026-03-31T08:00:00Z");
        assertThat(risk.at("/flags/0/about").asText()).isEqualTo(found.subject().toString());
        assertThat(risk.path("flaggedSince")).isEqualTo(risk.at("/flags/0/flaggedAt"));
        assertThat(Story.get("vera", "/api/v1/risks?flagged=true&flagCause=control-found-ineffective&limit=500")
                        .path("items")
                        .findValuesAsText("id"))
                .contains(naming, assessed, planned)
                .doesNotContain(drafted, retired);
        JsonNode last = last(naming);
        assertThat(last.path("fact").asText()).isEqualTo("risk-reassessment-flagged");
        assertThat(last.path("what").asText()).startsWith("Flagged for reassessment: The control CTRL-7");
        assertThat(last.path("actor").asText()).isEqualTo("service:risk");
        awaitPublished(naming, "isms.risk.reassessment-flagged.v1");
    }

    @Test
    @DisplayName(
            "RSK-10, RSK-12: a control that is put in place moves the plans that need it; one in doubt flags their risks")
    void what_becomes_of_a_control_reaches_plans_and_risks() {
        String control = "C." + UUID.randomUUID();
        String risk = register("acme", "Is treated by the control", "Y.1");
        String plan = plan(risk, control, true);
        String later = plan(register("acme", "Is planned with the control later", "Y.1"), control, false);
        Told implemented = ofControl("control-implemented", control, "");
        tell("acme", implemented, implemented);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Story.get("vera", plan)
                                .at("/implementedControls/0")
                                .asText())
                        .isEqualTo(control));
        JsonNode moved = Story.get("vera", plan);
        assertThat(moved.path("status").asText()).isEqualTo("in-progress");
        assertThat(moved.at("/actions/0/percent").asInt()).as(moved.toString()).isEqualTo(100);
        assertThat(moved.path("implementedControls")).hasSize(1);
        assertThat(Story.get("vera", later).path("implementedControls")).isEmpty();

        Told inPlace = ofControl(
                "control-in-place-for-plan",
                control,
                "\"plan\":\"%s\",".formatted(Story.get("vera", later).path("id").asText()));
        String etag = Story.take(Story.by("ines"), later + "/submissions", null).header("ETag");
        Story.take(Story.by("rosa").header("If-Match", etag), later + "/approvals", null);
        tell("acme", inPlace);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Story.get("vera", later).path("implementedControls"))
                        .hasSize(1));

        Told doubted = ofControl("control-in-doubt", control, "\"cause\":\"Its evidence is old\",");
        tell("acme", doubted);
        awaitFlag("acme", risk, doubted);
        assertThat(Story.get("vera", RISKS + risk).at("/flags/0/what").asText())
                .isEqualTo("The control CTRL-7 (" + control + ") is in doubt: Its evidence is old");
    }

    private static Told ofControl(String fact, String reference, String more) {
        UUID control = UUID.randomUUID();
        return Told.of("isms.control." + fact + ".v1", control, """
                {%s"control":"%s","key":"CTRL-7","references":["%s"],"at":"2026-03-31T08:00:00Z"}""".formatted(more, control, reference));
    }

    @Test
    @DisplayName(
            "RSK-10: a nonconformity flags the risks named, those of its assets and of its controls; a change those of its contexts")
    void nonconformities_and_changes_flag_risks() {
        String control = "C." + UUID.randomUUID();
        String asset = "Asset " + UUID.randomUUID();
        String named = register("acme", "Named by the nonconformity", "Y.1");
        String holding = register("acme", "Holds the asset", "Y.1", asset);
        String relying = register("acme", "Relies on the control", control);
        String none = register("acme", "Not concerned", "Y.1");
        String foreign = register("globex", "Named, but of somebody else", "Y.1");
        Told raised = nonconformity(List.of(control), List.of(named, foreign), List.of(asset));
        tell("acme", raised);
        for (String risk : List.of(named, holding, relying)) {
            awaitFlag("acme", risk, raised);
        }
        String context = context("Second line");
        String within = registerIn(context, "Within the changed context");
        Told change = changed(context);
        tell("acme", change);
        awaitFlag("acme", within, change);
        settle("acme", raised, change);
        assertThat(flags("acme", none)).isEmpty();
        assertThat(flags("globex", foreign)).isEmpty();
        assertThat(Story.get("vera", RISKS + named).at("/flags/0/what").asText())
                .isEqualTo("The nonconformity NC-7 was raised: Backups are not tried");
        assertThat(Story.get("vera", RISKS + within).at("/flags/0/what").asText())
                .isEqualTo("The context has changed (CHG-7): A second production line");
    }

    @Test
    @DisplayName("RSK-10: an assessment clears all flags; a dismissal one, by the owner or the manager, with a reason")
    void flags_are_cleared_by_an_assessment_or_a_reasoned_dismissal() {
        String control = "C." + UUID.randomUUID();
        String risk = register("acme", "Flagged three times", control);
        Told one = ineffective(control);
        Told two = nonconformity(List.of(control), List.of(), List.of());
        Told three = ineffective(control);
        for (Told fact : List.of(one, two, three)) {
            tell("acme", fact);
            awaitFlag("acme", risk, fact);
        }
        assertThat(flags("acme", risk))
                .containsExactly(
                        one.id().toString(), two.id().toString(), three.id().toString());
        assertThat(flaggedOfRosa()).as("what waits for the owner").contains(risk);
        String dismissal = RISKS + risk + "/reassessment-flags/" + two.id() + "/dismissals";
        String reason = "{\"reason\":\"Backups of another system\"}";
        assertRule(refused(403, "otto", reason, dismissal), "RSK-6");
        refused(403, "vera", reason, dismissal);
        refused(422, "rosa", "{\"reason\":\" \"}", dismissal);
        assertRule(
                refused(404, "rosa", reason, RISKS + risk + "/reassessment-flags/" + UUID.randomUUID() + "/dismissals"),
                "RSK-10");
        JsonNode dismissed = Story.json(Story.take(
                Story.by("rosa"), dismissal, Story.JSON.createObjectNode().put("reason", "Backups of another system")));
        assertThat(dismissed.path("flags").findValuesAsText("id"))
                .containsExactly(one.id().toString(), three.id().toString());
        assertThat(last(risk).path("what").asText())
                .isEqualTo(
                        "Flag for reassessment dismissed (The nonconformity NC-7 was raised: Backups are not tried): "
                                + "Backups of another system");
        assertRule(refused(409, "rosa", reason, dismissal), "RSK-10");
        awaitPublished(risk, "isms.risk.reassessment-flag-dismissed.v1");

        JsonNode assessed = Story.json(Story.take(
                Story.by("rosa"),
                RISKS + risk + "/assessments",
                Story.find(Story.ACME, "Backups").at("/assessments/0/body")));
        assertThat(assessed.path("flagged").asBoolean()).isFalse();
        assertThat(assessed.path("flags")).isEmpty();
        assertThat(flaggedOfRosa()).doesNotContain(risk);
        assertThat(assessed.hasNonNull("flaggedSince")).isFalse();
    }

    @Test
    @DisplayName("RSK-10: facts told again, and in another order, change nothing, also for a risk that came later")
    void a_replay_in_disorder_changes_nothing() {
        String control = "C." + UUID.randomUUID();
        String waiting = register("acme", "Waits", control);
        String cleared = register("acme", "Has been assessed", control);
        Told one = ineffective(control);
        Told two = nonconformity(List.of(control), List.of(), List.of());
        tell("acme", one, two);
        for (Told fact : List.of(one, two)) {
            awaitFlag("acme", waiting, fact);
            awaitFlag("acme", cleared, fact);
        }
        Story.take(
                Story.by("rosa"),
                RISKS + cleared + "/assessments",
                Story.find(Story.ACME, "Backups").at("/assessments/0/body"));
        String late = register("acme", "Registered later, with the control as it is known by then", control);
        List<String> before = flags("acme", waiting);

        tell("acme", two, one, two, one);
        settle("acme", one, two);

        assertThat(flags("acme", waiting)).isEqualTo(before).hasSize(2);
        assertThat(flags("acme", cleared)).isEmpty();
        assertThat(flags("acme", late)).isEmpty();
        assertThat(Story.get("ada", RISKS + waiting + "/history").path("items").findValuesAsText("fact"))
                .containsExactly("risk-registered", "risk-reassessment-flagged", "risk-reassessment-flagged");
    }

    @Test
    @DisplayName(
            "RSK-10: a message that cannot be understood is parked, seen by its organization, and holds up nobody else")
    void a_poison_message_is_parked_and_visible() {
        String control = "C." + UUID.randomUUID();
        String risk = register("acme", "Waits behind nobody", control);
        Told poison = Told.of("isms.control.control-found-ineffective.v1", UUID.randomUUID(), "{\"control\": 7}");
        Told good = ineffective(control);
        tell("acme", poison, good);
        awaitFlag("acme", risk, good);

        String parked = "/api/v1/operations/parked-messages";
        await().atMost(PATIENCE).untilAsserted(() -> {
            var found = new ArrayList<JsonNode>();
            Story.get("tina", parked).forEach(message -> {
                if (message.path("key").asText().equals("acme/" + poison.subject())) {
                    found.add(message);
                }
            });
            assertThat(found).singleElement().satisfies(message -> {
                assertThat(message.path("type").asText()).isEqualTo(poison.type());
                assertThat(message.path("error").asText()).contains("control");
            });
        });
        assertThat(Story.json(Story.by("globex", "tina").get(parked)).toString())
                .doesNotContain(poison.subject().toString());
    }

    @Test
    @DisplayName("RSK-9, RSK-10: a change flags a thousand risks in seconds, and a round takes in all that are flagged")
    void a_change_flags_a_thousand_risks() throws Exception {
        String context = context(CROWDED, "A thousand risks");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var registrations = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 1_000; i++) {
                ObjectNode body = Story.ACME.path("risks").get(0).get("body").deepCopy();
                body.put("id", UUID.randomUUID().toString()).put("title", "One of a thousand");
                body.put("context", context).put("owner", "rosa");
                registrations.add(() -> Story.by(CROWDED, "ines")
                        .contentType("application/json")
                        .body(body.toString())
                        .post("/api/v1/risks")
                        .statusCode());
            }
            for (var registered : threads.invokeAll(registrations)) {
                assertThat(registered.get()).isEqualTo(201);
            }
        }
        long head = log.head();
        tell(CROWDED, changed(context));
        await().atMost(PATIENCE).until(() -> log.head() >= head + 1_000);
        ObjectNode body = Story.JSON.createObjectNode().put("title", "All that are flagged");
        body.put("occasion", "significant-change")
                .put("change", "A second production line")
                .put("due", "2027-03-31");
        body.putObject("scope").put("flagged", true).putArray("contexts").add(context);
        JsonNode round = Story.json(Story.take(Story.by(CROWDED, "ines"), "/api/v1/assessment-rounds", body));
        assertThat(round.path("risks").asInt()).isEqualTo(1_000);
        assertThat(round.at("/progress/outstanding").asInt()).isEqualTo(1_000);
        String path = "/api/v1/assessment-rounds/" + round.path("id").asText();
        JsonNode page = crowded(path + "/risks");
        assertThat(page.path("items")).hasSize(500);
        JsonNode rest = crowded(path + "/risks?after=" + page.path("next").asText());
        assertThat(rest.path("items")).hasSize(500);
        assertThat(rest.has("next")).isFalse();
        ObjectNode closure = Story.JSON.createObjectNode();
        ObjectNode group = closure.putArray("leftOut").addObject().put("reason", "Assessed with the new line");
        var left = group.putArray("risks");
        page.path("items").forEach(risk -> left.add(risk.path("id")));
        assertThat(Story.by(CROWDED, "ines")
                        .contentType("application/json")
                        .body(closure.toString())
                        .post(path + "/closures")
                        .then()
                        .statusCode(422)
                        .extract()
                        .<List<Object>>path("violations"))
                .hasSize(101);
        rest.path("items").forEach(risk -> left.add(risk.path("key")));
        JsonNode closed = Story.json(Story.take(Story.by(CROWDED, "ines"), path + "/closures", closure));
        assertThat(closed.at("/picture/leftOut").asInt()).isEqualTo(1_000);
        assertThat(crowded(path + "/comparison").path("appeared")).hasSize(1_000);
        assertThat(Story.by(CROWDED, "ines")
                        .get("/api/v1/operations/parked-messages")
                        .statusCode())
                .isEqualTo(403);
    }

    private static JsonNode crowded(String path) {
        return Story.json(Story.by(CROWDED, "vera").get(path));
    }

    private static String context(String title) {
        return context("acme", title);
    }

    private static String context(String organization, String title) {
        String id = UUID.randomUUID().toString();
        Story.take(
                Story.by(organization, "ines"),
                "/api/v1/risk-contexts",
                Story.JSON.createObjectNode().put("id", id).put("title", title).put("description", "For a test"));
        return id;
    }

    private static String registerIn(String context, String title) {
        return Story.newRisk(context, title);
    }

    private static String plan(String risk, String control, boolean approved) {
        ObjectNode body = Story.JSON.createObjectNode().put("risk", risk).put("title", "Use the control");
        body.put("option", "modify").putArray("controls").addObject().put("reference", control);
        ObjectNode action = body.putArray("actions").addObject().put("title", "Put it in place");
        action.put("owner", "otto").put("targetDate", "2027-03-31").put("successCriterion", "It works");
        action.put("resources", "A week").putArray("controls").add(control);
        body.set("residual", Story.find(Story.ACME, "Backups").at("/assessments/0/body/current"));
        String path = "/api/v1/treatment-plans/"
                + Story.json(Story.take(Story.by("ines"), "/api/v1/treatment-plans", body))
                        .path("id")
                        .asText();
        if (approved) {
            String etag =
                    Story.take(Story.by("ines"), path + "/submissions", null).header("ETag");
            Story.take(Story.by("rosa").header("If-Match", etag), path + "/approvals", null);
        }
        return path;
    }

    private static JsonNode last(String risk) {
        JsonNode items = Story.get("ada", RISKS + risk + "/history").path("items");
        return items.get(items.size() - 1);
    }

    private static void assertRule(JsonNode problem, String rule) {
        assertThat(problem.path("rule").asText()).as(problem.toString()).isEqualTo(rule);
    }

    private JsonNode refused(int status, String person, String body, String path) {
        Response response =
                Story.by(person).contentType("application/json").body(body).post(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        return Story.json(response);
    }

    private void awaitPublished(String risk, String type) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            await().atMost(PATIENCE).pollInSameThread().until(() -> {
                var partitions = consumer.partitionsFor("isms.risk.events").stream()
                        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                var ends = consumer.endOffsets(partitions);
                var types = new ArrayList<String>();
                while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                    consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                        if (record.key().endsWith("/" + risk)) {
                            types.add(new String(
                                    record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8));
                        }
                    });
                }
                return types.contains(type);
            });
        }
    }
}
