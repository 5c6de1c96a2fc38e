package isms.control.framework;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A requirement of a framework; in Annex A, a control.
 *
 * @param heading whether it only heads the requirements below it, so that no control need satisfy it
 * @param attributes values by attribute, for example {@code controlType}
 */
@Schema(name = "Requirement")
public record Requirement(
        @Schema(description = "Id of the framework", examples = "iso-27001-2022")
        String framework,

        @Schema(description = "Identifier that its publisher gave it", examples = "A.5.23")
        String id,

        @Schema(description = "Short title") String title,

        @Schema(description = "Theme, domain or function that it belongs to", examples = "organizational") @Nullable
        String group,

        @Schema(description = "Identifier of what it stands below", examples = "GV.OC", nullable = true) @Nullable
        String parent,

        @Schema(description = "What the publisher calls its level", examples = "control")
        String level,

        @Schema(description = "Whether it only heads the requirements below it, so that no control need satisfy it")
        boolean heading,

        @Schema(description = "What it asks for, in one line of our own words", nullable = true) @Nullable
        String explanation,

        @Schema(
                description = "Values by attribute; in Annex A of 2022 the five attributes of every control",
                examples = "{\"controlType\": [\"preventive\"], \"securityDomains\": [\"protection\"]}")
        Map<String, List<String>> attributes) {

    public Requirement {
        SequencedMap<String, List<String>> ordered = new LinkedHashMap<>();
        attributes.forEach((name, values) -> ordered.put(name, List.copyOf(values)));
        attributes = Collections.unmodifiableSequencedMap(ordered);
    }

    /** How controls and statements refer to it, over all frameworks. */
    @JsonProperty("reference")
    @Schema(description = "How mappings and statements refer to it", examples = "iso-27001-2022:A.5.23")
    public String reference() {
        return framework + ":" + id;
    }

    /** The values of an attribute; none where it has none. */
    public List<String> values(String attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }
}
