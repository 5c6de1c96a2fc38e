package isms.control.mapping;

import isms.control.framework.Frameworks;
import isms.control.framework.Table;
import isms.control.framework.Table.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mappings, found from either side. Those that come with the software are files beside this class, read once. */
public final class Mappings {

    private static final Mappings SHIPPED = new Mappings(read());

    private final List<Mapping> all;
    private final Map<String, List<Mapping>> from = new LinkedHashMap<>();

    private Mappings(Collection<Mapping> mappings) {
        all = List.copyOf(mappings);
        for (Mapping mapping : all) {
            from.computeIfAbsent(mapping.from(), reference -> new ArrayList<>()).add(mapping);
            from.computeIfAbsent(mapping.to(), reference -> new ArrayList<>()).add(mapping.inverse());
        }
    }

    /** Those that come with this version of the software. */
    public static Mappings shipped() {
        return SHIPPED;
    }

    /** These and further ones. What an organization says of a pair stands in the place of what is published of it. */
    public Mappings with(Collection<Mapping> own) {
        if (own.isEmpty()) {
            return this;
        }
        var together = new ArrayList<Mapping>();
        Mappings ours = new Mappings(own);
        for (Mapping mapping : all) {
            if (ours.between(mapping.from(), mapping.to()).isEmpty()) {
                together.add(mapping);
            }
        }
        together.addAll(own);
        return new Mappings(together);
    }

    /** In the direction in which their sources state them. */
    public List<Mapping> all() {
        return all;
    }

    /** What a requirement is mapped to, stated from its side whichever way the source states it. */
    public List<Mapping> of(String reference) {
        return List.copyOf(from.getOrDefault(reference, List.of()));
    }

    /** What is said of a pair, stated from the side of the first. */
    public Optional<Mapping> between(String one, String other) {
        return from.getOrDefault(one, List.of()).stream()
                .filter(mapping -> mapping.to().equals(other))
                .findFirst();
    }

    /** The mappings of the requirements of a framework to those of another, stated from the side of the first. */
    public List<Mapping> between(FrameworkPair pair) {
        return from.values().stream()
                .flatMap(List::stream)
                .filter(mapping -> pair.covers(mapping.from(), mapping.to()))
                .toList();
    }

    /**
     * Two frameworks, either of which may be left open.
     *
     * @param from id of the first; null for any
     * @param to id of the second; null for any
     */
    public record FrameworkPair(
            @Nullable String from, @Nullable String to) {

        boolean covers(String one, String other) {
            return (from == null || from.equals(Mapping.framework(one)))
                    && (to == null || to.equals(Mapping.framework(other)));
        }
    }

    /**
     * What follows for a requirement from two mappings over a requirement between, where nothing is said of the pair itself: the
     * strongest way for each, the strongest first.
     */
    public List<Mapping> suggestions(String reference, @Nullable String toFramework) {
        Map<String, Mapping> best = new LinkedHashMap<>();
        for (Mapping first : of(reference)) {
            for (Mapping second : of(first.to())) {
                String target = second.to();
                if (Mapping.framework(target).equals(Mapping.framework(reference))
                        || (toFramework != null && !toFramework.equals(Mapping.framework(target)))
                        || between(reference, target).isPresent()) {
                    continue;
                }
                best.merge(target, Suggestion.of(first, second), Suggestion::stronger);
            }
        }
        return best.values().stream().sorted(Suggestion.STRONGEST_FIRST).toList();
    }

    private static List<Mapping> read() {
        var read = new ArrayList<Mapping>();
        for (Correspondence.Step step : Correspondence.shipped().all()) {
            read.add(Mapping.published(
                    Frameworks.ANNEX_A_2013 + ":" + step.from(),
                    Frameworks.ANNEX_A + ":" + step.to(),
                    step.relationship(),
                    step.change() == Correspondence.Change.SPLIT ? 7 : 9,
                    switch (step.change()) {
                        case UNCHANGED -> "the same control under another number";
                        case RENAMED -> "the same control under another number and title";
                        case MERGED -> "one of several controls that became one";
                        case SPLIT -> "part of a control that became part of two";
                    },
                    "iso-27002-2022-correspondence"));
        }
        read.addAll(read(Frameworks.NIST_CSF, "nist-olir-csf-2.0"));
        read.addAll(read(Frameworks.NIST_SP_800_53, "nist-sp-800-53-r5-mapping"));
        read.addAll(read(Frameworks.PCI_DSS, "project"));
        read.addAll(read(Frameworks.COBIT, "project"));
        return read;
    }

    private static List<Mapping> read(String framework, String source) {
        var read = new ArrayList<Mapping>();
        for (Line line : Table.read(Mappings.class, framework + ".tsv")) {
            String to = line.text("to");
            String strength = line.optional("strength");
            read.add(Mapping.published(
                    framework + ":" + line.text("from"),
                    (to.startsWith("A.") ? Frameworks.ANNEX_A : Frameworks.CLAUSES) + ":" + to,
                    Relationship.of(line.text("relationship")),
                    strength == null ? null : Integer.valueOf(strength),
                    line.optional("rationale"),
                    source));
        }
        return read;
    }
}
