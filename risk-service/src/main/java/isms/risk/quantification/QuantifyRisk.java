package isms.risk.quantification;

import static isms.risk.quantification.QuantificationRule.AN_ESTIMATE_IS_IN_THE_CURRENCY_OF_THE_PORTFOLIO;
import static isms.risk.quantification.QuantificationRule.ONLY_A_THREAT_IS_ESTIMATED_BY_ITS_LOSSES;

import isms.platform.decider.Command;
import isms.platform.people.Actor;
import isms.risk.context.RiskContext;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.Criteria.LevelOfLoss;
import isms.risk.criteria.Money;
import isms.risk.methodology.Methodology;
import isms.risk.methodology.Methodology.InUse;
import isms.risk.portfolio.Portfolio;
import isms.risk.quantification.QuantificationEvent.RiskQuantified;
import isms.risk.risk.Applied;
import isms.risk.risk.CriteriaInForce;
import isms.risk.risk.Risk;
import isms.risk.risk.Risk.Registered;
import isms.risk.risk.RiskKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Record what a risk is estimated to cost (6.1.2 d), and what that amounts to by the criteria in force (6.1.2 e).
 *
 * @param id identity of the risk
 * @param risk the risk as it is now
 * @param portfolio the portfolio, whose currency all estimates are in
 * @param context the context of the risk as it is now
 * @param methodology the methodology that the context has chosen, as it is now
 */
record QuantifyRisk(
        UUID id,
        RiskQuantification estimate,
        Risk risk,
        Portfolio portfolio,
        RiskContext context,
        Methodology methodology,
        Actor by)
        implements Command<Quantified, QuantificationEvent> {

    @Override
    public List<QuantificationEvent> decide(Quantified state) {
        Registered registered = risk.decidedOnBy(by);
        if (registered.kind() != RiskKind.THREAT) {
            throw ONLY_A_THREAT_IS_ESTIMATED_BY_ITS_LOSSES.violated();
        }
        String currency = portfolio.currency();
        requireIn(currency, estimate.amounts());
        RiskQuantification.Models models = estimate.models();
        Unit unit = Unit.of(currency).orElseThrow();
        Optional<CriteriaInForce> inForce = inForce(registered);
        Optional<Criteria> inMoney = inForce.map(CriteriaInForce::criteria)
                .filter(criteria -> criteria.currency().filter(currency::equals).isPresent());
        return List.of(new RiskQuantified(
                id,
                registered.description().title(),
                registered.context(),
                currency,
                estimate.current(),
                estimate.treatment(),
                estimate.rationale(),
                expected(models.current(), unit, inMoney),
                models.treated() == null ? null : expected(models.treated(), unit, inMoney),
                inForce.map(CriteriaInForce::applied).orElse(null),
                inMoney.flatMap(Criteria::lossNotAcceptableFrom)
                        .map(ExpectedLoss::plain)
                        .orElse(null)));
    }

    /** The criteria in force, if there are any: an estimate is worth recording before they are approved. */
    private Optional<CriteriaInForce> inForce(Registered registered) {
        @Nullable UUID chosen = context instanceof RiskContext.Defined defined ? defined.methodology() : null;
        @Nullable InUse inUse = methodology instanceof Methodology.Inventoried known ? known.inUse() : null;
        return chosen == null || inUse == null
                ? Optional.empty()
                : Optional.of(new CriteriaInForce(
                        new Applied(registered.context(), chosen, inUse.version()),
                        inUse.content().criteria()));
    }

    private static ExpectedLoss expected(LossModel model, Unit unit, Optional<Criteria> criteria) {
        BigDecimal amount = unit.of(model.mean()).amount();
        Optional<LevelOfLoss> level = criteria.map(each -> each.levelOfLoss(amount));
        return new ExpectedLoss(
                amount,
                level.map(LevelOfLoss::band).orElse(null),
                level.map(LevelOfLoss::bandRank).orElse(null),
                level.map(LevelOfLoss::aboveCriteria).orElse(null));
    }

    /** Refuses amounts in any other currency. */
    static void requireIn(String currency, Map<String, Money> amounts) {
        Faults faults = Faults.ofBody();
        amounts.forEach((part, money) -> {
            if (!money.currency().equals(currency)) {
                faults.add(part, "is in " + money.currency() + ", the portfolio counts in " + currency);
            }
        });
        faults.refuseBy(AN_ESTIMATE_IS_IN_THE_CURRENCY_OF_THE_PORTFOLIO);
    }
}
