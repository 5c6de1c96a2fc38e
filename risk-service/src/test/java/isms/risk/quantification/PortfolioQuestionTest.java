package isms.risk.quantification;

import static isms.risk.quantification.SampleQuantificationFacts.between;
import static isms.risk.quantification.SampleQuantificationFacts.known;
import static isms.risk.quantification.SampleQuantificationFacts.often;
import static isms.risk.quantification.SampleQuantificationFacts.range;
import static isms.risk.quantification.SampleQuantificationFacts.rate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import isms.platform.decider.Refusal;
import isms.platform.http.JsonStyle;
import isms.risk.criteria.Money;
import isms.risk.quantification.PortfolioQuestion.RecordedRisk;
import isms.risk.quantification.PortfolioSimulation.Contribution;
import isms.risk.quantification.PortfolioSimulation.Inputs;
import isms.risk.quantification.PortfolioSimulation.LeftOut;
import isms.risk.quantification.PortfolioSimulation.RiskShare;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-16: the portfolio of recorded estimates")
class PortfolioQuestionTest {

    private static final ObjectMapper JSON = JsonStyle.apply(new ObjectMapper().registerModule(new JavaTimeModule()));
    private static final double SIGMAS = 5;
    private static final int YEARS = 100_000;
    private static final List<BigDecimal> LEVELS = List.of(new BigDecimal("0.9"), new BigDecimal("0.99"));

    private static final RecordedRisk RANSOMWARE =
            risk(1, 1, often("0.1", "0.3", "1"), between("40000", "900000"), new Estimates(rate("0.1"), null));
    private static final RecordedRisk LAPTOPS = risk(2, 1, rate("4"), range("800", "1500", "12000", null), null);
    private static final RecordedRisk FRAUD =
            risk(3, 2, rate("0.5"), between("5000", "200000"), new Estimates(null, known("5000")));

    @Test
    @DisplayName("RSK-16: mean and variance agree with the closed forms, and add up over the risks")
    void the_recorded_path_agrees_with_closed_forms() {
        PortfolioSimulation simulation = simulated(RANSOMWARE, LAPTOPS, FRAUD);
        double mean = 0;
        double variance = 0;
        for (RecordedRisk risk : List.of(RANSOMWARE, LAPTOPS, FRAUD)) {
            LossModel model = risk.estimate().exposure("R", "T").before();
            mean += model.mean();
            variance += model.variance();
        }
        LossProfile before = simulation.portfolio().before();
        assertThat(number(before.expectedAnnualLoss())).isCloseTo(mean, within(SIGMAS * Math.sqrt(variance / YEARS)));
        assertThat(number(before.standardDeviation()))
                .isCloseTo(Math.sqrt(variance), within(0.05 * Math.sqrt(variance)));
    }

    @Test
    @DisplayName("RSK-16: contributions add up to the expected loss and to the tail value at risk, before and after")
    void contributions_add_up() {
        PortfolioSimulation simulation = simulated(RANSOMWARE, LAPTOPS, FRAUD);
        assertAddUp(simulation, simulation.portfolio().before(), RiskShare::before);
        assertAddUp(simulation, simulation.portfolio().after(), RiskShare::after);
        assertThat(simulation.contexts()).hasSize(2);
        assertThat(number(simulation.contexts().getFirst().before().expectedAnnualLoss()))
                .isCloseTo(
                        number(simulation.risks().get(0).before().expectedAnnualLoss())
                                + number(simulation.risks().get(1).before().expectedAnnualLoss()),
                        within(0.02));
        assertThat(simulation.contexts().getFirst().risks()).isEqualTo(2);
        RiskShare rare = simulation.risks().getFirst();
        assertThat(rare.before().tails().get(1).share())
                .as("the rare and large one drives the tail more than the mean")
                .isGreaterThan(rare.before().share());
    }

    private static void assertAddUp(
            PortfolioSimulation simulation, LossProfile whole, Function<RiskShare, Contribution> part) {
        assertThat(simulation.risks().stream()
                        .mapToDouble(risk -> number(part.apply(risk).expectedAnnualLoss()))
                        .sum())
                .isCloseTo(number(whole.expectedAnnualLoss()), within(0.03));
        for (int level = 0; level < LEVELS.size(); level++) {
            int at = level;
            assertThat(simulation.risks().stream()
                            .mapToDouble(risk ->
                                    number(part.apply(risk).tails().get(at).tailValueAtRisk()))
                            .sum())
                    .isCloseTo(number(whole.atRisk().get(level).tailValueAtRisk()), within(0.03));
            assertThat(simulation.risks().stream()
                            .mapToDouble(risk ->
                                    part.apply(risk).tails().get(at).share().doubleValue())
                            .sum())
                    .isCloseTo(1, within(0.0002));
        }
    }

    @Test
    @DisplayName("RSK-16: of two risks of which one always costs the same, the other has all of the tail's excess")
    void a_constant_contributes_its_constant() {
        // 400 events a year of 1: nearly constant; against one that costs about a million once in fifty years
        RecordedRisk constant = risk(1, 1, rate("400"), known("1"), null);
        RecordedRisk rare = risk(2, 1, rate("0.02"), between("500000", "2000000"), null);
        PortfolioSimulation simulation = simulated(constant, rare);
        double tail =
                number(simulation.risks().getFirst().before().tails().get(1).tailValueAtRisk());
        assertThat(tail).as("its mean, whatever the other does").isCloseTo(400, within(5.0));
    }

    @Test
    @DisplayName(
            "RSK-16: worst years on the border of the tail share what is left of it; a tail without losses is empty")
    void the_border_is_shared() {
        WorstYears worst = WorstYears.of(new double[] {5, 1, 5, 9, 0, 0, 0, 0, 0, 0}, new BigDecimal("0.75"));
        assertThat(worst.years()).containsExactly(0, 2, 3);
        assertThat(worst.weights()).containsExactly(0.75, 0.75, 1);
        assertThat(worst.mean(new double[] {1, 7, 3, 4, 0, 0, 0, 0, 0, 0}))
                .isCloseTo((0.75 * 1 + 0.75 * 3 + 4) / 2.5, within(1e-12));
        WorstYears none = WorstYears.of(new double[4], new BigDecimal("0.5"));
        assertThat(none.years()).isEmpty();
        assertThat(none.mean(new double[4])).isZero();
    }

    @Test
    @DisplayName("RSK-16: the same seed gives the same bytes with any number of threads, another seed others")
    void the_same_seed_gives_the_same_bytes() throws Exception {
        try (ForkJoinPool one = new ForkJoinPool(1);
                ForkJoinPool many = new ForkJoinPool(5)) {
            byte[] first = bytes(5L, one);
            assertThat(bytes(5L, many)).isEqualTo(first);
            assertThat(bytes(6L, one)).isNotEqualTo(first);
        }
    }

    private static byte[] bytes(long seed, ForkJoinPool pool) throws Exception {
        List<RecordedRisk> risks = IntStream.rangeClosed(1, 9)
                .mapToObj(
                        i -> risk(i, i % 2, rate("0." + i), between("1000", "9000"), new Estimates(rate("0.1"), null)))
                .toList();
        return JSON.writeValueAsBytes(new PortfolioQuestion(50_000, seed, LEVELS)
                .over(risks, inputs(9), 1)
                .apply(pool));
    }

    @Test
    @DisplayName("RSK-16: a risk's own numbers are the same alone, in its context and in the whole portfolio")
    void a_risk_is_the_same_in_every_selection() {
        PortfolioSimulation whole = simulated(RANSOMWARE, LAPTOPS, FRAUD);
        assertThat(simulated(FRAUD).risks().getFirst().outlook())
                .isEqualTo(whole.risks().getLast().outlook());
        assertThat(simulated(FRAUD, RANSOMWARE).risks().getLast().outlook().before())
                .isEqualTo(whole.risks().getFirst().outlook().before());
        RecordedRisk twin = risk(4, 2, rate("0.5"), between("5000", "200000"), new Estimates(null, known("5000")));
        assertThat(simulated(twin).risks().getFirst().outlook().before())
                .as("another risk has other years")
                .isNotEqualTo(whole.risks().getLast().outlook().before());
    }

    @Test
    @DisplayName("RSK-16: nothing to simulate, too many risks, and bounds of the query are refused")
    void what_cannot_be_simulated_is_refused() {
        PortfolioQuestion usual = new PortfolioQuestion(null, null, null);
        assertThatThrownBy(() -> usual.over(List.of(), inputs(0), 1))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.rule())
                                .isEqualTo(QuantificationRule.A_PORTFOLIO_HAS_SOMETHING_TO_SIMULATE));
        assertRefused(usual, Collections.nCopies(501, LAPTOPS), "/query/risk");
        assertRefused(new PortfolioQuestion(10, 1L, null), List.of(LAPTOPS), "/query/years");
        assertRefused(new PortfolioQuestion(1_000, -1L, null), List.of(LAPTOPS), "/query/seed");
        assertRefused(
                new PortfolioQuestion(1_000, 1L, List.of(new BigDecimal("0.999"))),
                List.of(LAPTOPS),
                "/query/confidence/0");
    }

    private static void assertRefused(PortfolioQuestion question, List<RecordedRisk> risks, String pointer) {
        assertThatThrownBy(() -> question.over(risks, inputs(risks.size()), 1))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.violations())
                                .extracting(violation -> violation.pointer())
                                .containsExactly(pointer));
    }

    @Test
    @DisplayName("RSK-16: the picture says what it leaves out")
    void the_picture_says_what_it_leaves_out() throws Exception {
        String svg = ExceedanceDrawing.draw(simulated(RANSOMWARE, LAPTOPS, FRAUD));
        assertThat(svg)
                .contains("Loss exceedance curve, 3 risks together", "estimates as of 2026-11-25T12:00:00Z")
                .contains("3 of 40 registered threats are estimated");
        Files.createDirectories(Path.of("target/pictures"));
        Files.writeString(Path.of("target/pictures/portfolio.svg"), svg);
    }

    private static PortfolioSimulation simulated(RecordedRisk... risks) {
        return new PortfolioQuestion(YEARS, 16L, LEVELS)
                .over(List.of(risks), inputs(risks.length), 1)
                .apply(ForkJoinPool.commonPool());
    }

    private static Inputs inputs(int simulated) {
        return new Inputs(
                Instant.parse("2026-11-25T12:00:00Z"),
                "EUR",
                40,
                simulated,
                List.of(new LeftOut("RISK-9", "the risk is retired")));
    }

    private static RecordedRisk risk(
            int number, int context, FrequencyEstimate frequency, LossEstimate loss, @Nullable Estimates treatment) {
        var entry = new QuantificationEntry();
        entry.id = new UUID(7, number);
        entry.version = 1;
        entry.current = new Estimates(frequency, loss);
        entry.treated = treatment;
        entry.currency = "EUR";
        entry.estimatedAt = Instant.EPOCH;
        return new RecordedRisk(
                "RISK-" + number, "Risk " + number, new UUID(8, context), "CTX-" + context, "Context", entry);
    }

    private static double number(Money money) {
        return money.amount().doubleValue();
    }
}
