package isms.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The clock of a service that may be put ahead. */
@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@TestProfile(ClockOperationsTest.Movable.class)
class ClockOperationsTest {

    private static final String CLOCK = "/api/v1/operations/clock";

    public static final class Movable implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("isms.clock.movable", "true");
        }
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of("ahead", "kim", role)).contentType("application/json");
    }

    private static ValidatableResponse put(String ahead) {
        return as("operator").body("{\"ahead\":\"" + ahead + "\"}").post(CLOCK).then();
    }

    private static Instant registeredAt() {
        return Instant.parse(as("keeper")
                .body("{\"title\":\"Valve\",\"owner\":\"kim\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("createdAt"));
    }

    @Test
    @DisplayName("What is recorded carries the moved time, tokens are valid by the real one, and time never goes back")
    void the_clock_goes_ahead_only() throws SQLException {
        as("operator").get(CLOCK).then().statusCode(200).body("now", containsString("T"));
        put("P400D").statusCode(200).body("ahead", equalTo("PT9600H")).body("recorded", equalTo(0));
        assertThat(registeredAt()).isAfter(Instant.now().plus(Duration.ofDays(399)));
        put("P400D").statusCode(200);
        put("P1D").statusCode(409).body("detail", containsString("time does not go back"));
        put("P2Y").statusCode(200);
        assertThat(registeredAt()).isAfter(Instant.now().plus(Duration.ofDays(728)));
        given().auth()
                .oauth2(Tokens.expired("ahead", "kim", "keeper"))
                .get("/api/v1/things")
                .then()
                .statusCode(401);

        try (var database = IsmsInfrastructure.asSuperuser("thing");
                var statement = database.createStatement();
                var back = statement.executeQuery("select count(*) from (select recorded_at < lag(recorded_at)"
                        + " over (order by position) as back from event_log) as steps where back")) {
            back.next();
            assertThat(back.getInt(1)).isZero();
        }
    }

    @Test
    void what_is_no_duration_is_refused_and_so_is_whoever_is_no_operator() {
        for (String wrong : new String[] {"tomorrow", "P-1D", "-P1D", "P101Y", "P"}) {
            put(wrong).statusCode(422).body("violations[0].pointer", equalTo("/ahead"));
        }
        as("operator").body("{}").post(CLOCK).then().statusCode(422);
        for (String role : new String[] {"keeper", "tenant-admin", "viewer"}) {
            as(role).get(CLOCK).then().statusCode(403);
            as(role).body("{\"ahead\":\"P1D\"}").post(CLOCK).then().statusCode(403);
        }
    }
}
