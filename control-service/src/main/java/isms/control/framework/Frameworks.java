package isms.control.framework;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/** The frameworks that come with the software: files beside this class, one per framework, read once. */
public final class Frameworks {

    public static final String ANNEX_A = "iso-27001-2022";
    public static final String ANNEX_A_2013 = "iso-27001-2013";

    private static final Frameworks SHIPPED = read();

    private final SequencedMap<String, Framework> frameworks = new LinkedHashMap<>();
    private final Map<String, SequencedMap<String, Requirement>> requirements = new LinkedHashMap<>();

    private Frameworks() {}

    /** Those that come with this version of the software. */
    public static Frameworks shipped() {
        return SHIPPED;
    }

    public List<Framework> all() {
        return List.copyOf(frameworks.values());
    }

    public Optional<Framework> framework(String id) {
        return Optional.ofNullable(frameworks.get(id));
    }

    /** In the order of their publisher; empty when there is no such framework. */
    public List<Requirement> requirements(String framework) {
        var all = requirements.get(framework);
        return all == null ? List.of() : List.copyOf(all.values());
    }

    public Optional<Requirement> requirement(String framework, String id) {
        var all = requirements.get(framework);
        return all == null ? Optional.empty() : Optional.ofNullable(all.get(id));
    }

    private static Frameworks read() {
        var read = new Frameworks();
        read.add(
                ANNEX_A,
                "ISO/IEC 27001:2022 Annex A",
                "2022",
                "Identifiers and short titles of ISO/IEC 27001:2022, Annex A");
        read.add(
                ANNEX_A_2013,
                "ISO/IEC 27001:2013 Annex A",
                "2013",
                "Identifiers and short titles of ISO/IEC 27001:2013, Annex A");
        return read;
    }

    private void add(String id, String title, String edition, String source) {
        SequencedMap<String, Requirement> all = new LinkedHashMap<>();
        for (Map<String, String> row : rows(id)) {
            var requirement = new Requirement(id, cell(row, "id"), cell(row, "title"), row.get("group"));
            all.put(requirement.id(), requirement);
        }
        requirements.put(id, all);
        frameworks.put(id, new Framework(id, title, "ISO/IEC", edition, all.size(), source));
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static List<Map<String, String>> rows(String file) {
        try (InputStream stream =
                Objects.requireNonNull(Frameworks.class.getResourceAsStream(file + ".tsv"), file + ".tsv")) {
            var lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var columns = lines.getFirst().split("\t", -1);
            var rows = new ArrayList<Map<String, String>>();
            for (String line : lines.subList(1, lines.size())) {
                var cells = line.split("\t", -1);
                if (cells.length != columns.length) {
                    throw new IllegalStateException(file + ".tsv: " + Arrays.toString(cells));
                }
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
