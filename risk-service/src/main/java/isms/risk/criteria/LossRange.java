package isms.risk.criteria;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one event costs: at least, most likely, at most. */
@Schema(name = "LossRange")
public record LossRange(
        @Nullable Money minimum,
        @Nullable Money mostLikely,
        @Nullable Money maximum) {

    ThreePoints points() {
        return new ThreePoints(amount(minimum), amount(mostLikely), amount(maximum));
    }

    boolean isIn(String currency) {
        return Stream.of(minimum, mostLikely, maximum)
                .allMatch(money -> money != null && currency.equals(money.currency()));
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }
}
