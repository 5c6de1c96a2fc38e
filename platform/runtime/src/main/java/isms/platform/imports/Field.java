package isms.platform.imports;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that a column can hold.
 *
 * @param name as the API calls it, for example {@code scenario.event}
 * @param meaning what it is, for the template
 * @param example a value, for the template
 * @param required whether every row must say it
 * @param alsoCalled other names of the column that are understood without mapping, those of exports for example
 */
@Schema(name = "ImportField")
public record Field(String name, String meaning, String example, boolean required, List<String> alsoCalled) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_*-]+");

    public Field {
        alsoCalled = List.copyOf(alsoCalled);
    }

    public static Field required(String name, String meaning, String example, String... alsoCalled) {
        return new Field(name, meaning, example, true, List.of(alsoCalled));
    }

    public static Field optional(String name, String meaning, String example, String... alsoCalled) {
        return new Field(name, meaning, example, false, List.of(alsoCalled));
    }

    /** Names are the same whatever their case, blanks, hyphens and the asterisk that marks a required one. */
    static String plain(String name) {
        return BETWEEN_WORDS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
