package isms.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A risk on its way from methodology to heat map, by the people who decide. */
@Order(2)
@TestMethodOrder(OrderAnnotation.class)
class RiskJourneyIT {

    private static final String METHODOLOGY = Ids.next();
    private static final String CONTEXT = Ids.next();
    private static final String RISK = Ids.next();
    private static final String TITLE = "Somebody else works with a stolen remote login";

    private static String seen = "";

    @BeforeAll
    static void up() {
        Stack.isUp();
    }

    @Test
    @Order(1)
    @DisplayName("RSK-1, RSK-3: a methodology is defined by one person, approved by another and put in use")
    void a_methodology_is_defined_approved_and_put_in_use() {
        Response defined = Stack.as("ines")
                .body(Bodies.methodology(METHODOLOGY, "Remote access"))
                .post("/api/v1/methodologies");
        defined.then()
                .statusCode(201)
                .header("Location", containsString(METHODOLOGY))
                .header("ETag", equalTo("\"1\""))
                .header("Consistency-Token", notNullValue());
        Stack.as("ines")
                .contentType("application/merge-patch+json")
                .body(Bodies.ACCEPTANCE)
                .patch("/api/v1/methodologies/" + METHODOLOGY)
                .then()
                .statusCode(200);
        Response submitted = Stack.as("ines").post("/api/v1/methodologies/" + METHODOLOGY + "/submissions");
        submitted.then().statusCode(200);
        Stack.as("tom")
                .header("If-Match", submitted.header("ETag"))
                .post("/api/v1/methodologies/" + METHODOLOGY + "/approvals")
                .then()
                .statusCode(200);
        Stack.as("ines")
                .post("/api/v1/methodologies/" + METHODOLOGY + "/releases")
                .then()
                .statusCode(200)
                .body("status", equalTo("in-use"));
    }

    @Test
    @Order(2)
    @DisplayName("RSK-5, RSK-6: a context chooses the methodology, and a risk is registered in it")
    void a_risk_is_registered() {
        Stack.as("ines")
                .body(Bodies.context(CONTEXT, "Remote access"))
                .post("/api/v1/risk-contexts")
                .then()
                .statusCode(201);
        Stack.as("ines")
                .body(Bodies.choice(METHODOLOGY))
                .post("/api/v1/risk-contexts/" + CONTEXT + "/methodology-choices")
                .then()
                .statusCode(200);
        Stack.as("ines")
                .body(Bodies.risk(RISK, CONTEXT, TITLE))
                .post("/api/v1/risks")
                .then()
                .statusCode(201)
                .body("key", containsString("RISK-"))
                .body("status", equalTo("registered"));
    }

    @Test
    @Order(3)
    @DisplayName("RSK-7: an assessment that lacks a dimension is refused by name")
    void an_assessment_without_a_dimension_is_refused() {
        Stack.as("rosa")
                .body(Bodies.assessmentWithoutFines())
                .post("/api/v1/risks/" + RISK + "/assessments")
                .then()
                .statusCode(422)
                .contentType(containsString("application/problem+json"))
                .body("rule", equalTo("RSK-7"))
                .body("violations.pointer", hasItem(containsString("/current/impact")))
                .body("violations.detail.join(' ')", containsString("fines"));
    }

    @Test
    @Order(4)
    @DisplayName("RSK-7: with every dimension rated it is assessed")
    void it_is_assessed() {
        Response assessed =
                Stack.as("rosa").body(Bodies.assessment(3, 2, 3)).post("/api/v1/risks/" + RISK + "/assessments");
        assessed.then()
                .statusCode(200)
                .body("status", equalTo("assessed"))
                .body("currentBand", equalTo("high"))
                .body("aboveCriteria", equalTo(true));
        seen = assessed.header("Consistency-Token");
        assertThat(seen).isNotBlank();
    }

    @Test
    @Order(5)
    @DisplayName("RSK-8: a read with the Consistency-Token finds it in the register, with its priority explained")
    void it_is_seen_in_the_register() {
        Stack.as("vera")
                .header("Consistency-Token", seen)
                .queryParam("context", CONTEXT)
                .queryParam("sort", "-priority")
                .get("/api/v1/risks")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(RISK))
                .body("items[0].currentBand", equalTo("high"))
                .body("items[0].priorityBecause", not(hasSize(0)));
    }

    @Test
    @Order(6)
    @DisplayName("RSK-15: it is on the heat map, as data and as a picture")
    void it_is_on_the_heat_map() {
        Stack.as("vera")
                .header("Consistency-Token", seen)
                .queryParam("context", CONTEXT)
                .get("/api/v1/heat-map")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("grids[0].cells.find { it.likelihood == 3 && it.impact == 3 }.count", equalTo(1));
        Stack.as("vera")
                .accept("image/svg+xml")
                .header("Consistency-Token", seen)
                .queryParam("context", CONTEXT)
                .get("/api/v1/heat-map")
                .then()
                .statusCode(200)
                .contentType(containsString("image/svg+xml"))
                .body(containsString("<svg"));
    }

    @Test
    @Order(7)
    @DisplayName("ALL-5: as of an hour ago it was on no heat map")
    void an_hour_ago_it_was_not_there() {
        Stack.as("vera")
                .header("Consistency-Token", seen)
                .queryParam("context", CONTEXT)
                .queryParam("asOf", Instant.now().minus(Duration.ofHours(1)).toString())
                .get("/api/v1/heat-map")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
    }

    @Test
    @Order(8)
    @DisplayName("ALL-2, ALL-6: its history names the decisions, who took them and when")
    void its_history_is_told() {
        Stack.as("ada")
                .get("/api/v1/risks/" + RISK + "/history")
                .then()
                .statusCode(200)
                .body("items", hasSize(greaterThan(1)))
                .body("items.actor", hasItem(Bodies.ROSA))
                .body("items.recordedAt", everyItem(notNullValue()));
    }

    @Test
    @Order(9)
    @DisplayName("ALL-4: another organization does not learn that it exists")
    void another_organization_sees_nothing() {
        Stack.as("globex-ines").get("/api/v1/risks/" + RISK).then().statusCode(404);
        Stack.as("globex-ines")
                .queryParam("q", "stolen remote login")
                .get("/api/v1/risks")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(RISK)));
    }
}
