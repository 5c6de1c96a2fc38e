package isms.risk.treatment;

import static isms.risk.treatment.SamplePlans.AUTHOR;
import static isms.risk.treatment.SamplePlans.EDITOR;
import static isms.risk.treatment.SamplePlans.MARCH;
import static isms.risk.treatment.SamplePlans.MAY;
import static isms.risk.treatment.SamplePlans.RISK;
import static isms.risk.treatment.SamplePlans.WHOLE;
import static isms.risk.treatment.SamplePlans.aim;

import isms.risk.treatment.TreatmentEvent.ActionOverdue;
import isms.risk.treatment.TreatmentEvent.ActionProgressReported;
import isms.risk.treatment.TreatmentEvent.ActionReassigned;
import isms.risk.treatment.TreatmentEvent.ActionShownDone;
import isms.risk.treatment.TreatmentEvent.ActionTargetDateMoved;
import isms.risk.treatment.TreatmentEvent.NecessaryControlImplemented;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanApproved;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanCompleted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanDrafted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanReturned;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanRevised;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanSubmitted;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanWithdrawn;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One of each. */
public final class SampleTreatmentFacts {

    private SampleTreatmentFacts() {}

    public static List<TreatmentEvent> all() {
        return List.of(
                new TreatmentPlanDrafted(
                        RISK,
                        SamplePlans.content(
                                TreatmentOption.SHARE, List.of(), "An insurer of the works", null, null, null),
                        AUTHOR),
                new TreatmentPlanRevised(WHOLE, EDITOR),
                new TreatmentPlanSubmitted(aim()),
                new TreatmentPlanReturned("Remote maintenance is not in it"),
                new TreatmentPlanApproved(
                        RISK, WHOLE.title(), TreatmentOption.MODIFY, WHOLE.controls(), aim(), Set.of(EDITOR, AUTHOR)),
                new ActionProgressReported(1, 40, "Tokens are handed out"),
                new NecessaryControlImplemented(
                        "A.8.5",
                        UUID.fromString("01920000-0000-7000-8000-0000000000e1"),
                        "CTRL-7",
                        Instant.parse("2026-03-31T08:00:00Z")),
                new ActionTargetDateMoved(1, MARCH, MAY, "Tokens are delivered late"),
                new ActionShownDone(1, "Three test logins were refused"),
                new TreatmentPlanCompleted(RISK),
                new TreatmentPlanWithdrawn(RISK, "Remote access has been abolished"),
                new ActionReassigned(
                        1, SamplePlans.STRANGER.subject(), SamplePlans.DOER.subject(), "Moved to another plant"),
                new ActionOverdue(RISK, 1, "Introduce a second factor", SamplePlans.DOER.subject(), MARCH));
    }
}
