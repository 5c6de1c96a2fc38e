package isms.platform.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a row cannot be taken.
 *
 * @param row number of the row
 * @param column heading of the column at fault, or the field where no column holds it; null when it is the row as a whole
 * @param value what the cell says
 * @param rule id of the rule that refuses
 * @param detail what is wrong
 * @param remedy what can be done about it
 */
@Schema(name = "RowProblem")
public record RowProblem(
        @Schema(
                description =
                        "As a spreadsheet program counts, the heading being 1; in JSON the place in the list, from 1",
                examples = "17")
        int row,

        @Schema(
                description = "Heading of the column at fault; absent when it is the row as a whole",
                examples = "Likelihood")
        @Nullable
        String column,

        @Schema(description = "What the cell says", examples = "9") @Nullable
        String value,

        @Schema(examples = "RSK-7") String rule,

        @Schema(examples = "9 is off the scale; allowed: 1 (rare), 2 (unlikely)")
        String detail,

        @Schema(examples = "Correct what the violations name.")
        String remedy) {}
