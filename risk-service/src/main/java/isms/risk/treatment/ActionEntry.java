package isms.risk.treatment;

import static java.util.Objects.requireNonNull;

import isms.platform.people.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An action of a plan as readers see it. */
@Schema(name = "TreatmentPlanAction")
public record ActionEntry(
        @Schema(description = "From 1 within the plan; never given again")
        int id,

        @Schema(enumeration = {"planned", "in-progress", "done"})
        String status,

        String title,
        @Nullable Subject owner,

        @Schema(description = "The day by which it is to be done, as it is now") @Nullable
        LocalDate targetDate,

        @Schema(description = "The day that the plan named first, where it has been moved since") @Nullable
        LocalDate movedFrom,

        @Schema(description = "Why the day was moved, the last time it was") @Nullable
        String movedBecause,

        String successCriterion,
        String resources,
        List<String> controls,

        @Schema(description = "As last reported, 0 to 100; 100 is done only when somebody else has shown it")
        int percent,

        @Nullable String remark,

        @Schema(description = "When progress was reported first") @Nullable
        Instant startedAt,

        @Schema(description = "What shows that the success criterion is met") @Nullable
        String evidence,

        @Nullable Subject shownDoneBy,
        @Nullable Instant shownDoneAt,

        @Schema(
                description =
                        "When it was recorded that the target date has passed and it is not done; none while the date has "
                                + "not passed, after it was moved, and when it is done")
        @Nullable
        Instant overdueAt) {

    private static final String DONE = "done";

    static ActionEntry planned(TreatmentAction action) {
        return new ActionEntry(
                requireNonNull(action.id()),
                "planned",
                action.title(),
                action.owner(),
                action.targetDate(),
                null,
                null,
                action.successCriterion(),
                action.resources(),
                action.controls(),
                0,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    ActionEntry reported(int share, String words, Instant at) {
        return new ActionEntry(
                id,
                "in-progress",
                title,
                owner,
                targetDate,
                movedFrom,
                movedBecause,
                successCriterion,
                resources,
                controls,
                share,
                words.isEmpty() ? null : words,
                startedAt == null ? at : startedAt,
                null,
                null,
                null,
                overdueAt);
    }

    ActionEntry moved(LocalDate from, LocalDate to, String reason) {
        return new ActionEntry(
                id,
                status,
                title,
                owner,
                to,
                movedFrom == null ? from : movedFrom,
                reason,
                successCriterion,
                resources,
                controls,
                percent,
                remark,
                startedAt,
                null,
                null,
                null,
                null);
    }

    ActionEntry reassigned(Subject other) {
        return new ActionEntry(
                id,
                status,
                title,
                other,
                targetDate,
                movedFrom,
                movedBecause,
                successCriterion,
                resources,
                controls,
                percent,
                remark,
                startedAt,
                null,
                null,
                null,
                overdueAt);
    }

    ActionEntry overdue(Instant at) {
        return new ActionEntry(
                id,
                status,
                title,
                owner,
                targetDate,
                movedFrom,
                movedBecause,
                successCriterion,
                resources,
                controls,
                percent,
                remark,
                startedAt,
                null,
                null,
                null,
                at);
    }

    ActionEntry shownDone(String shown, Subject by, Instant at) {
        return new ActionEntry(
                id,
                DONE,
                title,
                owner,
                targetDate,
                movedFrom,
                movedBecause,
                successCriterion,
                resources,
                controls,
                100,
                remark,
                startedAt == null ? at : startedAt,
                shown,
                by,
                at,
                null);
    }

    boolean isOutstanding() {
        return !status.equals(DONE);
    }
}
