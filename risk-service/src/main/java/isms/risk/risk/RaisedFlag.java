package isms.risk.risk;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A flag for reassessment as readers see it. */
@Schema(name = "ReassessmentFlag")
public record RaisedFlag(
        @Schema(description = "Identity of the fact that raised it; names the flag when it is dismissed")
        UUID id,

        FlagCause cause,

        @Schema(
                description = "What has happened",
                examples = "The control A.8.13 was found ineffective: two restores failed")
        String what,

        @Schema(description = "Identity of the control, nonconformity or change that it is about")
        UUID about,

        @Schema(description = "When it is said to have happened")
        Instant at,

        @Schema(description = "When the risk was flagged") Instant flaggedAt) {

    static RaisedFlag of(ReassessmentFlag flag, Instant flaggedAt) {
        return new RaisedFlag(flag.source(), flag.cause(), flag.what(), flag.about(), flag.at(), flaggedAt);
    }
}
