package isms.platform.oscal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts that OSCAL documents are made of, as JSON objects whose members stand in the order of their writing. */
public final class OscalJson {

    /** The version of OSCAL that is written. */
    public static final String VERSION = "1.1.2";

    /** Of the names that OSCAL has no word for and this software gives. */
    public static final String NAMESPACE = "https://isms.example/ns/oscal";

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<~^{|]|&(?=#?\\w+;)");
    private static final Pattern BEGINS_A_BLOCK = Pattern.compile("^(?=[#>+=-])");
    private static final Pattern BEGINS_A_NUMBER = Pattern.compile("^(\\d+)(?=[.)])");

    private OscalJson() {}

    /**
     * @param namesAndValues members by name and value in turn; one whose value is null or has no elements is left out, since
     *     OSCAL knows no empty arrays
     */
    public static SequencedMap<String, Object> object(@Nullable Object... namesAndValues) {
        SequencedMap<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null && !(value instanceof Collection<?> elements && elements.isEmpty())) {
                object.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return object;
    }

    /** A property in our namespace. */
    public static Map<String, Object> property(String name, String value) {
        return property(name, value, null);
    }

    /** @param remarks in plain words */
    public static Map<String, Object> property(String name, String value, @Nullable String remarks) {
        return object(
                "name",
                name,
                "ns",
                NAMESPACE,
                "value",
                string(value),
                "remarks",
                remarks == null || remarks.isBlank() ? null : lines(remarks));
    }

    /** A text as OSCAL writes a value: one line without space at its ends. */
    public static String string(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** An identifier as OSCAL writes it: letters, digits, dots, hyphens and underscores, and no digit first. */
    public static String token(String identifier) {
        String token = identifier.replaceAll("[^\\p{L}\\p{N}._-]", "-");
        return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_' ? token : "_" + token;
    }

    /** An id of version 5, as OSCAL asks for: the same thing has the same one in every document. */
    public static String id(UUID of, String what) {
        return UuidCreator.getNameBasedSha1(of, what).toString();
    }

    /** A text in one line of Markdown that says it as it was typed. */
    public static String line(String text) {
        return escaped(string(text));
    }

    /** A text in Markdown that says it as it was typed; a blank line parts paragraphs. */
    public static String lines(String text) {
        return text.strip()
                .lines()
                .map(OscalJson::line)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n");
    }

    /** Texts as paragraphs of Markdown that say them as they were typed; nulls are passed over. */
    public static String paragraphs(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(Objects::nonNull)
                .map(text -> lines(Objects.requireNonNull(text)))
                .collect(Collectors.joining("\n\n"));
    }

    private static String escaped(String line) {
        String harmless = MARKUP.matcher(line).replaceAll("\\\\$0");
        String begun = BEGINS_A_BLOCK.matcher(harmless).replaceFirst("\\\\");
        return BEGINS_A_NUMBER.matcher(begun).replaceFirst("$1\\\\");
    }

    public static byte[] bytes(Object document) {
        try {
            return JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes a document piece by piece: an {@link Iterable} in it is asked for its parts only as they are written. */
    public static void write(Object document, OutputStream out) throws IOException {
        JSON.writeValue(out, document);
    }
}
