package isms.risk.document;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.smallrye.mutiny.Uni;
import isms.platform.document.Block;
import isms.platform.document.Block.Fact;
import isms.platform.document.Cell;
import isms.platform.document.Column;
import isms.platform.document.Moments;
import isms.platform.query.ReadRequest;
import isms.risk.criteria.AcceptanceCriteria;
import isms.risk.criteria.Authority;
import isms.risk.criteria.Band;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.ImpactDimension;
import isms.risk.criteria.LevelDetermination;
import isms.risk.criteria.Scale;
import isms.risk.criteria.ScaleLevel;
import isms.risk.methodology.MethodologyEntry;
import isms.risk.methodology.MethodologyVersion;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The methodology versions that the ratings of a document were made with: a level of risk says nothing without its criteria
 * (6.1.2 a), and levels of two versions must not be compared without saying so (RSK-3).
 */
public final class CriteriaUsed {

    // An approved version never changes: the current row holds it as it was at any moment.
    private static final String METHODOLOGIES =
            "select m from MethodologyEntry m where m.tenant = :tenant and m.id in (:ids)" + " and "
                    + ReadRequest.currentVersion("m") + " order by m.number";

    /** How {@link #level} is read. */
    public static final String LEGEND =
            "Below the band stands the level, where it is a number, then the likelihood (L) and the"
                    + " impact (I) that it comes from; \u2013 stands for what has not been rated.";

    private static final String NOT_RATED = "\u2013";

    private final Map<Version, Used> versions;

    /** A version of a methodology. */
    public record Version(UUID methodology, int number) {

        /** None where something was never rated. */
        public static @Nullable Version of(@Nullable UUID methodology, @Nullable Integer number) {
            return methodology == null || number == null ? null : new Version(methodology, number);
        }
    }

    private record Used(String key, String kind, MethodologyVersion version) {

        Criteria criteria() {
            return version.content().criteria();
        }

        String name() {
            return "%s %s, version %d".formatted(key, version.content().title(), version.version());
        }
    }

    private CriteriaUsed(Map<Version, Used> versions) {
        this.versions = versions;
    }

    /** Reads them; nulls among the wanted are passed over. */
    public static Uni<CriteriaUsed> read(
            Mutiny.Session session, String tenant, Collection<? extends @Nullable Version> wanted) {
        List<Version> distinct = new ArrayList<>();
        for (Version version : wanted) {
            if (version != null && !distinct.contains(version)) {
                distinct.add(version);
            }
        }
        if (distinct.isEmpty()) {
            return Uni.createFrom().item(new CriteriaUsed(Map.of()));
        }
        return session.createSelectionQuery(METHODOLOGIES, MethodologyEntry.class)
                .setReadOnly(true)
                .setParameter("tenant", tenant)
                .setParameter(
                        "ids",
                        distinct.stream().map(Version::methodology).distinct().toList())
                .getResultList()
                .map(found -> {
                    Map<Version, Used> used = new LinkedHashMap<>();
                    for (MethodologyEntry entry : found) {
                        entry.versions.forEach(version -> {
                            var key = new Version(entry.id, version.version());
                            if (distinct.contains(key)) {
                                used.put(key, new Used(entry.key, entry.kind, version));
                            }
                        });
                    }
                    return new CriteriaUsed(used);
                });
    }

    /** A level as a cell: its band on the band's colour, and what the band came from. */
    public Cell level(
            @Nullable Version by,
            @Nullable String band,
            @Nullable BigDecimal score,
            @Nullable Integer likelihood,
            @Nullable Integer impact) {
        Used used = by == null ? null : versions.get(by);
        if (used == null || band == null) {
            return Cell.of(NOT_RATED);
        }
        Cell cell = chip(Cell.EMPTY, used, band);
        // with a matrix the level is the rank of the band, which says nothing more
        if (score != null && !(used.criteria().level() instanceof LevelDetermination.Matrix)) {
            cell = cell.small(amount(used.criteria(), score));
        }
        return likelihood == null || impact == null
                ? cell
                : cell.small("L %d \u00b7 I %d".formatted(likelihood, impact));
    }

    /** Name of a version, as people know it. */
    public String name(@Nullable Version by) {
        Used used = by == null ? null : versions.get(by);
        return used == null ? "" : used.name();
    }

    /** How many of what was rated stand in which band: a row for each band of each version, the highest first. */
    public Block.Table counts(String caption, Map<Version, ? extends Map<String, Long>> counts) {
        record Counted(Used used, Band band, long count) {}
        List<Counted> rows = new ArrayList<>();
        versions.forEach((version, used) -> {
            Map<String, Long> here = counts.containsKey(version) ? requireNonNull(counts.get(version)) : Map.of();
            for (Band band : used.criteria().bands().reversed()) {
                rows.add(new Counted(used, band, here.getOrDefault(band.key(), 0L)));
            }
        });
        return Block.Table.of(
                caption,
                List.of(
                        new Column<>(
                                "Methodology", 50, row -> Cell.of(row.used().name())),
                        new Column<>(
                                "Band",
                                25,
                                row -> Cell.EMPTY.chip(
                                        row.band().name(), row.band().colour())),
                        new Column<>("Number", 25, row -> Cell.of(row.count()))),
                rows);
    }

    /** What the cover says of the criteria. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        if (versions.isEmpty()) {
            blocks.add(new Block.Paragraph("Nothing shown here has been rated yet: no criteria were used."));
            return blocks;
        }
        if (versions.size() > 1) {
            blocks.add(
                    new Block.Note(
                            "What is shown was rated with " + versions.size()
                                    + " methodology versions. A level of one means nothing in another: compare by the bands' names only."));
        }
        versions.values().forEach(used -> {
            blocks.add(new Block.Subheading(used.name()));
            blocks.add(new Block.Facts(facts(used)));
        });
        return blocks;
    }

    /** The scales in full, as an annex: by them a reader sees what a rating of 4 meant. */
    public List<Block> annex() {
        List<Block> blocks = new ArrayList<>();
        versions.values().forEach(used -> {
            blocks.add(new Block.Heading("Scales of " + used.name()));
            blocks.add(new Block.Subheading("Likelihood"));
            blocks.add(scale("Likelihood, " + used.name(), used.criteria().likelihood()));
            for (ImpactDimension dimension : used.criteria().dimensions()) {
                blocks.add(new Block.Subheading("Impact: " + dimension.name()
                        + (dimension.kind() == null
                                ? ""
                                : " (" + dimension.kind().word() + ")")
                        + (dimension.weight() == null
                                ? ""
                                : ", weight " + dimension.weight().toPlainString())));
                blocks.add(scale("Impact: " + dimension.name() + ", " + used.name(), dimension.scale()));
            }
        });
        return blocks;
    }

    private static Block scale(String caption, Scale scale) {
        return Block.Table.of(
                caption,
                List.of(
                        new Column<ScaleLevel>("Value", 10, level -> Cell.of(level.value())),
                        new Column<>("Name", 25, level -> Cell.strong(level.name())),
                        new Column<>("Meaning", 65, level -> Cell.of(level.meaning()))),
                scale.levels());
    }

    private static List<Fact> facts(Used used) {
        Criteria criteria = used.criteria();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Kind", used.kind()));
        LevelDetermination level = criteria.level();
        if (level != null) {
            facts.add(Fact.of("Level of risk", level(level)));
        }
        if (criteria.combination() != null) {
            facts.add(Fact.of(
                    "Impact",
                    switch (criteria.combination()) {
                                case MAXIMUM -> "the worst of: ";
                                case WEIGHTED -> "weighted mean of: ";
                                case TOTAL -> "total of: ";
                            }
                            + criteria.dimensions().stream()
                                    .map(ImpactDimension::name)
                                    .collect(joining(", "))));
        }
        Cell bands = Cell.EMPTY;
        for (Band band : criteria.bands()) {
            bands = bands.chip(
                    band.from() == null ? band.name() : band.name() + " from " + amount(criteria, band.from()),
                    band.colour());
        }
        facts.add(new Fact("Bands", bands));
        AcceptanceCriteria acceptance = criteria.acceptance();
        if (acceptance != null) {
            facts.add(new Fact("Acceptance criteria", accepted(acceptance, criteria)));
        }
        if (used.version().approvedAt() != null) {
            facts.add(Fact.of(
                    "Approved",
                    Moments.day(used.version().approvedAt()) + " by "
                            + used.version().approvedBy()));
        }
        return facts;
    }

    private static Cell accepted(AcceptanceCriteria acceptance, Criteria criteria) {
        Cell cell = Cell.of("Acceptable without treatment up to "
                + criteria.band(acceptance.acceptableUpTo()).map(Band::name).orElse(acceptance.acceptableUpTo()) + ".");
        if (acceptance.acceptedWithinBy() != null && acceptance.acceptedAboveBy() != null) {
            cell = cell.plain("Accepted within the criteria by %s, above them by %s."
                    .formatted(words(acceptance.acceptedWithinBy()), words(acceptance.acceptedAboveBy())));
        }
        for (AcceptanceCriteria.Intolerable never : acceptance.neverAcceptable()) {
            String dimension = criteria.dimension(never.dimension())
                    .map(ImpactDimension::name)
                    .orElse(never.dimension());
            cell = cell.plain("Never acceptable: an impact on %s of %d or more."
                    .formatted(dimension.toLowerCase(Locale.ROOT), never.from()));
        }
        return cell;
    }

    private static String words(Authority authority) {
        return switch (authority) {
            case RISK_OWNER -> "the risk owner";
            case TOP_MANAGEMENT -> "top management";
        };
    }

    private static String level(LevelDetermination level) {
        return switch (level) {
            case LevelDetermination.Matrix _ -> "by a matrix of likelihood and impact";
            case LevelDetermination.Product _ -> "likelihood times impact";
            case LevelDetermination.Sum _ -> "likelihood plus impact";
            case LevelDetermination.ExpectedAnnualLoss(String currency) -> "expected annual loss in " + currency;
        };
    }

    private static Cell chip(Cell cell, Used used, String band) {
        return used.criteria()
                .band(band)
                .map(known -> cell.chip(known.name(), known.colour()))
                .orElse(cell.plain(band));
    }

    private static String amount(Criteria criteria, BigDecimal score) {
        String number = new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(score);
        return criteria.currency().map(currency -> currency + " " + number).orElse(number);
    }
}
