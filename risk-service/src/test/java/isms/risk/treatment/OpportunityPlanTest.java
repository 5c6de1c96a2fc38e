package isms.risk.treatment;

import static isms.risk.treatment.SamplePlans.AIM;
import static isms.risk.treatment.SamplePlans.LOGIN;
import static isms.risk.treatment.SamplePlans.MANAGER;
import static isms.risk.treatment.SamplePlans.RISK;
import static isms.risk.treatment.SamplePlans.TYPE;
import static isms.risk.treatment.SamplePlans.WHOLE;
import static isms.risk.treatment.SamplePlans.content;
import static isms.risk.treatment.SamplePlans.drafted;
import static isms.risk.treatment.SamplePlans.opportunity;
import static isms.risk.treatment.TreatmentRule.NOBODY_AVOIDS_OR_RETAINS_AN_OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.testing.Given;
import isms.risk.treatment.TreatmentEvent.TreatmentPlanSubmitted;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-11: plans for opportunities (6.1.1)")
class OpportunityPlanTest {

    private static final PlanContent AVOIDING =
            content(TreatmentOption.AVOID, List.of(), null, "Everything", null, AIM);

    @Test
    @DisplayName("RSK-11: nobody avoids or retains an opportunity, in a draft or later")
    void nobody_avoids_an_opportunity() {
        Given.nothing(TYPE)
                .when(new DraftTreatmentPlan(RISK, opportunity(), AVOIDING, MANAGER.subject()))
                .refusedBy(NOBODY_AVOIDS_OR_RETAINS_AN_OPPORTUNITY, "/option");
        drafted()
                .when(new ReviseTreatmentPlan(
                        old -> content(TreatmentOption.RETAIN, List.of(), null, null, "As it is", AIM),
                        opportunity(),
                        MANAGER.subject()))
                .refusedBy(NOBODY_AVOIDS_OR_RETAINS_AN_OPPORTUNITY, "/option");
        drafted(AVOIDING)
                .when(new SubmitTreatmentPlan(opportunity()))
                .refusedBy(NOBODY_AVOIDS_OR_RETAINS_AN_OPPORTUNITY, "/option");
    }

    @Test
    @DisplayName("RSK-11: to enhance or to share an opportunity takes a plan like any other, and aims at no acceptance")
    void an_opportunity_is_enhanced() {
        drafted(WHOLE)
                .when(new SubmitTreatmentPlan(opportunity()))
                .then(facts -> assertThat(((TreatmentPlanSubmitted) facts.getFirst())
                                .aim()
                                .analysis()
                                .aboveCriteria())
                        .isFalse());
        Given.nothing(TYPE)
                .when(new DraftTreatmentPlan(
                        RISK,
                        opportunity(),
                        content(TreatmentOption.SHARE, List.of(LOGIN), "A partner", null, null, AIM),
                        MANAGER.subject()))
                .facts();
    }
}
