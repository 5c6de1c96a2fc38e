package isms.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What was measured of one side in one stretch of time.
 *
 * @param calls how many were answered
 * @param failures how many were answered with an error, not among the calls
 * @param seconds how long the stretch was
 * @param processor what all parts used of the processors meanwhile; zero when not measured
 * @param latency in microseconds
 */
record Slice(String side, long calls, long failures, double seconds, Duration processor, Histogram latency) {

    double perSecond() {
        return calls / seconds;
    }

    double processorMicrosPerCall() {
        return calls == 0 ? 0 : processor.toNanos() / 1000.0 / calls;
    }

    Slice using(Duration used) {
        return new Slice(side, calls, failures, seconds, used, latency);
    }

    double millisAt(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1000.0;
    }

    @Override
    public String toString() {
        return "%-24s %8.0f/s  p50 %7.2f ms  p99 %7.2f ms  max %7.2f ms  processor %6.0f us%s"
                .formatted(
                        side,
                        perSecond(),
                        millisAt(50),
                        millisAt(99),
                        latency.getMaxValue() / 1000.0,
                        processorMicrosPerCall(),
                        failures == 0 ? "" : "  FAILURES " + failures);
    }
}
