package isms.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.document.Block.Fact;
import isms.platform.document.Block.Facts;
import isms.platform.document.Block.Heading;
import isms.platform.document.Block.Matrix;
import isms.platform.document.Block.Note;
import isms.platform.document.Block.Paragraph;
import isms.platform.document.Block.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ALL-8: documents as PDF")
class PrinterTest {

    private static final Instant MADE = Instant.parse("2026-03-31T23:59:59Z");

    private static final Block MATRIX = new Matrix(
            "Where everything is",
            "Likelihood",
            "Impact",
            List.of("2 \u00b7 often", "1 \u00b7 seldom"),
            List.of("1 \u00b7 small", "2 \u00b7 caf\u00e9"),
            List.of(
                    List.of(new Matrix.Field("7", "Medium", "#f08c00"), new Matrix.Field("12", "High", "#c92a2a")),
                    List.of(new Matrix.Field("", "Low", "#2f9e44"), new Matrix.Field("3", "Medium", "#f08c00"))));

    private record Line(int number, String text) {}

    private static Document document(boolean upright, List<Block> content) {
        return new Document(
                "M\u00fcller & S\u00f6hne",
                "Register",
                "of everything",
                "All that there is",
                "u-0017",
                MADE,
                upright,
                List.of(
                        new Facts(List.of(Fact.of("Organization", "M\u00fcller & S\u00f6hne"), Fact.of("Rows", "3"))),
                        new Heading("Criteria used"),
                        new Facts(List.of(new Fact(
                                "Bands", Cell.EMPTY.chip("Low", "#2f9e44").chip("High", "#c92a2a"))))),
                content);
    }

    private static List<Block> lines(int count) {
        List<Line> lines = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Line(number, "Line " + number + " of many"))
                .toList();
        return List.of(
                new Heading("Lines"),
                Table.of(
                        "All lines",
                        List.of(
                                new Column<Line>("Number", 10, line -> Cell.strong(line.number())),
                                new Column<>("What it says", 90, line -> Cell.of(line.text()))),
                        lines));
    }

    private static PDDocument printed(String name, Document document) throws IOException {
        byte[] bytes = Printer.printed(document);
        Path looked = Path.of("target", "documents", name + ".pdf");
        Files.createDirectories(looked.getParent());
        Files.write(looked, bytes);
        return Loader.loadPDF(bytes);
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    @Test
    @DisplayName(
            "ALL-8: every page says what it is, of whom, and which of how many; the head of a table is on each page it reaches")
    void pages_are_numbered_and_heads_repeated() throws IOException {
        try (PDDocument pdf = printed("pages", document(false, lines(120)))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            for (int page = 1; page <= pages; page++) {
                assertThat(text(pdf, page))
                        .contains("Page " + page + " of " + pages)
                        .contains("Register")
                        .contains("M\u00fcller & S\u00f6hne")
                        .contains("Made 2026-03-31 23:59:59 UTC by u-0017");
                if (page > 1) {
                    assertThat(text(pdf, page)).contains("What it says");
                }
            }
            assertThat(text(pdf, 1)).contains("Criteria used").contains("Low").contains("High");
            String all = new PDFTextStripper().getText(pdf);
            for (int number = 1; number <= 120; number++) {
                assertThat(all).contains("Line " + number + " of many");
            }
        }
    }

    @Test
    @DisplayName(
            "ALL-8: umlauts, Greek, Cyrillic, Chinese, Japanese, Arabic and Hebrew are shown, from fonts within the file")
    void every_script_has_its_letters() throws IOException {
        List<String> texts = List.of(
                "Gr\u00f6\u00dfe \u00e4\u00f6\u00fc \u0141\u00f3d\u017a \u010cesk\u00fd \u015ei\u015fli",
                "\u039a\u03af\u03bd\u03b4\u03c5\u03bd\u03bf\u03c2",
                "\u041f\u0440\u0438\u0432\u0435\u0442",
                "\u4f9b\u5e94\u5546\u4e2d\u65ad\u98ce\u9669",
                "\u30ea\u30b9\u30af\u8a55\u4fa1",
                "\u2265 \u2192 \u2713 \u20ac");
        List<Block> content = new ArrayList<>();
        texts.forEach(text -> content.add(new Paragraph(text)));
        content.add(new Paragraph("\u0645\u062e\u0627\u0637\u0631"));
        content.add(new Paragraph("\u05e1\u05d9\u05db\u05d5\u05df"));
        try (PDDocument pdf = printed("scripts", document(true, content))) {
            String all = new PDFTextStripper().getText(pdf);
            texts.forEach(text -> assertThat(all).contains(text));
            assertThat(all)
                    .as("shown as letters, not as a mark for what is missing")
                    .doesNotContain("#");
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
        assertThat(Printer.printed(document(true, content)))
                .as("only the letters that are used")
                .hasSizeLessThan(300_000);
    }

    @Test
    @DisplayName("ALL-8: it names title, author and language, and is tagged for readers that speak")
    void it_says_what_it_is() throws IOException {
        try (PDDocument pdf = printed("about", document(true, List.of(new Heading("A matrix"), MATRIX)))) {
            var about = pdf.getDocumentInformation();
            assertThat(about.getTitle()).isEqualTo("Register \u00b7 M\u00fcller & S\u00f6hne");
            assertThat(about.getAuthor()).isEqualTo("u-0017");
            assertThat(about.getSubject()).isEqualTo("All that there is");
            assertThat(about.getCreationDate().toInstant()).isEqualTo(MADE);
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(catalog.getDocumentOutline().getFirstChild().getTitle()).isEqualTo("Register");
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("2 \u00b7 caf\u00e9")
                    .contains("12")
                    .contains("Medium");
        }
    }

    @Test
    @DisplayName("ALL-8: the same document gives the same bytes")
    void it_is_the_same_every_time() {
        List<Block> content = new ArrayList<>(lines(40));
        content.add(MATRIX);
        assertThat(Printer.printed(document(false, content))).isEqualTo(Printer.printed(document(false, content)));
    }

    @Test
    @DisplayName("ALL-8: what people typed stays text, and stays on the page")
    void typed_text_is_neither_markup_nor_out_of_bounds() throws IOException {
        List<Line> lines = List.of(
                new Line(1, "<b>bold</b> &amp; </td></table><img src=\"file:///etc/passwd\"/>"),
                new Line(2, "W".repeat(400)),
                new Line(3, "first\nsecond\u0000\u0007third"),
                new Line(4, "\u98ce\u9669".repeat(200)));
        Block table = Table.of(
                "Odd lines",
                List.of(
                        new Column<Line>("Number", 50, line -> Cell.of(line.number())),
                        new Column<>("What it says", 50, line -> Cell.of(line.text()))),
                lines);
        try (PDDocument pdf = printed("odd", document(true, List.of(table, new Note("<script>"))))) {
            String all = new PDFTextStripper().getText(pdf);
            assertThat(all.replaceAll("\\s", ""))
                    .contains("<b>bold</b>&amp;</td></table><imgsrc=\"file:///etc/passwd\"/>")
                    .contains("W".repeat(400))
                    .contains("\u98ce\u9669".repeat(200));
            assertThat(all).contains("first").contains("secondthird").contains("<script>");
            float width = pdf.getPage(0).getMediaBox().getWidth();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    assertThat(letter.getX() + letter.getWidth()).isLessThan(width - 40);
                }
            }.getText(pdf);
        }
    }

    @Test
    void an_empty_table_says_so() throws IOException {
        try (PDDocument pdf = printed("empty", document(false, lines(0)))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("What it says")
                    .contains("None.");
        }
    }

    @Test
    void a_colour_is_a_colour() {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> Cell.EMPTY.chip("x", "red;background:url(http://elsewhere)"));
    }
}
