package isms.platform.drawing;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes SVG. Everything goes through an XML writer, so that no title of a risk or a context can become markup, and only
 * presentation attributes are used, so that the strictest content security policy lets the picture be seen.
 */
public final class Svg {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    /** Of what shows the picture, the first that is there. */
    static final String FONTS = "Inter, 'Segoe UI', 'DejaVu Sans', system-ui, sans-serif";

    /** Average advance of a letter in ems; text is wrapped and shortened by it, as there are no font metrics here. */
    private static final double LETTER = 0.56;

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;

    /** What is drawn within an element. */
    @FunctionalInterface
    public interface Part {
        void draw() throws XMLStreamException;
    }

    /** Begins a picture; title and description say in words what it shows. */
    public Svg(int width, int height, String title, String description) {
        try {
            xml = FACTORY.createXMLStreamWriter(out);
            xml.writeStartElement("svg");
            xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
            attributes(
                    "viewBox",
                    "0 0 " + width + " " + height,
                    "width",
                    width,
                    "height",
                    height,
                    "role",
                    "graphics-document",
                    "aria-labelledby",
                    "title description",
                    "font-family",
                    FONTS,
                    "fill",
                    Palette.INK);
            element("title", title, "id", "title");
            element("desc", description, "id", "description");
            rectangle(0, 0, width, height, "fill", Palette.PAPER);
        } catch (XMLStreamException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Ends the picture and gives its text. */
    public String finish() {
        try {
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return out.toString();
        } catch (XMLStreamException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public void rectangle(double x, double y, double width, double height, Object... attributes) {
        empty("rect", "x", x, "y", y, "width", width, "height", height);
        also(attributes);
    }

    public void empty(String name, Object... attributes) {
        write(() -> {
            xml.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    public void text(double x, double y, int size, String text, Object... attributes) {
        write(() -> {
            xml.writeStartElement("text");
            attributes("x", x, "y", y, "font-size", size);
            attributes(attributes);
            xml.writeCharacters(text);
            xml.writeEndElement();
        });
    }

    public void group(Part part, Object... attributes) {
        write(() -> {
            xml.writeStartElement("g");
            attributes(attributes);
            part.draw();
            xml.writeEndElement();
        });
    }

    /** A link with a name for people who do not see where it lies. */
    public void link(String target, String name, Part part) {
        write(() -> {
            xml.writeStartElement("a");
            attributes("href", target, "aria-label", name);
            element("title", name);
            part.draw();
            xml.writeEndElement();
        });
    }

    public void tooltip(String name, Part part) {
        write(() -> {
            xml.writeStartElement("g");
            element("title", name);
            part.draw();
            xml.writeEndElement();
        });
    }

    /** The head of an arrow, for {@code marker-end}. */
    public void arrowHead(String id, String colour) {
        write(() -> {
            xml.writeStartElement("marker");
            attributes("id", id, "viewBox", "0 0 10 10", "refX", 8.5, "refY", 5, "markerWidth", 14, "markerHeight", 14);
            attributes("markerUnits", "userSpaceOnUse", "orient", "auto");
            empty("path", "d", "M0 0 L10 5 L0 10 L3 5 Z", "fill", colour);
            xml.writeEndElement();
        });
    }

    /** Breaks a text into lines that fit, at spaces; a word that is too long is shortened. */
    public static List<String> wrap(String text, int size, double width, int lines) {
        int letters = (int) Math.max(4, width / (size * LETTER));
        List<String> wrapped = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
                wrapped.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(shorten(word, letters));
        }
        wrapped.add(line.toString());
        if (wrapped.size() > lines) {
            String last = String.join(" ", wrapped.subList(lines - 1, wrapped.size()));
            wrapped = new ArrayList<>(wrapped.subList(0, lines - 1));
            wrapped.add(shorten(last, letters));
        }
        return wrapped;
    }

    /** Shortens a text to what fits into a width in pixels. */
    public static String fit(String text, int size, double width) {
        return shorten(text, (int) Math.max(4, width / (size * LETTER)));
    }

    private static String shorten(String text, int letters) {
        return text.length() <= letters ? text : text.substring(0, letters - 1).stripTrailing() + "\u2026";
    }

    private void element(String name, String text, Object... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void also(Object... attributes) {
        write(() -> attributes(attributes));
    }

    private void attributes(Object... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            xml.writeAttribute((String) namesAndValues[i], value instanceof Double d ? number(d) : value.toString());
        }
    }

    /** A coordinate to a tenth of a pixel. */
    public static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static void write(Part part) {
        try {
            part.draw();
        } catch (XMLStreamException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
