package isms.risk.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import isms.platform.decider.Refusal;
import isms.platform.http.JsonStyle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("RSK-16: what can be simulated")
class WhatIfTest {

    private static final ObjectMapper JSON = JsonStyle.apply(new ObjectMapper());

    private static final String FREQUENCY = "{'perYear': 0.5}";
    private static final String LOSS = "{'amount': {'amount': '1000', 'currency': 'EUR'}}";

    @Test
    @DisplayName("RSK-16: the documented example works as it stands")
    void the_example_works() throws Exception {
        MonteCarlo simulation = JSON.readValue(Examples.WHAT_IF, WhatIf.class).simulation(1);
        assertThat(simulation.exposures()).hasSize(2);
        assertThat(simulation.seed()).isEqualTo(20_260_101);
        assertThat(simulation.exposures().getFirst().after()).isNotNull();
        assertThat(simulation.exposures().get(1).before().loss())
                .isEqualTo(new Pert(800, 1_500, 12_000, Confidence.HIGH.weight()));
    }

    @Test
    @DisplayName("RSK-16: years, seed and confidence levels may be left out")
    void the_usual_can_be_left_out() throws Exception {
        MonteCarlo simulation =
                whatIf("{'risks': [" + risk(FREQUENCY, LOSS) + "]}").simulation(77);
        assertThat(simulation.years()).isEqualTo(100_000);
        assertThat(simulation.seed()).isEqualTo(77);
        assertThat(simulation.levels()).extracting(Object::toString).containsExactly("0.9", "0.95", "0.99");
        assertThat(simulation.exposures().getFirst().before())
                .isEqualTo(new LossModel(new Fixed(0.5), new Fixed(1_000)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'minimum': 2, 'mostLikely': 1, 'maximum': 3} | minimum | above the most likely value 1",
                "{'minimum': 1, 'mostLikely': 4, 'maximum': 3} | maximum | below the most likely value 4",
                "{'minimum': -1, 'mostLikely': 1, 'maximum': 3} | minimum | -1 is negative",
                "{'minimum': 1, 'maximum': 3} | mostLikely | is missing",
                "{'perYear': -0.5} | perYear | -0.5 is negative",
                "{'perYear': 1001} | | above 1000 a year",
                "{} | | give either perYear, or minimum",
                "{'perYear': 1, 'minimum': 1} | | not perYear and three points at once",
                "{'perYear': 1, 'confidence': 'low'} | confidence | belongs to minimum",
                "{'lower': {'percentile': 0, 'perYear': 1}, 'upper': {'percentile': 95, 'perYear': 2}} | lower/percentile | 0 is no percentile",
                "{'lower': {'percentile': 1e-999, 'perYear': 1}, 'upper': {'percentile': 95, 'perYear': 2}} | lower/percentile | is no percentile",
                "{'lower': {'percentile': 5, 'perYear': 1}, 'upper': {'percentile': 100, 'perYear': 2}} | upper/percentile | 100 is no percentile",
                "{'lower': {'percentile': 5, 'perYear': 0}, 'upper': {'percentile': 95, 'perYear': 2}} | lower/perYear | above 0",
                "{'lower': {'percentile': 95, 'perYear': 1}, 'upper': {'percentile': 95, 'perYear': 2}} | upper/percentile | above that of lower",
                "{'lower': {'percentile': 5, 'perYear': 2}, 'upper': {'percentile': 95, 'perYear': 2}} | upper/perYear | above that of lower",
                "{'lower': {'percentile': 5, 'perYear': 2}} | upper | is missing",
                "{'lower': {'percentile': 5, 'perYear': 0.00001}, 'upper': {'percentile': 95, 'perYear': 2}} | | 200000 times lower",
            })
    @DisplayName("RSK-16: a range that makes no sense is refused where it stands")
    void a_range_that_makes_no_sense_is_refused(String frequency, String at, String why) {
        assertRefused(
                "{'risks': [" + risk(FREQUENCY, LOSS) + "," + risk(frequency, LOSS) + "]}",
                QuantificationRule.AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED,
                "/risks/1/frequency" + (at == null ? "" : "/" + at),
                why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'risks': []} | /risks | at least one",
                "{} | /risks | at least one",
                "{'risks': [{'frequency': {'perYear': 1}, 'loss': LOSS}]} | /risks/0 | key or a title",
                "{'risks': [{'key': 'R', 'loss': LOSS}]} | /risks/0/frequency | is missing",
                "{'risks': [{'key': 'R', 'frequency': {'perYear': 1}}]} | /risks/0/loss | is missing",
                "{'risks': [{'key': 'R', 'frequency': {'perYear': 1}, 'loss': {'amount': {'amount': '-1', 'currency': 'EUR'}}}]} | /risks/0/loss/amount | -1 is negative",
                "{'risks': [{'key': 'R', 'frequency': {'perYear': 1}, 'loss': {'amount': {'amount': '1e13', 'currency': 'EUR'}}}]} | /risks/0/loss/amount | at most 1000000000000",
                "{'risks': [{'key': 'R', 'frequency': {'perYear': 1}, 'loss': LOSS, 'treatment': {}}]} | /risks/0/treatment | changes nothing",
                "{'risks': [{'key': 'R', 'frequency': {'perYear': 1}, 'loss': LOSS, 'treatment': {'frequency': {'perYear': -1}}}]} | /risks/0/treatment/frequency/perYear | negative",
                "{'risks': [{'key': 'R', 'frequency': {'perYear': 1}, 'loss': LOSS, 'treatment': {'loss': LOSS, 'yearlyCost': {'amount': '0', 'currency': 'EUR'}}}]} | /risks/0/treatment/yearlyCost | must be 0.01 to 1000000000000",
                "{'risks': [{'key': 'R', 'frequency': {'perYear': 1}, 'loss': LOSS, 'treatment': {'loss': LOSS, 'yearlyCost': {'amount': '1e999999999', 'currency': 'EUR'}}}]} | /risks/0/treatment/yearlyCost | must be 0.01 to 1000000000000",
                "{'risks': [{'key': 'R', 'frequency': {'perYear': 1}, 'loss': {'amount': {'amount': '-1e999999999', 'currency': 'EUR'}}}]} | /risks/0/loss/amount | -1E+999999999 is negative",
            })
    @DisplayName("RSK-16: a risk that is not described in numbers is refused")
    void a_risk_without_numbers_is_refused(String body, String at, String why) {
        assertRefused(
                body.replace("LOSS", LOSS), QuantificationRule.AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED, at, why);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, years, 0 is not between 1000 and 500000",
        "-5, 1, 1, years, -5 is not between",
        "500001, 1, 1, years, not between",
        "100000, 201, 1, years, for 99502 years at most",
        "500000, 1, 101, years, simulate 495049 years",
    })
    @DisplayName("RSK-16: too few years, too many, and too many events are refused")
    void a_simulation_is_bounded(int years, int risks, int perYear, String at, String why) {
        String each = risk("{'perYear': " + perYear + "}", LOSS);
        assertRefused(
                "{'years': " + years + ", 'risks': [" + (each + ",").repeat(risks - 1) + each + "]}",
                QuantificationRule.A_SIMULATION_IS_LONG_ENOUGH_TO_TELL_AND_SHORT_ENOUGH_TO_RUN,
                "/" + at,
                why);
    }

    @Test
    @DisplayName("RSK-16: too many risks and a seed that not everyone can read are refused")
    void too_many_risks_and_a_seed_out_of_range_are_refused() {
        String each = risk(FREQUENCY, LOSS);
        assertRefused(
                "{'risks': [" + (each + ",").repeat(500) + each + "]}",
                QuantificationRule.AN_ESTIMATE_IS_A_RANGE_THAT_CAN_BE_SIMULATED,
                "/risks",
                "are 501; at most 500");
        assertRefused(
                "{'seed': 9007199254740992, 'risks': [" + each + "]}",
                QuantificationRule.A_SIMULATION_IS_LONG_ENOUGH_TO_TELL_AND_SHORT_ENOUGH_TO_RUN,
                "/seed",
                "not between 0 and 9007199254740991");
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 0.999, 0.999 needs 10000 years",
        "1000, 1, 1 is not between 0 and 1",
        "1000, 95, 95 is not between 0 and 1",
        "1000, 0, 0 is not between 0 and 1",
        "1000, 1e-999999999, at most 6 decimals",
        "1000, 1e999999999, is not between 0 and 1",
    })
    @DisplayName("RSK-16: a confidence level that leaves no years beyond it is refused, with how many it needs")
    void a_confidence_level_leaves_years(int years, String level, String why) {
        assertRefused(
                "{'years': " + years + ", 'confidenceLevels': [0.9, " + level + "], 'risks': [" + risk(FREQUENCY, LOSS)
                        + "]}",
                QuantificationRule.A_CONFIDENCE_LEVEL_LEAVES_YEARS_BEYOND_IT,
                "/confidenceLevels/1",
                why);
    }

    @Test
    @DisplayName("RSK-16: two currencies, and what is none, are refused")
    void one_currency() {
        assertRefused(
                "{'risks': [" + risk(FREQUENCY, LOSS) + "," + risk(FREQUENCY, LOSS.replace("EUR", "USD")) + "]}",
                QuantificationRule.A_SIMULATION_COUNTS_IN_ONE_CURRENCY,
                "/risks/1/loss/amount",
                "is in USD, the first amount in EUR");
        assertRefused(
                "{'risks': [" + risk(FREQUENCY, LOSS.replace("EUR", "Euro")) + "]}",
                QuantificationRule.A_SIMULATION_COUNTS_IN_ONE_CURRENCY,
                "/risks/0/loss/amount",
                "\"Euro\" is no currency");
    }

    private static String risk(String frequency, String loss) {
        return "{'key': 'RISK-1', 'frequency': " + frequency + ", 'loss': " + loss + "}";
    }

    private static void assertRefused(String body, QuantificationRule rule, String at, String why) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> whatIf(body).simulation(1));
        assertThat(refusal).as(body).isNotNull();
        assertThat(refusal.rule()).isEqualTo(rule);
        assertThat(refusal.violations()).anySatisfy(violation -> {
            assertThat(violation.pointer()).isEqualTo(at);
            assertThat(violation.detail()).contains(why);
        });
    }

    private static WhatIf whatIf(String body) throws Exception {
        return JSON.readValue(body.replace('\'', '"'), WhatIf.class);
    }
}
