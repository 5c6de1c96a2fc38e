package isms.platform.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import isms.platform.http.Names;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file, row by row.
 *
 * @param outcome of the whole
 * @param counts rows in all, what was done (what would be done, in a dry run), and what was not
 * @param problems why rows cannot be taken, in the order of the rows
 * @param problemsLeftOff how many more there are than are listed
 */
@Schema(name = "ImportReport")
public record ImportReport(
        Outcome outcome,
        boolean dryRun,
        boolean partial,
        boolean update,
        @Schema(description = "How the file was understood") Source file,

        @Schema(
                description =
                        "rows; created, revised, retired, of risks assessed, of controls reported: what was done, in a dry run"
                                + " what would be; unchanged: already there; different: there, but other than the row says; refused; notTried: left when it was interrupted",
                examples = "{\"rows\": 10000, \"created\": 9963, \"assessed\": 9963, \"refused\": 37}")
        Map<String, Integer> counts,

        @Schema(description = "Why rows cannot be taken, in the order of the rows")
        List<RowProblem> problems,

        @Schema(description = "How many problems there are beyond those listed")
        int problemsLeftOff,

        @Schema(description = "Rows whose entry is there already, but other than the row says; update=true takes them")
        List<Difference> differences,

        @Schema(description = "What became of every row; only with results=true", nullable = true) @Nullable
        List<Result> results) {

    /** How it ended. */
    @Schema(name = "ImportOutcome")
    public enum Outcome {
        /** A dry run: nothing was written. */
        CHECKED,
        /** Every row is in the register now. */
        IMPORTED,
        /** The good rows are in the register now, the bad ones are not. */
        IMPORTED_IN_PART,
        /** There are bad rows; nothing was written. */
        REFUSED,
        /** It ended before all rows were written; the same file, sent again, completes it. */
        INTERRUPTED;

        @JsonValue
        public String word() {
            return Names.kebab(name());
        }
    }

    /** What became of one row. */
    @Schema(name = "RowFate")
    public enum Fate {
        /** It is in the register now; in a dry run: it would be. */
        TAKEN,
        UNCHANGED,
        DIFFERENT,
        REFUSED,
        NOT_TRIED;

        @JsonValue
        public String word() {
            return Names.kebab(name());
        }
    }

    /**
     * How the file was understood.
     *
     * @param mapping the field that each column holds, by heading
     * @param leftOut columns that were not taken in
     */
    @Schema(name = "ImportedFile")
    public record Source(
            @Schema(enumeration = {"csv", "xlsx", "json"}) String format,

            @Schema(examples = "UTF-8", nullable = true) @Nullable
            String encoding,

            @Schema(examples = ";", nullable = true) @Nullable
            String separator,

            @Schema(nullable = true) @Nullable String sheet,

            @Schema(description = "The field that each column holds, by heading")
            Map<String, String> mapping,

            @Schema(description = "Columns that were not taken in")
            List<String> leftOut) {}

    /**
     * An entry that is other than its row says.
     *
     * @param fields in which it differs
     */
    @Schema(name = "RowDifference")
    public record Difference(
            int row, @Schema(examples = "RISK-42") String key, List<String> fields) {}

    /** What became of a row. */
    @Schema(name = "RowResult")
    public record Result(
            int row,
            Fate fate,

            @Schema(description = "By what the file knows it", nullable = true) @Nullable
            String externalId,

            @Schema(nullable = true) @Nullable UUID id,

            @Schema(examples = "RISK-42", nullable = true) @Nullable
            String key) {}
}
