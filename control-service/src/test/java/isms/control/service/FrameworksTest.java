package isms.control.service;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import isms.control.Roles;
import isms.platform.testing.IsmsInfrastructure;
import isms.platform.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("CTL-1: frameworks are data")
class FrameworksTest {

    @Test
    @DisplayName("CTL-1: Annex A of 2022 has 93 controls in four themes, Annex A of 2013 has 114")
    void annex_a() {
        get("/frameworks/iso-27001-2022").statusCode(200).body("requirements", equalTo(93));
        get("/frameworks/iso-27001-2022/requirements?limit=500")
                .statusCode(200)
                .body("items.findAll { it.group == 'organizational' }", hasSize(37))
                .body("items.findAll { it.group == 'people' }", hasSize(8))
                .body("items.findAll { it.group == 'physical' }", hasSize(14))
                .body("items.findAll { it.group == 'technological' }", hasSize(34));
        get("/frameworks/iso-27001-2013/requirements?limit=500").statusCode(200).body("items", hasSize(114));
    }

    @Test
    void a_framework_that_is_not_there_is_said_with_those_that_are() {
        get("/frameworks/iso-9001").statusCode(404).body("detail", containsString("iso-27001-2022"));
    }

    private static ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(Tokens.of("initech", "u-viewer", Roles.VIEWER))
                .get("/api/v1" + path)
                .then();
    }
}
