package isms.platform.http;

import java.util.Locale;

/** How constants are written for clients. */
public final class Names {

    private Names() {}

    /** {@code VERY_HIGH} becomes {@code very-high}. */
    public static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
