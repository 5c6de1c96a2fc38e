package isms.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What breaks a client that was made from an earlier OpenAPI document: something it calls, sends or reads is gone or is
 * another type, or something it does not send is required now.
 */
public final class ApiGrowth {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final JsonNode released;
    private final JsonNode present;
    private final List<String> breaks = new ArrayList<>();

    private ApiGrowth(JsonNode released, JsonNode present) {
        this.released = released;
        this.present = present;
    }

    public static List<String> breaks(JsonNode released, JsonNode present) {
        ApiGrowth growth = new ApiGrowth(released, present);
        growth.paths();
        return growth.breaks;
    }

    private void paths() {
        released.path("paths").properties().forEach(path -> {
            JsonNode now = present.path("paths").path(path.getKey());
            if (now.isMissingNode()) {
                breaks.add(path.getKey() + " is gone");
                return;
            }
            for (String method : METHODS) {
                if (path.getValue().has(method)) {
                    String name = method + " " + path.getKey();
                    if (now.has(method)) {
                        operation(name, path.getValue().get(method), now.get(method));
                    } else {
                        breaks.add(name + " is gone");
                    }
                }
            }
        });
    }

    private void operation(String name, JsonNode then, JsonNode now) {
        for (JsonNode parameter : then.path("parameters")) {
            if (find(now, parameter) == null) {
                breaks.add(name + ": parameter " + parameter.path("name").asText() + " is gone");
            }
        }
        for (JsonNode parameter : now.path("parameters")) {
            JsonNode before = find(then, parameter);
            if (parameter.path("required").asBoolean()
                    && (before == null || !before.path("required").asBoolean())) {
                breaks.add(name + ": parameter " + parameter.path("name").asText() + " is required now");
            }
        }
        if (!then.path("operationId").equals(now.path("operationId"))) {
            breaks.add(name + ": another operationId");
        }
        then.at("/requestBody/content").properties().forEach(content -> {
            JsonNode body = now.at("/requestBody/content").path(content.getKey());
            if (body.isMissingNode()) {
                breaks.add(name + " body: " + content.getKey() + " is gone");
            } else {
                compare(
                        name + " body",
                        "",
                        content.getValue().path("schema"),
                        body.path("schema"),
                        true,
                        new HashSet<>());
            }
        });
        then.path("responses").properties().forEach(response -> {
            if (response.getKey().startsWith("2")) {
                answer(
                        name + " " + response.getKey(),
                        response.getValue(),
                        now.path("responses").path(response.getKey()));
            }
        });
    }

    private void answer(String name, JsonNode then, JsonNode now) {
        if (now.isMissingNode()) {
            breaks.add(name + " is gone");
            return;
        }
        then.path("content").properties().forEach(content -> {
            JsonNode body = now.path("content").path(content.getKey());
            if (body.isMissingNode()) {
                breaks.add(name + ": " + content.getKey() + " is gone");
            } else {
                compare(name, "", content.getValue().path("schema"), body.path("schema"), false, new HashSet<>());
            }
        });
    }

    /** @param sent whether clients send it, so that it must not ask for more; else they read it, so that it must not say less */
    private void compare(String name, String at, JsonNode released, JsonNode present, boolean sent, Set<String> seen) {
        JsonNode then = resolved(this.released, released);
        JsonNode now = resolved(this.present, present);
        if (released.has("$ref") && !seen.add(released.path("$ref").asText())) {
            return;
        }
        if (then.has("type") && !then.path("type").equals(now.path("type"))) {
            breaks.add(name + ": " + at + " is another type");
        }
        then.path("properties").properties().forEach(property -> {
            String here = at.isEmpty() ? property.getKey() : at + "." + property.getKey();
            JsonNode there = now.path("properties").path(property.getKey());
            if (there.isMissingNode()) {
                breaks.add(name + ": " + here + " is gone");
            } else {
                compare(name, here, property.getValue(), there, sent, new HashSet<>(seen));
            }
        });
        if (sent) {
            Set<String> before = new HashSet<>();
            then.path("required").forEach(required -> before.add(required.asText()));
            now.path("required").forEach(required -> {
                if (!before.contains(required.asText())) {
                    breaks.add(name + ": " + (at.isEmpty() ? "" : at + ".") + required.asText() + " is required now");
                }
            });
        }
        if (then.has("items")) {
            compare(name, at + "[]", then.get("items"), now.path("items"), sent, new HashSet<>(seen));
        }
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private static @Nullable JsonNode find(JsonNode operation, JsonNode wanted) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("name").equals(wanted.path("name"))
                    && parameter.path("in").equals(wanted.path("in"))) {
                return parameter;
            }
        }
        return null;
    }
}
