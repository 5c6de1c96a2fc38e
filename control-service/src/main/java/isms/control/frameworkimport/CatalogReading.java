package isms.control.frameworkimport;

import static isms.control.frameworkimport.Oscal.orNone;
import static java.util.Objects.requireNonNullElse;

import gov.nist.secauto.oscal.lib.model.Catalog;
import gov.nist.secauto.oscal.lib.model.CatalogGroup;
import gov.nist.secauto.oscal.lib.model.Control;
import gov.nist.secauto.oscal.lib.model.ControlPart;
import gov.nist.secauto.oscal.lib.model.Property;
import isms.control.framework.Framework.Group;
import isms.control.framework.OwnRequirement;
import isms.control.framework.VersionContent;
import isms.control.frameworkimport.CatalogImportReport.Unused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Reads an OSCAL catalog as requirements. Groups become headings, controls requirements below them, properties attributes, the
 * statement the explanation. What has no place in a framework is counted, with where it was.
 */
final class CatalogReading {

    private static final int EXAMPLES = 5;
    private static final Set<String> ORDERS = Set.of("sort-id", "alt-identifier");

    private final boolean exportedByUs;
    private final Set<String> ambiguousLabels;
    private final List<Group> groups = new ArrayList<>();
    private final List<OwnRequirement> requirements = new ArrayList<>();
    private final Map<String, List<String>> unused = new LinkedHashMap<>();

    private CatalogReading(Catalog catalog) {
        exportedByUs = Oscal.value(catalog.getMetadata().getProps(), Oscal.EXPORTED) != null;
        ambiguousLabels = ambiguous(catalog);
    }

    /** What a catalog says, and what of it could not be used. */
    record Read(VersionContent content, List<Unused> unused) {}

    static Read of(Catalog catalog) {
        var reading = new CatalogReading(catalog);
        reading.note("params", "catalog", orNone(catalog.getParams()).size());
        reading.controls(catalog.getControls(), null, null);
        reading.groups(catalog.getGroups(), null, null);
        if (catalog.getBackMatter() != null) {
            reading.note(
                    "back-matter resources",
                    "catalog",
                    orNone(catalog.getBackMatter().getResources()).size());
        }
        reading.note(
                "parties",
                "metadata",
                orNone(catalog.getMetadata().getParties()).size());
        reading.note(
                "links", "metadata", orNone(catalog.getMetadata().getLinks()).size());
        return new Read(
                new VersionContent(reading.groups, reading.requirements),
                reading.unused.entrySet().stream()
                        .map(what -> new Unused(
                                what.getKey(),
                                what.getValue().size(),
                                what.getValue().stream()
                                        .distinct()
                                        .limit(EXAMPLES)
                                        .toList()))
                        .toList());
    }

    private void groups(@Nullable List<CatalogGroup> some, @Nullable String parent, @Nullable String theme) {
        for (CatalogGroup group : orNone(some)) {
            String title = Oscal.plain(group.getTitle().toMarkdown());
            String id = identifier(requireNonNullElse(group.getId(), title), group.getProps());
            if ("no".equals(Oscal.value(group.getProps(), Oscal.HEADING))) {
                groups.add(new Group(id, title));
                controls(group.getControls(), parent, id);
                groups(group.getGroups(), parent, id);
                continue;
            }
            String belongs = belongs(group.getProps(), requireNonNullElse(theme, id));
            note("params", id, orNone(group.getParams()).size());
            note("links", id, orNone(group.getLinks()).size());
            requirements.add(new OwnRequirement(
                    id,
                    title,
                    belongs,
                    parent,
                    level(group.getProps(), group.getClazz(), "group"),
                    true,
                    explanation(id, group.getParts()),
                    attributes(id, group.getProps())));
            String below = exportedByUs ? theme : requireNonNullElse(theme, id);
            controls(group.getControls(), id, below);
            groups(group.getGroups(), id, below);
        }
    }

    private void controls(@Nullable List<Control> some, @Nullable String parent, @Nullable String theme) {
        for (Control control : orNone(some)) {
            String id = identifier(control.getId(), control.getProps());
            note("params", id, orNone(control.getParams()).size());
            note("links", id, orNone(control.getLinks()).size());
            requirements.add(new OwnRequirement(
                    id,
                    Oscal.plain(control.getTitle().toMarkdown()),
                    belongs(control.getProps(), theme),
                    parent,
                    level(control.getProps(), control.getClazz(), "control"),
                    "yes".equals(Oscal.value(control.getProps(), Oscal.HEADING)),
                    explanation(id, control.getParts()),
                    attributes(id, control.getProps())));
            controls(control.getControls(), id, theme);
        }
    }

    private String identifier(String id, @Nullable List<Property> properties) {
        String label = Oscal.label(properties);
        return label == null || ambiguousLabels.contains(label) ? id : label;
    }

    /** In what this software has exported, nothing said means no group. */
    private @Nullable String belongs(@Nullable List<Property> properties, @Nullable String otherwise) {
        return exportedByUs ? Oscal.value(properties, Oscal.GROUP) : otherwise;
    }

    private static String level(@Nullable List<Property> properties, @Nullable String type, String otherwise) {
        String said = Oscal.value(properties, Oscal.LEVEL);
        return said == null ? requireNonNullElse(type, otherwise) : said;
    }

    private Map<String, List<String>> attributes(String id, @Nullable List<Property> properties) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (Property property : orNone(properties)) {
            if (Oscal.isOurs(property)) {
                if (Oscal.ATTRIBUTE.equals(property.getName())) {
                    int colon = property.getValue().indexOf(':');
                    attributes
                            .computeIfAbsent(property.getValue().substring(0, colon), name -> new ArrayList<>())
                            .add(property.getValue().substring(colon + 1));
                }
            } else if (ORDERS.contains(property.getName())) {
                note("property " + property.getName(), id, 1);
            } else if (!Oscal.LABEL.equals(property.getName())) {
                attributes
                        .computeIfAbsent(property.getName(), name -> new ArrayList<>())
                        .add(property.getValue());
            }
        }
        return attributes;
    }

    private @Nullable String explanation(String id, @Nullable List<ControlPart> parts) {
        StringJoiner text = new StringJoiner("\n");
        boolean overview = orNone(parts).stream().anyMatch(part -> Oscal.OVERVIEW.equals(part.getName()));
        String wanted = overview ? Oscal.OVERVIEW : "statement";
        for (ControlPart part : orNone(parts)) {
            if (wanted.equals(part.getName())) {
                write(id, part, text);
            } else {
                note("part " + part.getName(), id, 1);
            }
        }
        return text.length() == 0 ? null : text.toString();
    }

    private void write(String id, ControlPart part, StringJoiner text) {
        if (part.getProse() != null) {
            String label = Oscal.label(part.getProps());
            text.add((label == null ? "" : label + " ")
                    + part.getProse().toMarkdown().strip());
        }
        note("links", id, orNone(part.getLinks()).size());
        orNone(part.getParts()).forEach(below -> write(id, below, text));
    }

    private void note(String what, String where, int count) {
        for (int i = 0; i < count; i++) {
            unused.computeIfAbsent(what, name -> new ArrayList<>()).add(where);
        }
    }

    /** Labels that several have tell nothing apart. */
    private static Set<String> ambiguous(Catalog catalog) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        labelsOfControls(catalog.getControls(), seen, twice);
        labelsOfGroups(catalog.getGroups(), seen, twice);
        return twice;
    }

    private static void labelsOfGroups(@Nullable List<CatalogGroup> some, Set<String> seen, Set<String> twice) {
        for (CatalogGroup group : orNone(some)) {
            take(Oscal.label(group.getProps()), seen, twice);
            labelsOfControls(group.getControls(), seen, twice);
            labelsOfGroups(group.getGroups(), seen, twice);
        }
    }

    private static void labelsOfControls(@Nullable List<Control> some, Set<String> seen, Set<String> twice) {
        for (Control control : orNone(some)) {
            take(Oscal.label(control.getProps()), seen, twice);
            labelsOfControls(control.getControls(), seen, twice);
        }
    }

    private static void take(@Nullable String label, Set<String> seen, Set<String> twice) {
        if (label != null && !seen.add(label)) {
            twice.add(label);
        }
    }
}
