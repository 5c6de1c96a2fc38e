package isms.risk.risk;

import isms.risk.criteria.FrequencyRange;
import isms.risk.criteria.ImpactRating;
import isms.risk.criteria.LikelihoodRating;
import isms.risk.criteria.LossRange;
import isms.risk.criteria.Money;
import isms.risk.criteria.Rating;
import isms.risk.risk.RiskRegisterEntry.AssessmentRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether two registers say the same of a risk, however they space and count it: 0.50 is 0.5, and blanks are none. */
final class Likeness {

    private Likeness() {}

    /** The fields in which two descriptions differ. */
    static List<String> differences(RiskDescription told, RiskDescription known) {
        var found = new ArrayList<String>();
        note(found, "title", text(told.title()), text(known.title()));
        note(
                found,
                "scenario.source",
                text(told.scenario().source()),
                text(known.scenario().source()));
        note(
                found,
                "scenario.event",
                text(told.scenario().event()),
                text(known.scenario().event()));
        note(
                found,
                "scenario.vulnerability",
                text(told.scenario().vulnerability()),
                text(known.scenario().vulnerability()));
        note(
                found,
                "scenario.consequence",
                text(told.scenario().consequence()),
                text(known.scenario().consequence()));
        note(found, "affects", told.affects(), known.affects());
        note(found, "assets", texts(told.assets()), texts(known.assets()));
        note(found, "processes", texts(told.processes()), texts(known.processes()));
        note(found, "category", text(told.category()), text(known.category()));
        note(found, "unit", text(told.unit()), text(known.unit()));
        note(found, "controlObjectives", texts(told.controlObjectives()), texts(known.controlObjectives()));
        note(found, "controls", texts(told.controls()), texts(known.controls()));
        return found;
    }

    /** The fields in which an assessment differs from the last one; all that it has where there is none. */
    static List<String> differences(Assessment told, @Nullable AssessmentRecord known) {
        var found = new ArrayList<String>();
        note(found, "inherent", plain(told.inherent()), known == null ? null : rating(known.inherent()));
        note(found, "current", plain(told.current()), known == null ? null : rating(known.current()));
        note(found, "target", plain(told.target()), known == null ? null : rating(known.target()));
        note(found, "residual", plain(told.residual()), known == null ? null : rating(known.residual()));
        note(
                found,
                "existingControls",
                controls(told.existingControls()),
                known == null ? List.of() : controls(known.existingControls()));
        return found;
    }

    private static void note(List<String> found, String field, @Nullable Object told, @Nullable Object known) {
        if (!Objects.equals(told, known)) {
            found.add(field);
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }

    private static List<String> texts(List<String> texts) {
        return texts.stream()
                .map(Likeness::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<ExistingControl> controls(List<ExistingControl> controls) {
        return controls.stream()
                .map(control -> new ExistingControl(control.reference(), control.effectiveness(), text(control.note())))
                .toList();
    }

    private static @Nullable Rating rating(@Nullable Analysis analysis) {
        return analysis == null ? null : plain(analysis.rating());
    }

    private static @Nullable Rating plain(@Nullable Rating rating) {
        if (rating == null) {
            return null;
        }
        var impact = new TreeMap<String, ImpactRating>();
        rating.impact()
                .forEach((dimension, rated) -> impact.put(
                        dimension, new ImpactRating(rated.value(), plain(rated.loss()), text(rated.rationale()))));
        LikelihoodRating likelihood = rating.likelihood();
        return new Rating(
                likelihood == null
                        ? null
                        : new LikelihoodRating(
                                likelihood.value(), plain(likelihood.frequency()), text(likelihood.rationale())),
                impact);
    }

    private static @Nullable FrequencyRange plain(@Nullable FrequencyRange range) {
        return range == null
                ? null
                : new FrequencyRange(plain(range.minimum()), plain(range.mostLikely()), plain(range.maximum()));
    }

    private static @Nullable LossRange plain(@Nullable LossRange range) {
        return range == null
                ? null
                : new LossRange(plain(range.minimum()), plain(range.mostLikely()), plain(range.maximum()));
    }

    private static @Nullable Money plain(@Nullable Money money) {
        return money == null ? null : new Money(money.amount().stripTrailingZeros(), money.currency());
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }
}
