package isms.risk.roundregister;

import isms.risk.round.AssessmentRoundEntry;
import isms.risk.round.PicturedRisk;
import isms.risk.round.PicturedRisk.Outcome;
import isms.risk.standing.RiskStanding.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What has changed from one closed round to another. Within one version of a methodology levels are compared by score, across
 * versions by band alone, and each such risk says so.
 */
@Schema(name = "AssessmentRoundComparison")
public record RoundComparison(
        Taken round,

        @Schema(
                description =
                        "The round that it is compared with; absent when there is none before it of the same scope")
        @Nullable
        Taken before,

        @Schema(
                description = "Which levels are compared",
                enumeration = {"inherent", "current", "residual"})
        String rating,

        Counts counts,

        @Schema(description = "Risks whose level is higher than in the round before")
        List<Change> rose,

        @Schema(description = "Risks whose level is lower") List<Change> fell,

        @Schema(description = "Risks that the round before did not have, or had without this rating")
        List<Change> appeared,

        @Schema(description = "Risks that only the round before had, that are retired, or that have lost this rating")
        List<Change> gone,

        @Schema(description = "Risks whose level is the same")
        List<Change> stayed) {

    /** A closed round. */
    @Schema(name = "ComparedRound")
    public record Taken(
            UUID id, @Schema(examples = "ROUND-3") String key, String title, Instant closedAt) {

        static Taken of(AssessmentRoundEntry round) {
            return new Taken(round.id, round.key, round.title, Objects.requireNonNull(round.closedAt));
        }
    }

    /** How many there are of each. */
    @Schema(name = "ComparedCounts")
    public record Counts(
            int rose,
            int fell,
            int appeared,
            int gone,
            int stayed,

            @Schema(description = "Risks above the acceptance criteria in the round before")
            int aboveCriteriaBefore,

            @Schema(description = "Risks above the acceptance criteria in this round")
            int aboveCriteria) {}

    /** A risk, then and now. */
    @Schema(name = "ComparedRisk")
    public record Change(
            UUID risk,

            @Schema(examples = "RISK-42") String key,
            @Nullable String title,
            @Nullable Level from,
            @Nullable Level to,

            @Schema(description = "Whether it was assessed in this round, and not left out of it")
            boolean reassessed,

            @Schema(
                    description =
                            "Whether another methodology, or another version of it, was applied: then only the bands are compared")
            boolean methodologyChanged) {}

    /**
     * @param before the round that it is compared with, if there is one
     * @param titles of the risks, by identity
     */
    static RoundComparison of(
            AssessmentRoundEntry round,
            @Nullable AssessmentRoundEntry before,
            RatingKind rating,
            Map<UUID, String> titles) {
        Map<UUID, PicturedRisk> earlier = live(before == null ? List.of() : before.pictured);
        Map<UUID, PicturedRisk> later = live(round.pictured);
        var rose = new ArrayList<Change>();
        var fell = new ArrayList<Change>();
        var appeared = new ArrayList<Change>();
        var gone = new ArrayList<Change>();
        var stayed = new ArrayList<Change>();
        later.forEach((id, now) -> {
            PicturedRisk then = earlier.remove(id);
            Level from = then == null ? null : rating.of(then);
            Level to = rating.of(now);
            boolean changed = then != null
                    && from != null
                    && to != null
                    && !(Objects.equals(then.methodology(), now.methodology())
                            && Objects.equals(then.version(), now.version()));
            var change =
                    new Change(id, now.key(), titles.get(id), from, to, now.outcome() == Outcome.ASSESSED, changed);
            if (then == null || (from == null && to != null)) {
                appeared.add(change);
            } else if (from != null && to == null) {
                gone.add(change);
            } else {
                int direction = from == null || to == null ? 0 : compare(from, to, changed);
                (direction > 0 ? rose : direction < 0 ? fell : stayed).add(change);
            }
        });
        earlier.forEach((id, then) ->
                gone.add(new Change(id, then.key(), titles.get(id), rating.of(then), null, false, false)));
        return new RoundComparison(
                Taken.of(round),
                before == null ? null : Taken.of(before),
                rating.name().toLowerCase(java.util.Locale.ROOT),
                new Counts(
                        rose.size(),
                        fell.size(),
                        appeared.size(),
                        gone.size(),
                        stayed.size(),
                        above(before == null ? List.of() : before.pictured, rating),
                        above(round.pictured, rating)),
                rose,
                fell,
                appeared,
                gone,
                stayed);
    }

    private static int compare(Level from, Level to, boolean byBandOnly) {
        int bands = Integer.compare(to.rank(), from.rank());
        return bands != 0 || byBandOnly ? bands : to.level().compareTo(from.level());
    }

    /** Those that are still risks, in the order of their keys. */
    private static Map<UUID, PicturedRisk> live(List<PicturedRisk> risks) {
        var live = new LinkedHashMap<UUID, PicturedRisk>();
        risks.stream().filter(risk -> risk.outcome() != Outcome.RETIRED).forEach(risk -> live.put(risk.risk(), risk));
        return live;
    }

    private static int above(List<PicturedRisk> risks, RatingKind rating) {
        return (int) risks.stream()
                .filter(risk -> risk.outcome() != Outcome.RETIRED)
                .map(rating::of)
                .filter(level -> level != null && level.above())
                .count();
    }
}
