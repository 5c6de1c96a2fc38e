package isms.risk.risk;

import static isms.risk.risk.RiskRule.NO_ASSESSMENT_BEFORE_THE_ACCEPTANCE_CRITERIA_ARE_APPROVED;

import isms.platform.decider.Refusal;
import isms.risk.context.RiskContext;
import isms.risk.criteria.Criteria;
import isms.risk.methodology.Methodology;
import isms.risk.methodology.Methodology.InUse;
import isms.risk.methodology.Methodology.Work;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The criteria by which the risks of a context are assessed at present.
 *
 * @param applied which they are
 * @param criteria what they say
 */
public record CriteriaInForce(Applied applied, Criteria criteria) {

    /**
     * The criteria in force, refused with what is missing when there are none (RSK-4).
     *
     * @param context identity of the context
     * @param found the context as it is now
     * @param chosen the methodology that the context has chosen, as it is now
     */
    public static CriteriaInForce of(UUID context, RiskContext found, Methodology chosen) {
        UUID methodology = found.defined().methodology();
        if (methodology == null) {
            throw missing("The context of the risk has not chosen a methodology yet.");
        }
        InUse inUse = chosen.inventoried().inUse();
        if (inUse == null) {
            throw missing(why(chosen.inventoried().work()));
        }
        return new CriteriaInForce(
                new Applied(context, methodology, inUse.version()),
                inUse.content().criteria());
    }

    private static String why(@Nullable Work work) {
        if (work == null) {
            return "The methodology of the risk's context has no version.";
        }
        String version = "Version " + work.version() + " of the methodology of the risk's context, \""
                + work.content().title() + "\", ";
        return version
                + switch (work.stage()) {
                    case DRAFT ->
                        work.content().criteria().acceptance() == null
                                ? "is a draft, and its risk acceptance criteria have not been written."
                                : "is a draft: its risk acceptance criteria have been written but not submitted for approval.";
                    case SUBMITTED -> "awaits the approval of its risk acceptance criteria by top management.";
                    case APPROVED -> "is approved with its risk acceptance criteria, but has not been put in use.";
                };
    }

    private static Refusal missing(String what) {
        return NO_ASSESSMENT_BEFORE_THE_ACCEPTANCE_CRITERIA_ARE_APPROVED.violated(what);
    }
}
