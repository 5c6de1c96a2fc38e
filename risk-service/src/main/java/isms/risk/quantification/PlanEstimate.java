package isms.risk.quantification;

import static isms.risk.quantification.QuantificationRule.AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED;
import static isms.risk.quantification.QuantificationRule.A_RETURN_IS_MEASURED_BY_A_COST_OVER_SOME_YEARS;
import static java.util.Objects.requireNonNullElse;

import isms.risk.criteria.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that records what a treatment plan is estimated to cost, and to achieve. */
@Schema(name = "TreatmentPlanEstimate", examples = Examples.PLAN_QUANTIFICATION)
record PlanEstimate(
        @Schema(description = "Spent at the beginning") @Nullable
        LossEstimate oneOffCost,

        @Schema(description = "Spent in each year, everything included") @Nullable
        LossEstimate yearlyCost,

        @Schema(description = "For how many years the return is judged, 1 to 20; 3 when left out", examples = "3")
        @Nullable
        Integer years,

        @Schema(
                description = "By which what comes a year later counts less, 0 to 0.5; 0 when left out",
                examples = "0.05")
        @Nullable
        BigDecimal discountRate,

        @Schema(
                description =
                        "Frequency or loss with this plan alone; left out, the risk's own estimate with treatment holds")
        @Nullable
        Estimates treatment,

        @Schema(description = "On what the estimate rests; required")
        String rationale) {

    private static final int USUAL_YEARS = 3;
    private static final int MOST_YEARS = 20;
    private static final int MOST_DECIMALS = 6;
    private static final BigDecimal HIGHEST_RATE = new BigDecimal("0.5");
    private static final double LEAST_COST = 0.01;

    PlanEstimate {
        rationale = requireNonNullElse(rationale, "").strip();
    }

    int horizon() {
        return requireNonNullElse(years, USUAL_YEARS);
    }

    BigDecimal rate() {
        return requireNonNullElse(discountRate, BigDecimal.ZERO);
    }

    /** What it costs, refused when it does not make sense. */
    PlanCost cost() {
        Faults faults = Faults.ofBody();
        Optional<Distribution> once = cost(oneOffCost, faults.in("oneOffCost"));
        Optional<Distribution> yearly = cost(yearlyCost, faults.in("yearlyCost"));
        if (treatment != null) {
            // parts that are left out are the risk's own; what is there must make sense by itself
            if (treatment.frequency() == null && treatment.loss() == null) {
                faults.in("treatment").add("", "changes nothing: give the frequency or the loss that it leads to");
            }
            if (treatment.frequency() != null) {
                treatment.frequency().distribution(faults.in("treatment").in("frequency"));
            }
            if (treatment.loss() != null) {
                treatment.loss().distribution(faults.in("treatment").in("loss"));
            }
        }
        faults.refuseBy(AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED);
        requireBounded();
        RiskQuantification.requireReasoned(rationale);
        PlanCost cost = new PlanCost(once.orElseThrow(), yearly.orElseThrow(), horizon(), rate().doubleValue());
        if (cost.least() < LEAST_COST) {
            Faults free = Faults.ofBody();
            free.add("", "all years may cost nothing: give the least that is spent, once or yearly");
            free.refuseBy(A_RETURN_IS_MEASURED_BY_A_COST_OVER_SOME_YEARS);
        }
        return cost;
    }

    private void requireBounded() {
        Faults faults = Faults.ofBody();
        if (horizon() < 1 || horizon() > MOST_YEARS) {
            faults.add("years", horizon() + " is not between 1 and " + MOST_YEARS);
        }
        if (rate().signum() < 0 || rate().compareTo(HIGHEST_RATE) > 0 || Math.abs(rate().scale()) > MOST_DECIMALS) {
            faults.add(
                    "discountRate",
                    "%s is not between 0 and %s with at most %d decimals; 5 %% is 0.05"
                            .formatted(rate(), HIGHEST_RATE, MOST_DECIMALS));
        }
        faults.refuseBy(A_RETURN_IS_MEASURED_BY_A_COST_OVER_SOME_YEARS);
    }

    static Optional<Distribution> cost(@Nullable LossEstimate estimate, Faults faults) {
        return estimate == null ? Optional.of(new Fixed(0)) : estimate.distribution(faults);
    }

    /** Every amount by where it stands. */
    Map<String, Money> amounts() {
        Map<String, Money> amounts = new LinkedHashMap<>();
        if (oneOffCost != null) {
            amounts.putAll(Estimates.under("oneOffCost/", oneOffCost.amounts()));
        }
        if (yearlyCost != null) {
            amounts.putAll(Estimates.under("yearlyCost/", yearlyCost.amounts()));
        }
        if (treatment != null) {
            amounts.putAll(Estimates.under("treatment/", treatment.amounts()));
        }
        return amounts;
    }
}
