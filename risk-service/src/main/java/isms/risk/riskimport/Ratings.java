package isms.risk.riskimport;

import isms.platform.imports.RowReader;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.FrequencyRange;
import isms.risk.criteria.ImpactDimension;
import isms.risk.criteria.ImpactRating;
import isms.risk.criteria.LikelihoodRating;
import isms.risk.criteria.LossRange;
import isms.risk.criteria.Money;
import isms.risk.criteria.Rating;
import isms.risk.criteria.Scale;
import isms.risk.criteria.ScaleLevel;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the ratings of a row. Levels are given by value or by name: {@code 4}, {@code likely}, {@code 4 - likely}. */
final class Ratings {

    private static final Pattern VALUE = Pattern.compile("(\\d{1,9})(?:[.,]0+)?(?:\\s*[-–:(].*)?");

    private final RowReader row;
    private final @Nullable Criteria criteria;
    private final Collection<String> dimensions;

    /**
     * @param criteria of the context's methodology; null where none are in use
     * @param dimensions keys of those for which there are columns
     */
    Ratings(RowReader row, @Nullable Criteria criteria, Collection<String> dimensions) {
        this.row = row;
        this.criteria = criteria;
        this.dimensions = dimensions;
    }

    /** Whether the file has columns for a rating. */
    boolean has(String stage) {
        return row.has(stage + ".likelihood")
                || row.has(stage + ".likelihood.frequency.mostLikely")
                || dimensions.stream()
                        .anyMatch(key -> row.has(stage + ".impact." + key)
                                || row.has(stage + ".impact." + key + ".loss.mostLikely"));
    }

    /** The rating; null where the row has none. */
    @Nullable
    Rating of(String stage) {
        String common = row.text(stage + ".rationale");
        LikelihoodRating likelihood = likelihood(stage, common);
        Map<String, ImpactRating> impact = new TreeMap<>();
        for (String key : dimensions) {
            ImpactRating rated = impact(stage + ".impact." + key, key, common);
            if (rated != null) {
                impact.put(key, rated);
            }
        }
        return likelihood == null && impact.isEmpty() ? null : new Rating(likelihood, impact);
    }

    private @Nullable LikelihoodRating likelihood(String stage, String common) {
        String field = stage + ".likelihood";
        Integer value = level(field, criteria == null ? Scale.EMPTY : criteria.likelihood());
        BigDecimal minimum = row.number(field + ".frequency.minimum");
        BigDecimal mostLikely = row.number(field + ".frequency.mostLikely");
        BigDecimal maximum = row.number(field + ".frequency.maximum");
        String rationale = row.text(field + ".rationale");
        boolean ranged = minimum != null || mostLikely != null || maximum != null;
        if (value == null && !ranged && rationale.isEmpty()) {
            return null;
        }
        return new LikelihoodRating(
                value,
                ranged ? new FrequencyRange(minimum, mostLikely, maximum) : null,
                rationale.isEmpty() ? common : rationale);
    }

    private @Nullable ImpactRating impact(String field, String key, String common) {
        Scale scale = criteria == null
                ? Scale.EMPTY
                : criteria.dimension(key).map(ImpactDimension::scale).orElse(Scale.EMPTY);
        Integer value = level(field, scale);
        Money minimum = money(field + ".loss.minimum");
        Money mostLikely = money(field + ".loss.mostLikely");
        Money maximum = money(field + ".loss.maximum");
        String rationale = row.text(field + ".rationale");
        boolean ranged = minimum != null || mostLikely != null || maximum != null;
        if (value == null && !ranged && rationale.isEmpty()) {
            return null;
        }
        return new ImpactRating(
                value,
                ranged ? new LossRange(minimum, mostLikely, maximum) : null,
                rationale.isEmpty() ? common : rationale);
    }

    private @Nullable Money money(String field) {
        BigDecimal amount = row.number(field);
        if (amount == null) {
            return null;
        }
        String stated = row.text(field + ".currency");
        String currency =
                stated.isEmpty() && criteria != null ? criteria.currency().orElse("") : stated;
        return new Money(amount, currency);
    }

    private @Nullable Integer level(String field, Scale scale) {
        String text = row.text(field);
        if (text.isEmpty()) {
            return null;
        }
        for (ScaleLevel level : scale.levels()) {
            if (level.name().strip().equalsIgnoreCase(text)) {
                return level.value();
            }
        }
        Matcher number = VALUE.matcher(text);
        if (number.matches()) {
            return Integer.valueOf(number.group(1));
        }
        row.fault(
                field,
                "\"" + text + "\" is not a level"
                        + (scale.levels().isEmpty()
                                ? " such as 3."
                                : "; allowed: "
                                        + String.join(
                                                ", ",
                                                scale.levels().stream()
                                                        .map(level -> level.value() + " (" + level.name() + ")")
                                                        .toList())));
        return null;
    }
}
