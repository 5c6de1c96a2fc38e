package isms.risk.quantification;

import isms.risk.criteria.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A risk in numbers.
 *
 * @param key as the register has it, or any name of the caller's
 */
@Schema(name = "QuantifiedRisk")
record QuantifiedRisk(
        @Schema(description = "Of the risk in the register, or any; this or the title is needed", examples = "RISK-42")
        @Nullable
        String key,

        @Nullable String title,

        @Schema(description = "As it stands, with the controls of today; required") @Nullable
        FrequencyEstimate frequency,

        @Schema(description = "As it stands, with the controls of today; required") @Nullable
        LossEstimate loss,

        @Schema(description = "One that is considered") @Nullable
        Treatment treatment) {

    /** Less is no cost that a return could be measured by. */
    private static final BigDecimal LEAST_COST = new BigDecimal("0.01");

    @Schema(name = "QuantifiedTreatment")
    record Treatment(
            @Schema(description = "With the treatment; as before when left out") @Nullable
            FrequencyEstimate frequency,

            @Schema(description = "With the treatment; as before when left out") @Nullable
            LossEstimate loss,

            @Schema(description = "Of a year, everything included; without it no return is computed") @Nullable
            Money yearlyCost) {}

    /** The risk as it is simulated; none, and faults, where it cannot be. */
    Optional<Exposure> exposure(Faults faults) {
        if (isBlank(key) && isBlank(title)) {
            faults.add("", "needs a key or a title, by which you know it again");
        }
        Optional<Distribution> rate = distribution(frequency, faults);
        Optional<Distribution> loss = distribution(this.loss, faults);
        Optional<LossModel> before = model(rate, loss);
        if (treatment == null) {
            return before.map(model -> new Exposure(key, title, model, null, 0));
        }
        Optional<LossModel> after = treated(treatment, rate, loss, faults.in("treatment"));
        Money cost = treatment.yearlyCost();
        return before.flatMap(model -> after.map(treated -> new Exposure(
                key, title, model, treated, cost == null ? 0 : cost.amount().doubleValue())));
    }

    private static Optional<LossModel> treated(
            Treatment treatment, Optional<Distribution> rate, Optional<Distribution> loss, Faults faults) {
        if (treatment.frequency() == null && treatment.loss() == null) {
            faults.add("", "changes nothing: give the frequency or the loss that it leads to");
        }
        Money cost = treatment.yearlyCost();
        if (cost != null
                && (cost.amount().compareTo(LEAST_COST) < 0 || cost.amount().compareTo(Estimate.HIGHEST) > 0)) {
            faults.add(
                    "yearlyCost",
                    "must be %s to %s; leave it out when it is not known"
                            .formatted(LEAST_COST, Estimate.HIGHEST.toPlainString()));
        }
        return model(
                treatment.frequency() == null ? rate : distribution(treatment.frequency(), faults),
                treatment.loss() == null ? loss : distribution(treatment.loss(), faults));
    }

    /** Every amount by where it stands. */
    Map<String, Money> amounts() {
        Map<String, Money> amounts = new LinkedHashMap<>();
        if (loss != null) {
            loss.amounts().forEach((part, money) -> amounts.put("loss/" + part, money));
        }
        if (treatment != null) {
            LossEstimate treated = treatment.loss();
            if (treated != null) {
                treated.amounts().forEach((part, money) -> amounts.put("treatment/loss/" + part, money));
            }
            Money cost = treatment.yearlyCost();
            if (cost != null) {
                amounts.put("treatment/yearlyCost", cost);
            }
        }
        return amounts;
    }

    private static Optional<LossModel> model(Optional<Distribution> rate, Optional<Distribution> loss) {
        return rate.flatMap(often -> loss.map(much -> new LossModel(often, much)));
    }

    private static Optional<Distribution> distribution(@Nullable FrequencyEstimate frequency, Faults faults) {
        if (frequency == null) {
            faults.add("frequency", "is missing");
            return Optional.empty();
        }
        return frequency.distribution(faults.in("frequency"));
    }

    private static Optional<Distribution> distribution(@Nullable LossEstimate loss, Faults faults) {
        if (loss == null) {
            faults.add("loss", "is missing");
            return Optional.empty();
        }
        return loss.distribution(faults.in("loss"));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
