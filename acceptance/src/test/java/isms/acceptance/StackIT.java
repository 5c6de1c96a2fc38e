package isms.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import isms.acceptance.Stack.Said;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Order(1)
class StackIT {

    @BeforeAll
    static void up() {
        Stack.isUp();
    }

    @Test
    void every_part_is_ready() {
        Said status = Stack.isms("status");
        assertThat(status.exitCode()).isZero();
        assertThat(status.out())
                .contains("postgresql", "kafka", "keycloak", "risk-service", "gateway")
                .doesNotContain("not ready", "stopped");
    }

    @Test
    void a_second_up_says_that_it_runs() {
        Said second = Stack.isms("up", "--no-build", "--detach");
        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).contains("running already");
    }

    @Test
    void an_unknown_command_and_an_unknown_user_are_answered() {
        assertThat(Stack.isms("fly").exitCode()).isEqualTo(2);
        Said nobody = Stack.isms("token", "nobody");
        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.out()).isEmpty();
        assertThat(nobody.err()).contains("nobody", "ines");
    }

    @ParameterizedTest
    @CsvSource({
        "ines,acme,isms-manager",
        "tom,acme,top-management",
        "rosa,acme,risk-owner",
        "carl,acme,control-owner",
        "ada,acme,auditor",
        "cora,acme,contributor",
        "vera,acme,viewer",
        "tina,acme,tenant-admin",
        "globex-ines,globex,isms-manager",
    })
    void a_token_says_who_for_which_organization_in_which_role(String user, String tenant, String role) {
        String payload = Stack.token(user).split("\\.")[1];
        JsonPath claims = new JsonPath(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));

        assertThat(claims.getString("sub")).matches("0000000[12]-0000-4000-8000-\\d{12}");
        assertThat(claims.getString("tenant")).isEqualTo(tenant);
        assertThat(claims.getList("realm_access.roles", String.class)).contains(role);
        assertThat(claims.getList("aud", String.class)).contains("isms-api");
        assertThat(claims.getString("iss")).isEqualTo("http://127.0.0.1:" + Stack.port("keycloak") + "/realms/isms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticketing-acme", "import-globex"})
    void a_machine_gets_a_token_of_its_organization(String client) {
        String token = given().formParam("grant_type", "client_credentials")
                .formParam("client_id", client)
                .formParam("client_secret", client + "-secret")
                .post("http://127.0.0.1:" + Stack.port("keycloak") + "/realms/isms/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        JsonPath claims =
                new JsonPath(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
        assertThat(claims.getString("tenant")).isEqualTo(client.substring(client.indexOf('-') + 1));
    }

    @Test
    void who_operates_the_installation_sees_its_projections_and_an_organization_s_administrator_does_not() {
        String operator = Stack.operator();
        String projections = Stack.gateway() + "/api/v1/operations/risk/projections";

        given().auth()
                .oauth2(operator)
                .get(projections)
                .then()
                .statusCode(200)
                .body("name", hasItems("risk-register", "publication"));
        given().auth()
                .oauth2(operator)
                .get(Stack.gateway() + "/api/v1/risks")
                .then()
                .statusCode(403);
        given().auth().oauth2(Stack.token("tina")).get(projections).then().statusCode(403);
    }

    @Test
    void the_description_and_its_pages_need_no_token_and_the_api_does() {
        given().baseUri(Stack.gateway()).get("/docs/").then().statusCode(200).contentType(containsString("text/html"));
        given().baseUri(Stack.gateway())
                .get("/api/v1/risks")
                .then()
                .statusCode(401)
                .contentType(startsWith("application/problem+json"));
    }

    @Test
    void a_service_that_is_killed_is_reported_with_the_end_of_its_log_and_comes_back() {
        ProcessHandle killed = Stack.process("risk-service");
        killed.destroyForcibly();

        await().atMost(Duration.ofMinutes(4))
                .untilAsserted(() -> assertThat(Stack.isms("status").exitCode()).isZero());
        assertThat(Stack.process("risk-service").pid()).isNotEqualTo(killed.pid());
        assertThat(Stack.log("stack")).contains("risk-service died. The end of its log", "  | ");
        Stack.as("vera").get("/api/v1/risks").then().statusCode(200);
    }
}
