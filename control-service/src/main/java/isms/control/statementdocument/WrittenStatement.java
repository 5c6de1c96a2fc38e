package isms.control.statementdocument;

import isms.control.statementdocument.Snapshot.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** A version for word processors, A4 lying. */
final class WrittenStatement {

    /** In twentieths of a point. */
    private static final int LONG_SIDE = 16838;

    private static final int SHORT_SIDE = 11906;

    private static final List<String> HEADS =
            List.of("Control", "Title", "Applies", "Justification", "Status", "Implemented by", "Risks", "2013");

    private WrittenStatement() {}

    static byte[] docx(Snapshot snapshot, String digest) {
        try (XWPFDocument document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            lie(document);
            POIXMLProperties.CoreProperties about = document.getProperties().getCoreProperties();
            about.setTitle(Words.title(snapshot));
            about.setSubjectProperty(snapshot.scope() + ", version " + snapshot.version());
            about.setIdentifier("sha256:" + digest);
            about.setCreator(snapshot.organization());
            text(document.createParagraph(), Words.title(snapshot), 20, true);
            text(document.createParagraph(), snapshot.scope() + ", version " + snapshot.version(), 13, false);
            facts(document, snapshot, digest);
            if (snapshot.approvedAt() == null) {
                text(document.createParagraph(), "This version has not been approved: it is not in force.", 11, true);
            }
            Words.byTheme(snapshot).forEach((theme, lines) -> {
                XWPFParagraph heading = document.createParagraph();
                heading.setSpacingBefore(300);
                heading.setSpacingAfter(100);
                heading.setKeepNext(true);
                text(heading, theme, 14, true);
                lines(document, lines);
            });
            // a document ends with a paragraph, not with a table
            document.createParagraph();
            footer(document, snapshot, digest);
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lie(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setOrient(STPageOrientation.LANDSCAPE);
        size.setW(BigInteger.valueOf(LONG_SIDE));
        size.setH(BigInteger.valueOf(SHORT_SIDE));
    }

    private static void facts(XWPFDocument document, Snapshot snapshot, String digest) {
        var facts = Words.facts(snapshot, digest);
        XWPFTable table = document.createTable(facts.size(), 2);
        table.setWidth("100%");
        int row = 0;
        for (var fact : facts.entrySet()) {
            write(table.getRow(row).getCell(0), fact.getKey(), true);
            write(table.getRow(row).getCell(1), fact.getValue(), false);
            row++;
        }
    }

    private static void lines(XWPFDocument document, List<Entry> lines) {
        XWPFTable table = document.createTable(lines.size() + 1, HEADS.size());
        table.setWidth("100%");
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        for (int c = 0; c < HEADS.size(); c++) {
            write(head.getCell(c), HEADS.get(c), true);
        }
        for (int r = 0; r < lines.size(); r++) {
            Entry line = lines.get(r);
            XWPFTableRow row = table.getRow(r + 1);
            row.setCantSplitRow(true);
            write(row.getCell(0), line.control(), true);
            write(row.getCell(1), line.title(), false);
            write(row.getCell(2), Words.applicable(line), false);
            String reasons = String.join("\n", Words.reasons(line));
            write(row.getCell(3), line.note() == null ? reasons : reasons + "\n" + line.note(), false);
            write(row.getCell(4), Words.status(line), false);
            write(row.getCell(5), String.join(", ", line.controls()), false);
            write(row.getCell(6), String.join(", ", line.risks()), false);
            write(row.getCell(7), Words.lineage(line), false);
        }
    }

    private static void footer(XWPFDocument document, Snapshot snapshot, String digest) {
        XWPFParagraph paragraph =
                document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        text(
                paragraph,
                "%s, version %d, SHA-256 %s, page ".formatted(snapshot.statement(), snapshot.version(), digest),
                8,
                false);
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
        text(paragraph, " of ", 8, false);
        paragraph.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    private static void write(XWPFTableCell cell, String content, boolean bold) {
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        text(paragraph, content, 9, bold);
    }

    private static void text(XWPFParagraph paragraph, String content, int size, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setFontSize(size);
        run.setBold(bold);
        boolean first = true;
        for (String line : content.split("\\R", -1)) {
            if (!first) {
                run.addBreak();
            }
            run.setText(line);
            first = false;
        }
    }
}
