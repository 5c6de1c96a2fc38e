package isms.control.statement;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that makes a control necessary (CTL-10).
 *
 * @param id identity of the plan, or of the legal need
 * @param key the key of the plan that people use; null for a legal need
 * @param risk the risk that the plan treats; null for a legal need
 * @param text the plan's title, or the legal requirement in words
 */
@Schema(name = "ControlNeed", description = "What makes a control necessary whatever anybody decides")
public record Need(
        NeedKind kind,
        UUID id,
        @Nullable String key,
        @Nullable String risk,
        String text) {

    /** Why it makes the control necessary, in words. */
    public String inWords() {
        return switch (kind) {
            case PLAN ->
                "Treatment plan %s%s: %s".formatted(key == null ? id : key, risk == null ? "" : " for " + risk, text);
            case LEGAL -> "Legal requirement: " + text;
        };
    }

    boolean is(NeedKind otherKind, UUID other) {
        return kind == otherKind && id.equals(other);
    }
}
