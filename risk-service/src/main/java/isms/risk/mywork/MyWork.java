package isms.risk.mywork;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What waits for somebody, the most urgent first.
 *
 * @param today the day (UTC) by which dates have passed or not
 * @param total how much waits in all
 * @param overdue how much of it is overdue
 * @param counts how much waits of each kind, whatever the request narrows
 */
@Schema(name = "MyWork")
record MyWork(
        @Schema(description = "Subject id of whom it waits for")
        String subject,

        LocalDate today,

        @Schema(description = "How much waits in all") long total,

        @Schema(description = "How much of it is overdue") long overdue,

        @Schema(description = "How much waits of each kind", examples = "{\"assess-risk\": 2, \"carry-out-action\": 1}")
        SequencedMap<String, Long> counts,

        @Schema(
                description =
                        "Overdue first, then what is due within 30 days, then the rest, the longest waiting first")
        List<Item> items) {

    /** One thing that waits. */
    @Schema(name = "WorkItem")
    record Item(
            @Schema(
                    description = "What is to be done",
                    enumeration = {
                        "assess-risk",
                        "reassess-risk",
                        "decide-on-opportunity",
                        "approve-plan",
                        "revise-plan",
                        "carry-out-action",
                        "show-action-done",
                        "approve-methodology",
                        "revise-methodology",
                        "accept-residual-risk",
                        "answer-flag"
                    })
            String kind,

            @Schema(enumeration = {"overdue", "soon", "open"})
            String urgency,

            UUID id,
            @Schema(examples = "RISK-42") String key,

            @Schema(description = "Id of the action within the plan") @Nullable
            Integer action,

            String title,

            @Schema(description = "Why it waits, as a sentence")
            String why,

            @Nullable LocalDate due,

            @Schema(description = "Since when it waits") Instant since,

            @Schema(
                    description = "Where it can be read",
                    examples = "/api/v1/risks/01920000-0000-7000-8000-00000000002a")
            String link) {}
}
