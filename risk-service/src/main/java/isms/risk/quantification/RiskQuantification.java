package isms.risk.quantification;

import static isms.risk.quantification.QuantificationRule.AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED;
import static isms.risk.quantification.QuantificationRule.AN_ESTIMATE_SAYS_ON_WHAT_IT_RESTS;
import static isms.risk.quantification.QuantificationRule.A_TREATMENT_DOES_NOT_RAISE_THE_EXPECTED_LOSS;
import static java.util.Objects.requireNonNullElse;

import isms.platform.decider.Violation;
import isms.risk.criteria.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that records what a risk is estimated to cost. */
@Schema(name = "RiskQuantificationEstimate", examples = Examples.QUANTIFICATION)
record RiskQuantification(
        @Schema(description = "As it stands, with the controls of today; required") @Nullable
        FrequencyEstimate frequency,

        @Schema(description = "As it stands, with the controls of today; required") @Nullable
        LossEstimate loss,

        @Schema(description = "As expected with the treatment that is planned") @Nullable
        Estimates treatment,

        @Schema(description = "On what the estimate rests; required")
        String rationale) {

    private static final int TEXT = 4000;

    RiskQuantification {
        rationale = requireNonNullElse(rationale, "").strip();
    }

    /** Losses as they stand and with the treatment. */
    record Models(LossModel current, @Nullable LossModel treated) {}

    Estimates current() {
        return new Estimates(frequency, loss);
    }

    /** What it says in numbers, refused when it does not make sense. */
    Models models() {
        Faults faults = Faults.ofBody();
        Optional<LossModel> before = current().model(faults);
        Optional<LossModel> after =
                treatment == null ? Optional.empty() : treatment.treating(current(), faults.in("treatment"));
        faults.refuseBy(AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED);
        requireReasoned(rationale);
        Models models = new Models(before.orElseThrow(), after.orElse(null));
        if (models.treated() != null
                && models.treated().mean() > models.current().mean()) {
            throw A_TREATMENT_DOES_NOT_RAISE_THE_EXPECTED_LOSS.violated(List.of(new Violation(
                    "/treatment",
                    "%.2f a year are expected with it, %.2f without"
                            .formatted(models.treated().mean(), models.current().mean()))));
        }
        return models;
    }

    /** Every amount by where it stands. */
    Map<String, Money> amounts() {
        Map<String, Money> amounts = new LinkedHashMap<>(current().amounts());
        if (treatment != null) {
            amounts.putAll(Estimates.under("treatment/", treatment.amounts()));
        }
        return amounts;
    }

    static void requireReasoned(String rationale) {
        if (rationale.isEmpty() || rationale.length() > TEXT) {
            throw AN_ESTIMATE_SAYS_ON_WHAT_IT_RESTS.violated(
                    List.of(new Violation("/rationale", "the rationale has 1 to " + TEXT + " characters")));
        }
    }
}
