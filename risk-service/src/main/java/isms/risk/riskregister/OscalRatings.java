package isms.risk.riskregister;

import static isms.platform.oscal.OscalJson.lines;
import static isms.platform.oscal.OscalJson.object;
import static isms.platform.oscal.OscalJson.property;
import static isms.platform.oscal.OscalJson.string;

import isms.platform.oscal.OscalJson;
import isms.risk.criteria.ImpactRating;
import isms.risk.criteria.LossRange;
import isms.risk.criteria.Money;
import isms.risk.risk.Analysis;
import isms.risk.risk.RiskRegisterEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ratings of a risk as OSCAL has them: characterizations, whose facets say by which system they are read. */
record OscalRatings(OscalParties parties, List<Object> all) {

    /** What a facet is read by: its number means something within one version of a methodology only (RSK-3). */
    static String system(UUID methodology, int version) {
        return "%s/methodologies/%s/versions/%d".formatted(OscalJson.NAMESPACE, methodology, version);
    }

    static List<Object> all(RiskRegisterEntry risk, OscalParties parties) {
        var ratings = new OscalRatings(parties, new ArrayList<>());
        ratings.of(risk);
        return ratings.all();
    }

    private void of(RiskRegisterEntry risk) {
        var last = risk.assessment;
        if (last != null) {
            String system = system(risk.methodologyId, risk.methodologyVersion);
            characterize("inherent", last.inherent(), system, risk.assessedBy);
            characterize("current", last.current(), system, risk.assessedBy);
            characterize("target", last.target(), system, risk.assessedBy);
            characterize("residual", last.residual(), system, risk.assessedBy);
        }
        var accepted = risk.acceptedRating;
        if (accepted != null) {
            characterize(
                    "accepted",
                    accepted.residual(),
                    system(accepted.applied().methodology(), accepted.applied().version()),
                    accepted.assessedBy());
        }
    }

    private void characterize(String rating, @Nullable Analysis analysis, String system, String assessor) {
        if (analysis == null) {
            return;
        }
        var facets = new Facets(system, rating.equals("inherent") ? "initial" : "adjusted", new ArrayList<>());
        var level = analysis.level();
        var likelihood = analysis.rating().likelihood();
        facets.add("likelihood", level.likelihood(), likelihood == null ? null : likelihood.rationale());
        if (likelihood != null && likelihood.frequency() != null) {
            var often = likelihood.frequency();
            facets.add("frequency-per-year", range(often.minimum(), often.mostLikely(), often.maximum(), null), null);
        }
        facets.add("impact", level.impact(), null);
        facets.add("business-impact", level.businessImpact(), null);
        facets.add("regulatory-impact", level.regulatoryImpact(), null);
        analysis.rating()
                .impact()
                .forEach((dimension, impact) ->
                        facets.add(OscalJson.token("impact-" + dimension), value(impact), impact.rationale()));
        facets.add("level", level.score().toPlainString(), null);
        facets.add("band", level.band(), null);
        all.add(object(
                "props",
                List.of(
                        property("rating", rating),
                        property("above-criteria", Boolean.toString(analysis.aboveCriteria()))),
                "origin",
                parties.origin(assessor, OscalParties.ASSESSOR),
                "facets",
                facets.all()));
    }

    /** @param state initial or adjusted, as OSCAL tells apart what was found from what was made of it */
    private record Facets(String system, String state, List<Object> all) {

        void add(String name, @Nullable Object value, @Nullable String rationale) {
            if (value != null) {
                all.add(object(
                        "name",
                        name,
                        "system",
                        system,
                        "value",
                        string(value.toString()),
                        "props",
                        List.of(object("name", "state", "value", state)),
                        "remarks",
                        rationale == null || rationale.isBlank() ? null : lines(rationale)));
            }
        }
    }

    private static @Nullable Object value(ImpactRating impact) {
        LossRange loss = impact.loss();
        return loss == null
                ? impact.value()
                : range(amount(loss.minimum()), amount(loss.mostLikely()), amount(loss.maximum()), loss.mostLikely());
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private static @Nullable String range(
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal mostLikely,
            @Nullable BigDecimal maximum,
            @Nullable Money in) {
        if (minimum == null || mostLikely == null || maximum == null) {
            return null;
        }
        return "%s to %s, most likely %s%s"
                .formatted(
                        minimum.toPlainString(),
                        maximum.toPlainString(),
                        mostLikely.toPlainString(),
                        in == null ? "" : " " + in.currency());
    }
}
