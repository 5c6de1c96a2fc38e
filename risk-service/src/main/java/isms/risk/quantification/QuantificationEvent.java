package isms.risk.quantification;

import isms.platform.decider.Fact;
import isms.risk.risk.Applied;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to the estimate of a risk in money. Its aggregate has the id of the risk. */
public sealed interface QuantificationEvent {

    /**
     * A risk was estimated in numbers; the estimate before, if there was one, holds no longer.
     *
     * @param risk identity of the risk
     * @param title of the risk as it was then
     * @param context identity of the risk's context
     * @param currency ISO 4217 code of all amounts
     * @param current as it stands, with the controls of today
     * @param treated with the treatment that is planned; null when none is
     * @param rationale on what the estimate rests
     * @param expected expected annual loss as it stands
     * @param expectedTreated expected annual loss with the treatment
     * @param applied the methodology in use in the context then; null when none was
     * @param notAcceptableFrom expected annual loss from which the acceptance criteria reject a risk; null where the
     *     methodology does not count in this currency
     */
    @Fact(
            type = "risk-quantified",
            clauses = {"6.1.2 d", "6.1.2 e", "8.2"})
    record RiskQuantified(
            UUID risk,
            String title,
            UUID context,
            String currency,
            Estimates current,
            @Nullable Estimates treated,
            String rationale,
            ExpectedLoss expected,
            @Nullable ExpectedLoss expectedTreated,
            @Nullable Applied applied,
            @Nullable BigDecimal notAcceptableFrom)
            implements QuantificationEvent {

        /** The estimates as people say them. */
        public String inWords() {
            return current.inWords() + (treated == null ? "" : "; with the treatment " + treated.inWords());
        }
    }
}
