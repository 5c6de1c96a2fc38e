package isms.risk.quantification;

import isms.risk.criteria.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/** The currency that all amounts of a simulation are in. */
record Unit(Currency currency) {

    /** By ISO 4217 code; none when there is no such currency. */
    static Optional<Unit> of(String code) {
        return Currency.availableCurrencies()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst()
                .map(Unit::new);
    }

    /** An amount, rounded to the smallest unit of the currency. */
    Money of(double amount) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return new Money(BigDecimal.valueOf(amount).setScale(digits, RoundingMode.HALF_UP), currency.getCurrencyCode());
    }
}
