package isms.risk.quantification;

import isms.risk.quantification.MonteCarlo.Apportioned;
import isms.risk.quantification.MonteCarlo.Shares;
import isms.risk.quantification.RiskSimulation.Outlook;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.rng.JumpableUniformRandomProvider;
import org.apache.commons.rng.LongJumpableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;

/** The years of one simulation while it runs, and how work on them is shared out. Runs within a pool. */
final class SimulatedYears {

    private static final int BLOCK = 4_096;

    /** Years in memory at once, beside those of the portfolio: 2 x 3.2 MB. */
    private static final int AT_ONCE = 400_000;

    private final MonteCarlo asked;
    private final boolean treated;
    private final double[] portfolioBefore;
    private final double[] portfolioAfter;
    private final double[] portfolioSavings = new double[Investment.DRAWS];
    private final double[][] before;
    private final double[][] after;

    SimulatedYears(MonteCarlo asked) {
        this.asked = asked;
        treated = asked.exposures().stream().anyMatch(exposure -> exposure.after() != null);
        int batch = Math.max(1, Math.min(asked.exposures().size(), AT_ONCE / asked.years()));
        portfolioBefore = new double[asked.years()];
        portfolioAfter = new double[treated ? asked.years() : 0];
        before = new double[batch][asked.years()];
        after = new double[batch][treated ? asked.years() : 0];
    }

    RiskSimulation simulated() {
        List<RiskSimulation.RiskOutlook> risks = outlooks();
        return new RiskSimulation(asked.seed(), asked.years(), portfolio(), risks);
    }

    /** The years are drawn once more when the worst of the portfolio are known: to keep all of them takes too much memory. */
    Apportioned apportioned() {
        List<RiskSimulation.RiskOutlook> risks = outlooks();
        List<WorstYears> worstBefore = worst(portfolioBefore);
        List<WorstYears> worstAfter = worst(portfolioAfter);
        RiskSimulation simulation = new RiskSimulation(asked.seed(), asked.years(), portfolio(), risks);
        List<Shares> sharesBefore = new ArrayList<>();
        List<Shares> sharesAfter = new ArrayList<>();
        draw(
                false,
                (exposure, place, dice) -> List.of(
                        shares(before[place], worstBefore),
                        shares(exposure.after() == null ? before[place] : after[place], worstAfter)),
                both -> {
                    sharesBefore.add(both.getFirst());
                    if (treated) {
                        sharesAfter.add(both.getLast());
                    }
                });
        return new Apportioned(simulation, List.copyOf(sharesBefore), List.copyOf(sharesAfter));
    }

    private List<WorstYears> worst(double[] portfolio) {
        return portfolio.length == 0
                ? List.of()
                : asked.levels().stream()
                        .map(level -> WorstYears.of(portfolio, level))
                        .toList();
    }

    private static Shares shares(double[] losses, List<WorstYears> worst) {
        return new Shares(
                Moments.of(losses).mean(),
                worst.stream().map(years -> years.mean(losses)).toList());
    }

    private List<RiskSimulation.RiskOutlook> outlooks() {
        List<RiskSimulation.RiskOutlook> risks = new ArrayList<>();
        draw(true, this::summed, summed -> {
            add(summed.savings());
            risks.add(new RiskSimulation.RiskOutlook(
                    summed.exposure().key(), summed.exposure().title(), summed.outlook()));
        });
        return List.copyOf(risks);
    }

    /** Sums up the years of a risk that are in memory at a place. */
    private interface Sum<T> {
        T of(Exposure exposure, int place, Dice dice);
    }

    /**
     * Draws the years of all risks, batch by batch, and sums each up while it is in memory.
     *
     * @param adding whether they are added to those of the portfolio
     * @param taking the sums in the order of the risks
     */
    private <T> void draw(boolean adding, Sum<T> sum, Consumer<T> taking) {
        var source = (LongJumpableUniformRandomProvider) RandomSource.XO_SHI_RO_256_PP.create(asked.seed());
        for (int first = 0; first < asked.exposures().size(); first += before.length) {
            List<Exposure> batch = asked.exposures()
                    .subList(
                            first,
                            Math.min(first + before.length, asked.exposures().size()));
            List<Dice> dice = batch.stream()
                    .map(exposure -> exposure.risk() == null
                            ? Dice.next(source)
                            : Dice.next(OwnDice.of(asked.seed(), exposure.risk())))
                    .toList();
            ForkJoinTask.invokeAll(blocks(batch, dice, adding));
            List<ForkJoinTask<T>> sums = IntStream.range(0, batch.size())
                    .mapToObj(i -> ForkJoinTask.adapt(() -> sum.of(batch.get(i), i, dice.get(i))))
                    .toList();
            ForkJoinTask.invokeAll(sums);
            sums.forEach(each -> taking.accept(each.join()));
        }
    }

    private List<ForkJoinTask<?>> blocks(List<Exposure> batch, List<Dice> dice, boolean adding) {
        List<ForkJoinTask<?>> blocks = new ArrayList<>();
        for (int from = 0; from < asked.years(); from += BLOCK) {
            int first = from;
            int end = Math.min(from + BLOCK, asked.years());
            List<BlockDice> own = dice.stream()
                    .map(each ->
                            new BlockDice(each.before().jump(), each.after().jump()))
                    .toList();
            blocks.add(ForkJoinTask.adapt(() -> simulate(batch, own, first, end, adding)));
        }
        return blocks;
    }

    private void simulate(List<Exposure> batch, List<BlockDice> dice, int from, int to, boolean adding) {
        for (int i = 0; i < batch.size(); i++) {
            LossModel treatment = batch.get(i).after();
            fill(before[i], batch.get(i).before().years(dice.get(i).before()), from, to);
            if (treatment != null) {
                fill(after[i], treatment.years(dice.get(i).after()), from, to);
            }
            if (adding) {
                add(portfolioBefore, before[i], from, to);
                if (treated) {
                    add(portfolioAfter, treatment == null ? before[i] : after[i], from, to);
                }
            }
        }
    }

    private static void fill(double[] losses, ContinuousSampler years, int from, int to) {
        for (int year = from; year < to; year++) {
            losses[year] = years.sample();
        }
    }

    private static void add(double[] sums, double[] losses, int from, int to) {
        for (int year = from; year < to; year++) {
            sums[year] += losses[year];
        }
    }

    private record Summed(Exposure exposure, Outlook outlook, double[] savings) {}

    private Summed summed(Exposure exposure, int place, Dice dice) {
        LossModel treatment = exposure.after();
        if (treatment == null) {
            return new Summed(exposure, new Outlook(profile(before[place]), null, null), new double[0]);
        }
        double[] savings = savings(exposure.before(), treatment, dice.rates());
        // the years are matched before profiles sort them
        Moments avoided = Moments.ofDifferences(before[place], after[place]);
        Investment investment =
                exposure.yearlyCost() > 0 ? Investment.of(exposure.yearlyCost(), avoided, savings, asked.unit()) : null;
        return new Summed(exposure, new Outlook(profile(before[place]), profile(after[place]), investment), savings);
    }

    /** What is avoided on average, for rates that may be the true ones. */
    private static double[] savings(LossModel before, LossModel after, UniformRandomProvider dice) {
        ContinuousSampler ratesBefore = before.frequency().sampler(dice);
        ContinuousSampler ratesAfter = after.frequency().sampler(dice);
        double[] savings = new double[Investment.DRAWS];
        double lossBefore = before.loss().mean();
        double lossAfter = after.loss().mean();
        for (int i = 0; i < savings.length; i++) {
            savings[i] = ratesBefore.sample() * lossBefore - ratesAfter.sample() * lossAfter;
        }
        return savings;
    }

    private void add(double[] savings) {
        for (int i = 0; i < savings.length; i++) {
            portfolioSavings[i] += savings[i];
        }
    }

    private Outlook portfolio() {
        if (!treated) {
            return new Outlook(profile(portfolioBefore), null, null);
        }
        Moments avoided = Moments.ofDifferences(portfolioBefore, portfolioAfter);
        Investment investment = investment(avoided);
        return new Outlook(profile(portfolioBefore), profile(portfolioAfter), investment);
    }

    private @Nullable Investment investment(Moments avoided) {
        boolean costsKnown =
                asked.exposures().stream().allMatch(exposure -> exposure.after() == null || exposure.yearlyCost() > 0);
        double cost =
                asked.exposures().stream().mapToDouble(Exposure::yearlyCost).sum();
        return costsKnown ? Investment.of(cost, avoided, portfolioSavings, asked.unit()) : null;
    }

    private LossProfile profile(double[] losses) {
        return LossProfile.of(losses, asked.levels(), asked.unit());
    }

    /** The dice of one risk. */
    private record Dice(
            JumpableUniformRandomProvider before, JumpableUniformRandomProvider after, UniformRandomProvider rates) {

        static Dice next(LongJumpableUniformRandomProvider source) {
            return new Dice(source.longJump(), source.longJump(), source.longJump());
        }
    }

    /** The dice of one block of years of one risk. */
    private record BlockDice(UniformRandomProvider before, UniformRandomProvider after) {}
}
