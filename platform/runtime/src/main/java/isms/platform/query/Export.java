package isms.platform.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import isms.platform.http.MediaTypes;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Lists as files that people open in a spreadsheet: one column per field, nested fields as {@code owner.name}. */
enum Export {
    CSV(MediaTypes.CSV, "csv") {
        @Override
        byte[] render(List<ObjectNode> rows, String name) {
            List<Map<String, JsonNode>> table = rows.stream().map(Export::cells).toList();
            CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
            columns(table).forEach(schema::addColumn);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (var csv = MAPPER.writer(schema.build()).writeValues(bytes)) {
                for (Map<String, JsonNode> row : table) {
                    Map<String, String> texts = new LinkedHashMap<>();
                    row.forEach((column, cell) ->
                            texts.put(column, cell.isTextual() ? CellText.harmless(cell.asText()) : text(cell)));
                    csv.write(texts);
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return bytes.toByteArray();
        }
    },

    XLSX(MediaTypes.XLSX, "xlsx") {
        @Override
        byte[] render(List<ObjectNode> rows, String name) {
            List<Map<String, JsonNode>> table = rows.stream().map(Export::cells).toList();
            List<String> columns = List.copyOf(columns(table));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (Workbook workbook = new Workbook(bytes, "isms", "1.0")) {
                Worksheet sheet = workbook.newWorksheet(name.length() > 31 ? name.substring(0, 31) : name);
                sheet.freezePane(0, 1);
                for (int c = 0; c < columns.size(); c++) {
                    sheet.value(0, c, columns.get(c));
                    sheet.style(0, c).bold().set();
                }
                for (int r = 0; r < table.size(); r++) {
                    for (int c = 0; c < columns.size(); c++) {
                        cell(sheet, r + 1, c, table.get(r).get(columns.get(c)));
                    }
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return bytes.toByteArray();
        }
    };

    private static final CsvMapper MAPPER = CsvMapper.csvBuilder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private final MediaType mediaType;
    private final String extension;

    Export(String mediaType, String extension) {
        this.mediaType = MediaType.valueOf(mediaType);
        this.extension = extension;
    }

    abstract byte[] render(List<ObjectNode> rows, String name);

    MediaType mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    /** The file format that the client likes best; null when it wants JSON. */
    static @Nullable Export asked(ListRequest request) {
        for (MediaType accepted : request.httpHeaders().getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return null;
            }
            for (Export format : values()) {
                if (accepted.isCompatible(format.mediaType)) {
                    return format;
                }
            }
        }
        return null;
    }

    private static Set<String> columns(List<Map<String, JsonNode>> table) {
        Set<String> columns = new LinkedHashSet<>();
        table.forEach(row -> columns.addAll(row.keySet()));
        return columns;
    }

    private static Map<String, JsonNode> cells(ObjectNode row) {
        Map<String, JsonNode> cells = new LinkedHashMap<>();
        flatten("", row, cells);
        return cells;
    }

    private static void flatten(String prefix, ObjectNode node, Map<String, JsonNode> cells) {
        node.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode nested) {
                flatten(prefix + field.getKey() + ".", nested, cells);
            } else {
                cells.put(prefix + field.getKey(), field.getValue());
            }
        });
    }

    private static String text(JsonNode cell) {
        if (cell.isNull()) {
            return "";
        }
        if (cell.isArray()) {
            return CellText.harmless(CellText.of(cell));
        }
        return cell.asText();
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return;
        }
        if (value.isNumber()) {
            sheet.value(row, column, value.decimalValue());
        } else if (value.isBoolean()) {
            sheet.value(row, column, value.booleanValue());
        } else {
            sheet.value(row, column, text(value));
        }
    }
}
