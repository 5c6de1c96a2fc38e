package isms.control.need;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A control as a treatment plan names it.
 *
 * @param reference the control, from any source, for example {@code A.8.5}
 * @param source the catalogue or framework that it comes from; null where the reference says it all
 */
@Schema(name = "PlannedControl")
public record PlannedControl(
        @Schema(examples = "A.8.5") String reference,
        @Nullable String source) {}
