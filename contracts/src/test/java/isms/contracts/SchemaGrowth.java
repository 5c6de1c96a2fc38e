package isms.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a JSON Schema of the published language with the one that was released. Readers keep old events for years and
 * read new ones with old code, so only new optional properties are allowed.
 */
final class SchemaGrowth {

    /** What a reader of a value relies on; texts for people may change. */
    private static final Set<String> BINDING = Set.of(
            "type",
            "format",
            "enum",
            "const",
            "pattern",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "uniqueItems");

    static List<String> breaks(JsonNode released, JsonNode present) {
        List<String> breaks = new ArrayList<>();
        compare("", released, present, breaks);
        return breaks;
    }

    private static void compare(String path, JsonNode released, JsonNode present, List<String> breaks) {
        BINDING.stream()
                .sorted()
                .filter(keyword -> !released.path(keyword).equals(present.path(keyword)))
                .forEach(keyword -> breaks.add(path + " changed its " + keyword));
        if (!required(released).equals(required(present))) {
            breaks.add(path + "/ requires more or less than released: " + required(present));
        }
        if (present.has("additionalProperties")) {
            breaks.add(path + "/ closes itself to growth with additionalProperties");
        }
        released.path("properties").properties().forEach(property -> {
            JsonNode now = present.path("properties").path(property.getKey());
            if (now.isMissingNode()) {
                breaks.add(path + "/" + property.getKey() + " was removed");
            } else {
                compare(path + "/" + property.getKey(), property.getValue(), now, breaks);
            }
        });
        if (released.has("items")) {
            compare(path + "/*", released.path("items"), present.path("items"), breaks);
        }
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        return required;
    }
}
