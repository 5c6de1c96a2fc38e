package isms.control.statementdocument;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import isms.control.statementdocument.Snapshot.Entry;
import isms.platform.query.CellText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A version for spreadsheets: a row for each line. */
final class Sheets {

    private static final int LONGEST_TEXT = 32_767;

    private static final List<String> COLUMNS = List.of(
            "control",
            "title",
            "theme",
            "applicable",
            "justification",
            "status",
            "controls",
            "risks",
            "note",
            "from2013",
            "decidedBy",
            "decidedAt");

    private static final CsvMapper CSV = CsvMapper.csvBuilder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private Sheets() {}

    private static List<String> cells(Entry line) {
        return List.of(
                line.control(),
                line.title(),
                line.theme() == null ? "" : line.theme(),
                Words.applicable(line),
                String.join("; ", Words.reasons(line)),
                line.status() == null ? "" : line.status(),
                String.join("; ", line.controls()),
                String.join("; ", line.risks()),
                line.note() == null ? "" : line.note(),
                Words.lineage(line),
                line.decidedBy() == null ? "" : line.decidedBy(),
                line.decidedAt() == null ? "" : line.decidedAt().toString());
    }

    /** Every row also says of which version of what it is, and the digest. */
    static byte[] csv(Snapshot snapshot, String digest) {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        COLUMNS.forEach(schema::addColumn);
        List.of("statement", "version", "versionStatus", "snapshotSha256").forEach(schema::addColumn);
        ObjectWriter writer = CSV.writer(schema.build());
        var out = new ByteArrayOutputStream();
        try (SequenceWriter rows = writer.writeValues(out)) {
            for (Entry line : snapshot.lines()) {
                List<String> row = new ArrayList<>();
                cells(line).forEach(cell -> row.add(CellText.harmless(cell)));
                row.addAll(
                        List.of(snapshot.statement(), Integer.toString(snapshot.version()), snapshot.status(), digest));
                rows.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A sheet with the lines, and one with what the version is. */
    static byte[] xlsx(Snapshot snapshot, String digest) {
        var out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "isms", "1.0")) {
            Worksheet lines = workbook.newWorksheet("Lines");
            lines.freezePane(1, 1);
            for (int c = 0; c < COLUMNS.size(); c++) {
                lines.inlineString(0, c, COLUMNS.get(c));
                lines.style(0, c).bold().set();
            }
            int at = 0;
            for (Entry line : snapshot.lines()) {
                at++;
                List<String> cells = cells(line);
                for (int c = 0; c < cells.size(); c++) {
                    String text = cells.get(c);
                    lines.inlineString(
                            at,
                            c,
                            text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "\u2026" : text);
                }
            }
            Worksheet about = workbook.newWorksheet("Statement");
            int row = 0;
            for (var fact : Words.facts(snapshot, digest).entrySet()) {
                about.inlineString(row, 0, fact.getKey());
                about.style(row, 0).bold().set();
                about.inlineString(row, 1, fact.getValue());
                row++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
