package isms.risk.round;

import isms.platform.testing.Given;
import isms.risk.round.RoundEvent.RoundOpened;
import isms.risk.standing.RiskStanding;
import isms.risk.standing.RiskStanding.Level;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A round over three risks. */
public final class SampleRounds {

    static final UUID CONTEXT = UUID.fromString("01920000-0000-7000-8000-0000000000c1");
    static final UUID METHODOLOGY = UUID.fromString("01920000-0000-7000-8000-0000000000a1");
    static final LocalDate JUNE = LocalDate.parse("2026-06-30");
    static final Instant CLOSING = Instant.parse("2026-06-29T15:00:00Z");
    static final RoundPlan YEARLY = new RoundPlan("Yearly assessment", Occasion.PLANNED_INTERVAL, null, JUNE);
    static final RoundScope SCOPE = new RoundScope(List.of(CONTEXT), List.of(), List.of(), List.of(), false, false);

    private SampleRounds() {}

    static UUID risk(int number) {
        return new UUID(0, number);
    }

    static List<UUID> risks(int... numbers) {
        var risks = new ArrayList<UUID>();
        for (int number : numbers) {
            risks.add(risk(number));
        }
        return risks;
    }

    static Given<AssessmentRound, RoundEvent> opened() {
        return Given.facts(new AssessmentRoundType(), new RoundOpened(YEARLY, SCOPE, risks(1, 2, 3)));
    }

    static Level level(String band, int rank, int score, boolean above) {
        return new Level(band, rank, BigDecimal.valueOf(score), above);
    }

    static RiskStanding standing(int number, boolean reassessed) {
        return new RiskStanding(
                risk(number),
                "RISK-" + number,
                "Risk " + number,
                false,
                reassessed,
                CLOSING.minusSeconds(60),
                METHODOLOGY,
                1,
                level("high", 3, 16, true),
                level("medium", 2, 9, false),
                null);
    }

    static RiskStanding retired(int number) {
        return new RiskStanding(
                risk(number), "RISK-" + number, "Risk " + number, true, false, null, null, null, null, null, null);
    }

    static NamedRisks named(String at, RiskStanding... risks) {
        var standings = List.of(risks);
        return NamedRisks.of(at, standings.stream().map(RiskStanding::key).toList(), standings);
    }
}
