package isms.platform.imports;

import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import isms.platform.imports.Table.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the rows of a file while it is read, and stops where it becomes too much. The first one names the columns. */
final class Rows {

    private final Limits limits;
    private final List<Row> rows = new ArrayList<>();
    private @Nullable List<String> columns;

    Rows(Limits limits) {
        this.limits = limits;
    }

    void add(Row row) {
        if (row.isEmpty()) {
            return;
        }
        if (row.cells().size() > limits.columns()) {
            throw tooLarge("Row " + row.number() + " has " + row.cells().size() + " columns; at most "
                    + limits.columns() + " are taken.");
        }
        for (String cell : row.cells()) {
            if (cell.length() > limits.cell()) {
                throw tooLarge("A cell of row " + row.number() + " has " + cell.length() + " characters; at most "
                        + limits.cell() + " are taken.");
            }
        }
        if (columns == null) {
            columns = row.cells().stream().map(String::strip).toList();
            return;
        }
        if (rows.size() == limits.rows()) {
            throw tooLarge("The file has more than " + limits.rows() + " rows.");
        }
        rows.add(row);
    }

    List<String> columns() {
        if (columns == null) {
            throw unreadable(
                    "There is nothing in it: the first row names the columns, and each further one is an entry.");
        }
        return columns;
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    static ProblemException tooLarge(String detail) {
        return new ProblemException(
                ProblemCode.BODY_TOO_LARGE, detail, "Send the file in parts; each may be sent again without harm.");
    }

    static ProblemException unreadable(String detail) {
        return new ProblemException(ProblemCode.MALFORMED_BODY, detail, ImportRule.A_FILE_CAN_BE_READ.remedy());
    }
}
