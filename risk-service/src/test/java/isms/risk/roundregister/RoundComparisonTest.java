package isms.risk.roundregister;

import static org.assertj.core.api.Assertions.assertThat;

import isms.risk.round.AssessmentRoundEntry;
import isms.risk.round.PicturedRisk;
import isms.risk.round.PicturedRisk.Outcome;
import isms.risk.roundregister.RoundComparison.Change;
import isms.risk.standing.RiskStanding.Level;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-9: what has changed from one closed round to the next")
class RoundComparisonTest {

    private static final UUID METHODOLOGY = new UUID(1, 1);

    private static AssessmentRoundEntry round(PicturedRisk... risks) {
        var round = new AssessmentRoundEntry();
        round.id = new UUID(2, risks.length);
        round.key = "ROUND-" + risks.length;
        round.title = "Round";
        round.closedAt = Instant.EPOCH;
        round.pictured = List.of(risks);
        return round;
    }

    private static PicturedRisk risk(int number, int version, @Nullable Level current) {
        return risk(number, version, current, Outcome.ASSESSED);
    }

    private static PicturedRisk risk(int number, int version, @Nullable Level current, Outcome outcome) {
        return new PicturedRisk(
                new UUID(0, number), "RISK-" + number, outcome, METHODOLOGY, version, null, current, null);
    }

    private static Level level(int rank, int score) {
        return new Level("band-" + rank, rank, BigDecimal.valueOf(score), rank > 2);
    }

    private static List<String> keys(List<Change> changes) {
        return changes.stream().map(Change::key).toList();
    }

    @Test
    void risks_rise_fall_appear_go_and_stay() {
        var before = round(
                risk(1, 1, level(2, 6)),
                risk(2, 1, level(3, 12)),
                risk(3, 1, level(2, 6)),
                risk(4, 1, level(1, 2)),
                risk(6, 1, level(3, 9)),
                risk(7, 1, null),
                risk(8, 1, level(1, 1)),
                risk(9, 1, null));
        var now = round(
                risk(1, 1, level(3, 9)),
                risk(2, 1, level(3, 10)),
                risk(3, 1, level(2, 6), Outcome.LEFT_OUT),
                risk(5, 1, level(3, 9)),
                risk(6, 1, level(3, 9), Outcome.RETIRED),
                risk(7, 1, level(1, 1)),
                risk(8, 1, null),
                risk(9, 1, null));
        var comparison = RoundComparison.of(now, before, RatingKind.CURRENT, Map.of(new UUID(0, 1), "Ransomware"));
        assertThat(keys(comparison.rose())).containsExactly("RISK-1");
        assertThat(keys(comparison.fell())).containsExactly("RISK-2");
        assertThat(keys(comparison.stayed())).containsExactly("RISK-3", "RISK-9");
        assertThat(keys(comparison.appeared())).containsExactly("RISK-5", "RISK-7");
        assertThat(keys(comparison.gone())).containsExactly("RISK-8", "RISK-4", "RISK-6");
        assertThat(comparison.counts()).isEqualTo(new RoundComparison.Counts(1, 1, 2, 3, 2, 2, 3));
        assertThat(comparison.rose().getFirst().title()).isEqualTo("Ransomware");
        assertThat(comparison.stayed().getFirst().reassessed()).isFalse();
        assertThat(comparison.rose().getFirst().reassessed()).isTrue();
    }

    @Test
    @DisplayName("RSK-3, RSK-5: across versions of a methodology bands are compared, not scores, and it is said")
    void across_versions_bands_are_compared() {
        var comparison = RoundComparison.of(
                round(risk(1, 2, level(2, 40)), risk(2, 2, level(3, 1))),
                round(risk(1, 1, level(2, 6)), risk(2, 1, level(2, 6))),
                RatingKind.CURRENT,
                Map.of());
        assertThat(keys(comparison.stayed())).containsExactly("RISK-1");
        assertThat(keys(comparison.rose())).containsExactly("RISK-2");
        assertThat(comparison.rose().getFirst().methodologyChanged()).isTrue();
    }

    @Test
    void without_a_round_before_all_have_appeared() {
        var comparison = RoundComparison.of(round(risk(1, 1, level(2, 6))), null, RatingKind.CURRENT, Map.of());
        assertThat(keys(comparison.appeared())).containsExactly("RISK-1");
        assertThat(comparison.before()).isNull();
        assertThat(RoundComparison.of(round(risk(1, 1, level(2, 6))), null, RatingKind.INHERENT, Map.of())
                        .appeared()
                        .getFirst()
                        .to())
                .isNull();
    }
}
