package isms.control.frameworkimport;

import gov.nist.secauto.metaschema.databind.io.Format;
import gov.nist.secauto.oscal.lib.OscalBindingContext;
import gov.nist.secauto.oscal.lib.model.Catalog;
import gov.nist.secauto.oscal.lib.model.Property;
import isms.platform.http.ProblemCode;
import isms.platform.oscal.OscalJson;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** OSCAL catalogs as text, and what this software says in them beyond what OSCAL has words for. */
final class Oscal {

    /** Of properties that this software defines. */
    static final URI NAMESPACE = URI.create(OscalJson.NAMESPACE);

    static final String LABEL = "label";
    static final String EXPORTED = "exported-framework";
    static final String GROUP = "group";
    static final String LEVEL = "level";
    static final String HEADING = "heading";
    static final String ATTRIBUTE = "attribute";
    static final String OVERVIEW = "overview";

    private static final Pattern DOCUMENT_TYPE = Pattern.compile("<!DOCTYPE", Pattern.CASE_INSENSITIVE);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");
    private static final URI NOWHERE = URI.create("urn:isms:catalog");

    static {
        // liboscal takes whichever StAX implementation it is given for Woodstox; readers of spreadsheets bring another
        // one
        System.setProperty("javax.xml.stream.XMLInputFactory", "com.ctc.wstx.stax.WstxInputFactory");
        System.setProperty("javax.xml.stream.XMLOutputFactory", "com.ctc.wstx.stax.WstxOutputFactory");
        System.setProperty("javax.xml.stream.XMLEventFactory", "com.ctc.wstx.stax.WstxEventFactory");
    }

    private Oscal() {}

    static Catalog read(byte[] bytes, Format format) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (format == Format.XML && DOCUMENT_TYPE.matcher(text).find()) {
            throw ProblemCode.MALFORMED_BODY.because("A catalog has no document type declaration.");
        }
        try {
            Catalog catalog = OscalBindingContext.instance()
                    .newDeserializer(format, Catalog.class)
                    .deserialize(new StringReader(text), NOWHERE);
            if (catalog.getMetadata() == null) {
                throw ProblemCode.MALFORMED_BODY.because("The catalog has no metadata.");
            }
            return catalog;
        } catch (IOException | IllegalArgumentException | IllegalStateException | NullPointerException broken) {
            throw ProblemCode.MALFORMED_BODY.because(
                    "The body is no OSCAL catalog in " + format + ": " + firstLine(broken.getMessage()));
        }
    }

    private static String firstLine(@Nullable String message) {
        String line = Objects.requireNonNullElse(message, "it breaks off")
                .lines()
                .findFirst()
                .orElse("");
        return line.length() > 300 ? line.substring(0, 300) : line;
    }

    static String json(Catalog catalog) {
        try {
            StringWriter text = new StringWriter();
            OscalBindingContext.instance()
                    .newSerializer(Format.JSON, Catalog.class)
                    .serialize(catalog, text);
            return text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A line of Markdown as people read it. */
    static String plain(String markdown) {
        return ESCAPED.matcher(markdown).replaceAll("$1").strip();
    }

    static Property property(String name, String value) {
        Property property = new Property();
        property.setName(name);
        property.setValue(value);
        if (!name.equals(LABEL)) {
            property.setNs(NAMESPACE);
        }
        return property;
    }

    static boolean isOurs(Property property) {
        return NAMESPACE.equals(property.getNs());
    }

    /** The value of a property of this software; null where there is none. */
    static @Nullable String value(@Nullable List<Property> properties, String name) {
        for (Property property : orNone(properties)) {
            if (isOurs(property) && name.equals(property.getName())) {
                return property.getValue();
            }
        }
        return null;
    }

    /** What people call it in print; null where it has no label. */
    static @Nullable String label(@Nullable List<Property> properties) {
        for (Property property : orNone(properties)) {
            if (LABEL.equals(property.getName()) && !"zero-padded".equals(property.getClazz())) {
                return property.getValue();
            }
        }
        return null;
    }

    static <T> List<T> orNone(@Nullable List<T> some) {
        return some == null ? List.of() : some;
    }
}
