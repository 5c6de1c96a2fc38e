package isms.control.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import isms.control.Roles;
import isms.platform.testing.IsmsInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("CTL-2: mappings over HTTP")
class FrameworkMappingsTest {

    private static final String TO_COBIT = """
            {"from": "nist-csf-2.0:%s", "to": "cobit-2019:DSS04", "relationship": "subset-of", "strength": 6,
             "rationale": "Backups are one of the means of continuity"}
            """;

    private static final String CONFIRMED = """
            {"from": "nist-csf-2.0:PR.DS-11", "to": "nist-sp-800-53-r5:%s", "via": "%s",
             "relationship": "intersects-with", "strength": 8, "rationale": "Both ask for backups that are tested"}
            """;

    private final Calls calls = new Calls("mappings");

    private int total(String query) {
        return calls.read("/framework-mappings?count=true&limit=1&" + query)
                .path("total")
                .asInt();
    }

    @Test
    void published_mappings_are_found_from_either_side_with_their_source() {
        assertThat(total("from=iso-27001-2013&to=iso-27001-2022&standing=published"))
                .isEqualTo(115);
        assertThat(total("from=iso-27001-2022&to=iso-27001-2013&standing=published"))
                .isEqualTo(115);
        assertThat(total("source=nist-olir-csf-2.0")).isEqualTo(343);
        JsonNode one = calls.read(
                "/framework-mappings?requirement=iso-27001-2022:A.5.36&to=iso-27001-2013&standing=published");
        assertThat(one.path("items")).hasSize(2);
        assertThat(one.at("/items/0/relationship").asText()).isEqualTo("superset-of");
    }

    @Test
    @DisplayName("CTL-2: what follows over two hops is a suggestion until a person confirms it")
    void a_suggestion_is_confirmed() {
        JsonNode suggestion = suggestion("CP-9");
        assertThat(suggestion.path("standing").asText()).isEqualTo("suggested");
        assertThat(suggestion.path("via").asText()).isNotBlank();

        Response confirmed = calls.post(
                "/framework-mappings/confirmations",
                CONFIRMED.formatted("CP-9", suggestion.path("via").asText()));
        JsonNode mapping = Calls.json(confirmed, 201);

        JsonNode now = suggestion("CP-9");
        assertThat(now.path("standing").asText()).isEqualTo("own");
        assertThat(now.path("strength").asInt()).isEqualTo(8);
        assertThat(calls.read("/framework-mappings/" + mapping.path("key").asText() + "/history")
                                .at("/items/0/what")
                                .asText()
                        + calls.read("/framework-mappings/" + mapping.path("id").asText() + "/history"))
                .contains("Suggestion confirmed");
        assertThat(Calls.json(
                                calls.post(
                                        "/framework-mappings/confirmations",
                                        CONFIRMED.formatted("AC-1", "iso-27001-2022:A.8.13")),
                                422)
                        .path("rule")
                        .asText())
                .isEqualTo("CTL-2");
    }

    private JsonNode suggestion(String control) {
        for (JsonNode item : calls.read(
                        "/framework-mappings?requirement=nist-csf-2.0:PR.DS-11&to=nist-sp-800-53-r5&limit=500")
                .path("items")) {
            if (item.path("to").asText().equals("nist-sp-800-53-r5:" + control)) {
                return item;
            }
        }
        throw new AssertionError("no mapping to " + control);
    }

    @Test
    void suggestions_between_two_frameworks_are_listed() {
        assertThat(total("from=nist-csf-2.0&to=pci-dss-4.0.1&standing=suggested"))
                .isGreaterThan(100);
        assertThat(total("from=nist-csf-2.0&to=pci-dss-4.0.1&standing=published,own"))
                .isZero();
    }

    @Test
    @DisplayName("CTL-2: an own mapping is added once, judged anew and withdrawn, with its history (ALL-6)")
    void an_own_mapping_lives() {
        JsonNode added = Calls.json(calls.post("/framework-mappings", TO_COBIT.formatted("RC.RP-03")), 201);
        String key = added.path("key").asText();
        assertThat(calls.post("/framework-mappings", TO_COBIT.formatted("RC.RP-03"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(total("requirement=cobit-2019:DSS04&to=nist-csf-2.0&standing=own"))
                .isGreaterThan(0);

        Calls.json(
                calls.post(
                        "/framework-mappings/" + key + "/revisions",
                        "{\"relationship\": \"intersects-with\", \"strength\": 3, \"rationale\": \"Hardly\"}"),
                200);
        Calls.json(calls.post("/framework-mappings/" + key + "/withdrawals", "{\"reason\": \"A mistake\"}"), 200);
        assertThat(calls.read("/framework-mappings/" + key).path("status").asText())
                .isEqualTo("withdrawn");
        JsonNode history = calls.read("/framework-mappings/" + key + "/history").path("items");
        assertThat(history).hasSize(3);
        assertThat(history.toString()).contains("strength 3 of 10").contains("Withdrawn: A mistake");

        String before = added.path("updatedAt").asText();
        assertThat(calls.read("/framework-mappings/" + key + "?asOf=" + before)
                        .path("strength")
                        .asInt())
                .as("ALL-5")
                .isEqualTo(6);
        assertThat(calls.read("/framework-mappings/own?status=withdrawn").path("items"))
                .isNotEmpty();
        assertThat(calls.as(Roles.AUDITOR)
                        .accept("text/csv")
                        .get("/api/v1/framework-mappings/own")
                        .asString())
                .as("ALL-8")
                .contains("RC.RP-03");
    }

    @Test
    void a_mapping_names_requirements_that_exist() {
        JsonNode problem = Calls.json(calls.post("/framework-mappings", TO_COBIT.formatted("XX-1")), 422);

        assertThat(problem.path("rule").asText()).isEqualTo("CTL-2");
        assertThat(problem.at("/violations/0/pointer").asText()).isEqualTo("/from");
        assertThat(problem.path("remedy").asText()).isNotBlank();
    }

    @Test
    @DisplayName("ALL-4: another organization neither sees nor changes an own mapping; roles are refused")
    void others_see_nothing() {
        Calls.json(calls.post("/framework-mappings", TO_COBIT.formatted("RC.RP-05")), 201);
        String id = calls.read("/framework-mappings/own?q=RC.RP-05")
                .at("/items/0/id")
                .asText();
        Calls others = new Calls("mappings-of-others");

        assertThat(others.get("/framework-mappings/" + id).statusCode()).isEqualTo(404);
        assertThat(others.read("/framework-mappings/own").path("items")).isEmpty();
        assertThat(others.read("/framework-mappings?standing=own").path("items"))
                .isEmpty();
        assertThat(others.post("/framework-mappings/" + id + "/withdrawals", "{\"reason\": \"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(calls.as(Roles.AUDITOR)
                        .contentType("application/json")
                        .body(TO_COBIT.formatted("RC.RP-06"))
                        .post("/api/v1/framework-mappings")
                        .statusCode())
                .isEqualTo(403);
    }
}
