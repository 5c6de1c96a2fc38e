package isms.risk.quantification;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to "what if?" (RSK-16). */
@Schema(name = "RiskSimulation")
record RiskSimulation(
        @Schema(description = "Sent again with the same body and years, it gives the same answer")
        long seed,

        @Schema(description = "Simulated years") int years,

        @Schema(description = "All risks together, year by year: bad years of one seldom meet those of another")
        Outlook portfolio,

        @Schema(description = "In the order of the request") List<RiskOutlook> risks) {

    @Schema(name = "Outlook")
    record Outlook(
            LossProfile before,

            @Schema(description = "With the treatments; absent when none is considered") @Nullable
            LossProfile after,

            @Schema(description = "Absent unless every treatment considered says what it costs") @Nullable
            Investment investment) {}

    @Schema(name = "RiskOutlook")
    record RiskOutlook(
            @Schema(examples = "RISK-42") @Nullable String key,
            @Nullable String title,
            Outlook outlook) {}
}
