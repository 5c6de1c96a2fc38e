package isms.platform.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person or a machine by its subject id, the {@code sub} of its token. Facts hold nothing else about people: names and
 * addresses live in a directory that can be erased (ALL-10).
 */
@Schema(type = SchemaType.STRING, description = "Subject id of a person or machine", examples = "u-0017")
public record Subject(@JsonValue String id) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Subject {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a subject id is not blank");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
