package isms.risk.round;

import static isms.risk.round.RoundRule.NO_RISK_IS_LEFT_OUT_WITHOUT_A_REASON;
import static isms.risk.round.RoundRule.THE_RISK_IS_OF_THE_ROUND;

import isms.platform.decider.Violation;
import isms.risk.round.PicturedRisk.Outcome;
import isms.risk.round.RoundEvent.RoundClosed;
import isms.risk.standing.RiskStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * End a round with a picture of its risks.
 *
 * @param standings how the risks of the round stand, in the order of their keys
 * @param excused risks to be left out, each group with its reason; those that were assessed meanwhile need none
 * @param conclusion in words; may be empty
 * @param takenAt when the standings were read
 */
record CloseRound(List<RiskStanding> standings, List<Excused> excused, String conclusion, Instant takenAt)
        implements RoundCommand {

    /** So many are named in a refusal; all are counted. */
    private static final int NAMED = 100;

    /** Risks that a request leaves out for a reason. */
    record Excused(NamedRisks risks, String reason) {}

    @Override
    public List<RoundEvent> decide(AssessmentRound state) {
        var round = state.open();
        var reasons = reasons(round);
        var pictured = standings.stream()
                .filter(standing -> round.risks().contains(standing.risk()))
                .map(PicturedRisk::of)
                .toList();
        var leftOut = pictured.stream()
                .filter(risk -> risk.outcome() == Outcome.LEFT_OUT)
                .toList();
        requireReasons(Stream.concat(
                        leftOut.stream()
                                .filter(risk -> !reasons.containsKey(risk.risk()))
                                .map(PicturedRisk::key),
                        unseen(round, pictured))
                .toList());
        Map<String, List<UUID>> byReason = new LinkedHashMap<>();
        leftOut.forEach(risk -> byReason.computeIfAbsent(reasons.get(risk.risk()), reason -> new ArrayList<>())
                .add(risk.risk()));
        return List.of(new RoundClosed(
                round.plan().title(),
                new RoundPicture(takenAt, pictured),
                byReason.entrySet().stream()
                        .map(group -> new LeftOut(group.getValue(), group.getKey()))
                        .toList(),
                conclusion.strip()));
    }

    private Map<UUID, String> reasons(AssessmentRound.Open round) {
        var reasons = new HashMap<UUID, String>();
        var foreign = new ArrayList<Violation>();
        for (Excused group : excused) {
            foreign.addAll(group.risks().faults(risk -> !round.risks().contains(risk.risk()), "is not of the round"));
            if (!group.reason().isBlank()) {
                group.risks()
                        .ids()
                        .forEach(risk -> reasons.put(risk, group.reason().strip()));
            }
        }
        if (!foreign.isEmpty()) {
            throw THE_RISK_IS_OF_THE_ROUND.violated(foreign);
        }
        return reasons;
    }

    /** Risks of which the register shows nothing: a picture without them would hide them. */
    private static Stream<String> unseen(AssessmentRound.Open round, List<PicturedRisk> pictured) {
        var seen = pictured.stream().map(PicturedRisk::risk).collect(Collectors.toSet());
        return round.risks().stream().filter(risk -> !seen.contains(risk)).map(UUID::toString);
    }

    private static void requireReasons(List<String> unexcused) {
        if (!unexcused.isEmpty()) {
            var named = new ArrayList<Violation>();
            unexcused.stream()
                    .limit(NAMED)
                    .forEach(key -> named.add(
                            new Violation("/leftOut", key + " has not been assessed since the round was opened")));
            if (unexcused.size() > NAMED) {
                named.add(new Violation("/leftOut", "and " + (unexcused.size() - NAMED) + " more"));
            }
            throw NO_RISK_IS_LEFT_OUT_WITHOUT_A_REASON.violated(named);
        }
    }
}
