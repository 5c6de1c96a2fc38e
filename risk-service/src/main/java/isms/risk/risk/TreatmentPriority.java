package isms.risk.risk;

import isms.risk.criteria.Band;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.LevelOfRisk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a risk is treated before another (RSK-8; 6.1.2 e 2): above the criteria first, then by band, by level, by regulatory impact, by
 * likelihood, and between equals the one that was registered first.
 *
 * <p>All parts but the first are shares in percent of what the methodology knows, so that risks of contexts with different
 * methodologies stand in one order: by band before anything else that their scales say (RSK-5).
 *
 * @param aboveCriteria whether the acceptance criteria reject the risk
 * @param band rank of the band in percent of the highest rank
 * @param level score in percent of the score at which the highest band begins; can be above 100
 * @param regulatory regulatory impact in percent of the highest value of the scale; 0 where there is no such dimension
 * @param likelihood likelihood in percent of the highest value of the scale
 */
public record TreatmentPriority(boolean aboveCriteria, int band, int level, int regulatory, int likelihood) {

    private static final int HIGHEST_LEVEL = 9999;

    static TreatmentPriority of(boolean aboveCriteria, LevelOfRisk level, Criteria criteria) {
        return new TreatmentPriority(
                aboveCriteria,
                percent(level.bandRank(), criteria.bands().size()),
                Math.min(HIGHEST_LEVEL, percent(level.score(), startOfHighest(criteria))),
                share(level.regulatoryImpact(), criteria.impactScale().highest()),
                percent(level.likelihood(), criteria.likelihood().highest()));
    }

    /** With a matrix the score is the rank of the band, and so is the start of the highest band. */
    private static BigDecimal startOfHighest(Criteria criteria) {
        Band highest = criteria.bands().getLast();
        return highest.from() == null ? BigDecimal.valueOf(criteria.rankOf(highest)) : highest.from();
    }

    private static int share(@Nullable Integer value, int highest) {
        return value == null ? 0 : percent(value, highest);
    }

    private static int percent(int value, int of) {
        return percent(BigDecimal.valueOf(value), BigDecimal.valueOf(of));
    }

    private static int percent(BigDecimal value, BigDecimal of) {
        return value.movePointRight(2)
                .divide(of, 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(HIGHEST_LEVEL))
                .intValueExact();
    }

    /** One number for the whole order, the higher the sooner; equals are told apart by their key. */
    public long order() {
        long order = aboveCriteria ? 1 : 0;
        order = order * 1_000 + band;
        order = order * 10_000 + level;
        order = order * 1_000 + regulatory;
        return order * 1_000 + likelihood;
    }

    /** The order explained, the weightiest reason first. */
    public List<String> because() {
        return List.of(
                aboveCriteria ? "above the acceptance criteria" : "within the acceptance criteria",
                "band at " + band + " % of the methodology's bands",
                "level at " + level + " % of where the highest band begins",
                "regulatory impact at " + regulatory + " % of the scale",
                "likelihood at " + likelihood + " % of the scale",
                "between equals, the risk registered first");
    }
}
