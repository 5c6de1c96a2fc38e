package isms.risk.treatment;

import isms.risk.criteria.Rating;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that drafts a plan: what it says, and for which risk. */
@Schema(name = "TreatmentPlanDraft", examples = Examples.SECOND_FACTOR)
record TreatmentPlanDraft(
        @Schema(description = "Chosen by the client for idempotent creation (UUIDv7), else by the server") @Nullable
        UUID id,

        @Schema(description = "Id or key of the risk", examples = "RISK-42") @NotBlank
        String risk,

        @NotBlank String title,
        @Nullable TreatmentOption option,

        @Schema(description = "The controls that the treatment needs, from any source; needed to modify a risk")
        List<NecessaryControl> controls,

        @Schema(description = "With whom the risk is shared; only to share one") @Nullable
        String otherParty,

        @Schema(description = "What stops; only to avoid a risk") @Nullable
        String stops,

        @Schema(description = "Why the risk is kept as it is; only to retain one") @Nullable
        String justification,

        List<TreatmentAction> actions,

        @Schema(description = "Likelihood and impact aimed at, by the methodology in use; needed when it is submitted")
        @Nullable
        Rating residual) {

    PlanContent content() {
        return new PlanContent(title, option, controls, otherParty, stops, justification, actions, residual);
    }
}
