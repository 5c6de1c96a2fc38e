package isms.risk.heatmap;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How risks moved on the heat map between two moments (RSK-15). */
@Schema(name = "HeatMapMovements")
record Movements(
        RatingKind rating,
        ImpactView impact,
        Instant from,
        Instant to,

        @Schema(description = "`recorded`: by when it was recorded; `stated`: by when it is said to have happened")
        String timeline,

        @Schema(description = "In words, what the selection is narrowed to")
        List<String> selection,

        HeatMap.Comparability comparability,

        @Schema(description = "What a reader must know before comparing, where there is something to know") @Nullable
        String note,

        @Schema(description = "One grid for each methodology version that holds a risk at either moment")
        List<Moved> grids,

        @Schema(
                description =
                        "Risks rated with another methodology version at the second moment: no arrow can say whether they got better")
        List<Rerated> rerated) {

    @Schema(enumeration = {"better", "worse", "level"})
    enum Direction {
        /** Into a lower band. */
        BETTER,
        /** Into a higher band. */
        WORSE,
        /** To another cell of the same band. */
        LEVEL
    }

    @Schema(name = "HeatMapMoved")
    record Moved(
            Grid grid,

            @Schema(description = "Every pair of likelihood and impact, also those without a risk")
            List<Cell> cells,

            List<Arrow> arrows) {}

    /**
     * @param entered came from outside the grid: registered, first rated, or rated with another methodology version before
     * @param left went outside the grid: retired, out of the selection, or rated with another methodology version since
     */
    @Schema(name = "HeatMapMovementCell")
    record Cell(
            int likelihood,
            int impact,
            String band,
            long before,
            long after,

            @Schema(description = "In this cell at both moments")
            long stayed,

            @Schema(description = "On the grid only at the second moment")
            long entered,

            @Schema(description = "On the grid only at the first moment")
            long left) {}

    @Schema(name = "HeatMapArrow")
    record Arrow(
            Grid.Place from,
            Grid.Place to,
            long count,
            Direction direction,

            @Schema(description = "Keys of the risks that moved, at most 20", examples = "[\"RISK-7\"]")
            List<String> risks) {}

    @Schema(name = "HeatMapRerated")
    record Rerated(
            String from,
            String to,
            long count,

            @Schema(description = "Keys of the risks, at most 20", examples = "[\"RISK-7\"]")
            List<String> risks) {}
}
