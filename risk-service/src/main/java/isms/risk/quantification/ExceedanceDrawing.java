package isms.risk.quantification;

import isms.platform.drawing.Head;
import isms.platform.drawing.Palette;
import isms.platform.drawing.Svg;
import isms.risk.criteria.Money;
import isms.risk.quantification.LossProfile.Exceedance;
import isms.risk.quantification.RiskSimulation.Outlook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The loss exceedance curve of the portfolio as a picture: the loss of a year to the right, each step ten times the one
 * before; upwards the probability of losing that much or more. Before and after differ in colour and in the stroke.
 */
public final class ExceedanceDrawing {

    private static final int WIDTH = 860;
    private static final int LEFT = 84;
    private static final int PLOT = WIDTH - LEFT - 2 * Head.MARGIN;
    private static final int HEIGHT = 360;
    private static final int FEET = 112;
    private static final String BEFORE = "#8a2a0b";
    private static final String AFTER = "#0b5c7a";

    private final Svg svg;
    private final int top;
    private final int lowest;
    private final int highest;

    static String draw(RiskSimulation simulation) {
        return draw(
                simulation.portfolio(), simulation.risks().size(), years(simulation.years(), simulation.seed()), null);
    }

    /** The curve of what is recorded, with what it leaves out. */
    public static String draw(PortfolioSimulation simulation) {
        PortfolioSimulation.Inputs inputs = simulation.inputs();
        return draw(
                simulation.portfolio(),
                inputs.simulated(),
                years(simulation.years(), simulation.seed()) + " \u00b7 estimates as of " + Head.moment(inputs.asOf()),
                inputs.simulated() < inputs.registered()
                        ? "%d of %d registered threats are estimated and simulated; what the others may cost is not in this picture."
                                .formatted(inputs.simulated(), inputs.registered())
                        : null);
    }

    private static String years(int years, long seed) {
        return String.format(Locale.ROOT, "%,d simulated years \u00b7 seed %d", years, seed);
    }

    private static String draw(Outlook portfolio, int risks, String subtitle, @Nullable String note) {
        String currency = portfolio.before().expectedAnnualLoss().currency();
        Head head = new Head(
                "Loss exceedance curve, " + (risks == 1 ? "1 risk" : risks + " risks together"), subtitle, note);
        int top = head.head(WIDTH) + 16;
        Svg svg = new Svg(WIDTH, top + HEIGHT + FEET, head.title(), description(portfolio));
        head.draw(svg, WIDTH);
        ExceedanceDrawing drawing = new ExceedanceDrawing(svg, top, portfolio);
        drawing.axes(currency);
        drawing.curve(portfolio.before(), BEFORE, "none");
        LossProfile after = portfolio.after();
        if (after != null) {
            drawing.curve(after, AFTER, "9 5");
        }
        drawing.key(portfolio.before(), after);
        return svg.finish();
    }

    private ExceedanceDrawing(Svg svg, int top, Outlook portfolio) {
        this.svg = svg;
        this.top = top;
        List<Double> losses = Stream.of(portfolio.before(), portfolio.after())
                .flatMap(profile -> profile == null ? Stream.of() : profile.exceedance().stream())
                .map(point -> Math.log10(Math.max(1, point.loss().amount().doubleValue())))
                .toList();
        lowest = (int) Math.floor(losses.stream().min(Double::compare).orElse(0.0));
        highest = Math.max(
                lowest + 1, (int) Math.ceil(losses.stream().max(Double::compare).orElse(1.0)));
    }

    private void axes(String currency) {
        for (int percent = 0; percent <= 100; percent += 20) {
            double y = y(percent / 100.0);
            line("M" + LEFT + " " + Svg.number(y) + " h" + PLOT, percent == 0 ? 0.8 : 0.15);
            svg.text(LEFT - 8, y + 4, 12, percent + " %", "text-anchor", "end");
        }
        for (int power = lowest; power <= highest; power++) {
            double x = x(Math.pow(10, power));
            line("M" + Svg.number(x) + " " + top + " v" + HEIGHT, 0.15);
            svg.text(x, top + HEIGHT + 20, 12, amount(Math.pow(10, power)), "text-anchor", "middle");
        }
        svg.text(
                LEFT + PLOT / 2.0,
                top + HEIGHT + 44,
                13,
                "Loss of a year in " + currency + " (k thousand, M million, bn thousand million)",
                "text-anchor",
                "middle");
        double middle = top + HEIGHT / 2.0;
        svg.text(
                0,
                0,
                13,
                "Probability of losing this much or more",
                "text-anchor",
                "middle",
                "transform",
                "translate(" + (Head.MARGIN + 8) + " " + Svg.number(middle) + ") rotate(-90)");
    }

    private void curve(LossProfile profile, String colour, String dashes) {
        if (profile.exceedance().isEmpty()) {
            return;
        }
        StringBuilder path = new StringBuilder();
        // smaller losses than the smallest simulated one are reached as often
        path.append("M").append(LEFT).append(' ').append(Svg.number(y(profile.chanceOfLoss())));
        for (Exceedance point : profile.exceedance()) {
            path.append(" L")
                    .append(Svg.number(x(point.loss().amount().doubleValue())))
                    .append(' ')
                    .append(Svg.number(y(point.probability())));
        }
        svg.empty(
                "path",
                "d",
                path,
                "fill",
                "none",
                "stroke",
                colour,
                "stroke-width",
                2.5,
                "stroke-linejoin",
                "round",
                "stroke-dasharray",
                dashes);
    }

    private void key(LossProfile before, @Nullable LossProfile after) {
        int y = top + HEIGHT + 76;
        key(y, BEFORE, "none", after == null ? "as it stands" : "before treatment", before);
        if (after != null) {
            key(y + 22, AFTER, "9 5", "after treatment", after);
        }
    }

    private void key(int y, String colour, String dashes, String name, LossProfile profile) {
        svg.empty(
                "path",
                "d",
                "M" + LEFT + " " + y + " h38",
                "stroke",
                colour,
                "stroke-width",
                2.5,
                "stroke-dasharray",
                dashes);
        svg.text(LEFT + 48, y + 4, 13, name + ": " + inWords(profile, 99));
    }

    private void line(String path, double opacity) {
        svg.empty("path", "d", path, "stroke", Palette.INK, "stroke-opacity", opacity, "fill", "none");
    }

    private double x(double amount) {
        double log = Math.log10(Math.max(1, amount));
        return LEFT + PLOT * (log - lowest) / (highest - lowest);
    }

    private double y(double probability) {
        return top + HEIGHT * (1 - probability);
    }

    private static String description(Outlook portfolio) {
        LossProfile after = portfolio.after();
        return after == null
                ? "As it stands: " + inWords(portfolio.before(), 90, 95, 99) + "."
                : "Before treatment: %s. After treatment: %s."
                        .formatted(inWords(portfolio.before(), 90, 95, 99), inWords(after, 90, 95, 99));
    }

    private static String inWords(LossProfile profile, int... percentiles) {
        StringBuilder words = new StringBuilder(money(profile.expectedAnnualLoss()) + " a year expected");
        for (int percentile : percentiles) {
            profile.percentiles().stream()
                    .filter(each -> each.percentile() == percentile)
                    .forEach(each -> words.append(
                            ", %s or more in one of %d years".formatted(money(each.loss()), 100 / (100 - percentile))));
        }
        return words.toString();
    }

    private static String money(Money money) {
        return money.currency() + " " + amount(money.amount().doubleValue());
    }

    /** An amount in three digits, as people say it. */
    private static String amount(double amount) {
        if (amount < 999.5) {
            return rounded(amount);
        }
        return amount < 999_500
                ? rounded(amount / 1e3) + " k"
                : amount < 999_500_000 ? rounded(amount / 1e6) + " M" : rounded(amount / 1e9) + " bn";
    }

    private static String rounded(double value) {
        int digits = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
        return BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
