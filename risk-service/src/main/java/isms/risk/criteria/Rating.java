package isms.risk.criteria;

import static java.util.Objects.requireNonNullElse;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Likelihood and impact per dimension, each with its rationale (RSK-7).
 *
 * @param likelihood how likely
 * @param impact how severe, by the key of the dimension
 */
@Schema(name = "Rating")
public record Rating(
        @Nullable LikelihoodRating likelihood,

        @Schema(description = "By the key of the methodology's impact dimension")
        Map<String, ImpactRating> impact) {

    public Rating {
        // sorted, so that the same rating is always written in the same way
        impact = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(requireNonNullElse(impact, Map.of()))));
    }

    /** @param whole whether every dimension must be rated, or one of them is enough */
    void check(Gaps gaps, String at, Criteria criteria, boolean whole) {
        if (!whole && impact.isEmpty()) {
            gaps.add(at + "/impact", "say what is gained, in at least one dimension: " + criteria.dimensionKeys());
        }
        if (likelihood == null) {
            gaps.add(at + "/likelihood", "the likelihood is missing");
        } else {
            likelihood.check(gaps, at + "/likelihood", criteria);
        }
        for (ImpactDimension dimension : criteria.dimensions()) {
            String here = at + "/impact/" + dimension.key();
            ImpactRating rated = impact.get(dimension.key());
            if (rated != null) {
                rated.check(gaps, here, dimension, criteria);
            } else if (whole) {
                gaps.add(here, "the dimension " + dimension.key() + " (" + dimension.name() + ") is missing");
            }
        }
        for (String key : impact.keySet()) {
            gaps.unless(
                    criteria.dimension(key).isPresent(),
                    at + "/impact/" + key.replace("~", "~0").replace("/", "~1"),
                    "unknown dimension; the methodology has: " + criteria.dimensionKeys());
        }
    }
}
