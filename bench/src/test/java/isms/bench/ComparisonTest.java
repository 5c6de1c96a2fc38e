package isms.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    /** A side whose call takes a known time. */
    private record Sleeper(String name, long millis, List<String> order) implements Side {
        @Override
        public Caller caller(int index) {
            if (index == 0) {
                order.add(name);
            }
            return () -> Thread.sleep(millis);
        }

        @Override
        public void close() {}
    }

    @Test
    void sides_take_turns_and_the_ratio_is_that_of_their_speeds() throws Exception {
        var order = new ArrayList<String>();
        var result = Comparison.run(
                new Sleeper("a", 5, order),
                new Sleeper("b", 20, order),
                new Comparison.Plan(Duration.ofMillis(50), Duration.ofMillis(400), 1, 2),
                () -> Duration.ZERO,
                () -> Duration.ofMillis(400));

        assertThat(order).containsExactly("a", "b", "a", "b", "b", "a");
        assertThat(result.ratios()).hasSize(2);
        assertThat(result.median()).isBetween(2.0, 6.0);
        assertThat(result.sustained())
                .as("half of A's time went into catching up")
                .isBetween(1.0, 3.0);
    }

    @Test
    void a_stall_counts_for_everyone_who_would_have_called_meanwhile() throws Exception {
        long begin = System.nanoTime();
        try (var timer = Executors.newScheduledThreadPool(2)) {
            // a server that answers nobody during the first 300 ms
            var slice = OpenLoop.run("stalled", 100, Duration.ofMillis(600), intended -> {
                var answer = new CompletableFuture<Void>();
                long left = 300_000_000L - (System.nanoTime() - begin);
                timer.schedule(() -> answer.complete(null), Math.max(0, left), TimeUnit.NANOSECONDS);
                return answer;
            });

            assertThat(slice.calls()).isEqualTo(60);
            assertThat(slice.millisAt(75)).as("half of the calls met the stall").isGreaterThan(100);
        }
    }
}
