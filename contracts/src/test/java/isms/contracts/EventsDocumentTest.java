package isms.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Keeps the description of the events for people and tools ({@code docs/events}) equal to the schemas. Run with
 * {@code -Dupdate.docs=true} to write it anew.
 */
class EventsDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final Path DOCS = Path.of("../docs/events");

    @Test
    void the_asyncapi_document_says_what_the_schemas_say() throws IOException {
        assertUpToDate(DOCS.resolve("asyncapi.json"), JSON.writeValueAsString(asyncApi()) + "\n");
    }

    @Test
    void the_page_lists_every_event() throws IOException {
        assertUpToDate(DOCS.resolve("README.md"), page());
    }

    private static void assertUpToDate(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("update.docs")) {
            Files.createDirectories(DOCS);
            Files.writeString(file, expected);
        }
        assertThat(file)
                .as("out of date: ./mvnw -pl contracts test -Dtest=EventsDocumentTest -Dupdate.docs=true")
                .hasContent(expected);
    }

    private static TreeMap<String, JsonNode> schemas() throws IOException {
        var schemas = new TreeMap<String, JsonNode>();
        try (var files = Files.list(SCHEMAS)) {
            for (var file : files.toList()) {
                schemas.put(file.getFileName().toString().replaceFirst("\\.json$", ""), JSON.readTree(file.toFile()));
            }
        }
        assertThat(schemas).isNotEmpty();
        return schemas;
    }

    private static String topic(String type) {
        return type.replaceFirst("^(isms\\.[^.]+)\\..*$", "$1.events");
    }

    private static ObjectNode asyncApi() throws IOException {
        var document = NODES.objectNode().put("asyncapi", "3.0.0").put("defaultContentType", "application/json");
        document.putObject("info")
                .put("title", "ISMS events")
                .put("version", "1")
                .put(
                        "description",
                        "Facts that the services tell each other and anyone who listens: CloudEvents 1.0 in Kafka's binary"
                                + " mode, at least once, in order for each aggregate. Recognize a repetition by ce_id.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        var components = document.putObject("components");
        var messages = components.putObject("messages");
        var schemas = components.putObject("schemas");
        for (var entry : schemas().entrySet()) {
            var type = entry.getKey();
            var topic = topic(type);
            if (!channels.has(topic)) {
                channels.putObject(topic).put("address", topic).putObject("messages");
                var send = operations.putObject("publish-" + topic).put("action", "send");
                send.putObject("channel").put("$ref", "#/channels/" + topic);
            }
            ((ObjectNode) channels.get(topic).get("messages"))
                    .putObject(type)
                    .put("$ref", "#/components/messages/" + type);
            var message = messages.putObject(type)
                    .put("name", type)
                    .put("title", entry.getValue().get("title").asText())
                    .put("summary", entry.getValue().get("description").asText())
                    .put("contentType", "application/json");
            message.set("headers", NODES.objectNode().put("$ref", "#/components/schemas/cloud-event-headers"));
            message.putObject("payload")
                    .put("schemaFormat", "application/schema+json;version=2020-12")
                    .set("schema", entry.getValue());
            message.putObject("bindings")
                    .putObject("kafka")
                    .put("bindingVersion", "0.5.0")
                    .set("key", NODES.objectNode().put("type", "string").put("description", "tenant/aggregate id"));
        }
        schemas.set("cloud-event-headers", headers());
        return document;
    }

    private static ObjectNode headers() {
        var headers = NODES.objectNode().put("type", "object");
        var properties = headers.putObject("properties");
        header(properties, "ce_specversion", "1.0");
        header(properties, "ce_id", "Identity of the fact: the same however often it is delivered");
        header(properties, "ce_source", "The publishing service, for example /isms/risk");
        header(properties, "ce_type", "The name of the message");
        header(properties, "ce_subject", "Identity of the aggregate");
        header(properties, "ce_time", "When it was recorded, RFC 3339 in UTC");
        header(properties, "ce_tenant", "The organization");
        header(properties, "ce_actor", "Subject id of who decided");
        header(properties, "ce_correlationid", "The request that began it all");
        header(properties, "ce_causationid", "What caused it");
        header(properties, "ce_position", "Place in the publisher's log");
        header(properties, "traceparent", "W3C trace context, where there is one");
        return headers;
    }

    private static void header(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }

    private static String page() throws IOException {
        var page = new StringBuilder("""
                # Events

                What the services tell each other, generated from the JSON Schemas in `contracts`. The machine-readable form is
                [asyncapi.json](asyncapi.json) (AsyncAPI 3). Events travel as CloudEvents 1.0 in Kafka's binary mode, keyed by tenant
                and aggregate; a schema only grows, anything else is a new version.

                | topic | type | what has happened |
                |---|---|---|
                """);
        schemas()
                .forEach((type, schema) -> page.append("| `%s` | `%s` | %s |\n"
                        .formatted(topic(type), type, schema.get("description").asText())));
        return page.toString();
    }
}
