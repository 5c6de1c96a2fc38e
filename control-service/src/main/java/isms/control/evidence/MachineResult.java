package isms.control.evidence;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a machine found.
 *
 * @param outcome what it showed
 * @param tool which machine it was
 * @param detail what it was about, and more of it
 */
@Schema(name = "MachineResult")
public record MachineResult(
        Outcome outcome,
        @Schema(examples = "nightly-restore 2.4") String tool,

        @Schema(examples = "Build 4711: 12 of 12 servers restored") @Nullable
        String detail) {

    /** What a machine says. */
    @Schema(name = "MachineOutcome")
    public enum Outcome {
        PASS,
        WARN,
        FAIL
    }
}
