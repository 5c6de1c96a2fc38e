package isms.risk.round;

import static isms.risk.round.SampleRounds.CLOSING;
import static isms.risk.round.SampleRounds.JUNE;
import static isms.risk.round.SampleRounds.SCOPE;
import static isms.risk.round.SampleRounds.retired;
import static isms.risk.round.SampleRounds.risks;
import static isms.risk.round.SampleRounds.standing;

import isms.risk.round.RoundEvent.RisksAdded;
import isms.risk.round.RoundEvent.RisksRemoved;
import isms.risk.round.RoundEvent.RoundClosed;
import isms.risk.round.RoundEvent.RoundDueDateMoved;
import isms.risk.round.RoundEvent.RoundOpened;
import isms.risk.round.RoundEvent.RoundOverdue;
import isms.risk.round.RoundEvent.RoundWithdrawn;
import java.util.List;
import java.util.stream.Stream;

/** One of each. */
public final class SampleRoundFacts {

    private SampleRoundFacts() {}

    public static List<RoundEvent> all() {
        return List.of(
                new RoundOpened(
                        new RoundPlan(
                                "After the second line", Occasion.SIGNIFICANT_CHANGE, "A second production line", JUNE),
                        SCOPE,
                        risks(1, 2, 3)),
                new RisksAdded(risks(4), "Its supplier has changed"),
                new RisksRemoved(risks(2), "Of the first line only"),
                new RoundDueDateMoved(JUNE, JUNE.plusMonths(1), "The plant stands still"),
                new RoundOverdue("After the second line", JUNE.plusMonths(1)),
                new RoundClosed(
                        "After the second line",
                        new RoundPicture(
                                CLOSING,
                                Stream.of(standing(1, true), standing(3, false), retired(4))
                                        .map(PicturedRisk::of)
                                        .toList()),
                        List.of(new LeftOut(risks(3), "Replaced next month")),
                        "One risk is above the criteria"),
                new RoundWithdrawn("Opened over the wrong context"));
    }
}
