package isms.risk.heatmap;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import isms.platform.http.Names;
import isms.platform.http.ProblemCode;
import isms.platform.query.Rows;
import isms.platform.query.Timeline;
import isms.platform.security.Caller;
import isms.risk.attention.Conditions;
import isms.risk.heatmap.HeatMap.BandCount;
import isms.risk.heatmap.HeatMap.Comparability;
import isms.risk.heatmap.HeatMap.ContextBands;
import isms.risk.heatmap.HeatMap.Counted;
import isms.risk.heatmap.Legends.Laid;
import isms.risk.heatmap.Legends.Version;
import isms.risk.heatmap.Movements.Arrow;
import isms.risk.heatmap.Movements.Direction;
import isms.risk.heatmap.Movements.Moved;
import isms.risk.heatmap.Movements.Rerated;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Counts risks into heat maps: two statements a request, one that counts in the database and one that reads what the counted
 * values mean. For now, and for no less than a context, kind and status, the first adds up counts that are kept ({@link RiskCounts});
 * for a past moment, or by owner, unit or category, it goes over the risks.
 */
@Singleton
class HeatMaps {

    private static final TypeReference<List<Count>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<List<Placed>> PLACED = new TypeReference<>() {};
    private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};

    private static final String COUNT = """
            select cast(coalesce(json_agg(counted), '[]') as text) from (
                select context_id as context, methodology_id as methodology, methodology_version as version,
                       %1$s_likelihood as likelihood, %1$s_%2$s as impact, %1$s_band as band, count(*) as risks,
                       count(*) filter (where %5$s) as untreated
                from risk_register r where tenant = :tenant and %3$s%4$s
                group by 1, 2, 3, 4, 5, 6) counted""";

    /**
     * What {@link #COUNT} gives for now, from the counts that are kept and what has come since they were; from the register itself
     * as long as these cannot be used. What is kept has no more of a risk than its context, kind, status and ratings.
     */
    private static final String KEPT = """
            with reached as materialized (select position from risk_count_position() as position)
            select cast(coalesce(json_agg(counted), '[]') as text) from (
                select context_id as context, methodology_id as methodology, methodology_version as version,
                       likelihood, %2$s as impact, band, sum(risks) as risks,
                       coalesce(sum(risks) filter (where open_from <= date '%6$s'), 0) as untreated
                from (
                    select * from risk_count
                    where exists (select 1 from reached)
                    union all
                    select changed.* from reached
                    cross join lateral risk_count_change(reached.position, 9223372036854775807) as changed) r
                where tenant = :tenant and rating = '%1$s'%4$s
                group by 1, 2, 3, 4, 5, 6 having sum(risks) <> 0
                union all
                select context_id, methodology_id, methodology_version,
                       %1$s_likelihood, %1$s_%2$s, %1$s_band, count(*), count(*) filter (where %5$s)
                from risk_register r
                where not exists (select 1 from reached) and tenant = :tenant and %3$s%4$s
                group by 1, 2, 3, 4, 5, 6) counted""";

    private static final String PLACE = """
            select cast(coalesce(json_agg(placed), '[]') as text) from (
                select methodology_id as methodology, methodology_version as version,
                       %1$s_likelihood as likelihood, %1$s_%2$s as impact, array_agg(key order by number) as risks
                from risk_register
                where tenant = :tenant and %3$s%4$s and %1$s_likelihood is not null and %1$s_%2$s is not null
                group by 1, 2, 3, 4) placed""";

    private static final String MOVE = """
            with earlier as (
                select id, key, number, methodology_id as methodology, methodology_version as version,
                       %1$s_likelihood as likelihood, %1$s_%2$s as impact
                from risk_register
                where tenant = :tenant and %3$s%5$s and %1$s_%2$s is not null),
            later as (
                select id, key, number, methodology_id as methodology, methodology_version as version,
                       %1$s_likelihood as likelihood, %1$s_%2$s as impact
                from risk_register
                where tenant = :tenant and %4$s%5$s and %1$s_%2$s is not null)
            select cast(coalesce(json_agg(step), '[]') as text) from (
                select e.methodology as "fromMethodology", e.version as "fromVersion",
                       e.likelihood as "fromLikelihood", e.impact as "fromImpact",
                       l.methodology as "toMethodology", l.version as "toVersion",
                       l.likelihood as "toLikelihood", l.impact as "toImpact",
                       count(*) as risks,
                       (array_agg(coalesce(l.key, e.key) order by coalesce(l.number, e.number)))[1:20] as keys
                from earlier e full join later l using (id)
                group by 1, 2, 3, 4, 5, 6, 7, 8) step""";

    // An approved version never changes: the current row holds it as it was at any moment.
    private static final String MEANING = """
            select cast(json_build_object(
                'methodologies', (
                    select coalesce(json_agg(json_build_object(
                        'id', m.id, 'key', m.key, 'version', w.version,
                        'title', m.versions -> (w.version - 1) -> 'content' -> 'title',
                        'criteria', m.versions -> (w.version - 1) -> 'content' -> 'criteria') order by m.number, w.version), '[]')
                    from methodology m
                    join json_to_recordset(cast(cast(:wanted as text) as json)) as w(methodology uuid, version integer) on w.methodology = m.id
                    where m.tenant = :tenant and m.valid_to = '9999-12-31T00:00:00Z'),
                'contexts', (
                    select coalesce(json_agg(json_build_object('id', c.id, 'key', c.key, 'title', c.title) order by c.number), '[]')
                    from risk_context c
                    where c.tenant = :tenant and c.valid_to = '9999-12-31T00:00:00Z')) as text)""";

    private final Rows rows;
    private final Caller caller;
    private final Clock clock;
    private final ObjectMapper json;

    HeatMaps(Rows rows, Caller caller, Clock clock, ObjectMapper json) {
        this.rows = rows;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
    }

    /**
     * So many risks are alike in all that the map asks; what is nullable is absent where the risk lacks the rating.
     *
     * @param untreated how many of them are above the criteria with neither a plan nor an acceptance
     */
    private record Count(
            UUID context,
            @Nullable UUID methodology,
            @Nullable Integer version,
            @Nullable Integer likelihood,
            @Nullable Integer impact,
            @Nullable String band,
            long risks,
            long untreated) {

        boolean rated() {
            return likelihood != null && impact != null;
        }

        Version by() {
            return new Version(Objects.requireNonNull(methodology), Objects.requireNonNull(version));
        }

        Grid.Place place() {
            return new Grid.Place(Objects.requireNonNull(likelihood), Objects.requireNonNull(impact));
        }
    }

    /** The risks of one cell, by key. */
    record Placed(UUID methodology, int version, int likelihood, int impact, List<String> risks) {}

    /** So many risks went the same way; one end is absent where they were not on any map. */
    private record Step(
            @Nullable UUID fromMethodology,
            @Nullable Integer fromVersion,
            @Nullable Integer fromLikelihood,
            @Nullable Integer fromImpact,
            @Nullable UUID toMethodology,
            @Nullable Integer toVersion,
            @Nullable Integer toLikelihood,
            @Nullable Integer toImpact,
            long risks,
            List<String> keys) {

        @Nullable
        Version from() {
            return fromMethodology == null || fromVersion == null ? null : new Version(fromMethodology, fromVersion);
        }

        @Nullable
        Version to() {
            return toMethodology == null || toVersion == null ? null : new Version(toMethodology, toVersion);
        }

        Grid.Place origin() {
            return new Grid.Place(Objects.requireNonNull(fromLikelihood), Objects.requireNonNull(fromImpact));
        }

        Grid.Place target() {
            return new Grid.Place(Objects.requireNonNull(toLikelihood), Objects.requireNonNull(toImpact));
        }

        boolean withinOneVersion() {
            return from() != null && from().equals(to());
        }
    }

    Uni<HeatMap> map(HeatMapRequest request) {
        String tenant = caller.tenant();
        checked(request);
        return rows.asTenant(request, session -> map(session, request, tenant));
    }

    /** Refuses what cannot be asked, before anything is read. */
    static void checked(HeatMapRequest request) {
        request.allowOnly("rating", "impact", "context", "owner", "unit", "category", "status", "kind");
        request.narrowed();
        request.moment();
    }

    /** The map within a transaction of the caller's. */
    Uni<HeatMap> map(Mutiny.Session session, HeatMapRequest request, String tenant) {
        Map<String, String> narrowed = request.narrowed();
        boolean kept = request.moment() == null && RiskCounts.KEPT_BY.containsAll(narrowed.keySet());
        return selected(session, kept ? KEPT : COUNT, request, tenant)
                .map(text -> read(text, COUNTS))
                .chain(counts -> {
                    Set<Version> wanted = new LinkedHashSet<>();
                    counts.stream().filter(Count::rated).forEach(count -> wanted.add(count.by()));
                    return meaning(session, tenant, wanted).map(meaning -> lay(request, narrowed, counts, meaning));
                });
    }

    /** Keys of the risks in each cell of the map, within a transaction of the caller's. */
    Uni<List<Placed>> placed(Mutiny.Session session, HeatMapRequest request, String tenant) {
        return selected(session, PLACE, request, tenant).map(text -> read(text, PLACED));
    }

    private Uni<String> selected(Mutiny.Session session, String template, HeatMapRequest request, String tenant) {
        Map<String, String> narrowed = request.narrowed();
        Instant moment = request.moment();
        Conditions conditions = Conditions.at(request, clock);
        String sql = template.formatted(
                request.ratingOrCurrent(),
                column(request.impactOrOverall()),
                HeatMapRequest.version(moment, request.timeline(), "moment"),
                HeatMapRequest.condition(narrowed),
                conditions.untreatedSql(),
                conditions.today());
        var query = session.createNativeQuery(sql, String.class).setParameter("tenant", tenant);
        HeatMapRequest.bind(narrowed, query);
        if (moment != null) {
            query.setParameter("moment", moment);
        }
        return query.getSingleResult();
    }

    Uni<Movements> movements(MovementsRequest request) {
        request.allowOnly("rating", "impact", "context", "owner", "unit", "category", "status", "kind", "from", "to");
        if (request.moment() != null) {
            throw ProblemCode.INVALID_PARAMETER.because("Movement is asked by from and to: leave asOf out.");
        }
        Map<String, String> narrowed = request.narrowed();
        Instant first = request.first();
        Instant second = request.second(clock.instant());
        String tenant = caller.tenant();
        String sql = MOVE.formatted(
                request.ratingOrCurrent(),
                column(request.impactOrOverall()),
                HeatMapRequest.version(first, request.timeline(), "first"),
                HeatMapRequest.version(second, request.timeline(), "second"),
                HeatMapRequest.condition(narrowed));
        return rows.asTenant(request, session -> {
            var query = session.createNativeQuery(sql, String.class)
                    .setParameter("tenant", tenant)
                    .setParameter("first", first)
                    .setParameter("second", second);
            HeatMapRequest.bind(narrowed, query);
            return query.getSingleResult().map(text -> read(text, STEPS)).chain(steps -> {
                Set<Version> wanted = new LinkedHashSet<>();
                steps.forEach(step -> {
                    if (step.from() != null) {
                        wanted.add(step.from());
                    }
                    if (step.to() != null) {
                        wanted.add(step.to());
                    }
                });
                return meaning(session, tenant, wanted).map(meaning -> lay(request, first, second, steps, meaning));
            });
        });
    }

    private Uni<Legends> meaning(Mutiny.Session session, String tenant, Collection<Version> wanted) {
        try {
            return session.createNativeQuery(MEANING, String.class)
                    .setParameter("tenant", tenant)
                    .setParameter("wanted", json.writeValueAsString(wanted))
                    .getSingleResult()
                    .map(text -> read(text, new TypeReference<Legends>() {}));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HeatMap lay(HeatMapRequest request, Map<String, String> narrowed, List<Count> counts, Legends legends) {
        Map<Version, Laid> grids = legends.grids();
        Links links = new Links(request, narrowed);
        List<Counted> counted = new ArrayList<>();
        long total = 0;
        for (var entry : grids.entrySet()) {
            List<Count> here = counts.stream()
                    .filter(count -> count.rated() && count.by().equals(entry.getKey()))
                    .toList();
            Counted one = counted(request, entry.getValue(), here, links);
            counted.add(one);
            total += one.total();
        }
        long unrated = counts.stream()
                .filter(count -> !count.rated())
                .mapToLong(Count::risks)
                .sum();
        return new HeatMap(
                request.ratingOrCurrent(),
                request.impactOrOverall(),
                request.moment(),
                Names.kebab(request.timeline().name()),
                words(request, legends),
                comparability(grids),
                note(grids),
                counted,
                contexts(request, counts, legends, grids, links),
                total,
                new HeatMap.Unrated(unrated, links.unrated()),
                new HeatMap.Untreated(
                        counts.stream().mapToLong(Count::untreated).sum(), links.untreated()));
    }

    private static Counted counted(HeatMapRequest request, Laid laid, List<Count> counts, Links links) {
        Map<Grid.Place, Long> all = new HashMap<>();
        Map<Grid.Place, Long> elsewhere = new HashMap<>();
        for (Count count : counts) {
            all.merge(count.place(), count.risks(), Long::sum);
            // only the level of all dimensions together has a band of its own
            if (request.impactOrOverall() == ImpactView.OVERALL
                    && !Objects.equals(laid.bands().get(count.place()), count.band())) {
                elsewhere.merge(count.place(), count.risks(), Long::sum);
            }
        }
        List<HeatMap.Cell> cells = new ArrayList<>();
        laid.bands()
                .forEach((place, band) -> cells.add(new HeatMap.Cell(
                        place.likelihood(),
                        place.impact(),
                        band,
                        all.getOrDefault(place, 0L),
                        elsewhere.getOrDefault(place, 0L),
                        links.cell(laid.grid(), place))));
        return new Counted(
                laid.grid(),
                cells,
                all.values().stream().mapToLong(Long::longValue).sum());
    }

    private static List<ContextBands> contexts(
            HeatMapRequest request, List<Count> counts, Legends legends, Map<Version, Laid> grids, Links links) {
        record Key(UUID context, Version by) {}
        Map<Key, List<Count>> grouped = counts.stream()
                .filter(Count::rated)
                .collect(groupingBy(count -> new Key(count.context(), count.by()), LinkedHashMap::new, toList()));
        List<ContextBands> compared = new ArrayList<>();
        for (Legends.Context context : legends.contexts()) {
            grids.forEach((by, laid) -> {
                List<Count> here = grouped.getOrDefault(new Key(context.id(), by), List.of());
                if (!here.isEmpty()) {
                    Map<String, Long> perBand = new HashMap<>();
                    here.forEach(count -> perBand.merge(band(request, laid, count), count.risks(), Long::sum));
                    compared.add(new ContextBands(
                            context.id(),
                            context.key(),
                            context.title(),
                            by.methodology(),
                            by.version(),
                            laid.grid().bands().stream()
                                    .map(band -> new BandCount(
                                            band,
                                            perBand.getOrDefault(band.key(), 0L),
                                            links.band(context.id(), laid.grid(), band)))
                                    .toList(),
                            here.stream().mapToLong(Count::risks).sum()));
                }
            });
        }
        return List.copyOf(compared);
    }

    /** The band of the risks' own level; for a part of the impact alone the band of their place. */
    private static String band(HeatMapRequest request, Laid laid, Count count) {
        String placed = Objects.requireNonNull(laid.bands().get(count.place()));
        String own = count.band();
        return request.impactOrOverall() == ImpactView.OVERALL && own != null ? own : placed;
    }

    private Movements lay(MovementsRequest request, Instant first, Instant second, List<Step> steps, Legends legends) {
        Map<Version, Laid> grids = legends.grids();
        List<Moved> moved = new ArrayList<>();
        grids.forEach((by, laid) -> moved.add(moved(by, laid, steps)));
        List<Rerated> rerated = steps.stream()
                .filter(step -> step.from() != null && step.to() != null && !step.withinOneVersion())
                .collect(groupingBy(
                        step -> List.of(Objects.requireNonNull(step.from()), Objects.requireNonNull(step.to())),
                        LinkedHashMap::new,
                        toList()))
                .entrySet()
                .stream()
                .map(entry -> new Rerated(
                        named(grids, entry.getKey().getFirst()),
                        named(grids, entry.getKey().getLast()),
                        entry.getValue().stream().mapToLong(Step::risks).sum(),
                        entry.getValue().stream()
                                .flatMap(step -> step.keys().stream())
                                .limit(20)
                                .toList()))
                .toList();
        return new Movements(
                request.ratingOrCurrent(),
                request.impactOrOverall(),
                first,
                second,
                Names.kebab(request.timeline().name()),
                words(request, legends),
                comparability(grids),
                note(grids),
                moved,
                rerated);
    }

    private static Moved moved(Version by, Laid laid, List<Step> steps) {
        record Tally(long before, long after, long stayed, long entered, long left) {
            static final Tally NONE = new Tally(0, 0, 0, 0, 0);

            Tally plus(Tally more) {
                return new Tally(
                        before + more.before,
                        after + more.after,
                        stayed + more.stayed,
                        entered + more.entered,
                        left + more.left);
            }
        }
        Map<Grid.Place, Tally> tallies = new HashMap<>();
        List<Arrow> arrows = new ArrayList<>();
        for (Step step : steps) {
            long risks = step.risks();
            boolean began = by.equals(step.from());
            boolean ended = by.equals(step.to());
            if (began && ended) {
                boolean stayed = step.origin().equals(step.target());
                tallies.merge(step.origin(), new Tally(risks, 0, stayed ? risks : 0, 0, 0), Tally::plus);
                tallies.merge(step.target(), new Tally(0, risks, 0, 0, 0), Tally::plus);
                if (!stayed) {
                    arrows.add(new Arrow(
                            step.origin(),
                            step.target(),
                            risks,
                            direction(laid, step.origin(), step.target()),
                            step.keys()));
                }
            } else if (began) {
                tallies.merge(step.origin(), new Tally(risks, 0, 0, 0, risks), Tally::plus);
            } else if (ended) {
                tallies.merge(step.target(), new Tally(0, risks, 0, risks, 0), Tally::plus);
            }
        }
        arrows.sort(Comparator.comparingLong(Arrow::count)
                .reversed()
                .thenComparing(arrow -> arrow.risks().getFirst()));
        List<Movements.Cell> cells = new ArrayList<>();
        laid.bands().forEach((place, band) -> {
            Tally tally = tallies.getOrDefault(place, Tally.NONE);
            cells.add(new Movements.Cell(
                    place.likelihood(),
                    place.impact(),
                    band,
                    tally.before(),
                    tally.after(),
                    tally.stayed(),
                    tally.entered(),
                    tally.left()));
        });
        return new Moved(laid.grid(), cells, arrows);
    }

    private static Direction direction(Laid laid, Grid.Place from, Grid.Place to) {
        int change = Integer.compare(rank(laid, to), rank(laid, from));
        return change < 0 ? Direction.BETTER : change > 0 ? Direction.WORSE : Direction.LEVEL;
    }

    private static int rank(Laid laid, Grid.Place place) {
        return laid.grid().band(Objects.requireNonNull(laid.bands().get(place))).rank();
    }

    private static String named(Map<Version, Laid> grids, Version by) {
        Laid laid = grids.get(by);
        return laid == null
                ? by.methodology() + " version " + by.version()
                : laid.grid().key() + " version " + by.version();
    }

    private static Comparability comparability(Map<Version, Laid> grids) {
        return grids.size() > 1 ? Comparability.SEVERAL_METHODOLOGIES : Comparability.SINGLE_METHODOLOGY;
    }

    private static @Nullable String note(Map<Version, Laid> grids) {
        return grids.size() > 1
                ? "The selection was rated with " + grids.size()
                        + " methodology versions. Each has a grid of its own and "
                        + "they are never added up: a cell of one means nothing in another. Contexts are compared through "
                        + "their bands."
                : null;
    }

    /** The selection in words, the context by its title. */
    private static List<String> words(HeatMapRequest request, Legends legends) {
        String asked = request.context;
        return request.inWords().stream()
                .map(word -> word.startsWith("context ")
                        ? "context "
                                + legends.contexts().stream()
                                        .filter(context ->
                                                context.id().toString().equalsIgnoreCase(asked))
                                        .map(Legends.Context::title)
                                        .findFirst()
                                        .orElse(String.valueOf(asked))
                        : word)
                .toList();
    }

    private static String column(ImpactView view) {
        return switch (view) {
            case OVERALL -> "impact";
            case BUSINESS -> "business_impact";
            case REGULATORY -> "regulatory_impact";
        };
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Links into the register that list exactly what was counted. */
    private static final class Links {

        private final String rating;
        private final String field;
        private final Map<String, String> narrowed;
        private final @Nullable String asOf;
        private final @Nullable Timeline timeline;

        Links(HeatMapRequest request, Map<String, String> narrowed) {
            this.rating = request.ratingOrCurrent().toString();
            this.field = rating
                    + switch (request.impactOrOverall()) {
                        case OVERALL -> "Impact";
                        case BUSINESS -> "BusinessImpact";
                        case REGULATORY -> "RegulatoryImpact";
                    };
            this.narrowed = narrowed;
            Instant moment = request.moment();
            this.asOf = moment == null ? null : moment.toString();
            this.timeline = moment == null || request.timeline() == Timeline.RECORDED ? null : request.timeline();
        }

        String cell(Grid grid, Grid.Place place) {
            return to(
                    narrowed,
                    "methodology",
                    grid.methodology(),
                    "methodologyVersion",
                    grid.version(),
                    rating + "Likelihood",
                    place.likelihood(),
                    field,
                    place.impact());
        }

        String band(UUID context, Grid grid, Grid.Band band) {
            Map<String, String> within = new LinkedHashMap<>(narrowed);
            within.put("context", context.toString());
            return to(
                    within,
                    "methodology",
                    grid.methodology(),
                    "methodologyVersion",
                    grid.version(),
                    rating + "Band",
                    band.key());
        }

        String unrated() {
            return to(narrowed, "unrated", field);
        }

        String untreated() {
            return to(narrowed, "untreated", true);
        }

        private String to(Map<String, String> selection, Object... more) {
            UriBuilder uri = UriBuilder.fromPath("/api/v1/risks");
            selection.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
            Map<String, Object> values = new HashMap<>(selection);
            for (int i = 0; i < more.length; i += 2) {
                uri.queryParam((String) more[i], "{" + more[i] + "}");
                values.put((String) more[i], more[i + 1]);
            }
            if (asOf != null) {
                uri.queryParam("asOf", asOf);
            }
            if (timeline != null) {
                uri.queryParam("timeline", Names.kebab(timeline.name()));
            }
            return uri.buildFromMap(values).toString();
        }
    }
}
