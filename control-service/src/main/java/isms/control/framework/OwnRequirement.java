package isms.control.framework;

import static java.util.Objects.requireNonNullElse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A requirement of a framework that an organization brought in, as facts keep it.
 *
 * @param id as the publisher gave it; unique in its framework
 * @param group theme, domain or function that it belongs to; null for none
 * @param parent identifier of what it stands below; null for none
 * @param level what the publisher calls its level; {@code requirement} unless told otherwise
 * @param heading whether it only heads those below it
 * @param explanation what it asks for; null where nothing is said
 * @param attributes values by attribute
 */
public record OwnRequirement(
        String id,
        String title,
        @Nullable String group,
        @Nullable String parent,
        String level,
        boolean heading,
        @Nullable String explanation,
        Map<String, List<String>> attributes) {

    public OwnRequirement {
        id = requireNonNullElse(id, "").strip();
        title = requireNonNullElse(title, "").strip();
        group = blankIsNull(group);
        parent = blankIsNull(parent);
        level = requireNonNullElse(blankIsNull(level), "requirement");
        explanation = blankIsNull(explanation);
        SequencedMap<String, List<String>> ordered = new LinkedHashMap<>();
        requireNonNullElse(attributes, Map.<String, List<String>>of())
                .forEach((name, values) -> ordered.put(name, List.copyOf(values)));
        attributes = Collections.unmodifiableSequencedMap(ordered);
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** As all frameworks have it. */
    public Requirement in(String framework) {
        return new Requirement(framework, id, title, group, parent, level, heading, explanation, attributes);
    }
}
