package isms.platform.command;

import isms.platform.decider.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be claimed about when an imported fact happened. */
enum StatedTime implements Rule {
    IMPORTED_FACTS_LIE_IN_THE_PAST(
            "A fact that is brought in from elsewhere cannot have happened in the future.",
            "State a moment that has passed, or leave it out for what happens now."),
    IMPORTED_FACTS_KEEP_THEIR_ORDER(
            "A fact cannot be stated to have happened before the previous fact of the same aggregate.",
            "Import the facts of one aggregate in the order in which they happened.");

    private final String sentence;
    private final String remedy;

    StatedTime(String sentence, String remedy) {
        this.sentence = sentence;
        this.remedy = remedy;
    }

    /**
     * @param stated when it is said to have happened; null for what happens now
     * @param last when the last fact of the aggregate happened
     * @param now the present moment
     */
    static void check(@Nullable Instant stated, Instant last, Instant now) {
        if (stated == null) {
            return;
        }
        if (stated.isAfter(now)) {
            throw IMPORTED_FACTS_LIE_IN_THE_PAST.violated();
        }
        if (stated.isBefore(last)) {
            throw IMPORTED_FACTS_KEEP_THEIR_ORDER.violated();
        }
    }

    @Override
    public String id() {
        return "ALL-2";
    }

    @Override
    public String clause() {
        return "7.5.3";
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
