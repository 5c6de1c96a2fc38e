package isms.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ALL-8: spreadsheets")
class SpreadsheetTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static ObjectNode row(String text) {
        return JSON.createObjectNode().put("key", "K").put("text", text);
    }

    private static Path written(Export format, List<ObjectNode> rows) throws IOException {
        try (Spool spool = Spool.open()) {
            for (ObjectNode row : rows) {
                spool.add(List.of(row));
            }
            return Spreadsheet.write(spool, format, "things");
        }
    }

    private static String csv(ObjectNode... rows) throws IOException {
        Path file = written(Export.CSV, List.of(rows));
        try {
            return Files.readString(file);
        } finally {
            Files.delete(file);
        }
    }

    private static List<Row> xlsx(List<ObjectNode> rows) throws IOException {
        Path file = written(Export.XLSX, rows);
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            return workbook.getFirstSheet().read();
        } finally {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://evil\")",
                "+1+1",
                "-2+3",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\uff1d1+1",
                "\uff20SUM(1)"
            })
    @DisplayName("ALL-8: no spreadsheet runs what people typed, not in CSV and not in XLSX")
    void formulas_stay_text(String formula) throws IOException {
        assertThat(csv(row(formula)).split("\r\n", 2)[1]).startsWith("K,").contains("'" + formula.substring(0, 1));
        var cell = xlsx(List.of(row(formula))).get(1).getCell(1);
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.getFormula()).isNull();
        assertThat(cell.asString().strip()).as("as it was typed").isEqualTo(formula.strip());
    }

    @Test
    void numbers_stay_numbers_and_lists_are_joined() throws IOException {
        ObjectNode row = JSON.createObjectNode().put("level", -12.5).put("open", true);
        row.putArray("tags").add("=a").add("b");
        row.putObject("owner").put("name", "Zo\u00eb \u4e2d");
        assertThat(csv(row)).isEqualTo("level,open,tags,owner.name\r\n-12.5,true,'=a; b,Zo\u00eb \u4e2d\r\n");
        Row read = xlsx(List.of(row)).get(1);
        assertThat(read.getCellAsNumber(0).orElseThrow()).isEqualByComparingTo("-12.5");
        assertThat(read.getCellAsBoolean(1)).contains(true);
        assertThat(read.getCellText(2)).isEqualTo("=a; b");
        assertThat(read.getCellText(3)).isEqualTo("Zo\u00eb \u4e2d");
    }

    @Test
    void a_column_that_only_a_late_row_has_is_there_for_all() throws IOException {
        ObjectNode late = row("b").put("late", "x");
        assertThat(csv(row("a"), late)).isEqualTo("key,text,late\r\nK,a,\r\nK,b,x\r\n");
        assertThat(xlsx(List.of(row("a"), late)).getFirst().getCellText(2)).isEqualTo("late");
    }

    @Test
    void a_text_that_no_cell_holds_is_cut_and_says_so() throws IOException {
        String text = xlsx(List.of(row("x".repeat(40_000)))).get(1).getCellText(1);
        assertThat(text).hasSize(32_767).endsWith("x\u2026");
    }

    @Test
    void no_rows_make_a_file_too() throws IOException {
        assertThat(csv().strip()).isEmpty();
        assertThat(xlsx(List.of())).isEmpty();
    }

    @Test
    @DisplayName("ALL-8: 100 000 rows of 200 MB go through a heap of 48 MB, to the last")
    void memory_does_not_grow_with_the_rows() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-cp",
                System.getProperty("java.class.path"),
                Many.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("CSV 100000").contains("XLSX 100000");
    }

    /** Runs by itself, with little memory. */
    static final class Many {

        private Many() {}

        public static void main(String[] none) throws IOException {
            try (Spool spool = Spool.open()) {
                for (int i = 0; i < 100_000; i++) {
                    spool.add(List.of(row((i + " ").repeat(300))));
                }
                for (Export format : List.of(Export.CSV, Export.XLSX)) {
                    Path file = Spreadsheet.write(spool, format, "things");
                    System.out.println(format + " " + rows(format, file));
                    Files.delete(file);
                }
            }
        }

        private static long rows(Export format, Path file) throws IOException {
            if (format == Export.CSV) {
                try (Stream<String> lines = Files.lines(file)) {
                    return lines.filter(line -> !line.isEmpty()).count() - 1;
                }
            }
            try (InputStream in = Files.newInputStream(file);
                    ReadableWorkbook workbook = new ReadableWorkbook(in);
                    Stream<Row> rows = workbook.getFirstSheet().openStream()) {
                return rows.count() - 1;
            }
        }
    }
}
