package isms.risk.round;

import static isms.risk.round.RoundRule.A_CHANGE_OF_A_ROUND_SAYS_WHY;

import isms.platform.decider.Violation;
import java.util.List;

/** Reasons that an auditor will ask for. */
final class Reasons {

    private Reasons() {}

    /** The reason, refused when it is blank. */
    static String given(String reason) {
        if (reason.isBlank()) {
            throw A_CHANGE_OF_A_ROUND_SAYS_WHY.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        return reason.strip();
    }
}
