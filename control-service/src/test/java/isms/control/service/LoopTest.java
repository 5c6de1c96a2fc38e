package isms.control.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import isms.control.Roles;
import isms.control.framework.Frameworks;
import isms.platform.testing.IsmsInfrastructure;
import isms.platform.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Facts of other services, sent over real Kafka as those services would, and what this one tells them then. */
@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("CTL-10: the loop with other services")
class LoopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String LINES = "/statements-of-applicability/%s/lines?q=%s";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    /** A fact as another service tells it. */
    private record Told(String type, UUID id, UUID subject, String data) {}

    @Test
    @DisplayName(
            "CTL-10: a plan that was approved before the statement began draws it; told again, nothing changes; given up, it ends")
    void plans_draw_statements_whenever_these_begin() {
        Api api = new Api();
        UUID plan = UUID.randomUUID();
        Told approved = approved(plan, "A.8.13", null);
        tell(api, approved, approved);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(needs(api, plan)).contains("\"reference\":\"A.8.13\""));
        String statement = start(api, List.of());
        JsonNode line = api.get(LINES.formatted(statement, "A.8.13")).at("/items/0");
        assertThat(line.path("applicable").asBoolean()).as(line.toString()).isTrue();
        assertThat(line.toString()).contains("PLAN-7");

        long version = api.get("/statements-of-applicability/" + statement)
                .path("version")
                .asLong();
        tell(api, approved);
        UUID marker = UUID.randomUUID();
        tell(api, approved(marker, "A.8.14", null));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(api.get(LINES.formatted(statement, "A.8.14"))
                                .at("/items/0/applicable")
                                .asBoolean())
                        .isTrue());
        assertThat(api.get("/statements-of-applicability/" + statement)
                        .path("version")
                        .asLong())
                .as("the marker alone")
                .isEqualTo(version + 1);

        tell(
                api,
                new Told(
                        "isms.risk.treatment-plan-withdrawn.v1",
                        UUID.randomUUID(),
                        plan,
                        "{\"plan\":\"%s\",\"key\":\"PLAN-7\",\"risk\":\"%s\",\"reason\":\"Sold\"}"
                                .formatted(plan, UUID.randomUUID())));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(api.get(LINES.formatted(statement, "A.8.13"))
                                .at("/items/0")
                                .toString())
                        .doesNotContain("PLAN-7"));
    }

    @Test
    @DisplayName("CTL-10, ALL-4: a plan draws the statements that cover its context, and none of another organization")
    void a_plan_draws_what_covers_its_context() {
        Api api = new Api();
        Api others = new Api();
        UUID context = UUID.randomUUID();
        String covering = start(api, List.of(context));
        String elsewhere = start(api, List.of(UUID.randomUUID()));
        String foreign = start(others, List.of());
        tell(api, approved(UUID.randomUUID(), "A.8.13", context));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(api.get(LINES.formatted(covering, "A.8.13"))
                                .at("/items/0/applicable")
                                .asBoolean())
                        .isTrue());
        assertThat(api.get(LINES.formatted(elsewhere, "A.8.13")).at("/items/0").hasNonNull("applicable"))
                .isFalse();
        assertThat(others.get(LINES.formatted(foreign, "A.8.13")).at("/items/0").hasNonNull("applicable"))
                .isFalse();
    }

    @Test
    @DisplayName(
            "CTL-7, CTL-10: what is in place is told to the plan that needs it; a nonconformity puts its controls in doubt, and that is told")
    void controls_answer() {
        Api api = new Api();
        String control = api.control("Backup", ",\"requirements\":[\"iso-27001-2022:A.8.13\"]");
        api.inPlace(control);
        UUID plan = UUID.randomUUID();
        tell(api, approved(plan, "A.8.13", null));
        JsonNode inPlace = published(api, "isms.control.control-in-place-for-plan.v1");
        assertThat(inPlace.path("plan").asText()).isEqualTo(plan.toString());
        assertThat(inPlace.path("references").toString()).contains("\"A.8.13\"", "\"iso-27001-2022:A.8.13\"");
        assertThat(published(api, "isms.control.control-implemented.v1")
                        .path("key")
                        .asText())
                .isEqualTo(control);

        UUID nonconformity = UUID.randomUUID();
        tell(
                api,
                new Told(
                        "isms.improvement.nonconformity-raised.v1",
                        UUID.randomUUID(),
                        nonconformity,
                        "{\"nonconformity\":\"%s\",\"key\":\"NC-7\",\"title\":\"Backups are not tried\",\"controls\":[\"A.8.13\"],\"risks\":[],\"assets\":[]}"
                                .formatted(nonconformity)));
        assertThat(published(api, "isms.control.control-in-doubt.v1")
                        .path("cause")
                        .asText())
                .isEqualTo("The nonconformity NC-7 was raised: Backups are not tried");
        assertThat(api.get("/controls/" + control).path("effectiveness").asText())
                .isEqualTo("in-doubt");
    }

    @Test
    @DisplayName("CTL-11: a statement that comes into force is told, with its scope, its version and who approved it")
    void a_statement_in_force_is_told() {
        Api api = new Api();
        String statement = start(api, List.of());
        String path = "/statements-of-applicability/" + statement;
        var decisions = Api.JSON.createObjectNode();
        var lines = decisions.putArray("lines");
        Frameworks.shipped().requirements(Frameworks.ANNEX_A).forEach(control -> {
            var line = lines.addObject().put("control", control.id()).put("applicable", true);
            line.putArray("justifications").addObject().put("kind", "business").put("text", "The plant needs it");
            line.put("status", "implemented");
        });
        api.taken(path + "/decisions", decisions.toString());
        String submitted =
                api.taken(path + "/submissions", "{}").path("version").asText();
        given().auth()
                .oauth2(Tokens.of(api.tenant(), "u-top", Roles.TOP_MANAGEMENT))
                .header("If-Match", "\"" + submitted + "\"")
                .post("/api/v1" + path + "/approvals")
                .then()
                .statusCode(200);

        JsonNode told = published(api, "isms.control.statement-approved.v1");
        assertThat(told.path("statement").asText()).isEqualTo(statement);
        assertThat(told.path("key").asText()).isEqualTo("SOA-1");
        assertThat(told.path("scope").asText()).isEqualTo("Plant");
        assertThat(told.path("version").asInt()).isEqualTo(1);
        assertThat(told.path("approver").asText()).isEqualTo("u-top");
    }

    private static String start(Api api, List<UUID> contexts) {
        return api.taken(
                        "/statements-of-applicability",
                        "{\"scope\":{\"name\":\"Plant\",\"contexts\":%s}}"
                                .formatted(Api.JSON.valueToTree(contexts).toString()))
                .path("id")
                .asText();
    }

    private static String needs(Api api, UUID plan) {
        return api.read("/treatment-needs/" + plan, "application/json").asString();
    }

    private static Told approved(UUID plan, String control, UUID context) {
        return new Told("isms.risk.treatment-plan-approved.v1", UUID.randomUUID(), plan, """
                {"plan":"%s","key":"PLAN-7","risk":"%s","title":"Back it up","option":"modify",
                 "controls":[{"reference":"%s"}],
                 "residual":{"likelihood":1,"impact":2,"businessImpact":2,"regulatoryImpact":1,"score":2,"band":"low",
                             "bandRank":1,"aboveCriteria":false},
                 "methodology":"%s","methodologyVersion":1,"authors":["u-1"],"approver":"u-2"%s}""".formatted(
                        plan,
                        UUID.randomUUID(),
                        control,
                        UUID.randomUUID(),
                        context == null ? "" : ",\"context\":\"" + context + "\""));
    }

    private void tell(Api api, Told... facts) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (Told fact : facts) {
                var record = new ProducerRecord<>(
                        "isms." + fact.type().split("\\.")[1] + ".events",
                        api.tenant() + "/" + fact.subject(),
                        fact.data().getBytes(StandardCharsets.UTF_8));
                var headers = new HashMap<String, String>();
                headers.put("ce_specversion", "1.0");
                headers.put("ce_id", fact.id().toString());
                headers.put("ce_source", "/isms/" + fact.type().split("\\.")[1]);
                headers.put("ce_type", fact.type());
                headers.put("ce_subject", fact.subject().toString());
                headers.put("ce_time", "2026-03-31T08:00:00Z");
                headers.put("ce_tenant", api.tenant());
                headers.put("ce_actor", "u-owner");
                headers.put("ce_correlationid", UUID.randomUUID().toString());
                headers.put("ce_causationid", UUID.randomUUID().toString());
                headers.put("ce_position", "1");
                headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                producer.send(record);
            }
        }
    }

    /** The first message of a type that this service has sent for the organization. */
    private JsonNode published(Api api, String type) {
        var found = new ArrayList<JsonNode>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", kafka, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            await().atMost(PATIENCE).pollInSameThread().until(() -> {
                var partitions = consumer.partitionsFor("isms.control.events").stream()
                        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                var ends = consumer.endOffsets(partitions);
                while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                    for (var record : consumer.poll(Duration.ofMillis(200))) {
                        if (record.key().startsWith(api.tenant() + "/")
                                && type.equals(new String(
                                        record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))) {
                            found.add(Api.JSON.readTree(record.value()));
                        }
                    }
                }
                return !found.isEmpty();
            });
        }
        return found.getFirst();
    }
}
