package isms.control.frameworkimport;

import isms.control.framework.OwnFrameworkEntry;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of an OSCAL catalog.
 *
 * @param title as the catalog says it
 * @param unused what has no place in a framework
 * @param framework as it is now; null after a dry run
 */
@Schema(name = "CatalogImportReport")
public record CatalogImportReport(
        @Schema(
                description =
                        "imported: there is a new version; unchanged: the version in force says the same; checked: a dry run",
                enumeration = {"imported", "unchanged", "checked"})
        String outcome,

        String title,

        @Schema(description = "How many headings it has") int headings,

        @Schema(description = "How many requirements it has")
        int requirements,

        @Schema(description = "What of the catalog has no place in a framework and was left out")
        List<Unused> unused,

        @Schema(description = "As it is now; absent after a dry run", nullable = true) @Nullable
        OwnFrameworkEntry framework) {

    /**
     * A kind of thing that was left out.
     *
     * @param where some of the places
     */
    @Schema(name = "UnusedPart")
    public record Unused(
            @Schema(examples = "part guidance") String what,
            int count,

            @Schema(description = "Some of the places", examples = "[\"AC-1\", \"AC-2\"]")
            List<String> where) {}
}
