package isms.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import isms.platform.http.BodyProblems.Found;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A JSON merge patch (RFC 7396): the body of a {@code PATCH}. A field that is absent stays, {@code null} takes it away, any
 * other value replaces it.
 */
@Schema(
        type = SchemaType.OBJECT,
        description = "Merge patch (RFC 7396): absent stays, null takes away, a value replaces")
public final class MergePatch {

    @Schema(hidden = true)
    private final ObjectNode patch;

    @Schema(hidden = true)
    private final ObjectMapper json;

    MergePatch(ObjectNode patch, ObjectMapper json) {
        this.patch = patch;
        this.json = json;
    }

    /** The fields that the patch speaks of. */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        patch.fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    /** Whether the patch changes the field or takes it away. */
    public boolean has(String field) {
        return patch.has(field);
    }

    /** Whether the patch takes the field away. */
    public boolean removes(String field) {
        JsonNode value = patch.get(field);
        return value != null && value.isNull();
    }

    /**
     * The record after the patch.
     *
     * @throws ProblemException when the patch has a field that the record has not, or a value that does not fit
     */
    public <T extends Record> T applyTo(T record) {
        try {
            JsonNode merged = merged(json.valueToTree(record), patch);
            @SuppressWarnings("unchecked") // a record class is final
            Class<T> type = (Class<T>) record.getClass();
            return json.treeToValue(merged, type);
        } catch (JsonProcessingException broken) {
            Found found = BodyProblems.of(broken);
            throw new ProblemException(
                    found.code(),
                    found.about().detail(),
                    found.about().remedy(),
                    found.about().violations(),
                    null);
        }
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode before ? before.deepCopy() : changes.objectNode();
        changes.properties().forEach(change -> {
            // null stays in the tree instead of removing the field: it means the same to a record, and a field that the
            // record has not is refused even when it is to be taken away
            result.set(change.getKey(), merged(result.path(change.getKey()), change.getValue()));
        });
        return result;
    }
}
