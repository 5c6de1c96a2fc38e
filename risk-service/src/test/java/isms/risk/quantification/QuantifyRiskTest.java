package isms.risk.quantification;

import static isms.risk.quantification.SampleQuantificationFacts.CONTEXT;
import static isms.risk.quantification.SampleQuantificationFacts.METHODOLOGY;
import static isms.risk.quantification.SampleQuantificationFacts.RISK;
import static isms.risk.quantification.SampleQuantificationFacts.between;
import static isms.risk.quantification.SampleQuantificationFacts.known;
import static isms.risk.quantification.SampleQuantificationFacts.often;
import static isms.risk.quantification.SampleQuantificationFacts.range;
import static isms.risk.quantification.SampleQuantificationFacts.rate;
import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.testing.Given;
import isms.risk.Envelopes;
import isms.risk.Roles;
import isms.risk.context.ContextDescription;
import isms.risk.context.RiskContext;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.MethodKind;
import isms.risk.criteria.Money;
import isms.risk.criteria.SampleCriteria;
import isms.risk.history.PlainWords;
import isms.risk.methodology.Content;
import isms.risk.methodology.Methodology;
import isms.risk.portfolio.Portfolio;
import isms.risk.quantification.QuantificationEvent.RiskQuantified;
import isms.risk.risk.Applied;
import isms.risk.risk.Property;
import isms.risk.risk.Risk;
import isms.risk.risk.RiskDescription;
import isms.risk.risk.RiskKind;
import isms.risk.risk.Scenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-16: estimating a risk in money")
class QuantifyRiskTest {

    private static final QuantificationType TYPE = new QuantificationType();
    private static final Actor OWNER = new Actor(new Subject("u-owner"), Set.of(Roles.RISK_OWNER));
    private static final Actor STRANGER = new Actor(new Subject("u-stranger"), Set.of(Roles.RISK_OWNER));
    private static final Actor MANAGER = new Actor(new Subject("u-manager"), Set.of(Roles.ISMS_MANAGER));
    private static final Portfolio EURO = new Portfolio.Open("EUR");
    private static final String WHY = "Three of ten firms of our sector in three years";

    private static final RiskQuantification SOUND = new RiskQuantification(
            often("0.1", "0.3", "1"),
            between("40000", "900000"),
            new Estimates(often("0.05", "0.1", "0.4"), null),
            WHY);

    @Test
    @DisplayName("RSK-16: what is expected in a year is the mean frequency times the mean loss")
    void the_expected_loss_is_the_product_of_the_means() {
        quantified(OWNER, SOUND, null).then(facts -> {
            RiskQuantified fact = (RiskQuantified) facts.getFirst();
            // the lognormal through both percentiles: mu between their logarithms, sigma their distance by 2 x 1.6449
            double mu = (Math.log(40_000) + Math.log(900_000)) / 2;
            double sigma = (Math.log(900_000) - Math.log(40_000)) / (2 * 1.6448536269514722);
            double loss = Math.exp(mu + sigma * sigma / 2);
            double often = (0.1 + 4 * 0.3 + 1) / 6;
            assertThat(fact.expected().amount())
                    .isEqualByComparingTo(new BigDecimal(often * loss).setScale(2, java.math.RoundingMode.HALF_UP));
            assertThat(fact.expectedTreated().amount())
                    .isEqualByComparingTo(new BigDecimal((0.05 + 4 * 0.1 + 0.4) / 6 * loss)
                            .setScale(2, java.math.RoundingMode.HALF_UP));
            assertThat(fact.risk()).isEqualTo(RISK);
            assertThat(fact.context()).isEqualTo(CONTEXT);
            assertThat(fact.title()).isEqualTo("Ransomware");
            assertThat(fact.applied()).as("no methodology in use").isNull();
            assertThat(fact.expected().band()).isNull();
        });
        quantified(MANAGER, SOUND, null).then(facts -> assertThat(facts).hasSize(1));
    }

    @Test
    @DisplayName("RSK-1, RSK-16: under a quantitative methodology it has a band, and acceptance is an amount")
    void under_a_quantitative_methodology_it_has_a_band() {
        // 0.5 x 50000 = 25000: medium, from 20000 on; with the treatment 0.1 x 50000 = 5000: low
        RiskQuantification estimate =
                new RiskQuantification(rate("0.5"), known("50000"), new Estimates(rate("0.1"), null), WHY);
        quantified(OWNER, estimate, SampleCriteria.quantitative()).then(facts -> {
            RiskQuantified fact = (RiskQuantified) facts.getFirst();
            assertThat(fact.expected()).isEqualTo(new ExpectedLoss(new BigDecimal("25000"), "medium", 2, false));
            assertThat(fact.expectedTreated()).isEqualTo(new ExpectedLoss(new BigDecimal("5000"), "low", 1, false));
            assertThat(fact.applied()).isEqualTo(new Applied(CONTEXT, METHODOLOGY, 1));
            assertThat(fact.notAcceptableFrom()).isEqualByComparingTo("100000");
        });
        quantified(OWNER, new RiskQuantification(rate("2"), known("50000"), null, WHY), SampleCriteria.quantitative())
                .then(facts -> assertThat(((RiskQuantified) facts.getFirst()).expected())
                        .isEqualTo(new ExpectedLoss(new BigDecimal("100000"), "high", 3, true)));
    }

    @Test
    @DisplayName(
            "RSK-16: where the methodology scores, or counts in another currency, there is no band, but its version")
    void a_scoring_methodology_gives_no_band() {
        quantified(OWNER, SOUND, SampleCriteria.scored()).then(facts -> {
            RiskQuantified fact = (RiskQuantified) facts.getFirst();
            assertThat(fact.expected().band()).isNull();
            assertThat(fact.notAcceptableFrom()).isNull();
            assertThat(fact.applied()).isEqualTo(new Applied(CONTEXT, METHODOLOGY, 1));
        });
        RiskQuantification dollars = new RiskQuantification(
                rate("0.5"), new LossEstimate(Money.of("50000", "USD"), null, null, null, null, null, null), null, WHY);
        Given.nothing(TYPE)
                .when(command(
                        dollars,
                        registered(RiskKind.THREAT),
                        new Portfolio.Open("USD"),
                        OWNER,
                        SampleCriteria.quantitative()))
                .then(facts -> assertThat(
                                ((RiskQuantified) facts.getFirst()).expected().band())
                        .isNull());
    }

    @Test
    @DisplayName("RSK-16: an estimate takes the place of the one before, whole")
    void an_estimate_takes_the_place_of_the_one_before() {
        List<QuantificationEvent> facts = List.of(
                fact(SOUND), fact(new RiskQuantification(rate("2"), known("10"), null, "Less than we thought")));
        QuantificationEntry entry = Envelopes.represented(TYPE, facts);
        assertThat(entry.expectedLoss).isEqualByComparingTo("20");
        assertThat(entry.treated).isNull();
        assertThat(entry.treatedExpectedLoss).isNull();
        assertThat(entry.rationale).isEqualTo("Less than we thought");
        assertThat(entry.estimatedBy).isEqualTo("u-actor");
        assertThat(entry.exposure("RISK-42", "Ransomware").before())
                .isEqualTo(new LossModel(new Fixed(2), new Fixed(10)));
    }

    @Test
    @DisplayName("ALL-6: its history says the ranges in plain words")
    void its_history_says_the_ranges() {
        assertThat(PlainWords.of(fact(SOUND)))
                .startsWith("Estimated at EUR ")
                .contains("0.1 to 1, most likely 0.3 (medium confidence) events a year")
                .contains("40,000 (5 %) to 900,000 (95 %) an event")
                .endsWith(WHY);
        assertThat(PlainWords.of(SampleQuantificationFacts.ofPlans().getFirst()))
                .isEqualTo("Estimated to cost EUR 73500 in 3 years; once 25,000 to 60,000, most likely 35,000 (high"
                        + " confidence); yearly 12,000; leading to 0.02 (5 %) to 0.3 (95 %) events a year: Two offers");
    }

    @Test
    @DisplayName("RSK-16: ranges that do not ascend, are negative or missing are refused where they stand")
    void ranges_that_make_no_sense_are_refused() {
        assertRefused(
                new RiskQuantification(often("1", "0.3", "0.1"), known("-5"), null, WHY),
                QuantificationRule.AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED,
                "/frequency/minimum",
                "/loss/amount");
        assertRefused(
                new RiskQuantification(null, null, new Estimates(null, null), WHY),
                QuantificationRule.AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED,
                "/frequency",
                "/loss",
                "/treatment");
        assertRefused(
                new RiskQuantification(rate("1"), known("10"), new Estimates(null, range("5", "4", "9", null)), WHY),
                QuantificationRule.AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED,
                "/treatment/loss/minimum");
    }

    @Test
    @DisplayName("RSK-16: numbers that could not be written in full are refused")
    void numbers_that_could_not_be_written_in_full_are_refused() {
        assertRefused(
                new RiskQuantification(rate("1e-999999999"), known("0e999999999"), null, WHY),
                QuantificationRule.AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED,
                "/frequency/perYear",
                "/loss/amount");
    }

    @Test
    @DisplayName("RSK-16: an estimate without rationale is refused, and one that a treatment makes worse")
    void rationale_and_direction() {
        assertRefused(
                new RiskQuantification(rate("1"), known("10"), null, "  "),
                QuantificationRule.AN_ESTIMATE_SAYS_ON_WHAT_IT_RESTS,
                "/rationale");
        assertRefused(
                new RiskQuantification(rate("1"), known("10"), new Estimates(rate("2"), null), WHY),
                QuantificationRule.A_TREATMENT_DOES_NOT_RAISE_THE_EXPECTED_LOSS,
                "/treatment");
    }

    @Test
    @DisplayName("RSK-16: another currency than the portfolio's is refused by place; before it has one, everything is")
    void the_currency_is_the_portfolios() {
        RiskQuantification mixed = new RiskQuantification(
                rate("1"),
                known("10"),
                new Estimates(null, new LossEstimate(Money.of("5", "USD"), null, null, null, null, null, null)),
                WHY);
        assertRefused(
                mixed, QuantificationRule.AN_ESTIMATE_IS_IN_THE_CURRENCY_OF_THE_PORTFOLIO, "/treatment/loss/amount");
        assertThat(Given.nothing(TYPE)
                        .when(command(SOUND, registered(RiskKind.THREAT), new Portfolio.Unopened(), OWNER, null))
                        .refused()
                        .rule()
                        .name())
                .isEqualTo("A_PORTFOLIO_HAS_ITS_CURRENCY_BEFORE_ANYTHING_IS_ESTIMATED");
    }

    @Test
    @DisplayName("RSK-6, RSK-16: a retired risk, a stranger and an opportunity are refused")
    void who_and_what_is_refused() {
        assertThat(Given.nothing(TYPE)
                        .when(command(SOUND, new Risk.Retired(), EURO, OWNER, null))
                        .refused()
                        .rule()
                        .name())
                .isEqualTo("A_RETIRED_RISK_REMAINS_AS_IT_IS");
        assertThat(Given.nothing(TYPE)
                        .when(command(SOUND, registered(RiskKind.THREAT), EURO, STRANGER, null))
                        .refused()
                        .rule()
                        .name())
                .isEqualTo("ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_DECIDES_ON_A_RISK");
        Given.nothing(TYPE)
                .when(command(SOUND, registered(RiskKind.OPPORTUNITY), EURO, OWNER, null))
                .refusedBy(QuantificationRule.ONLY_A_THREAT_IS_ESTIMATED_BY_ITS_LOSSES);
    }

    private static void assertRefused(RiskQuantification estimate, QuantificationRule rule, String... pointers) {
        quantified(OWNER, estimate, null).refusedBy(rule, pointers);
    }

    private static QuantificationEvent fact(RiskQuantification estimate) {
        return quantified(OWNER, estimate, null).facts().getFirst();
    }

    private static Given.When<Quantified, QuantificationEvent> quantified(
            Actor by, RiskQuantification estimate, @Nullable Criteria criteria) {
        return Given.nothing(TYPE).when(command(estimate, registered(RiskKind.THREAT), EURO, by, criteria));
    }

    private static QuantifyRisk command(
            RiskQuantification estimate, Risk risk, Portfolio portfolio, Actor by, @Nullable Criteria criteria) {
        return new QuantifyRisk(
                RISK,
                estimate,
                risk,
                portfolio,
                new RiskContext.Defined(new ContextDescription("IT", ""), criteria == null ? null : METHODOLOGY),
                criteria == null
                        ? new Methodology.None()
                        : new Methodology.Inventoried(
                                MethodKind.QUANTITATIVE,
                                1,
                                null,
                                new Methodology.InUse(1, new Content("In money", "", criteria))),
                by);
    }

    static Risk.Registered registered(RiskKind kind) {
        return new Risk.Registered(
                kind,
                new RiskDescription(
                        "Ransomware",
                        new Scenario("Criminals", "Encrypt", "No second factor", "No orders"),
                        Set.of(Property.AVAILABILITY),
                        List.of("Servers"),
                        List.of(),
                        "Malicious software",
                        null,
                        List.of(),
                        List.of()),
                CONTEXT,
                OWNER.subject());
    }
}
