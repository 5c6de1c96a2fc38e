package isms.risk.risk;

import isms.risk.criteria.LevelOfRisk;
import isms.risk.criteria.Rating;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rating and what it amounts to under the criteria applied.
 *
 * @param rating what the assessor judged
 * @param level the level of risk that follows
 * @param aboveCriteria whether the acceptance criteria reject that level
 */
@Schema(name = "Analysis")
public record Analysis(Rating rating, LevelOfRisk level, boolean aboveCriteria) {}
