package isms.risk.round;

import isms.risk.round.PicturedRisk.Outcome;
import isms.risk.standing.RiskStanding.Level;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The picture of a closed round in numbers; retired risks are in none but their own. */
@Schema(name = "AssessmentRoundPicture")
public record RoundSummary(
        @Schema(description = "When the register was read") Instant takenAt,

        @Schema(description = "Risks assessed since the round was opened")
        int assessed,

        @Schema(description = "Risks that were not, each with a reason")
        int leftOut,

        @Schema(description = "Risks retired meanwhile") int retired,

        Stage inherent,
        Stage current,
        Stage residual,

        @Schema(
                description =
                        "By which methodologies the risks were assessed. With more than one, bands of one key may mean different things")
        List<Applied> methodologies) {

    /** One of the ratings over all risks. */
    @Schema(name = "AssessmentRoundStage")
    public record Stage(
            @Schema(description = "From the highest band to the lowest")
            List<BandCount> bands,

            @Schema(description = "Risks that the acceptance criteria reject at this level")
            int aboveCriteria,

            @Schema(description = "Risks without this rating")
            int unrated) {}

    /** How many risks are in a band. */
    @Schema(name = "AssessmentRoundBand")
    public record BandCount(
            @Schema(description = "Key of the band", examples = "high")
            String band,

            int rank,
            int risks) {}

    /** How many risks were assessed by a version of a methodology. */
    @Schema(name = "AssessmentRoundMethodology")
    public record Applied(UUID methodology, int version, int risks) {}

    private record Band(int rank, String key) {}

    static RoundSummary of(RoundPicture picture) {
        var live = picture.risks().stream()
                .filter(risk -> risk.outcome() != Outcome.RETIRED)
                .toList();
        return new RoundSummary(
                picture.takenAt(),
                count(picture, Outcome.ASSESSED),
                count(picture, Outcome.LEFT_OUT),
                count(picture, Outcome.RETIRED),
                stage(live, PicturedRisk::inherent),
                stage(live, PicturedRisk::current),
                stage(live, PicturedRisk::residual),
                methodologies(live));
    }

    private static int count(RoundPicture picture, Outcome outcome) {
        return (int) picture.risks().stream()
                .filter(risk -> risk.outcome() == outcome)
                .count();
    }

    private static Stage stage(List<PicturedRisk> risks, Function<PicturedRisk, @Nullable Level> rating) {
        List<Level> levels = risks.stream()
                .flatMap(risk -> Stream.ofNullable(rating.apply(risk)))
                .toList();
        Map<Band, Integer> bands = levels.stream()
                .collect(Collectors.toMap(
                        level -> new Band(level.rank(), level.band()),
                        level -> 1,
                        Integer::sum,
                        () -> new TreeMap<>(
                                Comparator.comparing(Band::rank).reversed().thenComparing(Band::key))));
        return new Stage(
                bands.entrySet().stream()
                        .map(band ->
                                new BandCount(band.getKey().key(), band.getKey().rank(), band.getValue()))
                        .toList(),
                (int) levels.stream().filter(Level::above).count(),
                risks.size() - levels.size());
    }

    private record Version(UUID methodology, int number) {}

    private static List<Applied> methodologies(List<PicturedRisk> risks) {
        return risks.stream()
                .flatMap(risk -> {
                    UUID methodology = risk.methodology();
                    Integer version = risk.version();
                    return methodology == null || version == null
                            ? Stream.empty()
                            : Stream.of(new Version(methodology, version));
                })
                .collect(Collectors.toMap(
                        version -> version,
                        version -> 1,
                        Integer::sum,
                        () -> new TreeMap<>(
                                Comparator.comparing(Version::methodology).thenComparing(Version::number))))
                .entrySet()
                .stream()
                .map(version -> new Applied(
                        version.getKey().methodology(), version.getKey().number(), version.getValue()))
                .toList();
    }
}
