package isms.risk.criteria;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A scale with a described meaning per level (RSK-1).
 *
 * @param levels from the lowest to the highest
 */
@Schema(name = "Scale")
public record Scale(
        @Schema(description = "From the lowest to the highest")
        List<ScaleLevel> levels) {

    public static final Scale EMPTY = new Scale(List.of());

    public Scale {
        levels = List.copyOf(requireNonNullElse(levels, List.of()));
    }

    public static Scale of(ScaleLevel... levels) {
        return new Scale(List.of(levels));
    }

    public boolean has(int value) {
        return levels.stream().anyMatch(level -> level.value() == value);
    }

    public List<Integer> values() {
        return levels.stream().map(ScaleLevel::value).toList();
    }

    /** The highest value; 0 on an empty scale. */
    public int highest() {
        return levels.stream().mapToInt(ScaleLevel::value).max().orElse(0);
    }

    /** Where on the scale a value stands, from 0. */
    int position(int value) {
        return values().indexOf(value);
    }

    /** The value of the level nearest to a mean; the higher one when two are equally near, so that nothing is understated. */
    int nearest(BigDecimal mean) {
        int nearest = levels.getFirst().value();
        for (int value : values()) {
            if (distance(mean, value).compareTo(distance(mean, nearest)) <= 0) {
                nearest = value;
            }
        }
        return nearest;
    }

    private static BigDecimal distance(BigDecimal mean, int value) {
        return mean.subtract(BigDecimal.valueOf(value)).abs();
    }

    /** The value of the level into which a frequency or a loss falls. */
    int at(BigDecimal amount) {
        int reached = levels.getFirst().value();
        for (ScaleLevel level : levels) {
            if (level.from() != null && level.from().compareTo(amount) <= 0) {
                reached = level.value();
            }
        }
        return reached;
    }

    /** What may be chosen, for people: {@code 1 (rare), 2 (unlikely)}. */
    String choices() {
        return levels.stream()
                .map(level -> level.value() + " (" + level.name() + ")")
                .collect(joining(", "));
    }

    void check(Gaps gaps, String at, MethodKind kind) {
        gaps.unless(levels.size() >= 2, at + "/levels", "the scale needs at least two levels");
        for (int i = 0; i < levels.size(); i++) {
            ScaleLevel level = levels.get(i);
            String here = at + "/levels/" + i;
            int floor = i == 0 ? 0 : levels.get(i - 1).value();
            gaps.unless(level.value() > floor, here + "/value", "the value must be greater than " + floor);
            gaps.missing(level.name(), here + "/name", "the name of the level");
            gaps.missing(level.meaning(), here + "/meaning", "the described meaning of the level");
            if (kind == MethodKind.QUANTITATIVE) {
                checkFrom(gaps, here + "/from", i);
            }
        }
    }

    private void checkFrom(Gaps gaps, String here, int i) {
        BigDecimal from = levels.get(i).from();
        if (from == null) {
            gaps.add(here, "a quantitative methodology says from which amount the level applies");
        } else if (i == 0) {
            gaps.unless(from.signum() == 0, here, "the lowest level applies from 0");
        } else {
            BigDecimal before = levels.get(i - 1).from();
            gaps.unless(
                    before == null || from.compareTo(before) > 0,
                    here,
                    "it must be greater than that of the level before");
        }
    }
}
