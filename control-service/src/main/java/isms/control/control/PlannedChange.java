package isms.control.control;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A planned change (6.3, 8.1) that implements a control or touches it, kept elsewhere.
 *
 * @param id how it is called there
 * @param title what it is
 */
@Schema(name = "ControlPlannedChange")
public record PlannedChange(
        @Schema(examples = "CHG-2031") String id,

        @Schema(examples = "New backup software at head office")
        String title) {}
