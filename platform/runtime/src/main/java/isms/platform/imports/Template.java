package isms.platform.imports;

import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import isms.platform.http.MediaTypes;
import isms.platform.query.CellText;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A file to begin with: a column for every field, and an example that can be imported as it stands. */
public final class Template {

    private static final CsvMapper CSV = CsvMapper.csvBuilder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private Template() {}

    /** As CSV or XLSX, whichever the caller likes best; the fields as JSON otherwise. */
    public static Response of(Fields fields, String name, HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                break;
            }
            if (accepted.isCompatible(MediaType.valueOf(MediaTypes.CSV))) {
                return file(csv(fields.taken()), MediaTypes.CSV, name + ".csv");
            }
            if (accepted.isCompatible(MediaType.valueOf(MediaTypes.XLSX))) {
                return file(xlsx(fields.taken()), MediaTypes.XLSX, name + ".xlsx");
            }
        }
        return Response.ok(fields.taken()).type(MediaType.APPLICATION_JSON).build();
    }

    private static Response file(byte[] bytes, String type, String name) {
        return Response.ok(bytes)
                .type(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    static byte[] csv(List<Field> fields) {
        CsvSchema.Builder schema = CsvSchema.builder().setLineSeparator("\r\n");
        fields.forEach(field -> schema.addColumn(field.name()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var lines = CSV.writer(schema.build()).writeValues(bytes)) {
            lines.write(fields.stream().map(Field::name).toArray(String[]::new));
            lines.write(fields.stream()
                    .map(field -> CellText.harmless(field.example()))
                    .toArray(String[]::new));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] xlsx(List<Field> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "isms", "1.0")) {
            Worksheet entries = workbook.newWorksheet("entries");
            entries.freezePane(0, 1);
            Worksheet explained = workbook.newWorksheet("fields");
            explained.freezePane(0, 1);
            row(explained, 0, "column", "required", "meaning", "example");
            for (int i = 0; i < fields.size(); i++) {
                Field field = fields.get(i);
                entries.value(0, i, field.name());
                entries.style(0, i).bold().set();
                entries.value(1, i, field.example());
                row(explained, i + 1, field.name(), field.required() ? "yes" : "no", field.meaning(), field.example());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            sheet.value(row, i, cells[i]);
            if (row == 0) {
                sheet.style(row, i).bold().set();
            }
        }
    }
}
