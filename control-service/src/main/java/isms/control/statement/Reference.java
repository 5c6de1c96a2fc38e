package isms.control.statement;

import isms.control.framework.Frameworks;
import isms.control.framework.Requirement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How statements refer to controls: {@code iso-27001-2022:A.8.5} for Annex A, anything else as whoever names it writes it. */
public final class Reference {

    static final int LONGEST = 100;

    private static final Pattern BARE = Pattern.compile("(?i)a\\.\\d{1,2}\\.\\d{1,2}");
    private static final String ANNEX_A = Frameworks.ANNEX_A + ":";

    private Reference() {}

    /** The reference behind what people and plans write: {@code A.8.5} is {@code iso-27001-2022:A.8.5}. */
    static String of(String written) {
        String text = written.strip();
        String bare = text.regionMatches(true, 0, ANNEX_A, 0, ANNEX_A.length())
                ? text.substring(ANNEX_A.length()).strip()
                : text;
        String control = ANNEX_A + bare.toUpperCase(Locale.ROOT);
        return isOfAnnexA(control) ? control : text;
    }

    static boolean isOfAnnexA(String reference) {
        return reference.startsWith(ANNEX_A) && requirement(reference).isPresent();
    }

    /** Whether it looks like a control of Annex A of 2022, and there is none such. */
    static boolean isMistakenForAnnexA(String reference) {
        return !isOfAnnexA(reference)
                && (reference.startsWith(ANNEX_A) || BARE.matcher(reference).matches());
    }

    /** The controls of Annex A of 2022, in its order. */
    static List<String> annexA() {
        return Frameworks.shipped().requirements(Frameworks.ANNEX_A).stream()
                .map(Requirement::reference)
                .toList();
    }

    /** The requirement that it names, where a framework that comes with the software has it. */
    public static Optional<Requirement> requirement(String reference) {
        int colon = reference.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Frameworks.shipped().requirement(reference.substring(0, colon), reference.substring(colon + 1));
    }

    /** As people write it: {@code A.8.5}; further controls by their whole reference. */
    public static String shortly(String reference) {
        return isOfAnnexA(reference) ? reference.substring(ANNEX_A.length()) : reference;
    }

    /** The title that people know it by. */
    public static String title(String reference, @Nullable String own) {
        return requirement(reference).map(Requirement::title).orElse(own == null ? reference : own);
    }
}
