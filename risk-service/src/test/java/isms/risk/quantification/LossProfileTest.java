package isms.risk.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import isms.risk.criteria.Money;
import isms.risk.quantification.LossProfile.Exceedance;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-16: what simulated years tell")
class LossProfileTest {

    private static final Unit EURO = Unit.of("EUR").orElseThrow();
    private static final List<BigDecimal> LEVELS = List.of(new BigDecimal("0.9"), new BigDecimal("0.975"));

    /** 900 years without a loss, and 100 that lose 1 to 100. */
    private static final LossProfile HUNDRED = LossProfile.of(
            IntStream.range(0, 1_000)
                    .mapToDouble(i -> i % 10 == 0 ? i / 10 + 1 : 0)
                    .toArray(),
            LEVELS,
            EURO);

    @Test
    @DisplayName("RSK-16: the mean, its standard error and the share of years with a loss")
    void mean_and_standard_error() {
        assertThat(HUNDRED.expectedAnnualLoss()).isEqualTo(Money.of("5.05", "EUR"));
        assertThat(HUNDRED.chanceOfLoss()).isEqualTo(0.1);
        // (sum of squares - n mean^2) / (n - 1) = (338350 - 25502.5) / 999
        double deviation = Math.sqrt((338_350 - 25_502.5) / 999);
        assertThat(HUNDRED.standardDeviation()).isEqualTo(EURO.of(deviation));
        assertThat(HUNDRED.standardError()).isEqualTo(EURO.of(deviation / Math.sqrt(1_000)));
    }

    @Test
    @DisplayName("RSK-16: value at risk is the least loss not exceeded, the tail value the mean of the worst years")
    void value_at_risk_and_its_tail() {
        assertThat(HUNDRED.atRisk().get(0).valueAtRisk()).isEqualTo(Money.of("0.00", "EUR"));
        assertThat(HUNDRED.atRisk().get(0).tailValueAtRisk()).isEqualTo(Money.of("50.50", "EUR"));
        assertThat(HUNDRED.atRisk().get(1).valueAtRisk()).isEqualTo(Money.of("75.00", "EUR"));
        assertThat(HUNDRED.atRisk().get(1).tailValueAtRisk())
                .as("76 to 100, the worst 25 years")
                .isEqualTo(Money.of("88.00", "EUR"));
    }

    @Test
    @DisplayName("RSK-16: a year on the border of the tail counts by its part")
    void a_year_on_the_border_counts_by_its_part() {
        LossProfile profile = LossProfile.of(new double[] {4, 1, 3, 2}, List.of(new BigDecimal("0.55")), EURO);
        assertThat(profile.atRisk().getFirst().valueAtRisk()).isEqualTo(Money.of("3.00", "EUR"));
        assertThat(profile.atRisk().getFirst().tailValueAtRisk())
                .as("(4 + 0.8 x 3) / 1.8")
                .isEqualTo(EURO.of((4 + 0.8 * 3) / 1.8));
    }

    @Test
    @DisplayName("RSK-16: percentiles")
    void percentiles() {
        assertThat(HUNDRED.percentiles())
                .contains(
                        new LossProfile.PercentileOfLoss(90, Money.of("0.00", "EUR")),
                        new LossProfile.PercentileOfLoss(95, Money.of("50.00", "EUR")),
                        new LossProfile.PercentileOfLoss(99, Money.of("90.00", "EUR")));
    }

    @Test
    @DisplayName("RSK-16: the loss exceedance curve begins with any loss, falls, and each point is counted")
    void the_curve_is_counted() {
        List<Exceedance> curve = HUNDRED.exceedance();
        assertThat(curve.getFirst()).isEqualTo(new Exceedance(Money.of("1.00", "EUR"), 0.1));
        assertThat(curve.getLast()).isEqualTo(new Exceedance(Money.of("96.00", "EUR"), 0.005));
        assertThat(curve)
                .allSatisfy(point -> assertThat(point.probability())
                        .isCloseTo((101 - point.loss().amount().doubleValue()) / 1_000, within(1e-12)));
        assertThat(curve)
                .isSortedAccordingTo(
                        (a, b) -> a.loss().amount().compareTo(b.loss().amount()));
    }

    @Test
    @DisplayName("RSK-16: years that lose the same are one point; none without any loss")
    void equal_years_are_one_point() {
        assertThat(LossProfile.of(new double[] {0, 7, 7, 7}, LEVELS, EURO).exceedance())
                .containsExactly(new Exceedance(Money.of("7.00", "EUR"), 0.75));
        assertThat(LossProfile.of(new double[4], LEVELS, EURO).exceedance()).isEmpty();
    }

    @Test
    @DisplayName("RSK-16: amounts are rounded to what the currency has")
    void amounts_are_rounded_to_what_the_currency_has() {
        assertThat(EURO.of(1.005)).isEqualTo(Money.of("1.01", "EUR"));
        assertThat(Unit.of("JPY").orElseThrow().of(12.5)).isEqualTo(Money.of("13", "JPY"));
        assertThat(Unit.of("EURO")).isEmpty();
    }
}
