package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import isms.platform.testing.IsmsInfrastructure;
import isms.platform.testing.Tokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("ALL-4: organizations never see, change, count or infer each other's data")
class TenantsTest {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private static final List<String> TABLES = List.of(
            "event_log",
            "risk_register",
            "methodology",
            "risk_context",
            "treatment_plan",
            "risk_portfolio",
            "risk_quantification");

    @BeforeEach
    void told() {
        Story.told();
    }

    /** A client of acme with every role, who knows the ids of globex. */
    private static RequestSpecification spy() {
        return Story.with(Tokens.of(
                "acme",
                "spy",
                "isms-manager",
                "top-management",
                "risk-owner",
                "control-owner",
                "auditor",
                "contributor",
                "viewer",
                "tenant-admin",
                "operator"));
    }

    @TestFactory
    @DisplayName("ALL-4: every operation of the API, asked with the other organization's ids, finds nothing")
    Stream<DynamicTest> every_operation_finds_nothing() {
        Story.told();
        JsonNode api = Story.json(Story.by("vera").get("/q/openapi?format=json"));
        List<DynamicTest> probes = new ArrayList<>();
        api.path("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(method -> path.getValue().has(method))
                        .forEach(method -> probes.add(DynamicTest.dynamicTest(
                                method + " " + path.getKey(),
                                () -> probe(
                                        method,
                                        path.getKey(),
                                        example(api, path.getValue().get(method)))))));
        assertThat(probes).hasSizeGreaterThan(15);
        return probes.stream();
    }

    private static void probe(String method, String path, String body) throws SQLException {
        String victim = path.startsWith("/api/v1/treatment-plans")
                ? Story.plan("globex")
                : path.startsWith("/api/v1/assessment-rounds")
                        ? Story.round("globex")
                        : path.startsWith("/api/v1/methodologies")
                                ? foreign("/methodologies/0/body/id")
                                : path.startsWith("/api/v1/risk-contexts")
                                        ? foreign("/contexts/0/body/id")
                                        : foreign("/risks/0/body/id");
        String asked = path.replace("{id}", victim).replaceAll("\\{[^}]*}", "1");
        String before = globex();
        RequestSpecification request = spy().header("If-Match", "\"1\"");
        if (!method.equals("get")) {
            request.contentType(method.equals("patch") ? "application/merge-patch+json" : "application/json")
                    .body(body.replace("CTX-1", foreign("/contexts/0/body/id"))
                            .replace("METH-1", foreign("/methodologies/0/body/id"))
                            .replace("RISK-1", foreign("/risks/0/body/id")));
        } else if (path.endsWith("movements")) {
            request.queryParam("from", "2020-01-01T00:00:00Z");
        }
        Response response = request.request(method, asked);
        String answer = response.asString();
        assertThat(answer).doesNotContain("Globex depot").doesNotContain("globex manager");
        // no clock of an installation can be moved, unless it says so
        if (path.contains("{") || path.endsWith("/operations/clock")) {
            assertThat(response.statusCode()).as(answer).isEqualTo(404);
        } else if (method.equals("get")) {
            assertThat(response.statusCode()).as(answer).isEqualTo(200);
            assertThat(answer)
                    .doesNotContain(foreign("/methodologies/0/body/id"))
                    .doesNotContain(foreign("/contexts/0/body/id"))
                    .doesNotContain(Story.plan("globex"))
                    .doesNotContain(Story.round("globex"));
            for (JsonNode told : Story.GLOBEX.path("risks")) {
                assertThat(answer).doesNotContain(told.at("/body/id").asText());
            }
        }
        assertThat(globex()).as("what globex has").isEqualTo(before);
    }

    private static String foreign(String pointer) {
        return Story.GLOBEX.at(pointer).asText();
    }

    /** The example that the API's description gives for the body of an operation. */
    private static String example(JsonNode api, JsonNode operation) {
        for (JsonNode content : operation.at("/requestBody/content")) {
            for (JsonNode named : content.path("examples")) {
                return named.path("value").isTextual()
                        ? named.path("value").asText()
                        : named.path("value").toString();
            }
            JsonNode schema = content.path("schema");
            if (schema.has("$ref")) {
                schema = api.at(schema.path("$ref").asText().substring(1));
            }
            for (JsonNode example : schema.path("examples")) {
                return example.isTextual() ? example.asText() : example.toString();
            }
        }
        return "{}";
    }

    /** All that globex has, as the log has it. */
    private static String globex() throws SQLException {
        try (Connection database = IsmsInfrastructure.asSuperuser("risk");
                var query = database.createStatement();
                var row = query.executeQuery("select count(*), max(position) from event_log where tenant = 'globex'")) {
            row.next();
            return row.getLong(1) + " facts, the last at " + row.getLong(2);
        }
    }

    @Test
    @DisplayName("ALL-4: filters with the other's ids find nothing, and what refers to them is not found")
    void references_to_the_others_find_nothing() {
        String context = foreign("/contexts/0/body/id");
        assertThat(Story.json(spy().get("/api/v1/risks?count=true&context=" + context))
                        .path("total")
                        .asLong())
                .isZero();
        assertThat(Story.json(spy().get("/api/v1/heat-map?context=" + context))
                        .path("total")
                        .asLong())
                .isZero();
        var body = Story.find(Story.ACME, "Backups").get("body").deepCopy();
        ((ObjectNode) body).put("context", context).put("owner", "spy").remove("id");
        assertThat(spy().contentType("application/json")
                        .body(body.toString())
                        .post("/api/v1/risks")
                        .statusCode())
                .isEqualTo(404);
        assertThat(spy().contentType("application/json")
                        .body("{\"methodology\":\"" + foreign("/methodologies/0/body/id") + "\"}")
                        .post("/api/v1/risk-contexts/" + Story.context(0) + "/methodology-choices")
                        .statusCode())
                .isEqualTo(404);
        assertThat(spy().contentType("application/json")
                        .body("{\"title\":\"Spy\",\"risk\":\"" + foreign("/risks/0/body/id") + "\"}")
                        .post("/api/v1/treatment-plans")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Story.json(spy().get("/api/v1/treatment-plans?count=true&risk=" + foreign("/risks/0/body/id")))
                        .path("total")
                        .asLong())
                .isZero();
    }

    @Test
    @DisplayName("ALL-4: with the tenant condition taken out of the query, row-level security still returns nothing")
    void row_level_security_holds_without_a_condition() throws SQLException {
        Set<String> seen = new LinkedHashSet<>();
        try (Connection reader = IsmsInfrastructure.as("risk", "reader")) {
            Map<String, Long> tables = tenantTables();
            assertThat(tables.keySet()).contains(TABLES.toArray(String[]::new));
            for (String table : TABLES) {
                assertThat(count(reader, table, "true"))
                        .as("without a tenant: " + table)
                        .isZero();
                try (var statement = reader.createStatement()) {
                    statement.execute("select set_config('isms.tenant', 'acme', false)");
                }
                assertThat(count(reader, table, "tenant <> 'acme'")).as(table).isZero();
                assertThat(count(reader, table, "true")).as(table).isPositive();
                try (var statement = reader.createStatement()) {
                    statement.execute("select set_config('isms.tenant', '', false)");
                }
                seen.add(table);
            }
            tables.forEach((table, forced) -> assertThat(forced)
                    .as("forced row-level security on " + table)
                    .isEqualTo(1));
        }
        assertThat(seen).hasSameSizeAs(TABLES);
    }

    /** Every table with a tenant, and whether row-level security is forced on it. */
    private static Map<String, Long> tenantTables() throws SQLException {
        Map<String, Long> tables = new TreeMap<>();
        try (Connection database = IsmsInfrastructure.asSuperuser("risk");
                var query = database.createStatement();
                var row = query.executeQuery("""
                        select c.relname, (c.relrowsecurity and c.relforcerowsecurity)::int
                        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
                        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
                        where c.relkind = 'r' and c.relname <> 'versioned_row'""")) {
            while (row.next()) {
                tables.put(row.getString(1), row.getLong(2));
            }
        }
        return tables;
    }

    private static long count(Connection database, String table, String condition) throws SQLException {
        try (var query = database.createStatement();
                var row = query.executeQuery("select count(*) from " + table + " where " + condition)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    @DisplayName("ALL-1: no role of the application can change or delete what the log says, nor can the owner")
    void nobody_changes_the_log() throws SQLException {
        for (String role : List.of("reader", "writer", "owner")) {
            for (String attempt :
                    List.of("update event_log set actor = 'nobody'", "delete from event_log", "truncate event_log")) {
                try (Connection database = IsmsInfrastructure.as("risk", role);
                        var statement = database.createStatement()) {
                    if (role.equals("owner")) {
                        // an owner is under row-level security too; the trigger is what stops it where rows are seen
                        statement.execute("alter table event_log no force row level security");
                    }
                    assertThatThrownBy(() -> statement.execute(attempt))
                            .as(role + ": " + attempt)
                            .isInstanceOf(SQLException.class);
                } finally {
                    if (role.equals("owner")) {
                        try (Connection database = IsmsInfrastructure.as("risk", role);
                                var statement = database.createStatement()) {
                            statement.execute("alter table event_log force row level security");
                        }
                    }
                }
            }
        }
    }
}
