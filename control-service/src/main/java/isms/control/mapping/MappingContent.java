package isms.control.mapping;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * What an organization says of a pair of requirements.
 *
 * @param strength from 1 to 10; null where nobody can say
 * @param rationale why it is so
 * @param source who says so
 */
public record MappingContent(
        Relationship relationship, @Nullable Integer strength, String rationale, String source) {

    public MappingContent {
        rationale = requireNonNullElse(rationale, "").strip();
        source = requireNonNullElse(source, "").strip();
    }
}
