package isms.control.statementdocument;

import static isms.platform.oscal.OscalJson.object;
import static isms.platform.oscal.OscalJson.property;
import static isms.platform.oscal.OscalJson.token;

import isms.control.framework.Framework;
import isms.control.framework.Frameworks;
import isms.control.statementdocument.Snapshot.Entry;
import isms.platform.oscal.OscalJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * A version in OSCAL 1.1.2, NIST's language for security documentation: as a profile, which selects the applicable controls from
 * their catalogs, and as a component definition, which says how they are implemented.
 */
final class Oscal {

    private static final String OWN = "own";

    private final Snapshot snapshot;
    private final String digest;
    private final Instant at;

    /** @param at when the version was last changed, as far as OSCAL's metadata ask */
    Oscal(Snapshot snapshot, String digest, Instant at) {
        this.snapshot = snapshot;
        this.digest = digest;
        this.at = at;
    }

    /** The applicable controls as a selection from their catalogs; what is excluded is named with its justification. */
    byte[] profile() {
        List<Object> imports = new ArrayList<>();
        List<Object> resources = new ArrayList<>();
        List<Object> alters = new ArrayList<>();
        List<Entry> excluded = snapshot.lines().stream()
                .filter(line -> Boolean.FALSE.equals(line.applicable()))
                .toList();
        byCatalog(applicable()).forEach((catalog, lines) -> {
            imports.add(object(
                    "href",
                    "#" + id("catalog " + catalog),
                    "include-controls",
                    List.of(Map.of(
                            "with-ids",
                            lines.stream().map(line -> token(line.control())).toList()))));
            resources.add(catalog(catalog));
            lines.forEach(line -> alters.add(object(
                    "control-id",
                    token(line.control()),
                    "adds",
                    List.of(object("position", "ending", "props", properties(line))))));
        });
        if (imports.isEmpty()) {
            imports.add(object(
                    "href",
                    "#" + id("catalog " + Frameworks.ANNEX_A),
                    // an import selects something: all but everything is nothing
                    "include-all",
                    Map.of(),
                    "exclude-controls",
                    List.of(Map.of(
                            "with-ids",
                            snapshot.lines().stream()
                                    .map(line -> token(line.control()))
                                    .toList()))));
            resources.add(catalog(Frameworks.ANNEX_A));
        }
        if (!excluded.isEmpty()) {
            resources.add(object(
                    "uuid",
                    id("exclusions"),
                    "title",
                    "Controls that do not apply, each with its justification",
                    "props",
                    excluded.stream()
                            .map(line -> property("excluded-control", line.control(), reasons(line)))
                            .toList()));
        }
        SequencedMap<String, Object> profile = new LinkedHashMap<>();
        profile.put("uuid", id("profile"));
        profile.put("metadata", metadata("applicable controls"));
        profile.put("imports", imports);
        if (!alters.isEmpty()) {
            profile.put("modify", Map.of("alters", alters));
        }
        profile.put("back-matter", Map.of("resources", resources));
        return OscalJson.bytes(Map.of("profile", profile));
    }

    /** How the applicable controls are implemented. */
    byte[] componentDefinition() {
        List<Object> implementations = new ArrayList<>();
        List<Object> resources = new ArrayList<>();
        byCatalog(applicable()).forEach((catalog, lines) -> {
            implementations.add(object(
                    "uuid",
                    id("implementation " + catalog),
                    "source",
                    "#" + id("catalog " + catalog),
                    "description",
                    "Controls of " + name(catalog) + " that apply to the scope " + snapshot.scope(),
                    "implemented-requirements",
                    lines.stream().map(this::requirement).toList()));
            resources.add(catalog(catalog));
        });
        SequencedMap<String, Object> component = new LinkedHashMap<>();
        component.put("uuid", id("component"));
        component.put("type", "service");
        component.put("title", snapshot.scope());
        component.put("description", "The scope of the information security management system: " + snapshot.scope());
        if (!implementations.isEmpty()) {
            component.put("control-implementations", implementations);
        }
        SequencedMap<String, Object> definition = new LinkedHashMap<>();
        definition.put("uuid", id("component-definition"));
        definition.put("metadata", metadata("implementation of controls"));
        definition.put("components", List.of(component));
        if (!resources.isEmpty()) {
            definition.put("back-matter", Map.of("resources", resources));
        }
        return OscalJson.bytes(Map.of("component-definition", definition));
    }

    private Map<String, Object> requirement(Entry line) {
        return object(
                "uuid",
                id("requirement " + line.reference()),
                "control-id",
                token(line.control()),
                "description",
                line.controls().isEmpty() ? line.title() : line.title() + ", by " + String.join(", ", line.controls()),
                "props",
                properties(line));
    }

    private List<Object> properties(Entry line) {
        List<Object> all = new ArrayList<>();
        String status = line.status();
        if (status != null) {
            all.add(property("implementation-status", status, null));
        }
        line.justifications()
                .forEach(justification -> all.add(property(
                        "justification",
                        Objects.requireNonNull(justification.kind()).word(),
                        justification.text())));
        line.needs().forEach(need -> all.add(property("needed-by", need.kind().word(), need.inWords())));
        line.risks().forEach(risk -> all.add(property("risk", risk, null)));
        line.controls().forEach(control -> all.add(property("control", control, null)));
        line.lineage().forEach(old -> all.add(property("control-2013", old.control(), old.justification())));
        if (line.note() != null) {
            all.add(property("note", "note", line.note()));
        }
        return all;
    }

    private static String reasons(Entry line) {
        return String.join("; ", Words.reasons(line));
    }

    private List<Entry> applicable() {
        return snapshot.lines().stream()
                .filter(line -> Boolean.TRUE.equals(line.applicable()))
                .toList();
    }

    private static SequencedMap<String, List<Entry>> byCatalog(List<Entry> lines) {
        SequencedMap<String, List<Entry>> catalogs = new LinkedHashMap<>();
        for (Entry line : lines) {
            int colon = line.reference().indexOf(':');
            String catalog = colon < 1 ? OWN : line.reference().substring(0, colon);
            catalogs.computeIfAbsent(catalog, unknown -> new ArrayList<>()).add(line);
        }
        return catalogs;
    }

    private Map<String, Object> catalog(String catalog) {
        return object("uuid", id("catalog " + catalog), "title", name(catalog));
    }

    private static String name(String catalog) {
        return catalog.equals(OWN)
                ? "Controls of the organization's own"
                : Frameworks.shipped().framework(catalog).map(Framework::title).orElse(catalog);
    }

    private Map<String, Object> metadata(String what) {
        return object(
                "title",
                "%s, version %d: %s".formatted(Words.title(snapshot), snapshot.version(), what),
                "last-modified",
                at.truncatedTo(ChronoUnit.MILLIS).toString(),
                "version",
                Integer.toString(snapshot.version()),
                "oscal-version",
                OscalJson.VERSION,
                "props",
                metadataProperties());
    }

    private List<Object> metadataProperties() {
        List<Object> all = new ArrayList<>();
        all.add(property("organization", snapshot.organization(), null));
        all.add(property("scope", snapshot.scope(), null));
        all.add(property("status", snapshot.status(), null));
        if (snapshot.approvedAt() != null) {
            all.add(property("approved-by", String.valueOf(snapshot.approvedBy()), null));
            all.add(property("approved-at", snapshot.approvedAt().toString(), null));
        }
        all.add(property("snapshot-sha256", digest, null));
        return all;
    }

    /** Derived, so that the same version has the same ones. */
    private String id(String what) {
        return OscalJson.id(snapshot.statementId(), snapshot.version() + " " + what);
    }
}
