package isms.risk.risk;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toSet;

import isms.platform.people.Subject;
import isms.risk.library.ScenarioWords;
import isms.risk.library.StartingPoint;
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
        @Nullable List<String> controls,

        @Schema(
                description =
                        "A scenario to start from: its id in a starting set (MFG-01), or id or key of an entry in use of "
                                + "your own library (LIB-3). What the body leaves out is taken from it",
                examples = "MFG-01")
        @Nullable
        String fromScenario) {

    RiskDescription description() {
        return new RiskDescription(
                title,
                scenario,
                affects,
                assets,
                processes,
                category,
                unit,
                controlObjectives,
                requireNonNullElse(controls, List.of()));
    }

    /** The description, completed by the scenario where the body says nothing. */
    RiskDescription description(@Nullable StartingPoint start) {
        if (start == null) {
            return description();
        }
        ScenarioWords from = start.words();
        RiskDescription own = description();
        boolean placed = !own.assets().isEmpty() || !own.processes().isEmpty();
        return new RiskDescription(
                or(own.title(), start.title()),
                new Scenario(
                        or(own.scenario().source(), from.source()),
                        or(own.scenario().event(), from.event()),
                        or(own.scenario().vulnerability(), from.vulnerability()),
                        or(own.scenario().consequence(), from.consequence())),
                own.affects().isEmpty()
                        ? from.affects().stream().map(Property::of).collect(toSet())
                        : own.affects(),
                placed ? own.assets() : from.assets(),
                placed ? own.processes() : from.processes(),
                or(own.category(), from.category()),
                unit,
                own.controlObjectives(),
                controls == null ? from.controls() : own.controls());
    }

    private static String or(String own, String other) {
        return own.isEmpty() ? other : own;
    }
}
