package isms.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What operators see of read models and messages and can do about them, in a whole service. */
@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
class ProjectionOperationsTest {

    private static final String OPERATIONS = "/api/v1/operations";
    private static final String PARKED = OPERATIONS + "/projections/things/parked-facts";

    private static RequestSpecification as(String tenant, String role) {
        return given().auth().oauth2(Tokens.of(tenant, "kim", role)).contentType("application/json");
    }

    private static String register(String tenant) {
        return as(tenant, "keeper")
                .body("{\"title\":\"Valve\",\"owner\":\"kim\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .extract()
                .header("Consistency-Token");
    }

    private static String things(String tenant, String token) {
        return as(tenant, "keeper")
                .header("Consistency-Token", token)
                .get("/api/v1/things")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void a_read_model_is_rebuilt_on_demand_and_is_the_same_afterwards() {
        var tenant = "rebuilt-" + UUID.randomUUID();
        register(tenant);
        var token = register(tenant);
        var before = things(tenant, token);

        var location = as("nobody's", "operator")
                .post(OPERATIONS + "/projections/things/rebuilds")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("nobody's", "operator")
                        .get(location)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("completed")));

        assertThat(things(tenant, token)).isEqualTo(before);
        assertThat(things(tenant, register(tenant))).isNotEqualTo(before);
    }

    @Test
    void operators_see_how_far_the_projections_are() {
        var tenant = "lag-" + UUID.randomUUID();
        things(tenant, register(tenant));

        as("nobody's", "operator")
                .get(OPERATIONS + "/projections")
                .then()
                .statusCode(200)
                .body("name", hasItem("things"))
                .body("find { it.name == 'things' }.lag", equalTo(0));
        assertThat(given().get("/q/metrics").asString()).contains("isms_projection_lag{projection=\"things\"");
    }

    @Test
    void a_parked_fact_is_shown_to_its_own_organization_and_tried_again() throws Exception {
        var tenant = "parked-" + UUID.randomUUID();
        things(tenant, register(tenant));
        String aggregate;
        try (var database = IsmsInfrastructure.asSuperuser("thing");
                var statement = database.createStatement()) {
            // as after a projection with a defect that has been mended since
            statement.execute("update projection_progress set parked = parked + 1 where name = 'things'");
            statement.execute("delete from thing where tenant = '" + tenant + "'");
            try (var row = statement.executeQuery("insert into parked_fact"
                    + " (projection, position, tenant, kind, aggregate, type, error, attempts)"
                    + " select 'things', position, tenant, kind, aggregate, type, 'a defect', 1 from event_log where tenant = '"
                    + tenant + "' returning aggregate")) {
                row.next();
                aggregate = row.getString(1);
            }
        }

        as(tenant, "tenant-admin").get(PARKED).then().statusCode(200).body("aggregate", equalTo(List.of(aggregate)));
        as("somebody-else", "tenant-admin").get(PARKED).then().statusCode(200).body("", hasSize(0));
        as(tenant, "tenant-admin")
                .post(PARKED + "/" + aggregate + "/retries")
                .then()
                .statusCode(200)
                .body("remaining", equalTo(0));

        as(tenant, "tenant-admin").get(PARKED).then().statusCode(200).body("", hasSize(0));
        as(tenant, "keeper").get("/api/v1/things/" + aggregate).then().statusCode(200);
    }

    @Test
    @DisplayName(
            "ALL-4: what all organizations share is shown to the operator, what is parked to its own administrator")
    void nobody_else_operates_and_what_is_not_there_is_not_found() {
        var of = Map.of(
                "/projections", "operator",
                "/projections/things/parked-facts", "tenant-admin",
                "/parked-messages", "tenant-admin");
        of.forEach((path, role) -> {
            for (String other : List.of("keeper", "operator", "tenant-admin")) {
                as("acme", other).get(OPERATIONS + path).then().statusCode(other.equals(role) ? 200 : 403);
            }
        });
        for (String other : List.of("keeper", "tenant-admin")) {
            as("acme", other)
                    .post(OPERATIONS + "/projections/things/rebuilds")
                    .then()
                    .statusCode(403);
        }
        as("acme", "operator")
                .post(OPERATIONS + "/projections/nothing/rebuilds")
                .then()
                .statusCode(404);
        as("acme", "tenant-admin")
                .post(OPERATIONS + "/parked-messages/isms.other.events/0/1/retries")
                .then()
                .statusCode(404);
    }

    @Test
    void the_clock_cannot_be_moved_unless_the_installation_says_so() {
        as("acme", "operator").get(OPERATIONS + "/clock").then().statusCode(404);
        as("acme", "operator")
                .body("{\"ahead\":\"P30D\"}")
                .post(OPERATIONS + "/clock")
                .then()
                .statusCode(404);
        as("acme", "tenant-admin").get(OPERATIONS + "/clock").then().statusCode(403);
    }
}
