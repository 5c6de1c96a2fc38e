package isms.risk.exposure;

import isms.platform.http.ProblemCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers in query parameters: what is none is refused by name. */
final class Numbers {

    private Numbers() {}

    static @Nullable Integer whole(String parameter, @Nullable String text) {
        return read(parameter, text, Integer::valueOf, "a whole number such as 50000");
    }

    static @Nullable Long large(String parameter, @Nullable String text) {
        return read(parameter, text, Long::valueOf, "a whole number such as 20260101");
    }

    static @Nullable List<BigDecimal> several(String parameter, @Nullable String text) {
        return read(
                parameter,
                text,
                numbers -> Stream.of(numbers.split(",", -1))
                        .map(number -> new BigDecimal(number.strip()))
                        .toList(),
                "numbers by comma such as 0.95,0.99");
    }

    private static <N> @Nullable N read(
            String parameter, @Nullable String text, Function<String, N> reading, String expected) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reading.apply(text.strip());
        } catch (NumberFormatException none) {
            throw ProblemCode.INVALID_PARAMETER.because(parameter + " must be " + expected + ", not \"" + text + "\".");
        }
    }
}
