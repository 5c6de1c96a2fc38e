package isms.risk.risk;

import static isms.risk.criteria.SampleCriteria.estimate;
import static isms.risk.criteria.SampleCriteria.rating;
import static isms.risk.risk.RiskRule.AN_EXISTING_CONTROL_IS_NAMED_AND_JUDGED;
import static isms.risk.risk.RiskRule.A_LOWERED_LEVEL_NAMES_ITS_CONTROLS;
import static isms.risk.risk.RiskRule.A_RATING_IS_ON_THE_SCALE_WHOLE_AND_REASONED;
import static isms.risk.risk.RiskRule.A_RETIRED_RISK_REMAINS_AS_IT_IS;
import static isms.risk.risk.RiskRule.CONTROLS_NEVER_RAISE_THE_LEVEL;
import static isms.risk.risk.RiskRule.NO_ASSESSMENT_BEFORE_THE_ACCEPTANCE_CRITERIA_ARE_APPROVED;
import static isms.risk.risk.RiskRule.ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_DECIDES_ON_A_RISK;
import static isms.risk.risk.RiskRule.SAFETY_AT_STAKE_IS_RATED_AS_SUCH;
import static isms.risk.risk.RiskRule.THE_CURRENT_LEVEL_IS_ALWAYS_ASSESSED;
import static isms.risk.risk.SampleRisks.CONTEXT;
import static isms.risk.risk.SampleRisks.MANAGER;
import static isms.risk.risk.SampleRisks.OWNER;
import static isms.risk.risk.SampleRisks.RANSOMWARE;
import static isms.risk.risk.SampleRisks.STRANGER;
import static isms.risk.risk.SampleRisks.described;
import static isms.risk.risk.SampleRisks.registered;
import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.decider.Refusal;
import isms.risk.context.ContextDescription;
import isms.risk.context.RiskContext;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.ImpactRating;
import isms.risk.criteria.LikelihoodRating;
import isms.risk.criteria.MethodKind;
import isms.risk.criteria.Rating;
import isms.risk.criteria.SampleCriteria;
import isms.risk.methodology.Content;
import isms.risk.methodology.Methodology;
import isms.risk.methodology.Methodology.InUse;
import isms.risk.methodology.Methodology.Inventoried;
import isms.risk.methodology.Methodology.Stage;
import isms.risk.methodology.Methodology.Work;
import isms.risk.risk.RiskEvent.RiskAssessed;
import isms.risk.risk.RiskEvent.RiskRetired;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-4, RSK-7, RSK-8: assessing a risk")
class AssessRiskTest {

    private static final UUID METHODOLOGY = UUID.fromString("01920000-0000-7000-8000-0000000000a1");
    private static final RiskContext CHOSEN =
            new RiskContext.Defined(new ContextDescription("Corporate IT", ""), METHODOLOGY);
    private static final Criteria SCORED = SampleCriteria.scored();
    private static final List<ExistingControl> MALWARE_PROTECTION =
            List.of(new ExistingControl("A.8.7", Effectiveness.EFFECTIVE, "All clients report daily"));

    @Nested
    @DisplayName("RSK-4: no assessment before the acceptance criteria are approved")
    class BeforeTheCriteriaAreApproved {

        @Test
        void without_a_chosen_methodology() {
            var undecided = new RiskContext.Defined(new ContextDescription("Corporate IT", ""), null);

            assertThat(refusedBy(new AssessRisk(current(3, 3, 3), undecided, new Methodology.None(), OWNER)))
                    .hasMessage("The context of the risk has not chosen a methodology yet.");
        }

        @Test
        void while_the_acceptance_criteria_are_not_written() {
            var work = work(Stage.DRAFT, SampleCriteria.withoutAcceptance(SCORED));

            assertThat(refusedBy(assess(current(3, 3, 3), work))).hasMessageContaining("have not been written");
        }

        @Test
        void while_they_are_not_submitted() {
            assertThat(refusedBy(assess(current(3, 3, 3), work(Stage.DRAFT, SCORED))))
                    .hasMessageContaining("not submitted for approval");
        }

        @Test
        void while_they_await_approval() {
            assertThat(refusedBy(assess(current(3, 3, 3), work(Stage.SUBMITTED, SCORED))))
                    .hasMessageContaining("awaits the approval");
        }

        @Test
        void while_the_approved_version_is_not_in_use() {
            assertThat(refusedBy(assess(current(3, 3, 3), work(Stage.APPROVED, SCORED))))
                    .hasMessageContaining("has not been put in use");
        }

        private static Refusal refusedBy(AssessRisk command) {
            var refused = registered().when(command);
            refused.refusedBy(NO_ASSESSMENT_BEFORE_THE_ACCEPTANCE_CRITERIA_ARE_APPROVED);
            return refused.refused();
        }

        private static Methodology work(Stage stage, Criteria criteria) {
            return new Inventoried(
                    MethodKind.SEMI_QUANTITATIVE, 1, new Work(1, stage, content(criteria), Set.of()), null);
        }
    }

    @Nested
    @DisplayName("RSK-7: what an analysis says")
    class Analysing {

        @Test
        void an_assessment_records_every_level_with_the_version_of_the_criteria() {
            var assessment = new Assessment(
                    rating(SCORED, 4, 5, 3),
                    rating(SCORED, 3, 4, 3),
                    rating(SCORED, 2, 3, 3),
                    rating(SCORED, 2, 2, 3),
                    MALWARE_PROTECTION);

            RiskAssessed fact = assessed(assess(assessment, inUse(7, SCORED)));

            assertThat(fact.applied()).isEqualTo(new Applied(CONTEXT, METHODOLOGY, 7));
            assertThat(fact.inherent()).isEqualTo(analysis(assessment.inherent(), true));
            assertThat(fact.current()).isEqualTo(analysis(assessment.current(), true));
            assertThat(fact.target()).isEqualTo(analysis(assessment.target(), false));
            assertThat(fact.residual()).isEqualTo(analysis(assessment.residual(), false));
            assertThat(fact.existingControls()).isEqualTo(MALWARE_PROTECTION);
            assertThat(fact.reassessWithin()).isEqualTo(Period.ofYears(1));
        }

        @Test
        void the_current_level_is_enough_and_always_needed() {
            assertThat(assessed(assess(current(3, 3, 3))).inherent()).isNull();
            registered()
                    .when(assess(new Assessment(rating(SCORED, 3, 3, 3), null, null, null, List.of())))
                    .refusedBy(THE_CURRENT_LEVEL_IS_ALWAYS_ASSESSED, "/current");
        }

        @Test
        void values_off_the_scale_are_refused_by_name_with_what_is_allowed() {
            var refused = registered().when(assess(current(6, 0, 3)));

            refused.refusedBy(
                    A_RATING_IS_ON_THE_SCALE_WHOLE_AND_REASONED,
                    "/current/likelihood/value",
                    "/current/impact/financial/value");
            assertThat(refused.refused().violations().getFirst().detail())
                    .isEqualTo(
                            "6 is off the scale; allowed: 1 (level 1), 2 (level 2), 3 (level 3), 4 (level 4), 5 (level 5)");
        }

        @Test
        void a_missing_dimension_is_refused_by_name() {
            registered()
                    .when(assess(current(3, 3)))
                    .refusedBy(A_RATING_IS_ON_THE_SCALE_WHOLE_AND_REASONED, "/current/impact/fines");
        }

        @Test
        void an_unknown_dimension_is_refused_by_name() {
            var odd = new Rating(
                    LikelihoodRating.of(3, "why"),
                    Map.of(
                            "financial", ImpactRating.of(3, "why"),
                            "fines", ImpactRating.of(3, "why"),
                            "a/b~c", ImpactRating.of(3, "why")));

            registered()
                    .when(assess(only(odd)))
                    .refusedBy(A_RATING_IS_ON_THE_SCALE_WHOLE_AND_REASONED, "/current/impact/a~1b~0c");
        }

        @Test
        void a_missing_rationale_or_value_is_refused_by_name() {
            var mute = new Rating(
                    new LikelihoodRating(null, null, "why"),
                    Map.of("financial", ImpactRating.of(3, " "), "fines", new ImpactRating(3, null, null)));

            registered()
                    .when(assess(only(mute)))
                    .refusedBy(
                            A_RATING_IS_ON_THE_SCALE_WHOLE_AND_REASONED,
                            "/current/likelihood/value",
                            "/current/impact/financial/rationale",
                            "/current/impact/fines/rationale");
        }

        @Test
        void every_rating_of_an_assessment_is_checked() {
            var assessment = new Assessment(
                    rating(SCORED, 9, 3, 3),
                    rating(SCORED, 3, 3, 3),
                    rating(SCORED, 3, 9, 3),
                    rating(SCORED, 3, 3, 9),
                    List.of());

            registered()
                    .when(assess(assessment))
                    .refusedBy(
                            A_RATING_IS_ON_THE_SCALE_WHOLE_AND_REASONED,
                            "/inherent/likelihood/value",
                            "/target/impact/financial/value",
                            "/residual/impact/fines/value");
        }

        @Test
        void an_existing_control_is_named_and_judged() {
            var assessment = new Assessment(
                    null, rating(SCORED, 3, 3, 3), null, null, List.of(new ExistingControl(" ", null, null)));

            registered()
                    .when(assess(assessment))
                    .refusedBy(
                            AN_EXISTING_CONTROL_IS_NAMED_AND_JUDGED,
                            "/existingControls/0/reference",
                            "/existingControls/0/effectiveness");
        }

        @Test
        void controls_never_raise_the_level() {
            registered()
                    .when(assess(new Assessment(
                            rating(SCORED, 3, 3, 3),
                            rating(SCORED, 4, 3, 3),
                            rating(SCORED, 4, 3, 3),
                            rating(SCORED, 5, 3, 3),
                            MALWARE_PROTECTION)))
                    .refusedBy(CONTROLS_NEVER_RAISE_THE_LEVEL, "/current", "/target", "/residual");
        }

        @Test
        void a_lowered_level_names_its_controls() {
            registered()
                    .when(assess(
                            new Assessment(rating(SCORED, 4, 3, 3), rating(SCORED, 3, 3, 3), null, null, List.of())))
                    .refusedBy(A_LOWERED_LEVEL_NAMES_ITS_CONTROLS, "/existingControls");
        }

        @Test
        @DisplayName("RSK-5: a risk to safety is rated by safety")
        void safety_at_stake_is_rated_as_such() {
            var press = registered(RiskKind.THREAT, described("The press starts by itself", Property.SAFETY));

            press.when(assess(current(3, 3, 3))).refusedBy(SAFETY_AT_STAKE_IS_RATED_AS_SUCH);
            Criteria matrix = SampleCriteria.matrix();
            press.when(assess(only(rating(matrix, 1, 3, 1)), inUse(1, matrix)))
                    .then(facts -> assertThat(facts).hasSize(1));
        }

        @Test
        @DisplayName("RSK-1: a quantitative methodology takes ranges of frequency and money")
        void money_is_rated_by_ranges() {
            Methodology quantitative = inUse(1, SampleCriteria.quantitative());

            RiskAssessed fact = assessed(assess(only(estimate("0.5", "100000", "20000")), quantitative));

            assertThat(fact.current().level().band()).isEqualTo("medium");
            registered()
                    .when(assess(current(3, 3, 3), quantitative))
                    .refusedBy(
                            A_RATING_IS_ON_THE_SCALE_WHOLE_AND_REASONED,
                            "/current/likelihood/value",
                            "/current/likelihood/frequency",
                            "/current/impact/financial/value",
                            "/current/impact/financial/loss",
                            "/current/impact/fines/value",
                            "/current/impact/fines/loss");
        }

        private Analysis analysis(Rating rating, boolean above) {
            return new Analysis(rating, SCORED.levelOf(rating), above);
        }
    }

    @Nested
    @DisplayName("RSK-8: evaluation and priority")
    class Evaluating {

        @Test
        void a_level_is_above_the_criteria_from_the_first_band_that_they_reject() {
            assertThat(assessed(assess(current(3, 3, 3))).current().aboveCriteria())
                    .isFalse();
            assertThat(assessed(assess(current(3, 4, 3))).current().aboveCriteria())
                    .isTrue();
        }

        @Test
        @DisplayName("6.1.1: an opportunity is never above the acceptance criteria, and treatment may raise it")
        void an_opportunity_is_never_above_the_criteria() {
            var assessment = new Assessment(
                    rating(SCORED, 2, 2, 2), rating(SCORED, 4, 5, 5), rating(SCORED, 5, 5, 5), null, List.of());

            registered(RiskKind.OPPORTUNITY, RANSOMWARE)
                    .when(assess(assessment))
                    .then(facts -> {
                        RiskAssessed fact = (RiskAssessed) facts.getFirst();
                        assertThat(fact.current().aboveCriteria()).isFalse();
                        assertThat(fact.priority().aboveCriteria()).isFalse();
                    });
        }

        @Test
        void above_the_criteria_comes_first_whatever_the_level() {
            Criteria matrix = SampleCriteria.matrix();
            long deadly = order(rating(matrix, 1, 3, 1), matrix);
            long costly = order(rating(matrix, 1, 1, 3), matrix);

            assertThat(deadly).isGreaterThan(costly);
        }

        @Test
        void then_the_band_then_the_level() {
            assertThat(order(rating(SCORED, 4, 3, 1), SCORED)).isGreaterThan(order(rating(SCORED, 2, 5, 5), SCORED));
            assertThat(order(rating(SCORED, 5, 3, 1), SCORED)).isGreaterThan(order(rating(SCORED, 4, 3, 1), SCORED));
        }

        @Test
        void between_equal_levels_the_regulatory_impact_then_the_likelihood() {
            assertThat(order(rating(SCORED, 3, 4, 4), SCORED)).isGreaterThan(order(rating(SCORED, 3, 4, 1), SCORED));
            assertThat(order(rating(SCORED, 4, 3, 1), SCORED)).isGreaterThan(order(rating(SCORED, 3, 4, 1), SCORED));
        }

        @Test
        void the_order_is_explained() {
            assertThat(assessed(assess(current(3, 4, 1))).priority().because())
                    .containsExactly(
                            "above the acceptance criteria",
                            "band at 75 % of the methodology's bands",
                            "level at 60 % of where the highest band begins",
                            "regulatory impact at 20 % of the scale",
                            "likelihood at 60 % of the scale",
                            "between equals, the risk registered first");
        }

        private static long order(Rating rating, Criteria criteria) {
            return assessed(assess(only(rating), inUse(1, criteria))).priority().order();
        }
    }

    @Test
    void the_owner_and_the_isms_manager_assess_and_nobody_else() {
        assertThat(assessed(new AssessRisk(current(3, 3, 3), CHOSEN, inUse(1, SCORED), MANAGER)))
                .isEqualTo(assessed(new AssessRisk(current(3, 3, 3), CHOSEN, inUse(1, SCORED), OWNER)));
        registered()
                .when(new AssessRisk(current(3, 3, 3), CHOSEN, inUse(1, SCORED), STRANGER))
                .refusedBy(ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_DECIDES_ON_A_RISK);
    }

    @Test
    void a_retired_risk_cannot_be_assessed() {
        registered()
                .and(new RiskRetired("Gone"))
                .when(assess(current(3, 3, 3)))
                .refusedBy(A_RETIRED_RISK_REMAINS_AS_IT_IS);
    }

    private static Assessment current(int likelihood, int... impacts) {
        return only(rating(SCORED, likelihood, impacts));
    }

    private static Assessment only(Rating current) {
        return new Assessment(null, current, null, null, List.of());
    }

    private static AssessRisk assess(Assessment assessment) {
        return assess(assessment, inUse(1, SCORED));
    }

    private static AssessRisk assess(Assessment assessment, @Nullable Methodology methodology) {
        return new AssessRisk(assessment, CHOSEN, methodology, OWNER);
    }

    private static RiskAssessed assessed(AssessRisk command) {
        return (RiskAssessed) registered().when(command).facts().getFirst();
    }

    private static Methodology inUse(int version, Criteria criteria) {
        return new Inventoried(MethodKind.SEMI_QUANTITATIVE, version, null, new InUse(version, content(criteria)));
    }

    private static Content content(Criteria criteria) {
        return new Content("Corporate IT, scored", "Office network", criteria);
    }
}
