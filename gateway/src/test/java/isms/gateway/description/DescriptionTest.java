package isms.gateway.description;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import isms.gateway.Upstream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = Upstream.class, restrictToAnnotatedClass = false)
class DescriptionTest {

    @Test
    void one_document_has_what_is_routed_of_every_service_and_says_who_is_missing() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(merged().getMap("paths"))
                        .containsOnlyKeys("/api/v1/alphas", "/api/v1/betas", "/api/v1/operations/beta/queues"));
        JsonPath document = merged();
        assertThat(document.getString("openapi")).startsWith("3.1");
        assertThat(document.getString("servers[0].url")).isEqualTo("/");
        assertThat(document.getString("info.description")).contains("risk");
        assertThat(document.getMap("components.schemas")).containsOnlyKeys("Thing", "Problem", "BetaThing");
        assertThat(document.getString(
                        "paths.'/api/v1/betas'.get.responses.'200'.content.'application/json'.schema.'$ref'"))
                .isEqualTo("#/components/schemas/BetaThing");
        assertThat(document.getString("paths.'/api/v1/betas'.get.operationId")).isEqualTo("betaList");
    }

    @Test
    void it_can_be_had_as_yaml_and_is_not_sent_twice() {
        given().accept("application/yaml")
                .get("/openapi")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .body(containsString("openapi: 3.1.0"));
        given().get("/openapi.yaml").then().body(containsString("openapi: 3.1.0"));
        String tag = given().get("/openapi.json")
                .then()
                .contentType("application/json")
                .extract()
                .header("ETag");
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            String now = given().get("/openapi.json").header("ETag");
            given().header("If-None-Match", now).get("/openapi.json").then().statusCode(304);
        });
        assertThat(tag).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/docs/",
                "/docs/docs.js",
                "/docs/docs.css",
                "/openapi-ui/swagger-ui-bundle.js",
                "/openapi-ui/swagger-ui.css"
            })
    void the_page_and_everything_that_it_loads_come_from_here(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("Content-Security-Policy", not(containsString("unsafe-eval")));
    }

    @Test
    void the_page_has_no_inline_script_and_names_no_other_host() {
        String page = given().get("/docs/").asString();
        assertThat(page).doesNotContain("<script>", "http://", "https://", "onload=");
        given().redirects().follow(false).get("/docs").then().statusCode(302).header("Location", equalTo("/docs/"));
        given().get("/openapi-ui/index.html").then().statusCode(404);
        assertThat(given().get("/").asString()).contains("/docs/", "/openapi.yaml");
    }

    private static JsonPath merged() {
        return given().get("/openapi").then().statusCode(200).extract().jsonPath();
    }
}
