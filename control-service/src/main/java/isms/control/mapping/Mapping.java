package isms.control.mapping;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That two requirements have something to do with each other, and how.
 *
 * @param from reference of the first
 * @param to reference of the second
 * @param strength from 1, hardly, to 10, without doubt; null where the source states none
 * @param source who says so
 * @param via reference of the requirement between, of a suggestion and of what was confirmed from one
 * @param id identity of an organization's own mapping
 */
@Schema(name = "FrameworkMapping")
public record Mapping(
        @Schema(examples = "nist-csf-2.0:PR.DS-11") String from,
        @Schema(examples = "iso-27001-2022:A.8.13") String to,

        @Schema(description = "How the first lies to the second")
        Relationship relationship,

        @Schema(
                description = "From 1, hardly, to 10, without doubt; absent where the source states none",
                minimum = "1",
                maximum = "10",
                nullable = true)
        @Nullable
        Integer strength,

        @Schema(nullable = true) @Nullable String rationale,

        @Schema(description = "Who says so", examples = "nist-olir-csf-2.0")
        String source,

        @Schema(
                description =
                        "published: comes with the software; own: added or confirmed by the organization; suggested: follows from two others, and no person has confirmed it")
        Standing standing,

        @Schema(description = "The requirement between, of what was suggested", nullable = true) @Nullable
        String via,

        @Schema(description = "Key of an organization's own mapping", nullable = true, examples = "MAP-1") @Nullable
        String key,

        @Schema(description = "Identity of an organization's own mapping", nullable = true) @Nullable
        UUID id) {

    /** On whose word it stands. */
    @Schema(name = "MappingStanding")
    public enum Standing {
        PUBLISHED("published"),
        OWN("own"),
        SUGGESTED("suggested");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        @JsonValue
        public String word() {
            return word;
        }
    }

    static Mapping published(
            String from,
            String to,
            Relationship relationship,
            @Nullable Integer strength,
            @Nullable String rationale,
            String source) {
        return new Mapping(from, to, relationship, strength, rationale, source, Standing.PUBLISHED, null, null, null);
    }

    /** The same, seen from the second. */
    public Mapping inverse() {
        return new Mapping(to, from, relationship.inverse(), strength, rationale, source, standing, via, key, id);
    }

    /** The framework of the first. */
    public String fromFramework() {
        return framework(from);
    }

    /** The framework of the second. */
    public String toFramework() {
        return framework(to);
    }

    static String framework(String reference) {
        int colon = reference.indexOf(':');
        return colon < 0 ? reference : reference.substring(0, colon);
    }

    static String requirement(String reference) {
        return reference.substring(reference.indexOf(':') + 1);
    }
}
