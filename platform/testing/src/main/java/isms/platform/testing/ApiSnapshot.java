package isms.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Holds the API of a service against its committed description, {@code docs/api/<service>.yaml}. A change that breaks clients fails
 * here; one that does not is written down with {@code -Dupdate.docs=true}.
 */
public abstract class ApiSnapshot {

    private static final ObjectMapper YAML = new ObjectMapper(
            new YAMLFactory().disable(YAMLGenerator.Feature.SPLIT_LINES).enable(YAMLGenerator.Feature.MINIMIZE_QUOTES));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path snapshot;

    /** @param service the folder of its module */
    protected ApiSnapshot(String service) {
        snapshot = Path.of("../docs/api/" + service + ".yaml");
    }

    @Test
    @DisplayName("No client of the committed description breaks")
    void no_client_breaks() throws IOException {
        JsonNode present = present();
        if (Files.exists(snapshot)) {
            assertThat(ApiGrowth.breaks(YAML.readTree(snapshot.toFile()), present))
                    .as("what breaks clients; a new version of the API is the way")
                    .isEmpty();
        }
        if (Boolean.getBoolean("update.docs")) {
            Files.createDirectories(snapshot.getParent());
            YAML.writeValue(snapshot.toFile(), present);
        }
        JsonNode described = YAML.readTree(snapshot.toFile());
        assertThat(present.path("paths").fieldNames())
                .toIterable()
                .as("described in %s; if not: -Dtest=ApiSnapshotTest -Dupdate.docs=true", snapshot)
                .containsExactlyInAnyOrderElementsOf(
                        () -> described.path("paths").fieldNames());
    }

    @Test
    @DisplayName("Every operation has an id, a summary and a role")
    void every_operation_is_described() throws IOException {
        JsonNode present = present();
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

    private static JsonNode present() throws IOException {
        return JSON.readTree(given().get("/q/openapi?format=json").asString());
    }
}
