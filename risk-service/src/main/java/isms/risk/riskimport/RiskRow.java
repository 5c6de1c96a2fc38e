package isms.risk.riskimport;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import isms.platform.imports.KnownBy;
import isms.platform.imports.RowReader;
import isms.platform.people.Subject;
import isms.risk.criteria.Rating;
import isms.risk.risk.Analysis;
import isms.risk.risk.Assessment;
import isms.risk.risk.ExistingControl;
import isms.risk.risk.ImportedRisk;
import isms.risk.risk.Property;
import isms.risk.risk.RiskDescription;
import isms.risk.risk.RiskKind;
import isms.risk.risk.RiskRegisterEntry.AssessmentRecord;
import isms.risk.risk.Scenario;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a row says of a risk. Where the file has no column for something, what is known here stays. */
final class RiskRow implements ImportedRisk {

    private static final Map<String, RiskKind> KINDS = words(RiskKind.values(), RiskKind::word);
    private static final Map<String, Property> PROPERTIES = words(Property.values(), Property::word);
    private static final Map<String, String> STATUSES =
            words(new String[] {"registered", "assessed", "retired"}, word -> word);
    private static final RiskDescription NOTHING = new RiskDescription(
            "", new Scenario("", "", "", ""), Set.of(), List.of(), List.of(), "", null, List.of(), List.of());

    final KnownBy knownBy;
    final Contexts.@Nullable Found found;

    private final @Nullable RiskKind kind;
    private final @Nullable Subject owner;
    private final RiskDescription told;
    private final Set<String> columns;
    private final Map<String, Rating> ratings = new HashMap<>();
    private final Set<String> rated;
    private final @Nullable List<ExistingControl> existingControls;
    private final @Nullable Instant registeredAt;
    private final @Nullable Instant assessedAt;
    private final @Nullable String retiredBecause;

    RiskRow(RowReader row, Contexts contexts, Collection<String> dimensions) {
        knownBy = new KnownBy(row);
        found = context(row, contexts);
        kind = row.choice("kind", KINDS);
        owner = owner(row);
        told = new RiskDescription(
                row.text("title"),
                new Scenario(
                        row.text("scenario.source"),
                        row.text("scenario.event"),
                        row.text("scenario.vulnerability"),
                        row.text("scenario.consequence")),
                properties(row),
                row.several("assets"),
                row.several("processes"),
                row.text("category"),
                row.optional("unit"),
                row.several("controlObjectives"),
                row.words("controls"));
        columns = Set.of(
                        "title",
                        "scenario.source",
                        "scenario.event",
                        "scenario.vulnerability",
                        "scenario.consequence",
                        "affects",
                        "assets",
                        "processes",
                        "category",
                        "unit",
                        "controlObjectives",
                        "controls")
                .stream()
                .filter(row::has)
                .collect(Collectors.toUnmodifiableSet());
        var reader = new Ratings(row, found == null ? null : found.criteria(), dimensions);
        rated = RiskFields.STAGES.stream().filter(reader::has).collect(Collectors.toUnmodifiableSet());
        for (String stage : RiskFields.STAGES) {
            Rating rating = reader.of(stage);
            if (rating != null) {
                ratings.put(stage, rating);
            }
        }
        existingControls = row.has("existingControls") ? ExistingControls.of(row) : null;
        registeredAt = row.moment("registeredAt");
        assessedAt = ratings.isEmpty() ? null : row.moment("assessedAt");
        boolean retired = "retired".equals(row.choice("status", STATUSES));
        retiredBecause = retired ? row.text("retiredBecause") : null;
    }

    private static Contexts.@Nullable Found context(RowReader row, Contexts contexts) {
        String text = row.text("context");
        if (text.isEmpty()) {
            row.fault("context", RiskImportRule.A_RISK_STANDS_IN_A_CONTEXT, "it is missing");
            return null;
        }
        List<Contexts.Found> named = contexts.named(text);
        if (named.size() == 1) {
            return named.getFirst();
        }
        row.fault(
                "context",
                RiskImportRule.A_RISK_STANDS_IN_A_CONTEXT,
                named.isEmpty()
                        ? "There is no context \"" + text + "\"."
                        : "Several contexts are called so: "
                                + named.stream().map(Contexts.Found::key).collect(Collectors.joining(", ")) + ".");
        return null;
    }

    private static @Nullable Subject owner(RowReader row) {
        String text = row.text("owner");
        if (text.isEmpty()) {
            row.fault("owner", RiskImportRule.A_RISK_HAS_AN_OWNER, "it is missing");
            return null;
        }
        return new Subject(text);
    }

    private static Set<Property> properties(RowReader row) {
        Set<Property> chosen = EnumSet.noneOf(Property.class);
        chosen.addAll(row.choices("affects", PROPERTIES));
        return chosen;
    }

    private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> words.put(word.apply(value).toLowerCase(Locale.ROOT), value));
        return words;
    }

    /** What tells it from others where nothing else does: what it is, and not who owns it or how it is rated. */
    List<String> content() {
        return List.of(
                found == null ? "" : found.id().toString(),
                told.title(),
                told.scenario().source(),
                told.scenario().event(),
                told.scenario().vulnerability(),
                told.scenario().consequence(),
                String.join("\n", told.assets()),
                String.join("\n", told.processes()),
                told.category(),
                requireNonNullElse(told.unit(), ""));
    }

    /** Whether it says when something happened. */
    boolean statesTimes() {
        return registeredAt != null || assessedAt != null;
    }

    boolean hasOwner() {
        return owner != null;
    }

    @Override
    public UUID context() {
        return requireNonNull(found).id();
    }

    @Override
    public @Nullable RiskKind kind() {
        return kind;
    }

    @Override
    public Subject owner() {
        return requireNonNull(owner);
    }

    @Override
    public RiskDescription description(@Nullable RiskDescription before) {
        RiskDescription known = before == null ? NOTHING : before;
        Scenario scenario = known.scenario();
        return new RiskDescription(
                over("title", told.title(), known.title()),
                new Scenario(
                        over("scenario.source", told.scenario().source(), scenario.source()),
                        over("scenario.event", told.scenario().event(), scenario.event()),
                        over("scenario.vulnerability", told.scenario().vulnerability(), scenario.vulnerability()),
                        over("scenario.consequence", told.scenario().consequence(), scenario.consequence())),
                over("affects", told.affects(), known.affects()),
                over("assets", told.assets(), known.assets()),
                over("processes", told.processes(), known.processes()),
                over("category", told.category(), known.category()),
                columns.contains("unit") ? told.unit() : known.unit(),
                over("controlObjectives", told.controlObjectives(), known.controlObjectives()),
                over("controls", told.controls(), known.controls()));
    }

    private <T> T over(String field, T said, T known) {
        return columns.contains(field) ? said : known;
    }

    @Override
    public @Nullable Assessment assessment(@Nullable AssessmentRecord before) {
        if (ratings.isEmpty()) {
            return null;
        }
        List<ExistingControl> known = before == null ? List.of() : before.existingControls();
        return new Assessment(
                rating("inherent", before == null ? null : before.inherent()),
                rating("current", before == null ? null : before.current()),
                rating("target", before == null ? null : before.target()),
                rating("residual", before == null ? null : before.residual()),
                existingControls == null ? known : existingControls);
    }

    private @Nullable Rating rating(String stage, @Nullable Analysis known) {
        return rated.contains(stage) || known == null ? ratings.get(stage) : known.rating();
    }

    @Override
    public @Nullable Instant registeredAt() {
        return registeredAt;
    }

    @Override
    public @Nullable Instant assessedAt() {
        return assessedAt;
    }

    @Override
    public @Nullable String retiredBecause() {
        return retiredBecause;
    }
}
