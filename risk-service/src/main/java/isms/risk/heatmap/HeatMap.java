package isms.risk.heatmap;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to "where are our risks?" (RSK-15). */
@Schema(name = "HeatMap")
record HeatMap(
        RatingKind rating,
        ImpactView impact,

        @Schema(description = "The moment that was asked for; absent for now") @Nullable
        Instant asOf,

        @Schema(description = "`recorded`: by when it was recorded; `stated`: by when it is said to have happened")
        String timeline,

        @Schema(description = "In words, what the selection is narrowed to")
        List<String> selection,

        Comparability comparability,

        @Schema(description = "What a reader must know before comparing, where there is something to know") @Nullable
        String note,

        @Schema(description = "One grid for each methodology version within the selection")
        List<Counted> grids,

        @Schema(description = "The contexts within the selection, compared through bands")
        List<ContextBands> contexts,

        @Schema(description = "Risks within the selection that have this rating")
        long total,

        Unrated unrated,
        Untreated untreated) {

    /** Whether everything on the map was rated with one methodology version (RSK-3). */
    @Schema(enumeration = {"single-methodology", "several-methodologies"})
    enum Comparability {
        SINGLE_METHODOLOGY,
        SEVERAL_METHODOLOGIES
    }

    @Schema(name = "HeatMapCounted")
    record Counted(
            Grid grid,

            @Schema(description = "Every pair of likelihood and impact, also those without a risk")
            List<Cell> cells,

            @Schema(description = "Risks in all cells") long total) {}

    @Schema(name = "HeatMapCell")
    record Cell(
            int likelihood,
            int impact,

            @Schema(description = "Key of the band of this pair")
            String band,

            long count,

            @Schema(
                    description =
                            "How many of them have a level in another band: a weighted mean of impacts can fall between two values")
            long ofOtherBand,

            @Schema(description = "The risks in this cell: a link into the register")
            String risks) {}

    /** Risks of one context under one methodology version, by band (RSK-5). */
    @Schema(name = "HeatMapContext")
    record ContextBands(
            UUID context,
            @Schema(examples = "CTX-1") String key,
            String title,
            UUID methodology,
            int methodologyVersion,
            List<BandCount> bands,
            long total) {}

    @Schema(name = "HeatMapBandCount")
    record BandCount(Grid.Band band, long count, String risks) {}

    @Schema(name = "HeatMapUnrated")
    record Unrated(
            @Schema(description = "Risks within the selection that lack this rating: on no grid, but not forgotten")
            long count,

            String risks) {}

    @Schema(name = "HeatMapUntreated")
    record Untreated(
            @Schema(
                    description =
                            "Risks within the selection that are above the criteria with neither a plan under way nor an acceptance in force (RSK-14)")
            long count,

            String risks) {}
}
