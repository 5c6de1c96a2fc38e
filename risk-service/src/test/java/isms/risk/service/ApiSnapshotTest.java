package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import isms.platform.testing.IsmsInfrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Holds the API against its committed description. A change that breaks clients fails here; one that does not is written down
 * with {@code -Dupdate.docs=true}.
 */
@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("The description of the API")
class ApiSnapshotTest {

    private static final Path SNAPSHOT = Path.of("../docs/api/risk-service.yaml");
    private static final ObjectMapper YAML = new ObjectMapper(
            new YAMLFactory().disable(YAMLGenerator.Feature.SPLIT_LINES).enable(YAMLGenerator.Feature.MINIMIZE_QUOTES));

    @Test
    @DisplayName("No client of the committed description breaks")
    void no_client_breaks() throws IOException {
        JsonNode present = Story.json(Story.by("vera").get("/q/openapi?format=json"));
        if (Files.exists(SNAPSHOT)) {
            assertThat(ApiGrowth.breaks(YAML.readTree(SNAPSHOT.toFile()), present))
                    .as("what breaks clients; a new version of the API is the way")
                    .isEmpty();
        }
        if (Boolean.getBoolean("update.docs")) {
            Files.createDirectories(SNAPSHOT.getParent());
            YAML.writeValue(SNAPSHOT.toFile(), present);
        }
        JsonNode described = YAML.readTree(SNAPSHOT.toFile());
        assertThat(present.path("paths").fieldNames())
                .toIterable()
                .as("described in %s; if not: -Dtest=ApiSnapshotTest -Dupdate.docs=true", SNAPSHOT)
                .containsExactlyInAnyOrderElementsOf(
                        () -> described.path("paths").fieldNames());
    }

    @Test
    @DisplayName("Every operation has an id, a summary and a role")
    void every_operation_is_described() {
        JsonNode present = Story.json(Story.by("vera").get("/q/openapi?format=json"));
        assertThat(present.path("openapi").asText()).startsWith("3.1");
        present.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (operation.getValue().has("responses")) {
                        String name = operation.getKey() + " " + path.getKey();
                        assertThat(operation.getValue().path("operationId").asText())
                                .as(name)
                                .matches("[a-z][A-Za-z]+");
                        assertThat(operation.getValue().path("summary").asText())
                                .as(name)
                                .isNotBlank();
                        assertThat(operation.getValue().path("security"))
                                .as(name)
                                .isNotEmpty();
                    }
                }));
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
