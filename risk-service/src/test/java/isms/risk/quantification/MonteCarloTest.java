package isms.risk.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import isms.risk.criteria.Money;
import isms.risk.quantification.RiskSimulation.Outlook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RSK-16: simulated years")
class MonteCarloTest {

    private static final int YEARS = 200_000;

    /** Beyond this many standard errors lies one result in two million. */
    private static final double SIGMAS = 5;

    private static final List<BigDecimal> LEVELS = List.of(new BigDecimal("0.95"), new BigDecimal("0.99"));
    private static final Unit EURO = Unit.of("EUR").orElseThrow();

    private static final Distribution RANGE = Pert.of(0.1, 0.5, 2, 4);
    private static final Distribution PERCENTILES = LogNormal.through(0.05, 0.2, 0.95, 3);
    private static final Distribution COSTS = Pert.of(1_000, 20_000, 90_000, 4);
    private static final Distribution TAIL = LogNormal.through(0.05, 20_000, 0.95, 90_000);

    static Stream<LossModel> models() {
        return Stream.of(
                new LossModel(new Fixed(0.3), COSTS),
                new LossModel(new Fixed(60), TAIL),
                new LossModel(RANGE, new Fixed(1_000)),
                new LossModel(RANGE, TAIL),
                new LossModel(PERCENTILES, COSTS),
                new LossModel(Pert.of(20, 50, 90, 4), TAIL));
    }

    @ParameterizedTest
    @MethodSource("models")
    @DisplayName(
            "RSK-16: mean and variance of a year agree with the compound Poisson distribution, mixed over its rate")
    void mean_and_variance_agree_with_the_closed_form(LossModel model) {
        LossProfile profile = simulated(1, risk(model)).portfolio().before();
        double standardError = Math.sqrt(model.variance() / YEARS);
        assertThat(number(profile.expectedAnnualLoss())).isCloseTo(model.mean(), within(SIGMAS * standardError));
        assertThat(number(profile.standardError())).isCloseTo(standardError, within(0.03 * standardError));
        assertThat(number(profile.standardDeviation()))
                .isCloseTo(Math.sqrt(model.variance()), within(0.03 * Math.sqrt(model.variance())));
    }

    @Test
    @DisplayName("RSK-16: the chance of a loss in a year is 1 - exp(-rate)")
    void the_chance_of_a_loss_is_that_of_any_event() {
        double chance = 1 - PoissonDistribution.of(0.3).probability(0);
        double standardError = Math.sqrt(chance * (1 - chance) / YEARS);
        assertThat(simulated(1, risk(new LossModel(new Fixed(0.3), COSTS)))
                        .portfolio()
                        .before()
                        .chanceOfLoss())
                .isCloseTo(chance, within(SIGMAS * standardError));
    }

    @Test
    @DisplayName("RSK-16: of a rare event, value at risk is the quantile of its one loss")
    void of_a_rare_event_value_at_risk_is_a_quantile_of_its_loss() {
        double rate = 0.02;
        LogNormal loss = LogNormal.through(0.05, 20_000, 0.95, 90_000);
        double value = number(simulated(1, risk(new LossModel(new Fixed(rate), loss)))
                .portfolio()
                .before()
                .atRisk()
                .get(1)
                .valueAtRisk());
        // P(L > x) = 1 - exp(-rate P(X > x)), but for years with two events: less than rate^2 / 2
        LogNormalDistribution single = LogNormalDistribution.of(loss.mu(), loss.sigma());
        double exceeded = 1 - Math.exp(-rate * single.survivalProbability(value));
        assertThat(exceeded).isCloseTo(0.01, within(rate * rate / 2 + SIGMAS * Math.sqrt(0.01 * 0.99 / YEARS)));
    }

    @Test
    @DisplayName("RSK-16: the portfolio adds up; its bad year is less bad than all bad years at once")
    void the_portfolio_adds_up() {
        RiskSimulation simulation = simulated(
                7,
                risk(new LossModel(RANGE, COSTS)),
                risk(new LossModel(new Fixed(1), TAIL)),
                risk(new LossModel(PERCENTILES, TAIL)));
        double sum = simulation.risks().stream()
                .mapToDouble(risk -> number(risk.outlook().before().expectedAnnualLoss()))
                .sum();
        assertThat(number(simulation.portfolio().before().expectedAnnualLoss())).isCloseTo(sum, within(0.03));
        double squares = simulation.risks().stream()
                .mapToDouble(risk -> Math.pow(number(risk.outlook().before().standardDeviation()), 2))
                .sum();
        double deviation = number(simulation.portfolio().before().standardDeviation());
        assertThat(deviation).as("risks are independent").isCloseTo(Math.sqrt(squares), within(0.01 * deviation));
        double together = simulation.risks().stream()
                .mapToDouble(
                        risk -> number(risk.outlook().before().atRisk().get(1).valueAtRisk()))
                .sum();
        assertThat(number(simulation.portfolio().before().atRisk().get(1).valueAtRisk()))
                .isLessThan(together);
    }

    @Test
    @DisplayName("RSK-16: a treatment returns what it avoids less what it costs, with the uncertainty of both kinds")
    void a_treatment_returns_what_it_avoids() {
        LossModel before = new LossModel(RANGE, COSTS);
        LossModel after = new LossModel(Pert.of(0.05, 0.1, 0.4, 4), COSTS);
        Outlook outlook = simulated(3, treated(before, after, 5_000), risk(before))
                .risks()
                .getFirst()
                .outlook();
        Investment investment = outlook.investment();
        double avoided = before.mean() - after.mean();
        double standardError = Math.sqrt((before.variance() + after.variance()) / YEARS);
        assertThat(number(investment.avoidedLoss())).isCloseTo(avoided, within(SIGMAS * standardError));
        assertThat(number(investment.standardError())).isCloseTo(standardError, within(0.03 * standardError));
        assertThat(investment.rosi().doubleValue())
                .isCloseTo((avoided - 5_000) / 5_000, within(SIGMAS * standardError / 5_000));
        assertThat(investment.rosiStandardError().doubleValue())
                .isCloseTo(standardError / 5_000, within(0.03 * standardError / 5_000));
        assertThat(investment.interval().from()).isLessThan(investment.rosi());
        assertThat(investment.interval().to()).isGreaterThan(investment.rosi());
        assertThat(number(outlook.after().expectedAnnualLoss()))
                .isCloseTo(after.mean(), within(SIGMAS * standardError));
    }

    @Test
    @DisplayName("RSK-16: where frequencies are known, the return is uncertain by the simulation only")
    void known_frequencies_leave_no_interval() {
        LossModel before = new LossModel(new Fixed(2), COSTS);
        LossModel after = new LossModel(new Fixed(1), COSTS);
        Investment investment =
                simulated(3, treated(before, after, 10_000)).portfolio().investment();
        BigDecimal exact =
                BigDecimal.valueOf((COSTS.mean() - 10_000) / 10_000).setScale(4, java.math.RoundingMode.HALF_UP);
        assertThat(investment.interval().from()).isEqualTo(exact);
        assertThat(investment.interval().to()).isEqualTo(exact);
    }

    @Test
    @DisplayName("RSK-16: untreated risks are the same before and after; without all costs no return of the portfolio")
    void the_portfolio_after_treatment() {
        LossModel model = new LossModel(RANGE, COSTS);
        LossModel never = new LossModel(new Fixed(0), COSTS);
        RiskSimulation simulation = simulated(3, treated(model, never, 100), risk(model), treated(model, never, 0));
        assertThat(simulation.risks().get(1).outlook().after()).isNull();
        assertThat(simulation.risks().get(2).outlook().investment()).isNull();
        assertThat(simulation.portfolio().investment()).isNull();
        assertThat(simulation.portfolio().after())
                .as("all that is left is the untreated risk, year by year")
                .isEqualTo(simulation.risks().get(1).outlook().before());
    }

    @Test
    @DisplayName("RSK-16: the same seed gives the same bytes, another seed others")
    void the_same_seed_gives_the_same_bytes() throws Exception {
        assertThat(bytes(11, 2)).isEqualTo(bytes(11, 2)).isNotEqualTo(bytes(12, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    @DisplayName("RSK-16: more or fewer threads give the same bytes")
    void any_number_of_threads_gives_the_same_bytes(int threads) throws Exception {
        assertThat(bytes(11, threads)).isEqualTo(bytes(11, 2));
    }

    @Test
    @DisplayName("RSK-16: a risk's own numbers do not change when another is appended or treated")
    void risks_do_not_disturb_each_other() {
        LossModel model = new LossModel(RANGE, TAIL);
        Outlook alone = simulated(5, risk(model)).risks().getFirst().outlook();
        RiskSimulation more = simulated(5, risk(model), treated(model, model, 10), risk(model));
        assertThat(more.risks().getFirst().outlook()).isEqualTo(alone);
        assertThat(more.risks().get(1).outlook().before()).isNotEqualTo(alone.before());
    }

    private static byte[] bytes(long seed, int threads) throws Exception {
        List<Exposure> exposures = new ArrayList<>();
        for (int i = 1; i <= 11; i++) {
            LossModel model = new LossModel(i % 2 == 0 ? RANGE : PERCENTILES, i % 3 == 0 ? COSTS : TAIL);
            exposures.add(i % 4 == 0 ? treated(model, new LossModel(new Fixed(0.1), COSTS), i * 100) : risk(model));
        }
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return new ObjectMapper()
                    .writeValueAsBytes(new MonteCarlo(exposures, 50_000, seed, LEVELS, EURO).run(pool));
        }
    }

    private static RiskSimulation simulated(long seed, Exposure... exposures) {
        return new MonteCarlo(List.of(exposures), YEARS, seed, LEVELS, EURO).run(ForkJoinPool.commonPool());
    }

    private static Exposure risk(LossModel model) {
        return new Exposure("R", null, model, null, 0);
    }

    private static Exposure treated(LossModel before, LossModel after, double cost) {
        return new Exposure("R", null, before, after, cost);
    }

    private static double number(Money money) {
        return money.amount().doubleValue();
    }
}
