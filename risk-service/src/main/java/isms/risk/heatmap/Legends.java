package isms.risk.heatmap;

import isms.risk.criteria.Band;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.Scale;
import isms.risk.heatmap.Grid.Level;
import isms.risk.heatmap.Grid.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What counted values mean: the methodology versions that they were rated with, and the contexts by title.
 *
 * @param methodologies only those versions that were asked for
 * @param contexts all contexts of the organization
 */
record Legends(List<Methodology> methodologies, List<Context> contexts) {

    record Version(UUID methodology, int version) {}

    record Methodology(UUID id, String key, int version, String title, Criteria criteria) {}

    record Context(UUID id, String key, String title) {}

    /** The grid of a methodology version, with the band of every place. */
    record Laid(Grid grid, Map<Place, String> bands) {}

    Map<Version, Laid> grids() {
        Map<Version, Laid> grids = new LinkedHashMap<>();
        methodologies.forEach(each -> grids.put(new Version(each.id(), each.version()), laid(each)));
        return grids;
    }

    private static Laid laid(Methodology methodology) {
        Criteria criteria = methodology.criteria();
        List<Level> likelihoods = levels(criteria.likelihood());
        List<Level> impacts = levels(criteria.impactScale());
        List<Grid.Band> bands = new ArrayList<>();
        for (Band band : criteria.bands()) {
            bands.add(new Grid.Band(band.key(), band.name(), criteria.rankOf(band), band.colour()));
        }
        Map<Place, String> places = new LinkedHashMap<>();
        for (Level likelihood : likelihoods) {
            for (Level impact : impacts) {
                places.put(
                        new Place(likelihood.value(), impact.value()),
                        criteria.bandAt(likelihood.value(), impact.value()).key());
            }
        }
        return new Laid(
                new Grid(
                        methodology.id(),
                        methodology.key(),
                        methodology.title(),
                        methodology.version(),
                        likelihoods,
                        impacts,
                        bands),
                places);
    }

    private static List<Level> levels(Scale scale) {
        return scale.levels().stream()
                .map(level -> new Level(level.value(), level.name()))
                .toList();
    }
}
