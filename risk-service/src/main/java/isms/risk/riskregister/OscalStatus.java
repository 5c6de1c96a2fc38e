package isms.risk.riskregister;

import isms.risk.risk.RiskRegisterEntry;
import isms.risk.treatment.TreatmentPlanEntry;
import java.time.LocalDate;
import java.util.List;

/** How a risk stands in OSCAL's words; the first that applies, from the last to the first here. */
enum OscalStatus {
    /** In the register, and nothing of what follows. */
    OPEN("open"),
    /** Something has happened because of which it is to be assessed again. */
    INVESTIGATING("investigating"),
    /** A plan to retain it waits for the acceptance. */
    DEVIATION_REQUESTED("deviation-requested"),
    /** Its residual level is accepted. */
    DEVIATION_APPROVED("deviation-approved"),
    /** A plan that the risk owner approved is being carried out, whether or not what will remain is accepted already. */
    REMEDIATING("remediating"),
    /** Retired. */
    CLOSED("closed");

    private final String word;

    OscalStatus(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** @param day the day of the moment (UTC) */
    static OscalStatus of(RiskRegisterEntry risk, List<TreatmentPlanEntry> plans, LocalDate day) {
        if (risk.status.equals("retired")) {
            return CLOSED;
        }
        if (plans.stream().anyMatch(plan -> isUnderWay(plan) && !"retain".equals(plan.option))) {
            return REMEDIATING;
        }
        if (isAccepted(risk, day)) {
            return DEVIATION_APPROVED;
        }
        if (plans.stream()
                .anyMatch(plan -> "retain".equals(plan.option)
                        && !plan.status.equals("draft")
                        && !plan.status.equals("withdrawn"))) {
            return DEVIATION_REQUESTED;
        }
        return risk.flagged ? INVESTIGATING : OPEN;
    }

    static boolean isUnderWay(TreatmentPlanEntry plan) {
        return plan.status.equals("approved") || plan.status.equals("in-progress");
    }

    /** The last day of an acceptance may have passed without the system having noted it yet. */
    private static boolean isAccepted(RiskRegisterEntry risk, LocalDate day) {
        return risk.acceptance.equals("accepted") && (risk.acceptedUntil == null || !risk.acceptedUntil.isBefore(day));
    }
}
