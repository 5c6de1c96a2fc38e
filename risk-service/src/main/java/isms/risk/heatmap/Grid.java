package isms.risk.heatmap;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one methodology version spans: its likelihoods, its impacts and the band of each pair. Only results of this version
 * may be laid on it.
 */
@Schema(name = "HeatMapGrid")
record Grid(
        UUID methodology,
        @Schema(examples = "METH-1") String key,
        @Schema(examples = "Corporate IT, scored") String title,

        @Schema(description = "Version of the methodology, from 1")
        int version,

        @Schema(description = "Lowest first") List<Level> likelihoods,
        @Schema(description = "Lowest first") List<Level> impacts,
        @Schema(description = "Lowest first") List<Band> bands) {

    @Schema(name = "HeatMapLevel")
    record Level(
            @Schema(examples = "4") int value,
            @Schema(examples = "likely") String name) {}

    /**
     * @param rank 1 is the lowest band of the methodology version
     * @param colour as the methodology lays it down, {@code #rrggbb}
     */
    @Schema(name = "HeatMapBand")
    record Band(
            @Schema(examples = "high") String key,
            @Schema(examples = "High") String name,
            int rank,
            @Schema(examples = "#e8833a") String colour) {}

    /** A pair of likelihood and impact. */
    @Schema(name = "HeatMapPlace")
    record Place(
            @Schema(description = "Value on the likelihood scale", examples = "4")
            int likelihood,

            @Schema(description = "Value on the impact scale", examples = "3")
            int impact) {}

    Band band(String band) {
        return bands.stream()
                .filter(each -> each.key().equals(band))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no band " + band + " in " + caption()));
    }

    String caption() {
        return title + " (" + key + ", version " + version + ")";
    }
}
