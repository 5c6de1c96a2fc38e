package isms.risk.quantification;

import isms.platform.decider.Command;
import isms.platform.people.Actor;
import isms.risk.portfolio.Portfolio;
import isms.risk.quantification.PlanQuantificationEvent.PlanQuantified;
import isms.risk.risk.Risk;
import isms.risk.treatment.TreatmentPlan;
import java.util.List;
import java.util.UUID;

/**
 * Record what a treatment plan is estimated to cost, so that its return can be told (6.1.3 a).
 *
 * @param id identity of the plan
 * @param plan the plan as it is now
 * @param risk the risk that it treats, as it is now
 * @param portfolio the portfolio, whose currency all estimates are in
 */
record QuantifyPlan(UUID id, PlanEstimate estimate, TreatmentPlan plan, Risk risk, Portfolio portfolio, Actor by)
        implements Command<Quantified, PlanQuantificationEvent> {

    @Override
    public List<PlanQuantificationEvent> decide(Quantified state) {
        TreatmentPlan.Open open = plan.open();
        risk.decidedOnBy(by);
        String currency = portfolio.currency();
        QuantifyRisk.requireIn(currency, estimate.amounts());
        PlanCost cost = estimate.cost();
        return List.of(new PlanQuantified(
                id,
                open.content().title(),
                open.risk(),
                currency,
                estimate.oneOffCost(),
                estimate.yearlyCost(),
                estimate.horizon(),
                ExpectedLoss.plain(estimate.rate()),
                estimate.treatment(),
                estimate.rationale(),
                ExpectedLoss.plain(
                        Unit.of(currency).orElseThrow().of(cost.mean()).amount())));
    }
}
