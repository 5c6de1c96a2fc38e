package isms.risk.criteria;

import isms.platform.decider.Violation;
import isms.risk.criteria.LevelDetermination.ExpectedAnnualLoss;
import isms.risk.criteria.LevelDetermination.Matrix;
import isms.risk.criteria.LevelDetermination.Product;
import isms.risk.criteria.LevelDetermination.Sum;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What criteria must say before someone answers for them: everything that an assessment will need, and nothing that would
 * let two assessors reach different or contradictory results (6.1.2 b).
 */
final class Completeness {

    private final Gaps gaps = new Gaps();
    private final Criteria criteria;
    private final MethodKind kind;

    Completeness(Criteria criteria, MethodKind kind) {
        this.criteria = criteria;
        this.kind = kind;
    }

    List<Violation> gaps() {
        criteria.likelihood().check(gaps, "/criteria/likelihood", kind);
        dimensions();
        combination();
        bands();
        determination();
        if (criteria.acceptance() == null) {
            gaps.add("/criteria/acceptance", "the risk acceptance criteria are missing");
        } else {
            criteria.acceptance().check(gaps, "/criteria/acceptance", criteria);
        }
        if (criteria.occasions() == null) {
            gaps.add("/criteria/occasions", "the criteria for performing assessments are missing");
        } else {
            criteria.occasions().check(gaps, "/criteria/occasions");
        }
        return gaps.found();
    }

    private void dimensions() {
        List<ImpactDimension> dimensions = criteria.dimensions();
        gaps.unless(!dimensions.isEmpty(), "/criteria/dimensions", "name at least one impact dimension");
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < dimensions.size(); i++) {
            ImpactDimension dimension = dimensions.get(i);
            String here = "/criteria/dimensions/" + i;
            dimension.check(gaps, here, kind, criteria.combination());
            gaps.unless(keys.add(dimension.key()), here + "/key", "two dimensions have the key " + dimension.key());
            gaps.unless(
                    dimension.scale().values().equals(criteria.impactScale().values()),
                    here + "/scale",
                    "dimensions combine only when their scales have the same values as the first one's: "
                            + criteria.impactScale().values());
        }
    }

    private void combination() {
        Set<Combination> allowed = switch (kind) {
            case QUALITATIVE -> Set.of(Combination.MAXIMUM);
            case SEMI_QUANTITATIVE -> Set.of(Combination.MAXIMUM, Combination.WEIGHTED);
            case QUANTITATIVE -> Set.of(Combination.TOTAL);
        };
        gaps.unless(
                criteria.combination() != null && allowed.contains(criteria.combination()),
                "/criteria/combination",
                "say how the dimensions combine; a " + kind.word() + " methodology allows: "
                        + allowed.stream().map(Combination::word).sorted().collect(Collectors.joining(", ")));
    }

    private void bands() {
        List<Band> bands = criteria.bands();
        gaps.unless(bands.size() >= 2, "/criteria/bands", "name at least two bands of the level of risk");
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < bands.size(); i++) {
            String here = "/criteria/bands/" + i;
            bands.get(i).check(gaps, here);
            gaps.unless(
                    keys.add(bands.get(i).key()),
                    here + "/key",
                    "two bands have the key " + bands.get(i).key());
        }
    }

    private void determination() {
        LevelDetermination level = criteria.level();
        if (level == null || !level.fits(kind)) {
            gaps.add(
                    "/criteria/level",
                    "say how the level of risk is determined; a " + kind.word() + " methodology allows: "
                            + switch (kind) {
                                case QUALITATIVE -> "matrix";
                                case SEMI_QUANTITATIVE -> "product, sum";
                                case QUANTITATIVE -> "expected-annual-loss";
                            });
            return;
        }
        switch (level) {
            case Matrix matrix -> matrix(matrix);
            case Product _ -> thresholds(ofLowest(BigDecimal::multiply), ofHighest(BigDecimal::multiply));
            case Sum _ -> thresholds(ofLowest(BigDecimal::add), ofHighest(BigDecimal::add));
            case ExpectedAnnualLoss(String currency) -> {
                gaps.unless(isCurrency(currency), "/criteria/level/currency", "give the ISO 4217 code of a currency");
                thresholds(BigDecimal.ZERO, null);
            }
        }
    }

    private void matrix(Matrix matrix) {
        String at = "/criteria/level/cells";
        int rows = criteria.likelihood().levels().size();
        int columns = criteria.dimensions().isEmpty()
                ? 0
                : criteria.impactScale().levels().size();
        if (matrix.cells().size() != rows || matrix.cells().stream().anyMatch(row -> row.size() != columns)) {
            gaps.add(at, "the matrix needs " + rows + " rows (likelihood) of " + columns + " cells (impact)");
            return;
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                String here = at + "/" + row + "/" + column;
                int rank = rank(matrix, row, column);
                gaps.unless(rank > 0, here, "unknown band; the bands are: " + criteria.bandKeys());
                gaps.unless(
                        rank == 0 || (rank >= rank(matrix, row - 1, column) && rank >= rank(matrix, row, column - 1)),
                        here,
                        "a higher likelihood or impact cannot give a lower band");
            }
        }
    }

    /** Rank of a cell's band; 0 outside the matrix and for an unknown band. */
    private int rank(Matrix matrix, int row, int column) {
        return row < 0 || column < 0
                ? 0
                : criteria.band(matrix.cells().get(row).get(column))
                        .map(criteria::rankOf)
                        .orElse(0);
    }

    private void thresholds(BigDecimal lowest, @Nullable BigDecimal highest) {
        List<Band> bands = criteria.bands();
        for (int i = 0; i < bands.size(); i++) {
            String here = "/criteria/bands/" + i + "/from";
            BigDecimal from = bands.get(i).from();
            BigDecimal before = i == 0 ? null : bands.get(i - 1).from();
            if (from == null) {
                gaps.add(here, "say from which level the band applies");
            } else if (i == 0) {
                gaps.unless(from.compareTo(lowest) <= 0, here, "the lowest band begins at " + lowest + " or below");
            } else {
                gaps.unless(
                        before == null || from.compareTo(before) > 0,
                        here,
                        "it must be greater than that of the band before");
                gaps.unless(
                        highest == null || from.compareTo(highest) <= 0,
                        here,
                        "no risk can reach it: the highest level is " + highest);
            }
        }
    }

    private BigDecimal ofLowest(BinaryOperator<BigDecimal> formula) {
        return formula.apply(lowest(criteria.likelihood()), lowest(impactScale()));
    }

    private BigDecimal ofHighest(BinaryOperator<BigDecimal> formula) {
        return formula.apply(
                BigDecimal.valueOf(criteria.likelihood().highest()),
                BigDecimal.valueOf(impactScale().highest()));
    }

    private static BigDecimal lowest(Scale scale) {
        return BigDecimal.valueOf(
                scale.values().stream().mapToInt(Integer::intValue).min().orElse(0));
    }

    private Scale impactScale() {
        return criteria.dimensions().isEmpty() ? Scale.EMPTY : criteria.impactScale();
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}
