package isms.risk.quantification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * The worst years of a portfolio beyond a confidence level, each with its weight in the tail. The mean of a risk's losses in
 * these years is its contribution to the tail value at risk (the principle of Euler: D. Tasche 1999): the contributions of all
 * risks add up to it.
 *
 * @param years their numbers, ascending
 * @param weights 1 within the tail; those on its border share what is left of it
 * @param size of the tail in years
 */
record WorstYears(int[] years, double[] weights, double size) {

    /** @param losses of the portfolio by year; not changed */
    static WorstYears of(double[] losses, BigDecimal level) {
        BigDecimal within = level.multiply(BigDecimal.valueOf(losses.length));
        int rank = Math.max(1, within.setScale(0, RoundingMode.CEILING).intValueExact());
        double size = BigDecimal.valueOf(losses.length).subtract(within).doubleValue();
        double[] sorted = losses.clone();
        Arrays.sort(sorted);
        double border = sorted[rank - 1];
        int beyond = 0;
        int on = 0;
        for (double loss : losses) {
            if (loss > border) {
                beyond++;
            } else if (loss == border) {
                on++;
            }
        }
        // a border without any loss contributes nothing, and may be most of all years
        boolean counts = border > 0;
        int[] years = new int[beyond + (counts ? on : 0)];
        double[] weights = new double[years.length];
        int next = 0;
        for (int year = 0; year < losses.length; year++) {
            if (losses[year] > border || counts && losses[year] == border) {
                years[next] = year;
                weights[next++] = losses[year] > border ? 1 : (size - beyond) / on;
            }
        }
        return new WorstYears(years, weights, size);
    }

    /** Mean of a risk's losses in these years. */
    double mean(double[] losses) {
        double sum = 0;
        for (int i = 0; i < years.length; i++) {
            sum += weights[i] * losses[years[i]];
        }
        return sum / size;
    }
}
