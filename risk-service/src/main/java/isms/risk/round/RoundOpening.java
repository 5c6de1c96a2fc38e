package isms.risk.round;

import static java.util.Objects.requireNonNullElse;

import isms.platform.people.Subject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that opens a round. */
@Schema(name = "AssessmentRoundOpening", examples = Examples.YEARLY)
record RoundOpening(
        @Schema(description = "Chosen by the client for idempotent creation (UUIDv7), else by the server") @Nullable
        UUID id,

        @NotBlank @Size(max = 200) String title,
        @NotNull Occasion occasion,

        @Schema(description = "What has changed or is about to; needed after a significant change")
        @Nullable
        @Size(max = 4000)
        String change,

        @Schema(description = "The day by which it is to be closed (UTC)") @NotNull
        LocalDate due,

        @NotNull @Valid Scope scope) {

    /** Over which risks: named one by one, or let through by all of the filters that are given; without any, all. */
    @Schema(name = "AssessmentRoundScopeChoice")
    record Scope(
            @Schema(description = "Ids or keys of contexts", examples = "CTX-1")
            List<@NotBlank String> contexts,

            @Schema(description = "Risk owners") List<@NotNull Subject> owners,

            @Schema(description = "Organizational units") List<@NotBlank String> units,

            @Schema(description = "Categories of risks") List<@NotBlank String> categories,

            @Schema(description = "Only risks that are flagged for reassessment") @Nullable
            Boolean flagged,

            @Schema(description = "Ids or keys of risks, instead of filters", examples = "RISK-42") @Size(max = 10_000)
            List<@NotBlank String> risks) {

        Scope {
            contexts = requireNonNullElse(contexts, List.of());
            owners = requireNonNullElse(owners, List.of());
            units = requireNonNullElse(units, List.of());
            categories = requireNonNullElse(categories, List.of());
            risks = requireNonNullElse(risks, List.of());
        }

        /** @param contextIds the contexts, by their identities */
        RoundScope of(List<UUID> contextIds) {
            return new RoundScope(
                    contextIds,
                    owners.stream().map(Subject::id).toList(),
                    units,
                    categories,
                    Boolean.TRUE.equals(flagged),
                    !risks.isEmpty());
        }
    }

    RoundPlan plan() {
        return new RoundPlan(title, occasion, change, due);
    }
}
