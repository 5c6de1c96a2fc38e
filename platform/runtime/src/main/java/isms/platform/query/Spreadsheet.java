package isms.platform.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a file that people open in a spreadsheet: one column per field, nested fields as {@code owner.name}. It goes from
 * disk to disk, row by row, however many there are.
 */
final class Spreadsheet {

    /** What a cell of a workbook holds at most; Excel calls a file with more broken. */
    private static final int LONGEST_TEXT = 32_767;

    private static final int ROWS_AT_ONCE = 500;

    private static final CsvMapper MAPPER = CsvMapper.csvBuilder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private Spreadsheet() {}

    /** Writes a file beside the spool; it is the caller's to delete. */
    static Path write(Spool rows, Export format, String name) throws IOException {
        Path file = Files.createTempFile("isms-export-", "." + format.extension());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            switch (format) {
                case CSV -> csv(rows, out);
                case XLSX -> xlsx(rows, out, name);
                case PDF -> throw new IllegalArgumentException("a PDF is no spreadsheet");
            }
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
        return file;
    }

    private static void csv(Spool rows, OutputStream out) throws IOException {
        if (rows.columns().isEmpty()) {
            return;
        }
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        rows.columns().forEach(schema::addColumn);
        try (SequenceWriter csv = MAPPER.writer(schema.build()).writeValues(out)) {
            rows.read(row -> {
                Map<String, String> texts = new LinkedHashMap<>();
                row.forEach((column, cell) -> texts.put(
                        column, cell.isTextual() || cell.isArray() ? CellText.harmless(text(cell)) : text(cell)));
                csv.write(texts);
            });
        }
    }

    private static void xlsx(Spool rows, OutputStream out, String name) throws IOException {
        List<String> columns = rows.columns();
        try (Workbook workbook = new Workbook(out, "isms", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name.length() > 31 ? name.substring(0, 31) : name);
            sheet.freezePane(0, 1);
            for (int c = 0; c < columns.size(); c++) {
                sheet.inlineString(0, c, columns.get(c));
                sheet.style(0, c).bold().set();
            }
            int[] at = {0};
            rows.read(row -> {
                at[0]++;
                for (int c = 0; c < columns.size(); c++) {
                    cell(sheet, at[0], c, row.get(columns.get(c)));
                }
                if (at[0] % ROWS_AT_ONCE == 0) {
                    sheet.flush();
                }
            });
        }
    }

    private static String text(JsonNode cell) {
        if (cell.isNull()) {
            return "";
        }
        if (cell.isArray()) {
            return CellText.of(cell);
        }
        return cell.asText();
    }

    /** Text goes into a workbook as text by its type: it is never run, and needs no apostrophe that would become part of it. */
    private static void cell(Worksheet sheet, int row, int column, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return;
        }
        if (value.isNumber()) {
            sheet.value(row, column, value.decimalValue());
        } else if (value.isBoolean()) {
            sheet.value(row, column, value.booleanValue());
        } else {
            String text = text(value);
            // strings written in place, not into a table of all strings that would grow with the rows
            sheet.inlineString(
                    row, column, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "\u2026" : text);
        }
    }
}
