package isms.risk.quantification;

import isms.risk.criteria.Money;
import isms.risk.quantification.FrequencyEstimate.FrequencyPercentile;
import isms.risk.quantification.LossEstimate.LossPercentile;
import isms.risk.quantification.PlanQuantificationEvent.PlanQuantified;
import isms.risk.quantification.QuantificationEvent.RiskQuantified;
import isms.risk.risk.Applied;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of each, and estimates of every form. */
public final class SampleQuantificationFacts {

    static final UUID RISK = UUID.fromString("01920000-0000-7000-8000-00000000002a");
    static final UUID CONTEXT = UUID.fromString("01920000-0000-7000-8000-0000000000c1");
    static final UUID METHODOLOGY = UUID.fromString("01920000-0000-7000-8000-0000000000a1");
    static final UUID PLAN = UUID.fromString("01920000-0000-7000-8000-000000000007");

    private SampleQuantificationFacts() {}

    public static List<QuantificationEvent> all() {
        return List.of(new RiskQuantified(
                RISK,
                "Ransomware stops order processing",
                CONTEXT,
                "EUR",
                new Estimates(often("0.1", "0.3", "1"), between("40000", "900000")),
                new Estimates(often("0.05", "0.1", "0.4"), null),
                "Losses as the insurer reports them",
                new ExpectedLoss(new BigDecimal("112345.67"), "high", 3, true),
                new ExpectedLoss(new BigDecimal("43000"), "medium", 2, false),
                new Applied(CONTEXT, METHODOLOGY, 2),
                new BigDecimal("100000")));
    }

    public static List<PlanQuantificationEvent> ofPlans() {
        return List.of(new PlanQuantified(
                PLAN,
                "A second factor for remote access",
                RISK,
                "EUR",
                range("25000", "35000", "60000", Confidence.HIGH),
                known("12000"),
                3,
                new BigDecimal("0.05"),
                new Estimates(
                        new FrequencyEstimate(
                                null,
                                null,
                                null,
                                null,
                                null,
                                new FrequencyPercentile(new BigDecimal("5"), new BigDecimal("0.02")),
                                new FrequencyPercentile(new BigDecimal("95"), new BigDecimal("0.3"))),
                        null),
                "Two offers",
                new BigDecimal("73500")));
    }

    static FrequencyEstimate often(String minimum, String mostLikely, String maximum) {
        return new FrequencyEstimate(
                null, new BigDecimal(minimum), new BigDecimal(mostLikely), new BigDecimal(maximum), null, null, null);
    }

    static FrequencyEstimate rate(String perYear) {
        return new FrequencyEstimate(new BigDecimal(perYear), null, null, null, null, null, null);
    }

    static LossEstimate between(String five, String ninetyFive) {
        return new LossEstimate(
                null,
                null,
                null,
                null,
                null,
                new LossPercentile(new BigDecimal("5"), euro(five)),
                new LossPercentile(new BigDecimal("95"), euro(ninetyFive)));
    }

    static LossEstimate known(String amount) {
        return new LossEstimate(euro(amount), null, null, null, null, null, null);
    }

    static LossEstimate range(String minimum, String mostLikely, String maximum, @Nullable Confidence confidence) {
        return new LossEstimate(null, euro(minimum), euro(mostLikely), euro(maximum), confidence, null, null);
    }

    static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }
}
