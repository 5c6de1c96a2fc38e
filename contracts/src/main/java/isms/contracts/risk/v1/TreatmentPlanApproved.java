package isms.contracts.risk.v1;

import isms.contracts.EventType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The owner of a risk has approved the plan of its treatment, which someone else wrote (6.1.3 f).
 *
 * @param plan identity of the plan
 * @param key key of the plan that people use, for example PLAN-7
 * @param risk identity of the risk
 * @param title the plan in one line
 * @param option what is to be done about the risk
 * @param controls the controls that the treatment needs, from any source
 * @param residual the level aimed at
 * @param methodology identity of the methodology that the level aimed at was rated with
 * @param methodologyVersion version of the methodology that was applied
 * @param authors subject ids of everyone who wrote some of it
 * @param approver subject id of the risk owner
 * @param context identity of the context that the risk is in; null in facts from before it was told
 */
@EventType("isms.risk.treatment-plan-approved.v1")
public record TreatmentPlanApproved(
        UUID plan,
        String key,
        UUID risk,
        String title,
        String option,
        List<TreatmentControl> controls,
        Rating residual,
        UUID methodology,
        int methodologyVersion,
        List<String> authors,
        String approver,
        @Nullable UUID context)
        implements RiskFact {}
