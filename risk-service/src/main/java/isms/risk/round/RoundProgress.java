package isms.risk.round;

import isms.risk.standing.RoundCounts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a round is. */
@Schema(name = "AssessmentRoundProgress")
public record RoundProgress(
        @Schema(description = "Risks assessed since the round was opened")
        int assessed,

        @Schema(description = "Risks retired meanwhile: nothing is left to assess")
        int retired,

        @Schema(description = "Risks still to be assessed; of a closed round, those left out")
        int outstanding,

        @Schema(description = "Share of the risks with which nothing is left to do, 0 to 100")
        int percent) {

    public static RoundProgress of(RoundCounts counts) {
        return of(counts.risks(), counts.assessed(), counts.retired());
    }

    static RoundProgress of(int risks, int assessed, int retired) {
        return new RoundProgress(
                assessed,
                retired,
                risks - assessed - retired,
                risks == 0 ? 100 : (int) (100L * (assessed + retired) / risks));
    }
}
