package isms.control.mapping;

import com.fasterxml.jackson.annotation.JsonValue;
import isms.control.framework.Frameworks;
import isms.control.framework.Requirement;
import isms.control.framework.Table;
import isms.control.framework.Table.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the controls of Annex A from 2013 to 2022 (CTL-3). */
public final class Correspondence {

    private static final Correspondence SHIPPED = read();

    private final Map<String, List<Step>> by2013 = new LinkedHashMap<>();
    private final Map<String, List<Step>> by2022 = new LinkedHashMap<>();

    private Correspondence() {}

    /** What happened to a control. */
    @Schema(name = "ControlChange")
    public enum Change {
        /** It is there again, under another number. */
        UNCHANGED("unchanged"),
        /** It is there again, under another number and title. */
        RENAMED("renamed"),
        /** It is part of one control now, together with others. */
        MERGED("merged"),
        /** Parts of it are in several controls now. */
        SPLIT("split");

        private final String word;

        Change(String word) {
            this.word = word;
        }

        @JsonValue
        public String word() {
            return word;
        }
    }

    /**
     * The way of one control, or of a part of it, into the new edition.
     *
     * @param from identifier in the edition of 2013, for example {@code A.6.1.1}
     * @param to identifier in the edition of 2022, for example {@code A.5.2}
     */
    public record Step(String from, String to, Relationship relationship, Change change) {}

    /** That of the editions that come with the software. */
    public static Correspondence shipped() {
        return SHIPPED;
    }

    public List<Step> all() {
        return by2013.values().stream().flatMap(List::stream).toList();
    }

    /** Where a control of 2013 went: one step, or one for each part. */
    public List<Step> of2013(String control) {
        return List.copyOf(by2013.getOrDefault(control, List.of()));
    }

    /** What a control of 2022 came from; empty for what is new. */
    public List<Step> of2022(String control) {
        return List.copyOf(by2022.getOrDefault(control, List.of()));
    }

    /** The controls of 2022 that come from none of 2013. */
    public List<Requirement> newIn2022() {
        return Frameworks.shipped().requirements(Frameworks.ANNEX_A).stream()
                .filter(control -> !by2022.containsKey(control.id()))
                .toList();
    }

    private static Correspondence read() {
        var read = new Correspondence();
        for (Line line : Table.read(Correspondence.class, "iso-27001-2013.tsv")) {
            var step = new Step(
                    line.text("from"),
                    line.text("to"),
                    Relationship.of(line.text("relationship")),
                    change(line.text("change")));
            read.by2013.computeIfAbsent(step.from(), id -> new ArrayList<>()).add(step);
            read.by2022.computeIfAbsent(step.to(), id -> new ArrayList<>()).add(step);
        }
        return read;
    }

    private static Change change(String word) {
        for (Change one : Change.values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        throw new IllegalStateException("no change " + word);
    }
}
