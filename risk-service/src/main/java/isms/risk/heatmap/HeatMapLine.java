package isms.risk.heatmap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The heat map in a spreadsheet: a line for each cell of each grid, also for those without a risk, and a last one for the risks that
 * are on no grid.
 *
 * @param methodology key of the methodology; null for what is on no grid, as all but {@code risks} is then
 * @param ofOtherBand how many of the risks have a level in another band than that of the cell
 */
record HeatMapLine(
        @Nullable String methodology,
        @Nullable String title,
        @Nullable Integer version,
        @Nullable Integer likelihood,
        @Nullable String likelihoodName,
        @Nullable Integer impact,
        @Nullable String impactName,
        @Nullable String band,
        String bandName,
        long risks,
        long ofOtherBand) {

    private static final String ON_NO_GRID = "without this rating";

    static List<HeatMapLine> of(HeatMap map) {
        var lines = new ArrayList<HeatMapLine>();
        for (HeatMap.Counted counted : map.grids()) {
            Grid grid = counted.grid();
            for (HeatMap.Cell cell : counted.cells()) {
                lines.add(new HeatMapLine(
                        grid.key(),
                        grid.title(),
                        grid.version(),
                        cell.likelihood(),
                        name(grid.likelihoods(), cell.likelihood()),
                        cell.impact(),
                        name(grid.impacts(), cell.impact()),
                        cell.band(),
                        grid.band(cell.band()).name(),
                        cell.count(),
                        cell.ofOtherBand()));
            }
        }
        lines.add(new HeatMapLine(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ON_NO_GRID,
                map.unrated().count(),
                0));
        return lines;
    }

    private static @Nullable String name(List<Grid.Level> levels, int value) {
        return levels.stream()
                .filter(level -> level.value() == value)
                .map(Grid.Level::name)
                .findFirst()
                .orElse(null);
    }
}
