package isms.risk.attention;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the register stands in a few numbers, none of them hidden behind another (RSK-14). Retired risks are not among them.
 *
 * @param today the day by which dates have passed
 */
@Schema(name = "RiskSummary")
record RiskSummary(
        @Schema(description = "The moment that was asked for; absent for now") @Nullable
        Instant asOf,

        @Schema(description = "`recorded`: by when it was recorded; `stated`: by when it is said to have happened")
        String timeline,

        @Schema(description = "The day by which dates have passed (UTC)")
        LocalDate today,

        @Schema(description = "All risks that are not retired")
        Counted total,

        @Schema(description = "Never assessed: nobody knows their level")
        Counted unassessed,

        @Schema(description = "Due for another assessment by the interval of their methodology, and late")
        Counted reassessmentOverdue,

        @Schema(description = "The acceptance criteria reject the current level")
        Counted aboveCriteria,

        @Schema(
                description =
                        "Above the criteria, and neither a plan under way that the risk owner approved nor an acceptance in force. "
                                + "A plan to retain the risk is no treatment: it needs an acceptance")
        Counted untreated,

        @Schema(description = "How many of the untreated have a plan that waits for the risk owner")
        long untreatedAwaitingApproval,

        @Schema(description = "With an acceptance in force") Counted accepted,

        @Schema(description = "Accepted by top management at a level above the criteria")
        Counted acceptedAboveCriteria,

        @Schema(
                description =
                        "The current level is above the criteria, the accepted one within them, and no approved plan leads there: "
                                + "somebody relies on a treatment that nobody has planned")
        Counted acceptedWithoutPlan,

        @Schema(description = "Acceptances in force that end within 30 days: renew them, or be ready")
        Counted acceptanceEnding,

        @Schema(description = "Open again: the last acceptance was revoked, has expired or has become stale")
        Counted acceptanceEnded,

        @Schema(description = "Treatment plans being carried out with an action whose target date has passed")
        PlansCounted plansOverdue) {

    @Schema(name = "RiskSummaryCount")
    record Counted(
            long count,

            @Schema(description = "Exactly these risks: a link into the register")
            String risks) {}

    @Schema(name = "RiskSummaryPlanCount")
    record PlansCounted(
            long count,

            @Schema(description = "The plans: a link into their list, which is not narrowed by risks")
            String plans) {}
}
