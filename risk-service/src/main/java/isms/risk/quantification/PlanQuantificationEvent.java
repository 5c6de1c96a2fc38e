package isms.risk.quantification;

import isms.platform.decider.Fact;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happens to the estimate of what a treatment plan costs and achieves. Its aggregate has the id of the plan. */
public sealed interface PlanQuantificationEvent {

    /**
     * A treatment plan was estimated in money; the estimate before, if there was one, holds no longer.
     *
     * @param plan identity of the plan
     * @param title of the plan as it was then
     * @param risk identity of the risk that it treats
     * @param currency ISO 4217 code of all amounts
     * @param oneOffCost spent at the beginning; null when there is none
     * @param yearlyCost spent in each year; null when there is none
     * @param years for how many years its return is judged
     * @param discountRate by which what comes a year later counts less, 0.05 being 5 percent
     * @param treated frequency or loss with this plan alone; null where the risk's own estimate with treatment holds
     * @param rationale on what the estimate rests
     * @param expectedCost of all years together, not discounted
     */
    @Fact(
            type = "treatment-plan-quantified",
            clauses = {"6.1.3 a", "6.1.3 e"})
    record PlanQuantified(
            UUID plan,
            String title,
            UUID risk,
            String currency,
            @Nullable LossEstimate oneOffCost,
            @Nullable LossEstimate yearlyCost,
            int years,
            BigDecimal discountRate,
            @Nullable Estimates treated,
            String rationale,
            BigDecimal expectedCost)
            implements PlanQuantificationEvent {

        /** The estimates as people say them. */
        public String inWords() {
            return Stream.of(
                            oneOffCost == null ? "" : "once " + oneOffCost.inWords(),
                            yearlyCost == null ? "" : "yearly " + yearlyCost.inWords(),
                            treated == null ? "" : "leading to " + treated.inWords())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("; "));
        }
    }
}
