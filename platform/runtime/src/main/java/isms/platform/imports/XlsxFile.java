package isms.platform.imports;

import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import isms.platform.imports.Table.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads a sheet of an XLSX workbook: of formulas what they last came to, of dates the day that is shown. */
final class XlsxFile {

    private static final int MOST_PARTS = 1_000;
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]");
    private static final Pattern DAY_OR_TIME = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);

    private XlsxFile() {}

    static Table read(byte[] bytes, @Nullable String sheetName, Limits limits) {
        requireHarmless(bytes, limits);
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
            Sheet sheet = sheet(workbook, sheetName);
            Rows rows = new Rows(limits);
            try (Stream<Row> stream = sheet.openStream()) {
                stream.forEach(row -> rows.add(row(row, workbook.isDate1904(), limits)));
            }
            return new Table(Format.XLSX, null, null, sheet.getName(), rows.columns(), rows.rows());
        } catch (ProblemException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // the reader says in many ways that a part is missing or malformed
            throw Rows.unreadable("It is not a sound XLSX workbook.");
        }
    }

    /** A small file can unpack to more than the memory holds. */
    private static void requireHarmless(byte[] bytes, Limits limits) {
        long unpacked = 0;
        int parts = 0;
        byte[] buffer = new byte[1 << 16];
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts++;
                if (parts > MOST_PARTS) {
                    throw Rows.tooLarge("The workbook has more than " + MOST_PARTS + " parts.");
                }
                try (InputStream part = zip.getInputStream(entry)) {
                    for (int read = part.read(buffer); read > 0; read = part.read(buffer)) {
                        unpacked += read;
                        if (unpacked > limits.unpacked()) {
                            throw Rows.tooLarge(
                                    "Unpacked, the workbook has more than " + (limits.unpacked() >> 20) + " MiB.");
                        }
                    }
                }
            }
        } catch (IOException broken) {
            throw Rows.unreadable(
                    "It is not an XLSX workbook. The older XLS, and CSV, must be saved or sent as what they are.");
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, @Nullable String name) {
        if (name == null) {
            return workbook.getFirstSheet();
        }
        return workbook.findSheet(name)
                .orElseThrow(() -> ProblemCode.INVALID_PARAMETER.because("There is no sheet \"" + name
                        + "\" in the workbook. It has: "
                        + workbook.getSheets().map(Sheet::getName).collect(Collectors.joining(", ")) + "."));
    }

    private static Table.Row row(Row row, boolean date1904, Limits limits) {
        int columns = 0;
        Map<Integer, String> cells = new HashMap<>();
        Set<Integer> numbers = new HashSet<>();
        Map<Integer, String> faults = new HashMap<>();
        for (Cell cell : row) {
            if (cell == null || cell.getType() == CellType.EMPTY) {
                continue;
            }
            int column = cell.getColumnIndex();
            if (column >= limits.columns()) {
                throw Rows.tooLarge("Row " + row.getRowNum() + " has something in column " + (column + 1) + "; at most "
                        + limits.columns() + " are taken.");
            }
            columns = Math.max(columns, column + 1);
            String fault = fault(cell);
            if (fault != null) {
                faults.put(column, fault);
                continue;
            }
            String number = number(cell);
            if (number == null) {
                cells.put(column, text(cell));
            } else if (isDayOrTime(cell)) {
                cells.put(column, Moments.text(moment(Double.parseDouble(number), date1904)));
            } else {
                cells.put(column, number);
                numbers.add(column);
            }
        }
        List<String> values = new ArrayList<>(Collections.nCopies(columns, ""));
        cells.forEach(values::set);
        return new Table.Row(row.getRowNum(), values, numbers, faults);
    }

    private static @Nullable String fault(Cell cell) {
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.ERROR
                || (cell.getType() == CellType.FORMULA && raw != null && raw.startsWith("#"))) {
            return "The cell shows the error " + raw + ".";
        }
        if (cell.getType() == CellType.FORMULA && (raw == null || raw.isEmpty())) {
            return "The formula in the cell was never computed: open the file in a spreadsheet program and save it.";
        }
        return null;
    }

    private static @Nullable String number(Cell cell) {
        String raw = cell.getRawValue();
        boolean mayBe = cell.getType() == CellType.NUMBER
                || (cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal);
        return mayBe && raw != null ? Numbers.plain(raw) : null;
    }

    private static String text(Cell cell) {
        String raw = cell.getRawValue();
        if (cell.getValue() instanceof Boolean truth) {
            return truth.toString();
        }
        return cell.getValue() instanceof String value ? value : raw == null ? "" : raw;
    }

    private static boolean isDayOrTime(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null
                && ((id >= 14 && id <= 22)
                        || (id >= 27 && id <= 36)
                        || (id >= 45 && id <= 47)
                        || (id >= 50 && id <= 58))) {
            return true;
        }
        String format = cell.getDataFormatString();
        return format != null
                && !format.equalsIgnoreCase("General")
                && DAY_OR_TIME.matcher(LITERALS.matcher(format).replaceAll("")).find();
    }

    /** Days since the end of 1899, in a calendar that believes in 29 February 1900; or since the beginning of 1904. */
    private static LocalDateTime moment(double serial, boolean date1904) {
        LocalDateTime start = date1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0);
        long days = (long) Math.floor(serial);
        return start.plusDays(days).plusNanos(Math.round((serial - days) * 86_400_000_000_000d));
    }
}
