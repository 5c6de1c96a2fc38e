package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import isms.platform.testing.ApiGrowth;
import isms.platform.testing.ApiSnapshot;
import isms.platform.testing.IsmsInfrastructure;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("The description of the API")
class ApiSnapshotTest extends ApiSnapshot {

    ApiSnapshotTest() {
        super("risk-service");
    }

    @Test
    @DisplayName("The check sees what breaks clients")
    void the_check_can_fail() throws IOException {
        String api = """
                {"paths":{"/a":{"get":{"parameters":[{"name":"q","in":"query"}],
                  "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}}}},
                  "post":{"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/B"}}}},
                  "responses":{"201":{}}}}},
                 "components":{"schemas":{
                  "A":{"type":"object","properties":{"x":{"type":"string"}}},
                  "B":{"type":"object","required":["x"],"properties":{"x":{"type":"string"},"y":{"type":"string"}}}}}}""";
        JsonNode released = Story.JSON.readTree(api);
        assertThat(ApiGrowth.breaks(released, released)).isEmpty();
        assertBreaks(released, api.replace("\"/a\"", "\"/b\""), "/a is gone");
        assertBreaks(released, api.replace("\"post\"", "\"put\""), "post /a is gone");
        assertBreaks(released, api.replace("\"name\":\"q\"", "\"name\":\"r\""), "get /a: parameter q is gone");
        assertBreaks(
                released,
                api.replace(
                        "\"in\":\"query\"}", "\"in\":\"query\"},{\"name\":\"n\",\"in\":\"query\",\"required\":true}"),
                "get /a: parameter n is required now");
        assertBreaks(
                released,
                api.replace(
                        "\"A\":{\"type\":\"object\",\"properties\":{\"x\"",
                        "\"A\":{\"type\":\"object\",\"properties\":{\"z\""),
                "get /a 200: x is gone");
        assertBreaks(
                released,
                api.replace(
                        "\"A\":{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"string\"",
                        "\"A\":{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"integer\""),
                "get /a 200: x is another type");
        assertBreaks(released, api.replace("[\"x\"]", "[\"x\",\"y\"]"), "post /a body: y is required now");
        assertBreaks(
                released,
                api.replace("\"y\":{\"type\":\"string\"}", "\"w\":{\"type\":\"string\"}"),
                "post /a body: y is gone");
    }

    private static void assertBreaks(JsonNode released, String present, String expected) throws IOException {
        assertThat(ApiGrowth.breaks(released, Story.JSON.readTree(present))).contains(expected);
    }
}
