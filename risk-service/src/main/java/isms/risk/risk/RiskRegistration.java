package isms.risk.risk;

import isms.risk.Subject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that registers a risk: its description, and where it belongs. */
@Schema(name = "RiskRegistration", examples = Examples.RANSOMWARE)
record RiskRegistration(
        @Schema(description = "Chosen by the client for idempotent creation (UUIDv7), else by the server") @Nullable
        UUID id,

        @Schema(description = "`threat` when left out") @Nullable
        RiskKind kind,

        @Schema(description = "Id or key of the context", examples = "CTX-1") @NotBlank
        String context,

        @Schema(description = "The risk owner") @NotNull Subject owner,
        String title,
        Scenario scenario,

        @Schema(description = "What is affected; at least one for a threat")
        Set<Property> affects,

        List<String> assets,
        List<String> processes,
        String category,
        @Nullable String unit,
        List<String> controlObjectives,
        List<String> controls) {

    RiskDescription description() {
        return new RiskDescription(
                title, scenario, affects, assets, processes, category, unit, controlObjectives, controls);
    }
}
