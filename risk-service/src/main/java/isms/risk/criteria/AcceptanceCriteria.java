package isms.risk.criteria;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Risk acceptance criteria (6.1.2 a 1).
 *
 * @param acceptableUpTo key of the highest band that is acceptable without treatment
 * @param acceptedWithinBy who may accept a risk within the criteria
 * @param acceptedAboveBy who may accept a risk above them
 * @param neverAcceptable impacts that put a risk above the criteria however unlikely it is
 */
@Schema(name = "AcceptanceCriteria")
public record AcceptanceCriteria(
        @Schema(description = "Key of the highest band that is acceptable without treatment", examples = "medium")
        String acceptableUpTo,

        @Nullable Authority acceptedWithinBy,
        @Nullable Authority acceptedAboveBy,
        List<Intolerable> neverAcceptable) {

    public AcceptanceCriteria {
        acceptableUpTo = requireNonNullElse(acceptableUpTo, "");
        neverAcceptable = List.copyOf(requireNonNullElse(neverAcceptable, List.of()));
    }

    /** An impact that is never acceptable, for example on the safety of people. */
    @Schema(name = "IntolerableImpact")
    public record Intolerable(
            @Schema(examples = "safety") String dimension,

            @Schema(description = "From this value of the dimension's scale on", examples = "5")
            int from) {

        public Intolerable {
            dimension = requireNonNullElse(dimension, "");
        }
    }

    void check(Gaps gaps, String at, Criteria criteria) {
        criteria.band(acceptableUpTo)
                .ifPresentOrElse(
                        band -> gaps.unless(
                                criteria.rankOf(band) < criteria.bands().size(),
                                at + "/acceptableUpTo",
                                "criteria that accept the highest band reject nothing; name a lower one"),
                        () -> gaps.add(
                                at + "/acceptableUpTo",
                                "name the highest acceptable band; the bands are: " + criteria.bandKeys()));
        gaps.unless(
                acceptedWithinBy != null, at + "/acceptedWithinBy", "say who may accept a risk within the criteria");
        gaps.unless(
                acceptedAboveBy == Authority.TOP_MANAGEMENT,
                at + "/acceptedAboveBy",
                "a risk above the criteria can be accepted by top-management only");
        for (int i = 0; i < neverAcceptable.size(); i++) {
            Intolerable impact = neverAcceptable.get(i);
            String here = at + "/neverAcceptable/" + i;
            criteria.dimension(impact.dimension())
                    .ifPresentOrElse(
                            dimension -> gaps.unless(
                                    dimension.scale().has(impact.from()),
                                    here + "/from",
                                    impact.from() + " is off the scale; allowed: "
                                            + dimension.scale().choices()),
                            () -> gaps.add(
                                    here + "/dimension",
                                    "unknown dimension; the methodology has: " + criteria.dimensionKeys()));
        }
    }
}
