package isms.control.framework;

import isms.control.framework.Framework.Group;
import isms.control.framework.Framework.Level;
import isms.control.framework.Table.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The frameworks that come with the software: files beside this class, one per framework, read once. */
public final class Frameworks {

    public static final String ANNEX_A = "iso-27001-2022";
    public static final String CLAUSES = "iso-27001-2022-clauses";
    public static final String ANNEX_A_2013 = "iso-27001-2013";
    public static final String NIST_CSF = "nist-csf-2.0";
    public static final String NIST_SP_800_53 = "nist-sp-800-53-r5";
    public static final String PCI_DSS = "pci-dss-4.0.1";
    public static final String COBIT = "cobit-2019";

    /** The attributes that ISO/IEC 27002:2022 gives to every control of Annex A, as columns of its file. */
    public static final List<String> ATTRIBUTES = List.of(
            "controlType",
            "informationSecurityProperties",
            "cybersecurityConcepts",
            "operationalCapabilities",
            "securityDomains");

    private static final Frameworks SHIPPED = read();

    private final SequencedMap<String, Framework> frameworks = new LinkedHashMap<>();
    private final Map<String, SequencedMap<String, Requirement>> outlines = new LinkedHashMap<>();
    private final Map<String, List<Requirement>> requirements = new LinkedHashMap<>();

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

    /** What controls can satisfy, in the order of the publisher; empty when there is no such framework. */
    public List<Requirement> requirements(String framework) {
        return requirements.getOrDefault(framework, List.of());
    }

    /** The requirements with the headings that they stand below, in the order of the publisher. */
    public List<Requirement> outline(String framework) {
        var all = outlines.get(framework);
        return all == null ? List.of() : List.copyOf(all.values());
    }

    /** A requirement or a heading. */
    public Optional<Requirement> requirement(String framework, String id) {
        var all = outlines.get(framework);
        return all == null ? Optional.empty() : Optional.ofNullable(all.get(id));
    }

    /** By what {@link Requirement#reference()} says. */
    public Optional<Requirement> requirement(String reference) {
        int colon = reference.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : requirement(reference.substring(0, colon), reference.substring(colon + 1));
    }

    /** How many of each level there are, in the order in which they come. */
    static List<Level> levels(List<Requirement> outline) {
        SequencedMap<String, Integer> counts = new LinkedHashMap<>();
        outline.forEach(requirement -> counts.merge(requirement.level(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> new Level(count.getKey(), count.getValue()))
                .toList();
    }

    private static Frameworks read() {
        Map<String, List<Group>> groups = new LinkedHashMap<>();
        for (Line line : Table.read(Frameworks.class, "groups.tsv")) {
            groups.computeIfAbsent(line.text("framework"), id -> new ArrayList<>())
                    .add(new Group(line.text("id"), line.text("title")));
        }
        var read = new Frameworks();
        for (Line line : Table.read(Frameworks.class, "frameworks.tsv")) {
            read.add(line, groups.getOrDefault(line.text("id"), List.of()));
        }
        return read;
    }

    private void add(Line framework, List<Group> named) {
        String id = framework.text("id");
        SequencedMap<String, Requirement> outline = new LinkedHashMap<>();
        for (Line line : Table.read(Frameworks.class, id + ".tsv")) {
            Requirement requirement = requirement(id, line);
            if (outline.putIfAbsent(requirement.id(), requirement) != null) {
                throw new IllegalStateException(id + " has " + requirement.id() + " twice");
            }
        }
        List<Requirement> all = List.copyOf(outline.values());
        List<Requirement> required =
                all.stream().filter(requirement -> !requirement.heading()).toList();
        List<Group> groups = named.isEmpty()
                ? all.stream()
                        .filter(requirement -> requirement.id().equals(requirement.group()))
                        .map(requirement -> new Group(requirement.id(), requirement.title()))
                        .toList()
                : named;
        outlines.put(id, outline);
        requirements.put(id, required);
        frameworks.put(
                id,
                new Framework(
                        id,
                        framework.text("title"),
                        framework.text("publisher"),
                        framework.text("edition"),
                        required.size(),
                        framework.text("source"),
                        false,
                        groups,
                        levels(all)));
    }

    private static Requirement requirement(String framework, Line line) {
        SequencedMap<String, List<String>> attributes = new LinkedHashMap<>();
        for (String attribute : ATTRIBUTES) {
            if (!line.several(attribute).isEmpty()) {
                attributes.put(attribute, line.several(attribute));
            }
        }
        String isNew = line.optional("new");
        if (isNew != null) {
            attributes.put("newIn2022", List.of(isNew));
        }
        String level = line.optional("level");
        return new Requirement(
                framework,
                line.text("id"),
                line.text("title"),
                line.optional("group"),
                line.optional("parent"),
                level == null ? standardLevel(framework) : level,
                "yes".equals(line.optional("heading")),
                line.optional("explanation"),
                attributes);
    }

    private static String standardLevel(String framework) {
        return switch (framework) {
            case CLAUSES -> "clause";
            case COBIT -> "objective";
            default -> "control";
        };
    }
}
