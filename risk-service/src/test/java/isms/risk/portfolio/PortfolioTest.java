package isms.risk.portfolio;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isms.platform.decider.Refusal;
import isms.platform.testing.Given;
import isms.risk.portfolio.PortfolioEvent.CurrencyChosen;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RSK-16: the currency of the portfolio")
class PortfolioTest {

    private static final PortfolioType TYPE = new PortfolioType();
    private static final CurrencyChosen EURO = new CurrencyChosen("EUR", null, "The group reports in euro");

    @Test
    @DisplayName("RSK-16: it is chosen once, and with a reason again")
    void it_is_chosen_and_changed() {
        Given.nothing(TYPE)
                .when(new ChooseCurrency("EUR", "The group reports in euro"))
                .then(EURO)
                .when(new ChooseCurrency("EUR", "Once more"))
                .thenNothing()
                .when(new ChooseCurrency("CHF", "Sold to a Swiss group"))
                .then(new CurrencyChosen("CHF", "EUR", "Sold to a Swiss group"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Euro", "eur", "", "XXX", "XAU"})
    @DisplayName("RSK-16: what is no currency that people pay in is refused")
    void no_currency_is_refused(String code) {
        Given.nothing(TYPE)
                .when(new ChooseCurrency(code, "Because"))
                .refusedBy(PortfolioRule.A_PORTFOLIO_COUNTS_IN_A_REAL_CURRENCY, "/currency");
    }

    @Test
    @DisplayName("RSK-16: a choice says why")
    void a_choice_says_why() {
        Given.facts(TYPE, EURO)
                .when(new ChooseCurrency("USD", " "))
                .refusedBy(PortfolioRule.A_CHOICE_OF_CURRENCY_SAYS_WHY, "/reason");
    }

    @Test
    @DisplayName("RSK-16: before the choice there is no currency to estimate in")
    void before_the_choice_there_is_none() {
        assertThatThrownBy(() -> Given.nothing(TYPE).state().currency())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> org.assertj.core.api.Assertions.assertThat(refusal.rule())
                                .isEqualTo(PortfolioRule.A_PORTFOLIO_HAS_ITS_CURRENCY_BEFORE_ANYTHING_IS_ESTIMATED));
    }
}
