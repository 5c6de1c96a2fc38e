package isms.risk.quantification;

/**
 * What a treatment plan costs.
 *
 * @param once at the beginning
 * @param yearly at the end of each year
 * @param years at least 1
 * @param discountRate by which what comes a year later counts less, 0 or more
 */
record PlanCost(Distribution once, Distribution yearly, int years, double discountRate) {

    /** Expected cost of all years together, not discounted. */
    double mean() {
        return once.mean() + years * yearly.mean();
    }

    /** What all years together cost at least, not discounted; a lognormal cost is above 0 and counts as something. */
    double least() {
        return least(once) + years * least(yearly);
    }

    private static double least(Distribution cost) {
        return cost instanceof LogNormal positive ? positive.quantiles().applyAsDouble(1e-9) : cost.least();
    }

    /** What money of a year is worth at the beginning, from the first year on. */
    double[] worth() {
        double[] worth = new double[years];
        for (int year = 0; year < years; year++) {
            worth[year] = Math.pow(1 + discountRate, -(year + 1.0));
        }
        return worth;
    }
}
