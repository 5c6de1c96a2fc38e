package isms.risk.risk;

import static java.util.Objects.requireNonNullElse;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a risk comes about (RSK-6).
 *
 * @param source the source of risk or the threat
 * @param event what happens
 * @param vulnerability the weakness that lets it happen; an opportunity has none
 * @param consequence what follows for the organization
 */
@Schema(name = "Scenario")
public record Scenario(
        @Schema(examples = "Criminal group that extorts manufacturers")
        String source,

        @Schema(examples = "Encrypts the file servers of the plant")
        String event,

        @Schema(examples = "Remote maintenance access without a second factor")
        String vulnerability,

        @Schema(examples = "Orders cannot be confirmed for days")
        String consequence) {

    public Scenario {
        source = requireNonNullElse(source, "").strip();
        event = requireNonNullElse(event, "").strip();
        vulnerability = requireNonNullElse(vulnerability, "").strip();
        consequence = requireNonNullElse(consequence, "").strip();
    }
}
