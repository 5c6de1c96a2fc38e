package isms.local;

import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal reads. */
final class Console {

    private Console() {}

    static void say(String line) {
        System.out.println(line);
    }

    static void ready(String part, Duration took, String where) {
        say(String.format(Locale.ROOT, "  %-16s ready in %5s   %s", part, seconds(took), where));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
