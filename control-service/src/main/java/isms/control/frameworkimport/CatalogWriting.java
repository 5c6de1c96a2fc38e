package isms.control.frameworkimport;

import com.github.f4b6a3.uuid.UuidCreator;
import gov.nist.secauto.metaschema.core.datatype.markup.MarkupLine;
import gov.nist.secauto.metaschema.core.datatype.markup.MarkupMultiline;
import gov.nist.secauto.oscal.lib.model.Catalog;
import gov.nist.secauto.oscal.lib.model.CatalogGroup;
import gov.nist.secauto.oscal.lib.model.Control;
import gov.nist.secauto.oscal.lib.model.ControlPart;
import gov.nist.secauto.oscal.lib.model.Metadata;
import gov.nist.secauto.oscal.lib.model.Property;
import isms.control.framework.Framework;
import isms.control.framework.Framework.Group;
import isms.control.framework.Requirement;
import isms.platform.oscal.OscalJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a framework as an OSCAL catalog: headings as groups, requirements as controls below them, identifiers as labels, since
 * OSCAL allows for fewer characters in its own. {@link CatalogReading} reads it as the same.
 */
final class CatalogWriting {

    private static final UUID CATALOGS = UUID.fromString("0c2f5f0a-3f2b-4f2e-9a52-6f4f7f1f9d10");

    private final List<Requirement> outline;
    private final Map<@Nullable String, List<Requirement>> below = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    private CatalogWriting(List<Requirement> outline) {
        this.outline = outline;
        for (Requirement requirement : outline) {
            below.computeIfAbsent(requirement.parent(), parent -> new ArrayList<>())
                    .add(requirement);
        }
    }

    /** @param at when it is written */
    static Catalog of(Framework framework, List<Requirement> outline, Instant at) {
        Metadata metadata = new Metadata();
        metadata.setTitle(MarkupLine.fromMarkdown(framework.title()));
        metadata.setLastModified(at.atZone(ZoneOffset.UTC));
        metadata.setVersion(framework.edition().isBlank() ? "1" : framework.edition());
        metadata.setOscalVersion(OscalJson.VERSION);
        metadata.addProp(Oscal.property(Oscal.EXPORTED, framework.id()));
        if (!framework.source().isBlank()) {
            metadata.setRemarks(MarkupMultiline.fromMarkdown(framework.source()));
        }
        Catalog catalog = new Catalog();
        catalog.setUuid(UuidCreator.getNameBasedSha1(CATALOGS, framework.id() + " " + at));
        catalog.setMetadata(metadata);
        new CatalogWriting(outline).write(framework.groups(), catalog);
        return catalog;
    }

    private void write(List<Group> groups, Catalog catalog) {
        Set<String> headings = outline.stream().map(Requirement::id).collect(Collectors.toSet());
        Map<String, String> titles = new LinkedHashMap<>();
        groups.stream()
                .filter(group -> !headings.contains(group.id()))
                .forEach(group -> titles.put(group.id(), group.title()));
        Map<@Nullable String, List<Requirement>> themes = new LinkedHashMap<>();
        for (Requirement root : below.getOrDefault(null, List.of())) {
            String group = root.group();
            themes.computeIfAbsent(
                            group != null && titles.containsKey(group) ? group : null, theme -> new ArrayList<>())
                    .add(root);
        }
        List<Requirement> alone = themes.remove(null);
        if (alone != null) {
            siblings(alone, catalog::addGroup, catalog::addControl);
        }
        themes.forEach((theme, roots) -> {
            CatalogGroup group = new CatalogGroup();
            String id = String.valueOf(theme);
            group.setId(token(id));
            group.setTitle(MarkupLine.fromMarkdown(titles.getOrDefault(id, id)));
            group.addProp(Oscal.property(Oscal.LABEL, id));
            group.addProp(Oscal.property(Oscal.HEADING, "no"));
            siblings(roots, group::addGroup, group::addControl);
            catalog.addGroup(group);
        });
    }

    /** Headings are groups, unless requirements stand between them: a catalog keeps groups and controls apart, and the order counts. */
    private void siblings(List<Requirement> some, Consumer<CatalogGroup> groups, Consumer<Control> controls) {
        if (some.stream().allMatch(Requirement::heading)) {
            some.forEach(requirement -> groups.accept(group(requirement)));
        } else {
            some.forEach(requirement -> controls.accept(control(requirement)));
        }
    }

    private CatalogGroup group(Requirement requirement) {
        CatalogGroup group = new CatalogGroup();
        group.setId(token(requirement.id()));
        group.setTitle(MarkupLine.fromMarkdown(requirement.title()));
        properties(requirement).forEach(group::addProp);
        ControlPart overview = overview(requirement);
        if (overview != null) {
            group.addPart(overview);
        }
        siblings(below.getOrDefault(requirement.id(), List.of()), group::addGroup, group::addControl);
        return group;
    }

    private Control control(Requirement requirement) {
        Control control = new Control();
        control.setId(token(requirement.id()));
        control.setTitle(MarkupLine.fromMarkdown(requirement.title()));
        properties(requirement).forEach(control::addProp);
        if (requirement.heading()) {
            control.addProp(Oscal.property(Oscal.HEADING, "yes"));
        }
        ControlPart overview = overview(requirement);
        if (overview != null) {
            control.addPart(overview);
        }
        below.getOrDefault(requirement.id(), List.of()).forEach(one -> control.addControl(control(one)));
        return control;
    }

    private static List<Property> properties(Requirement requirement) {
        List<Property> properties = new ArrayList<>();
        properties.add(Oscal.property(Oscal.LABEL, requirement.id()));
        properties.add(Oscal.property(Oscal.LEVEL, requirement.level()));
        String group = requirement.group();
        if (group != null) {
            properties.add(Oscal.property(Oscal.GROUP, group));
        }
        requirement
                .attributes()
                .forEach((name, values) ->
                        values.forEach(value -> properties.add(Oscal.property(Oscal.ATTRIBUTE, name + ":" + value))));
        return properties;
    }

    private static @Nullable ControlPart overview(Requirement requirement) {
        String explanation = requirement.explanation();
        if (explanation == null) {
            return null;
        }
        ControlPart part = new ControlPart();
        part.setName(Oscal.OVERVIEW);
        part.setProse(MarkupMultiline.fromMarkdown(explanation));
        return part;
    }

    /** An identifier as OSCAL allows for it; unique in the catalog. */
    private String token(String id) {
        String safe = id.replaceAll("[^A-Za-z0-9._-]", "_");
        String token = safe.matches("[A-Za-z_].*") ? safe : "r_" + safe;
        String unique = token;
        for (int n = 2; !used.add(unique); n++) {
            unique = token + "_" + n;
        }
        return unique;
    }
}
