package isms.risk.riskimport;

import static isms.platform.imports.Field.optional;
import static isms.platform.imports.Field.required;

import isms.platform.imports.Field;
import isms.platform.imports.Fields;
import isms.platform.imports.KnownBy;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.ImpactDimension;
import isms.risk.criteria.Scale;
import isms.risk.risk.RiskRegisterEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a register of risks. Those of ratings depend on the methodologies that the organization has in use; the names
 * that exports give to columns are understood too, so that what was exported can be imported.
 */
final class RiskFields {

    /** Which ratings an assessment has. */
    static final List<String> STAGES = List.of("inherent", "current", "target", "residual");

    private static final List<String> POINTS = List.of("minimum", "mostLikely", "maximum");

    /** The impact of a dimension in the heading of a file: {@code current.impact.safety}, as exports name it or shorter. */
    private static final Pattern IMPACT = Pattern.compile(
            "(?:assessment\\.)?(?:inherent|current|target|residual)(?:\\.rating)?\\.impact\\.([a-z][a-z0-9-]{0,39})(?:\\..*)?");

    private RiskFields() {}

    /**
     * @param contexts those of the organization
     * @param columns of a file; empty for the template
     * @param caller subject id, for the example
     */
    static Fields of(Contexts contexts, List<String> columns, String caller) {
        Contexts.Found example = contexts.first();
        List<Field> fields = new ArrayList<>(KnownBy.fields("risk", "R-0001", "RISK-42"));
        fields.add(optional("kind", "threat or opportunity; a threat when left empty", "threat"));
        fields.add(required("title", "The risk in one line", "Ransomware stops order processing"));
        fields.add(required(
                "context", "Key, id or title of the context", example == null ? "CTX-1" : example.key(), "contextId"));
        fields.add(required("owner", "Subject id of the risk owner", caller, "risk owner"));
        fields.add(optional(
                "scenario.source",
                "The source of risk or the threat",
                "Criminal group that extorts manufacturers",
                "source",
                "threat"));
        fields.add(optional("scenario.event", "What happens", "Encrypts the file servers of the plant", "event"));
        fields.add(optional(
                "scenario.vulnerability",
                "The weakness that lets it happen",
                "Remote maintenance without a second factor",
                "vulnerability"));
        fields.add(optional(
                "scenario.consequence",
                "What follows for the organization",
                "Orders cannot be confirmed for days",
                "consequence"));
        fields.add(optional(
                "affects",
                "Of confidentiality, integrity, availability, safety; by semicolon or comma",
                "integrity; availability"));
        fields.add(optional("assets", "Assets concerned; by semicolon or line", "File servers; Backup server"));
        fields.add(optional("processes", "Business processes concerned; by semicolon or line", "Order processing"));
        fields.add(optional("category", "As the organization groups its risks", "Malicious software"));
        fields.add(optional("unit", "Organizational unit; empty where it concerns all", "Information technology"));
        fields.add(optional(
                "controlObjectives",
                "Control objectives that it bears on; by semicolon or line",
                "Order data can be restored within a day",
                "control objectives"));
        fields.add(optional(
                "controls", "References of controls that it bears on; by semicolon or comma", "A.8.7; A.8.13"));
        fields.add(optional(
                "registeredAt",
                "When it was identified, a day or a moment that has passed; with assessedAt or now, when empty",
                "",
                "identifiedAt"));
        fields.add(
                optional("assessedAt", "When it was assessed, a day or a moment that has passed; now, when empty", ""));
        fields.add(optional(
                "status", "retired for a risk that needs no attention any more; anything else follows by itself", ""));
        fields.add(optional("retiredBecause", "Why it was retired", ""));
        boolean assessable = example != null && example.criteria() != null;
        fields.add(optional(
                "existingControls",
                "Controls of today: reference, how effective (effective, partly-effective, ineffective,"
                        + " not-verified), a note in brackets; by semicolon or line",
                assessable ? "A.8.7 effective (All clients report daily); A.8.13 partly-effective" : "",
                "assessment.existingControls",
                "existing controls"));
        for (String stage : STAGES) {
            ratings(fields, stage, contexts, columns, stage.equals("current") ? example : null);
        }
        return Fields.of(fields, RiskRegisterEntry.class);
    }

    private static void ratings(
            List<Field> fields,
            String stage,
            Contexts contexts,
            List<String> columns,
            Contexts.@Nullable Found example) {
        String rating = "assessment." + stage + ".rating.";
        String what = switch (stage) {
            case "inherent" -> "before any control";
            case "current" -> "with the controls of today";
            case "target" -> "as the organization wants it";
            default -> "as expected after treatment";
        };
        Criteria criteria = example == null ? null : example.criteria();
        boolean scored = criteria != null && criteria.currency().isEmpty();
        boolean byValue = live(contexts).anyMatch(each -> each.currency().isEmpty());
        boolean byMoney = live(contexts).anyMatch(each -> each.currency().isPresent());
        String shown = criteria == null ? "" : "An example";
        fields.add(optional(
                stage + ".rationale",
                "Rationale of the likelihood and of every impact that have none of their own",
                shown));
        if (byValue || !byMoney) {
            fields.add(optional(
                    stage + ".likelihood",
                    "Likelihood " + what + ": value or name of the level. " + levels(contexts, Criteria::likelihood),
                    scored && criteria != null ? lowest(criteria.likelihood()) : "",
                    rating + "likelihood.value"));
        }
        fields.add(optional(
                stage + ".likelihood.rationale", "On what the likelihood rests", "", rating + "likelihood.rationale"));
        if (byMoney) {
            for (String point : POINTS) {
                fields.add(optional(
                        stage + ".likelihood.frequency." + point,
                        "How often a year " + what + ": " + point,
                        criteria != null && !scored ? "1" : "",
                        rating + "likelihood.frequency." + point));
            }
        }
        dimensions(contexts, columns).forEach((key, name) -> {
            String impact = stage + ".impact." + key;
            String export = rating + "impact." + key;
            ImpactDimension dimension =
                    criteria == null ? null : criteria.dimension(key).orElse(null);
            if (byValue || !byMoney) {
                fields.add(optional(
                        impact,
                        name + " " + what + ": value or name of the level. "
                                + levels(
                                        contexts,
                                        each -> each.dimension(key)
                                                .map(ImpactDimension::scale)
                                                .orElse(Scale.EMPTY)),
                        scored && dimension != null ? lowest(dimension.scale()) : "",
                        export + ".value"));
            }
            fields.add(
                    optional(impact + ".rationale", "On what the impact " + key + " rests", "", export + ".rationale"));
            if (byMoney) {
                for (String point : POINTS) {
                    fields.add(optional(
                            impact + ".loss." + point,
                            name + " " + what + ", what one event costs: " + point,
                            dimension != null && !scored ? "1000" : "",
                            export + ".loss." + point + ".amount"));
                    fields.add(optional(
                            impact + ".loss." + point + ".currency",
                            "Its currency; that of the methodology, when empty",
                            "",
                            export + ".loss." + point + ".currency"));
                }
            }
        });
    }

    private static Stream<Criteria> live(Contexts contexts) {
        return contexts.live().stream()
                .map(Contexts.Found::criteria)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    /** By key, their names: those of the methodologies in use, and those that the file has. */
    static Map<String, String> dimensions(Contexts contexts, List<String> columns) {
        Map<String, String> found = new LinkedHashMap<>();
        live(contexts)
                .forEach(criteria -> criteria.dimensions().forEach(each -> found.putIfAbsent(each.key(), each.name())));
        for (String column : columns) {
            Matcher heading = IMPACT.matcher(column.toLowerCase(Locale.ROOT));
            if (heading.matches()) {
                found.putIfAbsent(heading.group(1), heading.group(1));
            }
        }
        return found;
    }

    private static String levels(Contexts contexts, Function<Criteria, Scale> scale) {
        return live(contexts)
                .map(scale)
                .flatMap(each -> each.levels().stream())
                .map(level -> level.value() + " " + level.name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String lowest(Scale scale) {
        return String.valueOf(scale.levels().getFirst().value());
    }
}
