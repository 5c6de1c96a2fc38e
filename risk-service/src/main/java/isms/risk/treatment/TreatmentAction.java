package isms.risk.treatment;

import static isms.risk.treatment.TreatmentRule.ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_REPORTS_ON_AN_ACTION;
import static java.util.Objects.requireNonNullElse;

import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.risk.Roles;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be done for a plan. In a draft it may have gaps.
 *
 * @param id tells it from the plan's other actions, from 1; given by the plan and never given again; null before that
 * @param title what is to be done
 * @param owner who does it
 * @param targetDate the day by which it is to be done
 * @param successCriterion by what one sees that it is done
 * @param resources people, time and money that it takes
 * @param controls references of the plan's controls that it implements
 */
@Schema(name = "TreatmentAction")
public record TreatmentAction(
        @Schema(description = "From 1 within the plan, given by the server; leave it out for a new action") @Nullable
        Integer id,

        @Schema(examples = "Introduce a second factor for remote access")
        String title,

        @Nullable Subject owner,
        @Nullable LocalDate targetDate,

        @Schema(examples = "Nobody logs in from outside with a password alone")
        String successCriterion,

        @Schema(examples = "Two people for a month, 12 000 euro for tokens")
        String resources,

        @Schema(description = "References of the plan's controls that it implements", examples = "[\"A.8.5\"]")
        List<String> controls) {

    public TreatmentAction {
        title = requireNonNullElse(title, "").strip();
        successCriterion = requireNonNullElse(successCriterion, "").strip();
        resources = requireNonNullElse(resources, "").strip();
        controls = List.copyOf(requireNonNullElse(controls, List.of()));
    }

    /** Refuses whoever is neither its owner nor the ISMS manager. */
    void requireReportedBy(Actor actor) {
        if (!actor.has(Roles.ISMS_MANAGER) && !actor.subject().equals(owner)) {
            throw ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_REPORTS_ON_AN_ACTION.violated();
        }
    }

    /** Whether the day by which it is to be done has passed. */
    boolean hasPassed(LocalDate today) {
        return targetDate != null && targetDate.isBefore(today);
    }

    TreatmentAction numbered(int given) {
        return new TreatmentAction(given, title, owner, targetDate, successCriterion, resources, controls);
    }

    TreatmentAction movedTo(LocalDate day) {
        return new TreatmentAction(id, title, owner, day, successCriterion, resources, controls);
    }

    TreatmentAction ownedBy(Subject other) {
        return new TreatmentAction(id, title, other, targetDate, successCriterion, resources, controls);
    }
}
