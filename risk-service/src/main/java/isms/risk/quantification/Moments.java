package isms.risk.quantification;

/**
 * Mean and spread of values drawn independently.
 *
 * @param count at least 2
 */
record Moments(double mean, double variance, int count) {

    static Moments of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Moments(mean, squares / (values.length - 1), values.length);
    }

    /** Of the differences between two series of the same years. */
    static Moments ofDifferences(double[] from, double[] less) {
        double sum = 0;
        for (int i = 0; i < from.length; i++) {
            sum += from[i] - less[i];
        }
        double mean = sum / from.length;
        double squares = 0;
        for (int i = 0; i < from.length; i++) {
            double off = from[i] - less[i] - mean;
            squares += off * off;
        }
        return new Moments(mean, squares / (from.length - 1), from.length);
    }

    double standardDeviation() {
        return Math.sqrt(variance);
    }

    /** Standard deviation of the mean. */
    double standardError() {
        return Math.sqrt(variance / count);
    }
}
