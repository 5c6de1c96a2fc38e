package isms.platform.document;

import isms.platform.document.Block.Fact;
import isms.platform.document.Block.Facts;
import isms.platform.document.Block.Heading;
import isms.platform.document.Block.Matrix;
import isms.platform.document.Block.Note;
import isms.platform.document.Block.Paragraph;
import isms.platform.document.Block.Subheading;
import isms.platform.document.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A document as XHTML that the style sheet lays out. It is built as a tree and never as text, so that nothing that people
 * typed can become markup.
 */
final class Markup {

    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private static final String UPRIGHT = "@page { size: A4 portrait; margin: 24mm 18mm 20mm 18mm; }\n";
    private static final String LYING = "@page { size: A4 landscape; margin: 22mm 15mm 18mm 15mm; }\n";

    /** Tables up to this many rows are kept on one page. */
    private static final int SHORT = 8;

    /** Characters that XML has no place for, and that no font shows. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]");

    private final org.w3c.dom.Document tree;
    private final List<Element> bookmarks = new ArrayList<>();

    private Markup() {
        tree = builder().newDocument();
    }

    static org.w3c.dom.Document of(Document document, String styles) {
        return new Markup().whole(document, styles);
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private org.w3c.dom.Document whole(Document document, String styles) {
        Element html = element("html");
        html.setAttribute("lang", "en");
        html.setAttribute("xml:lang", "en");
        tree.appendChild(html);
        Element head = child(html, "head");
        child(head, "title", document.title() + " \u00b7 " + document.organization());
        meta(head, "author", document.author());
        meta(head, "subject", document.subject());
        meta(head, "description", document.subject());
        child(head, "style", (document.upright() ? UPRIGHT : LYING) + styles);
        Element marks = child(head, "bookmarks");

        Element body = child(html, "body");
        running(body, document);
        Element cover = div(body, "cover");
        div(cover, "organization", document.organization());
        Element title = child(cover, "h1", document.title());
        bookmark(title);
        if (document.subtitle() != null) {
            div(cover, "subtitle", document.subtitle());
        }
        document.cover().forEach(block -> append(cover, block));
        if (!document.content().isEmpty()) {
            Element content = div(body, "content");
            document.content().forEach(block -> append(content, block));
        }
        for (Element target : bookmarks) {
            Element mark = child(marks, "bookmark");
            mark.setAttribute("name", target.getTextContent());
            mark.setAttribute("href", "#" + target.getAttribute("id"));
        }
        return tree;
    }

    /** What stands at the head and the foot of every page. */
    private void running(Element body, Document document) {
        div(body, "running-title", document.title() + (document.subtitle() == null ? "" : ": " + document.subtitle()));
        div(body, "running-organization", document.organization());
        div(body, "running-made", "Made " + Moments.second(document.madeAt()) + " by " + document.author());
        // the numbers are known to the printer only: the style sheet says them
        div(body, "running-pages");
    }

    private void append(Element parent, Block block) {
        switch (block) {
            case Heading(String text) -> bookmark(child(parent, "h2", text));
            case Subheading(String text) -> child(parent, "h3", text);
            case Paragraph(String text) -> child(parent, "p", text);
            case Note(String text) -> div(parent, "note", text);
            case Facts(List<Fact> facts) -> facts(parent, facts);
            case Table table -> table(parent, table);
            case Matrix matrix -> matrix(parent, matrix);
        }
    }

    private void facts(Element parent, List<Fact> facts) {
        Element table = child(parent, "table");
        table.setAttribute("class", "facts");
        Element body = child(table, "tbody");
        for (Fact fact : facts) {
            Element row = child(body, "tr");
            Element name = child(row, "th", fact.name());
            name.setAttribute("scope", "row");
            cell(child(row, "td"), fact.value());
        }
    }

    private void table(Element parent, Table table) {
        Element element = child(parent, "table");
        element.setAttribute("class", table.rows().size() > SHORT ? "rows" : "rows short");
        element.setAttribute("title", clean(table.caption()));
        int shares = table.heads().stream().mapToInt(Table.Head::share).sum();
        Element columns = child(element, "colgroup");
        Element row = child(child(element, "thead"), "tr");
        for (Table.Head head : table.heads()) {
            child(columns, "col").setAttribute("style", "width:" + head.share() * 100.0 / shares + "%");
            child(row, "th", head.title()).setAttribute("scope", "col");
        }
        Element body = child(element, "tbody");
        for (List<Cell> cells : table.rows()) {
            Element line = child(body, "tr");
            cells.forEach(each -> cell(child(line, "td"), each));
        }
        if (table.rows().isEmpty()) {
            Element none = child(child(body, "tr"), "td", "None.");
            none.setAttribute("colspan", Integer.toString(table.heads().size()));
        }
    }

    private void cell(Element parent, Cell cell) {
        for (Cell.Line line : cell.lines()) {
            switch (line) {
                case Cell.Line.Plain(String text) -> div(parent, "plain", text);
                case Cell.Line.Strong(String text) -> div(parent, "strong", text);
                case Cell.Line.Small(String text) -> div(parent, "small", text);
                case Cell.Line.Chip(String text, String colour) -> {
                    Element chip = child(div(parent, "line"), "span", text);
                    chip.setAttribute("class", "chip");
                    chip.setAttribute("style", "background-color:" + colour + ";color:" + Contrast.textOn(colour));
                }
            }
        }
    }

    private void matrix(Element parent, Matrix matrix) {
        Element table = child(parent, "table");
        table.setAttribute("class", "matrix");
        table.setAttribute("title", clean(matrix.caption()));
        Element columns = child(table, "colgroup");
        child(columns, "col").setAttribute("style", "width:18%");
        matrix.columns()
                .forEach(column -> child(columns, "col")
                        .setAttribute(
                                "style", "width:" + 82.0 / matrix.columns().size() + "%"));
        Element body = child(table, "tbody");
        Element axis = child(body, "tr");
        child(axis, "th", matrix.upwards() + " \u2191").setAttribute("class", "axis");
        matrix.columns().forEach(column -> child(axis, "td"));
        for (int r = 0; r < matrix.rows().size(); r++) {
            Element row = child(body, "tr");
            child(row, "th", matrix.rows().get(r)).setAttribute("scope", "row");
            for (Matrix.Field field : matrix.fields().get(r)) {
                Element cell = child(row, "td");
                cell.setAttribute("class", "field");
                cell.setAttribute(
                        "style", "background-color:" + field.colour() + ";color:" + Contrast.textOn(field.colour()));
                div(cell, "value", field.value().isEmpty() ? "\u00a0" : field.value());
                div(cell, "name", field.name());
            }
        }
        Element feet = child(body, "tr");
        child(feet, "th", matrix.rightwards() + " \u2192").setAttribute("class", "axis");
        matrix.columns().forEach(column -> {
            Element foot = child(feet, "th", column);
            foot.setAttribute("class", "foot");
            foot.setAttribute("scope", "col");
        });
    }

    private void bookmark(Element target) {
        target.setAttribute("id", "part-" + (bookmarks.size() + 1));
        bookmarks.add(target);
    }

    private void meta(Element head, String name, String content) {
        Element meta = child(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", clean(content));
    }

    private Element div(Element parent, String kind) {
        Element div = child(parent, "div");
        div.setAttribute("class", kind);
        return div;
    }

    private void div(Element parent, String kind, @Nullable String text) {
        div(parent, kind).appendChild(tree.createTextNode(clean(text)));
    }

    private Element child(Element parent, String name, String text) {
        Element child = child(parent, name);
        child.appendChild(tree.createTextNode(clean(text)));
        return child;
    }

    private Element child(Element parent, String name) {
        Element child = element(name);
        parent.appendChild(child);
        return child;
    }

    private Element element(String name) {
        return tree.createElementNS(XHTML, name);
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : UNSEEN.matcher(text.replace("\r\n", "\n")).replaceAll("");
    }
}
