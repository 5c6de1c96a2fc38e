package isms.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    void sides_take_turns_and_each_pair_gives_a_ratio() throws Exception {
        var order = new ArrayList<String>();
        var result = Comparison.run(
                new Sleeper("a", 5, order),
                new Sleeper("b", 20, order),
                new Comparison.Plan(Duration.ofMillis(50), Duration.ofMillis(400), 1, 2),
                () -> Duration.ZERO,
                () -> Duration.ofMillis(400));

        assertThat(order).containsExactly("a", "b", "a", "b", "b", "a");
        assertThat(result.ratios()).hasSize(2);
    }
}
