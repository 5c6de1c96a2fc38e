package isms.platform.imports;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import isms.platform.imports.Table.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that people really have. */
@DisplayName("ALL-9: the reader of")
class FilesTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Limits LIMITS = new Limits(5, 6, 1000, 1 << 20);

    private static Table csv(String text) {
        return csv(text.getBytes(UTF_8), null);
    }

    private static Table csv(byte[] bytes, String charset) {
        return CsvFile.read(bytes, charset, null, LIMITS);
    }

    private static List<List<String>> cells(Table table) {
        return table.rows().stream().map(Row::cells).toList();
    }

    private static void refused(ThrowingCallable reading, ProblemCode code, String... words) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.detail()).contains(words);
            assertThat(problem.remedy()).isNotBlank();
        });
    }

    @Nested
    @DisplayName("CSV")
    class Csv {

        @Test
        @DisplayName("keeps quotes, separators and lines within cells")
        void quotes_separators_and_lines_within_cells() {
            Table table =
                    csv("title,note\r\n\"He said \"\"no\"\", twice\",\"one\r\ntwo; three\"\r\nplain,'single'\r\n");
            assertThat(table.columns()).containsExactly("title", "note");
            assertThat(cells(table))
                    .containsExactly(
                            List.of("He said \"no\", twice", "one\r\ntwo; three"), List.of("plain", "'single'"));
        }

        @ParameterizedTest
        @ValueSource(strings = {",", ";", "\t", "|"})
        @DisplayName("finds the separator")
        void finds_the_separator(String separator) {
            Table table =
                    csv(String.join(separator, "\"a,;b\"", "b", "c") + "\n" + String.join(separator, "1", "2", "3"));
            assertThat(table.columns()).containsExactly("a,;b", "b", "c");
            assertThat(cells(table)).containsExactly(List.of("1", "2", "3"));
            assertThat(table.separator()).isEqualTo(separator.charAt(0));
        }

        @Test
        @DisplayName("obeys the line that spreadsheet programs write for each other, and counts it")
        void the_separator_line() {
            Table table = csv("sep=;\r\na;b,c\r\n1;2\r\n");
            assertThat(table.columns()).containsExactly("a", "b,c");
            assertThat(table.rows().getFirst().number()).isEqualTo(3);
        }

        @Test
        @DisplayName("takes UTF-8 with and without its mark, UTF-16 by its mark, and else Windows-1252")
        void encodings() {
            String text = "titel;ort\nÜberlauf „groß“;München\n";
            List<String> row = List.of("Überlauf „groß“", "München");
            assertThat(cells(csv(text.getBytes(UTF_8), null))).containsExactly(row);
            assertThat(cells(csv(("\uFEFF" + text).getBytes(UTF_8), null))).containsExactly(row);
            assertThat(csv(("\uFEFF" + text).getBytes(UTF_8), null).columns()).containsExactly("titel", "ort");
            assertThat(cells(csv(("\uFEFF" + text).getBytes(UTF_16LE), null))).containsExactly(row);
            assertThat(cells(csv(("\uFEFF" + text).getBytes(UTF_16BE), null))).containsExactly(row);
            Table guessed = csv(text.getBytes(WINDOWS), null);
            assertThat(cells(guessed)).containsExactly(row);
            assertThat(guessed.encoding()).isEqualTo("windows-1252");
            assertThat(cells(csv("名称,说明\n勒索软件,停产\n".getBytes(UTF_8), null))).containsExactly(List.of("勒索软件", "停产"));
        }

        @Test
        @DisplayName("obeys the stated encoding, and says when the file has another")
        void stated_encoding() {
            Charset cyrillic = Charset.forName("windows-1251");
            assertThat(cells(csv("имя\nРиск\n".getBytes(cyrillic), "windows-1251")))
                    .containsExactly(List.of("Риск"));
            refused(
                    () -> csv("ort\nMünchen\n".getBytes(WINDOWS), "utf-8"),
                    ProblemCode.MALFORMED_BODY,
                    "UTF-8",
                    "charset=windows-1252");
            refused(() -> csv("a\n".getBytes(UTF_8), "klingon"), ProblemCode.INVALID_PARAMETER, "klingon");
        }

        @Test
        @DisplayName("leaves empty rows out but counts them, as a spreadsheet program does")
        void empty_rows() {
            Table table = csv("\n\na,b\n\n1,2\n,\n   ,\n3,4\n\n");
            assertThat(table.columns()).containsExactly("a", "b");
            assertThat(cells(table)).containsExactly(List.of("1", "2"), List.of("3", "4"));
            assertThat(table.rows()).extracting(Row::number).containsExactly(5, 8);
        }

        @Test
        @DisplayName("reads short and long rows")
        void ragged_rows() {
            Table table = csv("a,b,c\n1\n1,2,3,4\n");
            assertThat(table.rows().get(0).cell(2)).isEmpty();
            assertThat(table.rows().get(1).cell(2)).isEqualTo("3");
        }

        @Test
        @DisplayName("refuses a quote that is never closed, saying where; nothing; binaries; and packed files")
        void broken() {
            refused(() -> csv("a,b\n1,2\n\"3,4\n5,6\n"), ProblemCode.MALFORMED_BODY, "row 2", "quote");
            refused(() -> csv(""), ProblemCode.MALFORMED_BODY, "nothing");
            refused(() -> csv("\n \n"), ProblemCode.MALFORMED_BODY, "nothing");
            refused(() -> csv(new byte[] {'a', 0, 'b'}, null), ProblemCode.MALFORMED_BODY, "null character");
            refused(() -> csv(new byte[] {'P', 'K', 3, 4, 9}, null), ProblemCode.MALFORMED_BODY, "XLSX");
        }

        @Test
        @DisplayName("takes so much and no more: rows, columns, cells")
        void limits() {
            assertThat(csv("a\n" + "1\n".repeat(5)).rows()).hasSize(5);
            refused(() -> csv("a\n" + "1\n".repeat(6)), ProblemCode.BODY_TOO_LARGE, "more than 5 rows");
            refused(() -> csv("a,b,c,d,e,f,g\n"), ProblemCode.BODY_TOO_LARGE, "7 columns");
            refused(() -> csv("a\n" + "x".repeat(1001)), ProblemCode.BODY_TOO_LARGE, "1001 characters");
        }
    }

    @Nested
    @DisplayName("XLSX")
    class Xlsx {

        private interface Filling {
            void fill(Workbook workbook, Worksheet sheet);
        }

        private byte[] workbook(Filling filling) throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var workbook = new Workbook(bytes, "test", "1.0")) {
                filling.fill(workbook, workbook.newWorksheet("Risks"));
            }
            return bytes.toByteArray();
        }

        private Table read(byte[] bytes) {
            return XlsxFile.read(bytes, null, LIMITS);
        }

        @Test
        @DisplayName("gives days, numbers, truths and texts as people see them")
        void cells_as_people_see_them() throws IOException {
            Table table = read(workbook((workbook, sheet) -> {
                sheet.value(0, 0, "day");
                sheet.value(0, 1, "moment");
                sheet.value(0, 2, "number");
                sheet.value(0, 3, "truth");
                sheet.value(0, 4, "text");
                sheet.value(1, 0, LocalDate.of(2025, 11, 3));
                sheet.style(1, 0).format("dd.mm.yyyy").set();
                sheet.value(1, 1, LocalDateTime.of(2025, 11, 3, 14, 30));
                sheet.style(1, 1).format("yyyy-mm-dd hh:mm").set();
                sheet.value(1, 2, 0.1 + 0.2);
                sheet.value(1, 3, true);
                sheet.value(1, 4, "0042 – Überlauf\n勒索软件 <&>");
                sheet.value(2, 2, 4);
                sheet.style(2, 2).format("0.00 \"days\"").set();
                sheet.value(2, 4, "=1+1");
            }));
            assertThat(cells(table).get(0))
                    .containsExactly("2025-11-03", "2025-11-03T14:30", "0.3", "true", "0042 – Überlauf\n勒索软件 <&>");
            assertThat(cells(table).get(1)).containsExactly("", "", "4", "", "=1+1");
            assertThat(table.rows().get(0).numbers()).containsExactly(2);
            assertThat(table.sheet()).isEqualTo("Risks");
        }

        @Test
        @DisplayName("counts rows as the program does, and leaves empty ones out")
        void rows_are_counted_as_people_see_them() throws IOException {
            Table table = read(workbook((workbook, sheet) -> {
                sheet.value(2, 1, "title");
                sheet.value(5, 1, "first");
            }));
            assertThat(table.columns()).containsExactly("", "title");
            assertThat(table.rows()).extracting(Row::number).containsExactly(6);
        }

        @Test
        @DisplayName("takes of formulas what they came to, and says where one was never computed or shows an error")
        void formulas() throws IOException {
            byte[] bytes = patched(
                    workbook((workbook, sheet) -> {
                        sheet.value(0, 0, "a");
                        sheet.value(0, 1, "b");
                        sheet.value(0, 2, "c");
                        sheet.value(0, 3, "d");
                        sheet.formula(1, 0, "1+2");
                        sheet.value(1, 1, 4711);
                        sheet.value(1, 2, 4712);
                        sheet.value(1, 3, 4713);
                    }),
                    "<v>4711</v>",
                    "<f>3*4</f><v>12</v>",
                    "<v>4712</v>",
                    "<f>A9</f><v></v>",
                    "<c r=\"D2\"(?: t=\"n\")?",
                    "<c r=\"D2\" t=\"e\"",
                    "<v>4713</v>",
                    "<v>#REF!</v>");
            Row row = read(bytes).rows().getFirst();
            assertThat(row.cell(1)).isEqualTo("12");
            assertThat(row.faults().get(0)).contains("never computed");
            assertThat(row.faults().get(2)).contains("never computed");
            assertThat(row.faults().get(3)).contains("#REF!");
        }

        @Test
        @DisplayName("reads the sheet that is asked for, and names those that there are")
        void sheets() throws IOException {
            byte[] bytes = workbook((workbook, sheet) -> {
                sheet.value(0, 0, "cover");
                workbook.newWorksheet("Register 2025").value(0, 0, "title");
            });
            assertThat(XlsxFile.read(bytes, "Register 2025", LIMITS).columns()).containsExactly("title");
            refused(
                    () -> XlsxFile.read(bytes, "Register", LIMITS),
                    ProblemCode.INVALID_PARAMETER,
                    "Risks, Register 2025");
        }

        @Test
        @DisplayName("refuses what unpacks to more than the memory holds, before it does")
        void zip_bombs() throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
                for (int i = 0; i < 64; i++) {
                    zip.write(new byte[1 << 16]);
                }
            }
            assertThat(bytes.size()).isLessThan(10_000);
            refused(() -> read(bytes.toByteArray()), ProblemCode.BODY_TOO_LARGE, "1 MiB");
        }

        @Test
        @DisplayName("refuses what is no workbook")
        void broken() throws IOException {
            refused(() -> read("a;b".getBytes(UTF_8)), ProblemCode.MALFORMED_BODY, "not an XLSX");
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("letter.txt"));
                zip.write("Dear".getBytes(UTF_8));
            }
            refused(() -> read(bytes.toByteArray()), ProblemCode.MALFORMED_BODY, "sound XLSX");
            byte[] whole = workbook((workbook, sheet) -> sheet.value(0, 0, "a"));
            refused(
                    () -> read(patched(whole, "<sheetData>", "<sheetData><row><c><")),
                    ProblemCode.MALFORMED_BODY,
                    "sound XLSX");
        }

        @Test
        @DisplayName("expands no entities and fetches nothing")
        void no_entities() throws IOException {
            byte[] bytes = patched(
                    workbook((workbook, sheet) -> {
                        sheet.value(0, 0, "a");
                        sheet.value(1, 0, 4711);
                    }),
                    "<worksheet",
                    "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet",
                    "<v>4711</v>",
                    "<v>&x;</v>");
            try {
                assertThat(cells(read(bytes)).toString()).doesNotContain("root:");
            } catch (ProblemException refused) {
                assertThat(refused.code()).isEqualTo(ProblemCode.MALFORMED_BODY);
            }
        }

        private byte[] patched(byte[] workbook, String... replacements) throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var in = ZipFile.builder()
                            .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                            .get();
                    var out = new ZipOutputStream(bytes)) {
                for (var entry : Collections.list(in.getEntries())) {
                    String content = new String(in.getInputStream(entry).readAllBytes(), UTF_8);
                    if (entry.getName().endsWith("sheet1.xml")) {
                        for (int i = 0; i < replacements.length; i += 2) {
                            assertThat(content).containsPattern(replacements[i]);
                            content = content.replaceFirst(replacements[i], replacements[i + 1]);
                        }
                    }
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(content.getBytes(UTF_8));
                }
            }
            return bytes.toByteArray();
        }
    }

    @Nested
    @DisplayName("JSON")
    class Json {

        private Table json(String text) {
            return JsonFile.read(text.getBytes(UTF_8), LIMITS);
        }

        @Test
        @DisplayName("flattens objects and joins lists as exports do, and takes a page of a list too")
        void objects_and_lists() {
            String rows = """
                    [{"title": "a", "scenario": {"event": "b"}, "assets": ["x", "y"], "n": 0.10, "none": null},
                     {"assets": ["x; y", "z"], "n": 12345678901234567890, "yes": true}]""";
            Table table = json(rows);
            assertThat(table.columns()).containsExactly("title", "scenario.event", "assets", "n", "yes");
            assertThat(table.rows().get(0).cells()).containsExactly("a", "b", "x; y", "0.1");
            assertThat(table.rows().get(1).cell(2)).isEqualTo("[\"x; y\",\"z\"]");
            assertThat(table.rows().get(1).cell(3)).isEqualTo("12345678901234567890");
            assertThat(table.rows()).extracting(Row::number).containsExactly(1, 2);
            assertThat(cells(json("{\"next\": \"x\", \"items\": " + rows + "}")))
                    .isEqualTo(cells(table));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "[{\"a\": 1}, 2]|Entry 2",
                    "[{\"a\": 1},|after entry 1",
                    "{\"rows\": []}|neither",
                    "\"text\"|neither",
                    "[]|nothing",
                    "[{\"a\": 1}]]|''"
                })
        @DisplayName("refuses what is no list of objects, saying where")
        void broken(String text, String words) {
            if (words.isEmpty()) {
                assertThat(json(text).rows()).hasSize(1);
            } else {
                refused(() -> json(text), ProblemCode.MALFORMED_BODY, words);
            }
        }

        @Test
        @DisplayName("takes so much and no more, and writes no number out that would fill the memory")
        void limits() {
            refused(() -> json("[" + "{\"a\":1},".repeat(5) + "{\"a\":1}]"), ProblemCode.BODY_TOO_LARGE, "5 entries");
            assertThat(json("[{\"a\": 1e999999}]").rows().getFirst().cell(0)).hasSizeLessThan(20);
        }
    }
}
