package isms.risk.criteria;

import isms.risk.criteria.AcceptanceCriteria.Intolerable;
import isms.risk.criteria.LevelDetermination.ExpectedAnnualLoss;
import isms.risk.criteria.LevelDetermination.Matrix;
import isms.risk.criteria.LevelDetermination.Product;
import java.math.BigDecimal;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Complete criteria of each kind, as small as they can be, and ratings to go with them. */
public final class SampleCriteria {

    private static final AcceptanceCriteria UP_TO_MEDIUM =
            new AcceptanceCriteria("medium", Authority.RISK_OWNER, Authority.TOP_MANAGEMENT, List.of());
    private static final Occasions YEARLY = new Occasions(Period.ofYears(1), List.of("A significant incident"));

    private SampleCriteria() {}

    /** Corporate IT: five by five, score = likelihood x worst impact, acceptable up to 11. */
    public static Criteria scored() {
        return new Criteria(
                scale(1, 2, 3, 4, 5),
                List.of(business("financial"), regulatory("fines")),
                Combination.MAXIMUM,
                new Product(),
                List.of(band("low", 1), band("medium", 6), band("high", 12), band("critical", 20)),
                UP_TO_MEDIUM,
                YEARLY);
    }

    /** As {@link #scored()}, with impacts combined by weights: financial counts three times as much as fines. */
    public static Criteria weighted() {
        return new Criteria(
                scale(1, 2, 3, 4, 5),
                List.of(
                        new ImpactDimension(
                                "financial",
                                "Financial",
                                ImpactKind.BUSINESS,
                                scale(1, 2, 3, 4, 5),
                                BigDecimal.valueOf(3)),
                        new ImpactDimension(
                                "fines", "Fines", ImpactKind.REGULATORY, scale(1, 2, 3, 4, 5), BigDecimal.ONE)),
                Combination.WEIGHTED,
                new Product(),
                List.of(band("low", 1), band("medium", 6), band("high", 12), band("critical", 20)),
                UP_TO_MEDIUM,
                YEARLY);
    }

    /** Control systems: three by three with a matrix; the worst impact on safety is never acceptable. */
    public static Criteria matrix() {
        return new Criteria(
                scale(1, 2, 3),
                List.of(
                        new ImpactDimension("safety", "Safety of people", ImpactKind.BUSINESS, scale(1, 2, 3), null),
                        new ImpactDimension("availability", "Availability", ImpactKind.BUSINESS, scale(1, 2, 3), null)),
                Combination.MAXIMUM,
                new Matrix(List.of(
                        List.of("low", "low", "medium"),
                        List.of("low", "medium", "high"),
                        List.of("medium", "high", "high"))),
                List.of(band("low"), band("medium"), band("high")),
                new AcceptanceCriteria(
                        "medium",
                        Authority.RISK_OWNER,
                        Authority.TOP_MANAGEMENT,
                        List.of(new Intolerable("safety", 3))),
                YEARLY);
    }

    /** Money: level = expected annual loss in euro. */
    public static Criteria quantitative() {
        Scale frequencies = Scale.of(
                new ScaleLevel(1, "rare", "Less than once in ten years", BigDecimal.ZERO),
                new ScaleLevel(2, "possible", "Once in one to ten years", new BigDecimal("0.1")),
                new ScaleLevel(3, "frequent", "Once a year or more", BigDecimal.ONE));
        Scale losses = Scale.of(
                new ScaleLevel(1, "small", "Less than 10 000 euro", BigDecimal.ZERO),
                new ScaleLevel(2, "considerable", "10 000 to 1 000 000 euro", new BigDecimal("10000")),
                new ScaleLevel(3, "large", "1 000 000 euro or more", new BigDecimal("1000000")));
        return new Criteria(
                frequencies,
                List.of(
                        new ImpactDimension("financial", "Financial", ImpactKind.BUSINESS, losses, null),
                        new ImpactDimension("fines", "Fines", ImpactKind.REGULATORY, losses, null)),
                Combination.TOTAL,
                new ExpectedAnnualLoss("EUR"),
                List.of(band("low", 0), band("medium", 20_000), band("high", 100_000)),
                UP_TO_MEDIUM,
                YEARLY);
    }

    /** These criteria without risk acceptance criteria. */
    public static Criteria withoutAcceptance(Criteria criteria) {
        return new Criteria(
                criteria.likelihood(),
                criteria.dimensions(),
                criteria.combination(),
                criteria.level(),
                criteria.bands(),
                null,
                criteria.occasions());
    }

    /** A rating with a rationale everywhere; impacts in the order of the dimensions. */
    public static Rating rating(Criteria criteria, int likelihood, int... impacts) {
        Map<String, ImpactRating> impact = new TreeMap<>();
        for (int i = 0; i < impacts.length; i++) {
            impact.put(criteria.dimensions().get(i).key(), ImpactRating.of(impacts[i], "as in the last incident"));
        }
        return new Rating(LikelihoodRating.of(likelihood, "seen in our sector"), impact);
    }

    /** A rating in money for {@link #quantitative()}: the most likely values, with half and double as the range. */
    public static Rating estimate(String perYear, String financial, String fines) {
        return new Rating(
                new LikelihoodRating(null, frequency(new BigDecimal(perYear)), "seen in our sector"),
                Map.of("financial", loss(financial), "fines", loss(fines)));
    }

    private static FrequencyRange frequency(BigDecimal most) {
        return new FrequencyRange(half(most), most, twice(most));
    }

    private static ImpactRating loss(String most) {
        BigDecimal amount = new BigDecimal(most);
        return new ImpactRating(
                null,
                new LossRange(
                        new Money(half(amount), "EUR"), new Money(amount, "EUR"), new Money(twice(amount), "EUR")),
                "as in the last incident");
    }

    private static BigDecimal half(BigDecimal amount) {
        return amount.multiply(new BigDecimal("0.5"));
    }

    private static BigDecimal twice(BigDecimal amount) {
        return amount.multiply(BigDecimal.TWO);
    }

    /** A scale with these values. */
    public static Scale scale(int... values) {
        return new Scale(Arrays.stream(values)
                .mapToObj(value -> new ScaleLevel(value, "level " + value, "what level " + value + " means"))
                .toList());
    }

    private static ImpactDimension business(String key) {
        return new ImpactDimension(key, key, ImpactKind.BUSINESS, scale(1, 2, 3, 4, 5), null);
    }

    private static ImpactDimension regulatory(String key) {
        return new ImpactDimension(key, key, ImpactKind.REGULATORY, scale(1, 2, 3, 4, 5), null);
    }

    private static Band band(String key) {
        return new Band(key, key, "#2f9e44", null);
    }

    private static Band band(String key, long from) {
        return new Band(key, key, "#2f9e44", BigDecimal.valueOf(from));
    }
}
