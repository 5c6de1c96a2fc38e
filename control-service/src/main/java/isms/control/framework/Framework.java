package isms.control.framework;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A set of requirements as its publisher numbers them (CTL-1). */
@Schema(name = "Framework")
public record Framework(
        @Schema(examples = "iso-27001-2022") String id,
        @Schema(examples = "ISO/IEC 27001:2022 Annex A") String title,
        @Schema(examples = "ISO/IEC") String publisher,

        @Schema(description = "Edition or version as the publisher names it", examples = "2022")
        String edition,

        @Schema(description = "Number of its requirements") int requirements,

        @Schema(description = "Where identifiers and titles come from, and whose words they are")
        String source) {}
