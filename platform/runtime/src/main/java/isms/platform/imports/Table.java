package isms.platform.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file says, before anyone asks what it means.
 *
 * @param format how it was written
 * @param encoding how its characters were written; null where the format leaves no choice
 * @param separator what stands between its cells; null where the format leaves no choice
 * @param sheet the sheet that was read; null where there are none
 * @param columns what stands above each column
 * @param rows those with anything in them
 */
record Table(
        Format format,
        @Nullable String encoding,
        @Nullable Character separator,
        @Nullable String sheet,
        List<String> columns,
        List<Row> rows) {

    enum Format {
        CSV,
        XLSX,
        JSON
    }

    /**
     * A row.
     *
     * @param number as people count: in a spreadsheet program, the heading being 1; in JSON the place in the list from 1
     * @param cells by column; those at the end that hold nothing may be missing
     * @param numbers the columns whose cells were written as numbers, not as text that looks like one
     * @param faults by column: why its cell has no value
     */
    record Row(int number, List<String> cells, Set<Integer> numbers, Map<Integer, String> faults) {

        static Row of(int number, List<String> cells) {
            return new Row(number, cells, Set.of(), Map.of());
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean isEmpty() {
            return faults.isEmpty() && cells.stream().allMatch(String::isBlank);
        }
    }
}
