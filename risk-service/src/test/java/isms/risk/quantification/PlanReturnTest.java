package isms.risk.quantification;

import static isms.risk.quantification.SampleQuantificationFacts.PLAN;
import static isms.risk.quantification.SampleQuantificationFacts.RISK;
import static isms.risk.quantification.SampleQuantificationFacts.known;
import static isms.risk.quantification.SampleQuantificationFacts.range;
import static isms.risk.quantification.SampleQuantificationFacts.rate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import isms.platform.decider.Refusal;
import isms.platform.http.JsonStyle;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.testing.Given;
import isms.risk.Envelopes;
import isms.risk.Roles;
import isms.risk.criteria.Money;
import isms.risk.portfolio.Portfolio;
import isms.risk.quantification.PlanQuantificationEvent.PlanQuantified;
import isms.risk.quantification.QuantificationEvent.RiskQuantified;
import isms.risk.quantification.ReturnQuestion.Recorded;
import isms.risk.risk.RiskKind;
import isms.risk.risk.RiskRegisterEntry;
import isms.risk.treatment.ApprovedPlan;
import isms.risk.treatment.TreatmentPlan;
import isms.risk.treatment.TreatmentPlanEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("RSK-16: what a treatment plan costs and returns")
class PlanReturnTest {

    private static final int FUTURES = 100_000;

    /** Beyond this many standard errors lies one result in two million. */
    private static final double SIGMAS = 5;

    private static final PlanCost FREE = new PlanCost(new Fixed(0), new Fixed(0), 1, 0);
    private static final LogNormal TAIL = LogNormal.through(0.05, 20_000, 0.95, 90_000);
    private static final LogNormal LESS = LogNormal.through(0.05, 5_000, 0.95, 40_000);
    private static final Distribution COSTS = Pert.of(1_000, 20_000, 90_000, 4);

    record Case(String what, LossModel before, LossModel after, PlanCost cost, double mean, double variance) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Case> cases() {
        Distribution uncertain = Pert.of(0.1, 0.5, 2, 4);
        double product = Math.exp(TAIL.mu() + LESS.mu() + Math.pow(TAIL.sigma() + LESS.sigma(), 2) / 2);
        return Stream.of(
                new Case(
                        "prevented events are a compound Poisson process of the difference of the rates",
                        new LossModel(new Fixed(2), TAIL),
                        new LossModel(new Fixed(0.5), TAIL),
                        FREE,
                        1.5 * TAIL.mean(),
                        1.5 * square(TAIL)),
                new Case(
                        "losses that are lowered count with every event",
                        new LossModel(new Fixed(2), new Fixed(1_000)),
                        new LossModel(new Fixed(2), new Fixed(400)),
                        new PlanCost(new Fixed(0), new Fixed(0), 4, 0),
                        4 * 2 * 600,
                        4 * 2 * 600.0 * 600),
                new Case(
                        "an event costs the same quantile with the plan and without",
                        new LossModel(new Fixed(3), TAIL),
                        new LossModel(new Fixed(3), LESS),
                        FREE,
                        3 * (TAIL.mean() - LESS.mean()),
                        3 * (square(TAIL) + square(LESS) - 2 * product)),
                new Case(
                        "both at once: events prevented, and the others made cheaper",
                        new LossModel(new Fixed(3), TAIL),
                        new LossModel(new Fixed(1), LESS),
                        FREE,
                        3 * TAIL.mean() - LESS.mean(),
                        2 * square(TAIL) + square(TAIL) + square(LESS) - 2 * product),
                new Case(
                        "what is not known of the rate holds for all years",
                        new LossModel(uncertain, COSTS),
                        new LossModel(new Fixed(0), COSTS),
                        new PlanCost(new Fixed(0), new Fixed(0), 5, 0),
                        5 * uncertain.mean() * COSTS.mean(),
                        5 * uncertain.mean() * square(COSTS) + 25 * uncertain.variance() * COSTS.mean() * COSTS.mean()),
                new Case(
                        "more, but cheaper events",
                        new LossModel(new Fixed(1), TAIL),
                        new LossModel(new Fixed(2), LESS),
                        FREE,
                        TAIL.mean() - 2 * LESS.mean(),
                        square(TAIL) + square(LESS) - 2 * product + square(LESS)),
                new Case(
                        "what comes later counts less",
                        new LossModel(new Fixed(1), new Fixed(100)),
                        new LossModel(new Fixed(0), new Fixed(100)),
                        new PlanCost(new Fixed(0), new Fixed(0), 2, 0.1),
                        100 / 1.1 + 100 / 1.21,
                        Math.pow(100 / 1.1, 2) + Math.pow(100 / 1.21, 2)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    @DisplayName("RSK-16: mean and variance of the avoided loss agree with the closed form")
    void the_avoided_loss_agrees_with_the_closed_form(Case one) {
        Moments moments = Moments.of(drawn(one.before(), one.after(), one.cost(), 1, ForkJoinPool.commonPool())
                .avoided());
        double error = Math.sqrt(one.variance() / FUTURES);
        assertThat(moments.mean()).isCloseTo(one.mean(), within(SIGMAS * error));
        // the fourth moment of these is that of a skewed sum: 4 percent are beyond five of its standard errors
        assertThat(moments.variance()).isCloseTo(one.variance(), within(0.04 * one.variance()));
    }

    @Test
    @DisplayName("RSK-16: costs are drawn from their ranges, the yearly ones once for all years")
    void costs_are_drawn_from_their_ranges() {
        Distribution once = Pert.of(10_000, 20_000, 60_000, 4);
        PlanCost cost = new PlanCost(once, LESS, 3, 0);
        LossModel never = new LossModel(new Fixed(0), TAIL);
        Moments moments = Moments.of(
                drawn(never, never, cost, 1, ForkJoinPool.commonPool()).cost());
        double variance = once.variance() + 9 * LESS.variance();
        assertThat(moments.mean()).isCloseTo(cost.mean(), within(SIGMAS * Math.sqrt(variance / FUTURES)));
        assertThat(moments.variance()).isCloseTo(variance, within(0.04 * variance));
    }

    @Test
    @DisplayName(
            "RSK-16: where one event pays for all, the chance to pay off is that of any event, 1 - exp(-rate years)")
    void the_chance_to_pay_off_is_that_of_any_event() {
        RiskQuantification risk =
                new RiskQuantification(rate("0.5"), known("100"), new Estimates(rate("0"), null), "Known");
        PlanReturn told = told(risk, plan(known("100"), null, 3, null), 7L);
        double chance = 1 - Math.exp(-1.5);
        double error = Math.sqrt(chance * (1 - chance) / FUTURES);
        assertThat(told.probabilityOfPayingOff().doubleValue()).isCloseTo(chance, within(SIGMAS * error + 1e-4));
        assertThat(told.payback().probability()).isEqualTo(told.probabilityOfPayingOff());
        assertThat(told.payback().medianYear())
                .as("1 - exp(-0.5) < half <= 1 - exp(-1)")
                .isEqualTo(2);
        assertThat(told.expected().paybackYears()).isEqualByComparingTo("2.0");
        // avoided: Poisson(1.5) x 100; so rosi is N - 1
        assertThat(told.rosi().p5()).isEqualByComparingTo("-1");
        assertThat(told.rosi().median()).isEqualByComparingTo("0");
        assertThat(told.rosi().p95()).isEqualByComparingTo("3");
        assertThat(told.rosi().mean().doubleValue()).isCloseTo(0.5, within(SIGMAS * Math.sqrt(1.5 / FUTURES) + 1e-4));
        assertThat(told.expected().rosi()).isEqualByComparingTo("0.5");
        assertThat(told.expected().netValue()).isEqualTo(Money.of("50.00", "EUR"));
    }

    @Test
    @DisplayName("RSK-16: a plan that never pays says so")
    void a_plan_that_never_pays() {
        RiskQuantification risk =
                new RiskQuantification(rate("0.1"), known("100"), new Estimates(rate("0.05"), null), "Known");
        PlanReturn told = told(risk, plan(known("1000"), known("50"), 3, "0.05"), 7L);
        assertThat(told.expected().paybackYears()).isNull();
        assertThat(told.payback().medianYear()).isNull();
        assertThat(told.probabilityOfPayingOff()).isEqualByComparingTo("0");
        double worth = 1 / 1.05 + 1 / (1.05 * 1.05) + 1 / (1.05 * 1.05 * 1.05);
        double cost = 1_000 + 50 * worth;
        assertThat(told.expected().cost().amount().doubleValue()).isCloseTo(cost, within(0.01));
        assertThat(told.cost().median()).isEqualTo(told.expected().cost());
        assertThat(told.expected().rosi().doubleValue()).isCloseTo((5 * worth - cost) / cost, within(1e-4));
    }

    @Test
    @DisplayName("RSK-16: what a plan alone changes goes before the risk's own estimate with treatment")
    void what_a_plan_alone_changes_goes_before() {
        RiskQuantification risk =
                new RiskQuantification(rate("1"), known("100"), new Estimates(rate("0.1"), null), "Known");
        PlanEstimate own = new PlanEstimate(known("10"), null, 1, null, new Estimates(null, known("50")), "Known");
        PlanReturn told = told(risk, own, 7L);
        assertThat(told.inputs().treatmentOf()).isEqualTo("plan");
        assertThat(told.expected().annualLossAfter()).isEqualTo(Money.of("50.00", "EUR"));
        assertThat(told(risk, plan(known("10"), null, 1, null), 7L).inputs().treatmentOf())
                .isEqualTo("risk");
    }

    @Test
    @DisplayName("RSK-16: the same seed gives the same bytes with any number of threads, another seed others")
    void the_same_seed_gives_the_same_bytes() throws Exception {
        ObjectMapper json = JsonStyle.apply(
                new ObjectMapper().registerModule(new com.fasterxml.jackson.datatype.jsr310.JavaTimeModule()));
        RiskQuantification risk = new RiskQuantification(
                SampleQuantificationFacts.often("0.1", "0.5", "2"),
                SampleQuantificationFacts.between("1000", "9000"),
                new Estimates(rate("0.1"), range("500", "1000", "4000", null)),
                "Known");
        PlanEstimate plan = plan(range("500", "1000", "2000", null), known("100"), 5, "0.03");
        try (ForkJoinPool one = new ForkJoinPool(1);
                ForkJoinPool many = new ForkJoinPool(5)) {
            byte[] first = json.writeValueAsBytes(
                    question(7L).over(recorded(risk, plan), 1).apply(one));
            assertThat(json.writeValueAsBytes(
                            question(7L).over(recorded(risk, plan), 2).apply(many)))
                    .isEqualTo(first);
            assertThat(json.writeValueAsBytes(
                            question(8L).over(recorded(risk, plan), 1).apply(one)))
                    .isNotEqualTo(first);
        }
    }

    @Test
    @DisplayName("RSK-16: without estimates of the risk, of its treatment or of the costs no return is told")
    void without_estimates_no_return() {
        RiskQuantification untreated = new RiskQuantification(rate("1"), known("100"), null, "Known");
        PlanEstimate plan = plan(known("10"), null, 1, null);
        assertMissing(recorded(null, plan), "RISK-42 has no estimate");
        assertMissing(recorded(untreated, null), "PLAN-7 are not estimated");
        assertMissing(recorded(untreated, plan), "Neither the estimate of RISK-42");
        Recorded dollars = recorded(untreated, plan);
        dollars.ofPlan().currency = "USD";
        assertMissing(dollars, "in EUR, the plan in USD");
    }

    private static void assertMissing(Recorded recorded, String what) {
        assertThatThrownBy(() -> question(1L).over(recorded, 1))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.rule())
                                .isEqualTo(QuantificationRule.A_RETURN_RESTS_ON_RECORDED_ESTIMATES))
                .hasMessageContaining(what);
    }

    @Test
    @DisplayName("RSK-16: too few and too many futures are refused by place")
    void futures_are_bounded() {
        RiskQuantification often =
                new RiskQuantification(rate("1000"), known("1"), new Estimates(rate("10"), null), "Known");
        PlanEstimate plan = plan(known("10"), null, 20, null);
        for (ReturnQuestion asked :
                List.of(new ReturnQuestion(999, 1L), new ReturnQuestion(200_001, 1L), new ReturnQuestion(50_000, 1L))) {
            assertThatThrownBy(() -> asked.over(recorded(often, plan), 1))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.violations())
                                    .extracting(violation -> violation.pointer())
                                    .containsExactly("/query/futures"));
        }
    }

    @Test
    @DisplayName("RSK-16: a plan's costs are recorded by the risk owner or the ISMS manager, while the plan is open")
    void costs_are_recorded() {
        Actor owner = new Actor(new Subject("u-owner"), Set.of(Roles.RISK_OWNER));
        PlanEstimate estimate = plan(range("10", "20", "60", Confidence.MEDIUM), known("5"), 3, null);
        quantified(estimate, open(), owner).then(facts -> {
            PlanQuantified fact = (PlanQuantified) facts.getFirst();
            assertThat(fact.expectedCost()).as("(10 + 4 x 20 + 60) / 6 + 3 x 5").isEqualByComparingTo("40");
            assertThat(fact.risk()).isEqualTo(RISK);
            assertThat(fact.years()).isEqualTo(3);
        });
        assertThat(quantified(estimate, open(), new Actor(new Subject("u-x"), Set.of(Roles.RISK_OWNER)))
                        .refused()
                        .rule()
                        .name())
                .isEqualTo("ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_DECIDES_ON_A_RISK");
        assertThat(quantified(estimate, new TreatmentPlan.Ended(), owner)
                        .refused()
                        .rule()
                        .name())
                .isEqualTo("A_PLAN_AT_ITS_END_REMAINS_AS_IT_IS");
    }

    @Test
    @DisplayName("RSK-16: costs that make no sense, may be nothing, or are for no years, are refused where they stand")
    void costs_that_make_no_sense_are_refused() {
        assertRefused(
                plan(range("20", "10", "60", null), known("-5"), 3, null),
                QuantificationRule.AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED,
                "/oneOffCost/minimum",
                "/yearlyCost/amount");
        assertRefused(
                plan(null, range("0", "10", "60", null), 3, null),
                QuantificationRule.A_RETURN_IS_MEASURED_BY_A_COST_OVER_SOME_YEARS,
                "");
        assertRefused(plan(null, null, 3, null), QuantificationRule.A_RETURN_IS_MEASURED_BY_A_COST_OVER_SOME_YEARS, "");
        assertRefused(
                plan(known("1"), null, 21, "0.6"),
                QuantificationRule.A_RETURN_IS_MEASURED_BY_A_COST_OVER_SOME_YEARS,
                "/years",
                "/discountRate");
        assertRefused(
                plan(known("1"), null, 3, "0e999999999"),
                QuantificationRule.A_RETURN_IS_MEASURED_BY_A_COST_OVER_SOME_YEARS,
                "/discountRate");
        assertRefused(
                new PlanEstimate(known("1"), null, null, null, new Estimates(null, null), "Known"),
                QuantificationRule.AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED,
                "/treatment");
        assertRefused(
                new PlanEstimate(known("1"), null, null, null, null, ""),
                QuantificationRule.AN_ESTIMATE_SAYS_ON_WHAT_IT_RESTS,
                "/rationale");
        assertRefused(
                plan(new LossEstimate(Money.of("1", "USD"), null, null, null, null, null, null), null, 3, null),
                QuantificationRule.AN_ESTIMATE_IS_IN_THE_CURRENCY_OF_THE_PORTFOLIO,
                "/oneOffCost/amount");
    }

    private static void assertRefused(PlanEstimate estimate, QuantificationRule rule, String... pointers) {
        quantified(estimate, open(), new Actor(new Subject("u-m"), Set.of(Roles.ISMS_MANAGER)))
                .refusedBy(rule, pointers);
    }

    private static Given.When<Quantified, PlanQuantificationEvent> quantified(
            PlanEstimate estimate, TreatmentPlan plan, Actor by) {
        return Given.nothing(new PlanQuantificationType())
                .when(new QuantifyPlan(
                        PLAN,
                        estimate,
                        plan,
                        QuantifyRiskTest.registered(RiskKind.THREAT),
                        new Portfolio.Open("EUR"),
                        by));
    }

    private static TreatmentPlan open() {
        return ApprovedPlan.of(RISK, "A second factor");
    }

    private static PlanEstimate plan(
            @Nullable LossEstimate once, @Nullable LossEstimate yearly, int years, @Nullable String rate) {
        return new PlanEstimate(once, yearly, years, rate == null ? null : new BigDecimal(rate), null, "Known");
    }

    private static double square(Distribution distribution) {
        return distribution.variance() + distribution.mean() * distribution.mean();
    }

    private static Futures drawn(LossModel before, LossModel after, PlanCost cost, long seed, ForkJoinPool pool) {
        return Futures.draw(before, after, cost, FUTURES, seed, PLAN, pool);
    }

    private static ReturnQuestion question(long seed) {
        return new ReturnQuestion(FUTURES, seed);
    }

    private static PlanReturn told(RiskQuantification risk, PlanEstimate plan, long seed) {
        return question(seed).over(recorded(risk, plan), 1).apply(ForkJoinPool.commonPool());
    }

    private static Recorded recorded(@Nullable RiskQuantification risk, @Nullable PlanEstimate plan) {
        var register = new RiskRegisterEntry();
        register.id = RISK;
        register.key = "RISK-42";
        register.title = "Ransomware";
        register.validFrom = Instant.EPOCH;
        var drafted = new TreatmentPlanEntry();
        drafted.id = PLAN;
        drafted.key = "PLAN-7";
        drafted.title = "A second factor";
        drafted.validFrom = Instant.EPOCH;
        return new Recorded(
                drafted,
                register,
                risk == null ? null : Envelopes.represented(new QuantificationType(), List.of(fact(risk))),
                plan == null ? null : Envelopes.represented(new PlanQuantificationType(), List.of(fact(plan))),
                null);
    }

    private static QuantificationEvent fact(RiskQuantification estimate) {
        return new RiskQuantified(
                RISK,
                "Ransomware",
                new UUID(0, 1),
                "EUR",
                estimate.current(),
                estimate.treatment(),
                estimate.rationale(),
                new ExpectedLoss(BigDecimal.ONE, null, null, null),
                null,
                null,
                null);
    }

    private static PlanQuantificationEvent fact(PlanEstimate estimate) {
        return new PlanQuantified(
                PLAN,
                "A second factor",
                RISK,
                "EUR",
                estimate.oneOffCost(),
                estimate.yearlyCost(),
                estimate.horizon(),
                estimate.rate(),
                estimate.treatment(),
                estimate.rationale(),
                BigDecimal.ONE);
    }
}
