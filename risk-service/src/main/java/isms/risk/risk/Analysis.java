package isms.risk.risk;

import isms.risk.criteria.Criteria;
import isms.risk.criteria.LevelOfRisk;
import isms.risk.criteria.Rating;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rating and what it amounts to under the criteria applied.
 *
 * @param rating what the assessor judged
 * @param level the level of risk that follows
 * @param aboveCriteria whether the acceptance criteria reject that level; never for an opportunity
 */
@Schema(name = "Analysis")
public record Analysis(Rating rating, LevelOfRisk level, boolean aboveCriteria) {

    /** The analysis of a rating that the criteria find no fault with. */
    public static Analysis of(Rating rating, RiskKind kind, Criteria criteria) {
        LevelOfRisk level = criteria.levelOf(rating);
        return new Analysis(rating, level, kind == RiskKind.THREAT && criteria.isAbove(level, rating));
    }

    boolean isBelow(Analysis other) {
        return level.score().compareTo(other.level.score()) < 0;
    }
}
