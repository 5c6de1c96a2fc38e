package isms.gateway.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts the OpenAPI documents of several services into one. Components of one name stay one where they are equal down to what they refer
 * to; else the later service's is renamed after its service, with every reference to it. Operation ids are kept apart the same way.
 */
final class Merge {

    private static final String COMPONENTS = "#/components/";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final ObjectNode paths = JSON.objectNode();
    private final ObjectNode components = JSON.objectNode();
    private final Map<String, ObjectNode> tags = new HashMap<>();
    private final ArrayNode tagOrder = JSON.arrayNode();
    private final Set<String> operationIds = new HashSet<>();

    /**
     * @param service names what must be renamed
     * @param shown under which path the gateway leads to a path of this service, or null; what it does not lead to is not described
     */
    Merge add(String service, JsonNode document, Function<String, @Nullable String> shown) {
        Map<String, String> renamed = renamed(service, document.path("components"));
        document.path("components").forEachEntry((kind, named) -> {
            ObjectNode into = components.withObjectProperty(kind);
            named.forEachEntry((name, component) ->
                    into.set(renamed.getOrDefault(kind + "/" + name, name), rewritten(component, renamed)));
        });
        document.path("paths").forEachEntry((path, item) -> {
            String here = shown.apply(path);
            if (here != null) {
                paths.set(here, operations(service, (ObjectNode) rewritten(item, renamed), document, renamed));
            }
        });
        for (JsonNode tag : document.path("tags")) {
            if (!tags.containsKey(tag.path("name").asText())) {
                ObjectNode copy = tag.deepCopy();
                tags.put(tag.path("name").asText(), copy);
                tagOrder.add(copy);
            }
        }
        return this;
    }

    ObjectNode document(String title, String version, String description, String server) {
        ObjectNode document = JSON.objectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", title).put("version", version).put("description", description);
        document.putArray("servers").addObject().put("url", server);
        if (!tagOrder.isEmpty()) {
            document.set("tags", tagOrder);
        }
        document.set("paths", paths);
        if (!components.isEmpty()) {
            document.set("components", components);
        }
        return document;
    }

    private JsonNode operations(String service, ObjectNode item, JsonNode document, Map<String, String> renamed) {
        for (String method : METHODS) {
            if (!(item.get(method) instanceof ObjectNode operation)) {
                continue;
            }
            // what holds for the whole document of one service must not come to hold for another's
            if (!operation.has("security") && document.has("security")) {
                operation.set("security", requirements(document.path("security"), renamed));
            } else if (operation.has("security")) {
                operation.set("security", requirements(operation.path("security"), renamed));
            }
            String id = operation.path("operationId").asText("");
            if (!id.isEmpty() && !operationIds.add(id)) {
                String own = service + capitalized(id);
                operationIds.add(own);
                operation.put("operationId", own);
            }
        }
        return item;
    }

    /** Security requirements name their scheme directly, without a reference. */
    private static ArrayNode requirements(JsonNode requirements, Map<String, String> renamed) {
        ArrayNode all = JSON.arrayNode();
        for (JsonNode requirement : requirements) {
            ObjectNode one = all.addObject();
            requirement.forEachEntry((scheme, scopes) ->
                    one.set(renamed.getOrDefault("securitySchemes/" + scheme, scheme), scopes.deepCopy()));
        }
        return all;
    }

    /** From "kind/name" to the new name, for every component that must not be taken for the one already here. */
    private Map<String, String> renamed(String service, JsonNode added) {
        Map<String, String> renamed = new HashMap<>();
        List<String> shared = new ArrayList<>();
        added.forEachEntry((kind, named) -> named.forEachEntry((name, component) -> {
            JsonNode here = components.path(kind).path(name);
            if (here.isMissingNode()) {
                return;
            }
            if (here.equals(component)) {
                shared.add(kind + "/" + name);
            } else {
                renamed.put(kind + "/" + name, freeName(service, kind, name, added));
            }
        }));
        // equal to the letter, yet different when what it refers to is: until nothing changes any more
        boolean changed = true;
        while (changed) {
            changed = shared.removeIf(known -> {
                int slash = known.indexOf('/');
                String kind = known.substring(0, slash);
                String name = known.substring(slash + 1);
                if (!refersToOneOf(added.path(kind).path(name), renamed.keySet())) {
                    return false;
                }
                renamed.put(known, freeName(service, kind, name, added));
                return true;
            });
        }
        return renamed;
    }

    private String freeName(String service, String kind, String name, JsonNode added) {
        String free = capitalized(service) + name;
        while (components.path(kind).has(free) || added.path(kind).has(free)) {
            free = capitalized(service) + free;
        }
        return free;
    }

    private static boolean refersToOneOf(JsonNode node, Set<String> components) {
        if (node.isTextual()) {
            return node.asText().startsWith(COMPONENTS)
                    && components.contains(node.asText().substring(COMPONENTS.length()));
        }
        for (JsonNode child : node) {
            if (refersToOneOf(child, components)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode rewritten(JsonNode node, Map<String, String> renamed) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JSON.objectNode();
                object.forEachEntry((name, value) -> copy.set(name, rewritten(value, renamed)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JSON.arrayNode();
                array.forEach(value -> copy.add(rewritten(value, renamed)));
                yield copy;
            }
            case TextNode text
            when text.asText().startsWith(COMPONENTS) -> {
                String component = text.asText().substring(COMPONENTS.length());
                String own = renamed.get(component);
                yield own == null
                        ? text
                        : JSON.textNode(COMPONENTS + component.substring(0, component.indexOf('/') + 1) + own);
            }
            default -> node;
        };
    }

    private static String capitalized(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
