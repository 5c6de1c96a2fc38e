package isms.control.framework;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A set of requirements as its publisher numbers them (CTL-1).
 *
 * @param id by which requirements, mappings and statements refer to it; for an organization's own one its key
 * @param requirements number of its requirements; headings are not counted
 */
@Schema(name = "Framework")
public record Framework(
        @Schema(
                description = "By which mappings and statements refer to it; of an organization's own one the key",
                examples = "iso-27001-2022")
        String id,

        @Schema(examples = "ISO/IEC 27001:2022 Annex A") String title,
        @Schema(examples = "ISO/IEC") String publisher,

        @Schema(description = "Edition or version as the publisher names it", examples = "2022")
        String edition,

        @Schema(description = "Number of its requirements, without headings")
        int requirements,

        @Schema(description = "Where identifiers and titles come from, and whose words they are")
        String source,

        @Schema(description = "Whether the organization brought it in itself")
        boolean own,

        @Schema(description = "Themes, domains or functions that its requirements belong to")
        List<Group> groups,

        @Schema(description = "How many of each level there are, headings too")
        List<Level> levels) {

    public Framework {
        groups = List.copyOf(groups);
        levels = List.copyOf(levels);
    }

    /** A theme, domain or function. */
    @Schema(name = "RequirementGroup")
    public record Group(
            @Schema(examples = "organizational") String id,
            @Schema(examples = "Organizational controls") String title) {}

    /** What the publisher calls a level of its outline. */
    @Schema(name = "FrameworkLevel")
    public record Level(
            @Schema(examples = "subcategory") String level,

            @Schema(description = "How many there are", examples = "106")
            int count) {}
}
