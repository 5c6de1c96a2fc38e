package isms.platform.imports;

import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import isms.platform.http.Names;
import isms.platform.imports.ImportReport.Difference;
import isms.platform.imports.ImportReport.Fate;
import isms.platform.imports.ImportReport.Outcome;
import isms.platform.imports.ImportReport.Result;
import isms.platform.imports.ImportReport.Source;
import isms.platform.query.CellText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reports on what became of a file: as a whole, or as a table with a line for every row and every problem. */
final class Reports {

    /** More are counted, but not listed: who has so many has one and the same. */
    private static final int MOST = 10_000;

    private static final CsvMapper CSV = CsvMapper.csvBuilder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private static final CsvSchema LINES = CsvSchema.builder()
            .addColumn("row")
            .addColumn("fate")
            .addColumn("externalId")
            .addColumn("id")
            .addColumn("key")
            .addColumn("column")
            .addColumn("value")
            .addColumn("rule")
            .addColumn("detail")
            .addColumn("remedy")
            .setUseHeader(true)
            .setLineSeparator("\r\n")
            .build();

    private Reports() {}

    static ImportReport of(Import<?> done, Outcome outcome, Layout layout, ImportRequest request) {
        var effects = new TreeMap<String, Integer>();
        var fates = new EnumMap<Fate, Integer>(Fate.class);
        var problems = new ArrayList<RowProblem>();
        var differences = new ArrayList<Difference>();
        int found = 0;
        for (Entry<?> entry : done.entries()) {
            entry.effects().forEach(effect -> effects.merge(effect, 1, Integer::sum));
            fates.merge(entry.fate(), 1, Integer::sum);
            for (RowProblem problem : entry.problems()) {
                found++;
                if (problems.size() < MOST) {
                    problems.add(problem);
                }
            }
            String key = entry.key();
            if (entry.fate() == Fate.DIFFERENT && key != null && differences.size() < MOST) {
                differences.add(new Difference(entry.row(), key, entry.differences()));
            }
        }
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("rows", done.entries().size());
        counts.putAll(effects);
        fates.forEach((fate, rows) -> {
            String name = nameOf(fate);
            if (name != null) {
                counts.put(name, rows);
            }
        });
        return new ImportReport(
                outcome,
                request.dryRun,
                request.partial,
                request.update,
                source(layout),
                counts,
                problems,
                found - problems.size(),
                differences,
                request.results ? results(done) : null);
    }

    /** As its count is called; null for what is counted by its effects. */
    private static @Nullable String nameOf(Fate fate) {
        return switch (fate) {
            case TAKEN -> null;
            case UNCHANGED -> "unchanged";
            case DIFFERENT -> "different";
            case REFUSED -> "refused";
            case NOT_TRIED -> "notTried";
        };
    }

    private static Source source(Layout layout) {
        Table table = layout.table();
        return new Source(
                Names.kebab(table.format().name()),
                table.encoding(),
                table.separator() == null ? null : String.valueOf(table.separator()),
                table.sheet(),
                layout.mapping(),
                layout.leftOut());
    }

    private static List<Result> results(Import<?> done) {
        return done.entries().stream()
                .map(entry -> new Result(entry.row(), entry.fate(), reference(entry), entry.id(), entry.key()))
                .toList();
    }

    private static @Nullable String reference(Entry<?> entry) {
        return entry.reference().isEmpty() ? null : entry.reference();
    }

    static byte[] csv(Import<?> done) {
        var bytes = new ByteArrayOutputStream();
        try (var lines = CSV.writer(LINES).writeValues(bytes)) {
            for (Entry<?> entry : done.entries()) {
                if (entry.problems().isEmpty()) {
                    lines.write(line(entry, null));
                }
                for (RowProblem problem : entry.problems()) {
                    lines.write(line(entry, problem));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> line(Entry<?> entry, @Nullable RowProblem problem) {
        var line = new LinkedHashMap<String, String>();
        line.put("row", Integer.toString(entry.row()));
        line.put("fate", entry.fate().word());
        line.put("externalId", CellText.harmless(entry.reference()));
        line.put("id", entry.id() == null ? "" : String.valueOf(entry.id()));
        line.put("key", entry.key() == null ? "" : String.valueOf(entry.key()));
        if (problem != null) {
            line.put("column", problem.column() == null ? "" : CellText.harmless(problem.column()));
            line.put("value", problem.value() == null ? "" : CellText.harmless(problem.value()));
            line.put("rule", problem.rule());
            line.put("detail", CellText.harmless(problem.detail()));
            line.put("remedy", problem.remedy());
        } else if (!entry.differences().isEmpty()) {
            line.put("detail", "differs in " + String.join(", ", entry.differences()));
        }
        return line;
    }
}
