package isms.control.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which controls of Annex A of 2022 come from which of 2013: a file beside this class, read once (CTL-3). */
final class Correspondence {

    private static final Correspondence SHIPPED = read();

    private final Map<String, List<String>> ancestors = new LinkedHashMap<>();
    private final Map<String, List<String>> successors = new LinkedHashMap<>();

    private Correspondence() {}

    static Correspondence shipped() {
        return SHIPPED;
    }

    /** The controls of 2013 behind a control of 2022, both by their bare ids; none behind a new one. */
    List<String> ancestors(String control) {
        return ancestors.getOrDefault(control, List.of());
    }

    /** The controls of 2022 that a control of 2013 has become part of. */
    List<String> successors(String control) {
        return successors.getOrDefault(control, List.of());
    }

    private static Correspondence read() {
        String file = "annex-a-2013-to-2022.tsv";
        try (InputStream stream = Objects.requireNonNull(Correspondence.class.getResourceAsStream(file), file)) {
            var read = new Correspondence();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] cells = line.split("\t", -1);
                        read.successors
                                .computeIfAbsent(cells[0], unknown -> new ArrayList<>())
                                .add(cells[1]);
                        read.ancestors
                                .computeIfAbsent(cells[1], unknown -> new ArrayList<>())
                                .add(cells[0]);
                    });
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
