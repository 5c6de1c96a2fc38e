package isms.risk.risk;

import static isms.risk.criteria.SampleCriteria.rating;
import static isms.risk.risk.AcceptanceRule.ABOVE_THE_CRITERIA_IT_IS_JUSTIFIED_AND_ENDS;
import static isms.risk.risk.AcceptanceRule.ABOVE_THE_CRITERIA_TOP_MANAGEMENT_ACCEPTS;
import static isms.risk.risk.AcceptanceRule.AN_ACCEPTANCE_ENDS_IN_DUE_TIME;
import static isms.risk.risk.AcceptanceRule.A_REVOCATION_SAYS_WHY;
import static isms.risk.risk.AcceptanceRule.A_RISK_IS_ACCEPTED_ONCE;
import static isms.risk.risk.AcceptanceRule.ONLY_AN_ACCEPTANCE_IN_FORCE_IS_REVOKED;
import static isms.risk.risk.AcceptanceRule.ONLY_AN_ASSESSED_RISK_IS_ACCEPTED;
import static isms.risk.risk.AcceptanceRule.ONLY_A_RATED_RESIDUAL_LEVEL_IS_ACCEPTED;
import static isms.risk.risk.AcceptanceRule.ONLY_WHO_ANSWERS_FOR_A_RISK_REVOKES_ITS_ACCEPTANCE;
import static isms.risk.risk.AcceptanceRule.WITHIN_THESE_CRITERIA_TOO_TOP_MANAGEMENT_ACCEPTS;
import static isms.risk.risk.AcceptanceRule.WITHIN_THE_CRITERIA_ONLY_THE_RISK_OWNER_ACCEPTS;
import static isms.risk.risk.RiskRule.A_RETIRED_RISK_REMAINS_AS_IT_IS;
import static isms.risk.risk.RiskRule.ONLY_A_REGISTERED_RISK_CAN_BE_WORKED_ON;
import static isms.risk.risk.SampleRisks.CONTEXT;
import static isms.risk.risk.SampleRisks.MANAGER;
import static isms.risk.risk.SampleRisks.OWNER;
import static isms.risk.risk.SampleRisks.STRANGER;
import static isms.risk.risk.SampleRisks.registered;
import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.testing.Given;
import isms.risk.Envelopes;
import isms.risk.Roles;
import isms.risk.context.ContextDescription;
import isms.risk.context.RiskContext;
import isms.risk.criteria.AcceptanceCriteria;
import isms.risk.criteria.Authority;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.MethodKind;
import isms.risk.criteria.Rating;
import isms.risk.criteria.SampleCriteria;
import isms.risk.methodology.Content;
import isms.risk.methodology.Methodology;
import isms.risk.methodology.Methodology.InUse;
import isms.risk.methodology.Methodology.Inventoried;
import isms.risk.methodology.MethodologyEvent.MethodologyApproved;
import isms.risk.methodology.MethodologyEvent.MethodologyDefined;
import isms.risk.methodology.MethodologyEvent.MethodologyPutInUse;
import isms.risk.methodology.MethodologyEvent.MethodologySubmitted;
import isms.risk.methodology.MethodologyEvent.MethodologySuperseded;
import isms.risk.methodology.MethodologyEvent.MethodologyVersionStarted;
import isms.risk.methodology.MethodologyType;
import isms.risk.risk.RiskEvent.AcceptanceBecameStale;
import isms.risk.risk.RiskEvent.AcceptanceExpired;
import isms.risk.risk.RiskEvent.AcceptanceRevoked;
import isms.risk.risk.RiskEvent.ResidualRiskAccepted;
import isms.risk.risk.RiskEvent.RiskAssessed;
import isms.risk.risk.RiskEvent.RiskHandedOver;
import isms.risk.risk.RiskEvent.RiskRetired;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-13: acceptance of residual risk")
class AcceptResidualRiskTest {

    private static final UUID METHODOLOGY = UUID.fromString("01920000-0000-7000-8000-0000000000a1");
    private static final RiskContext CHOSEN =
            new RiskContext.Defined(new ContextDescription("Corporate IT", ""), METHODOLOGY);
    private static final Criteria SCORED = SampleCriteria.scored();
    private static final Methodology IN_USE = inUse(1, SCORED);
    private static final Actor TOP = new Actor(new Subject("u-top"), Set.of(Roles.TOP_MANAGEMENT));
    private static final Instant NOW = Instant.parse("2026-11-25T23:59:59Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final LocalDate IN_SPRING = LocalDate.of(2027, 3, 31);
    private static final String WHY = "The machine is replaced with the new line";

    /** 9: medium, within the criteria. */
    private static final Rating WITHIN = rating(SCORED, 3, 3, 3);

    /** 12: high, above them. */
    private static final Rating ABOVE = rating(SCORED, 3, 4, 3);

    @Nested
    @DisplayName("RSK-13: within the criteria the risk owner accepts")
    class WithinTheCriteria {

        @Test
        void the_owner_accepts_and_the_rating_is_frozen() {
            assessed(WITHIN)
                    .when(accept(OWNER, null, null))
                    .then(new ResidualRiskAccepted(
                            1, applied(1), analysis(WITHIN, false), Authority.RISK_OWNER, null, null));
        }

        @Test
        @DisplayName("RSK-13, ALL-3: the owner may have assessed the risk: the standard has the owner do both")
        void the_owner_who_assessed_may_accept() {
            registered()
                    .when(new AssessRisk(assessment(WITHIN), CHOSEN, IN_USE, OWNER))
                    .then(facts -> assertThat(facts).hasSize(1))
                    .when(accept(OWNER, " ", IN_SPRING))
                    .then(new ResidualRiskAccepted(
                            1, applied(1), analysis(WITHIN, false), Authority.RISK_OWNER, null, IN_SPRING));
        }

        @Test
        void the_assessment_that_it_came_from_is_the_last_one() {
            assessed(ABOVE)
                    .and(fact(WITHIN, 1))
                    .when(accept(OWNER, WHY, null))
                    .then(new ResidualRiskAccepted(
                            2, applied(1), analysis(WITHIN, false), Authority.RISK_OWNER, WHY, null));
        }

        @Test
        void nobody_else_does() {
            assessed(WITHIN)
                    .when(accept(STRANGER, WHY, IN_SPRING))
                    .refusedBy(WITHIN_THE_CRITERIA_ONLY_THE_RISK_OWNER_ACCEPTS);
            assessed(WITHIN)
                    .when(accept(MANAGER, WHY, IN_SPRING))
                    .refusedBy(WITHIN_THE_CRITERIA_ONLY_THE_RISK_OWNER_ACCEPTS);
            assessed(WITHIN)
                    .when(accept(TOP, WHY, IN_SPRING))
                    .refusedBy(WITHIN_THE_CRITERIA_ONLY_THE_RISK_OWNER_ACCEPTS);
        }

        @Test
        void after_a_hand_over_it_is_the_new_owner() {
            var handedOver = assessed(WITHIN).and(new RiskHandedOver(STRANGER.subject(), OWNER.subject()));

            handedOver.when(accept(OWNER, null, null)).refusedBy(WITHIN_THE_CRITERIA_ONLY_THE_RISK_OWNER_ACCEPTS);
            handedOver
                    .when(accept(STRANGER, null, null))
                    .then(facts -> assertThat(facts).hasSize(1));
        }

        @Test
        void criteria_can_leave_it_to_top_management() {
            var strict = inUse(1, acceptedWithinBy(Authority.TOP_MANAGEMENT));

            assessed(WITHIN)
                    .when(new AcceptResidualRisk(null, null, strict, OWNER, NOW))
                    .refusedBy(WITHIN_THESE_CRITERIA_TOO_TOP_MANAGEMENT_ACCEPTS);
            assessed(WITHIN)
                    .when(new AcceptResidualRisk(null, null, strict, TOP, NOW))
                    .then(facts -> assertThat(((ResidualRiskAccepted) facts.getFirst()).authority())
                            .isEqualTo(Authority.TOP_MANAGEMENT));
        }

        @Test
        @DisplayName("RSK-3, RSK-13: who accepts is said by the version that the risk was assessed with")
        void the_version_applied_says_who_accepts() {
            Content first = content(SCORED);
            Content second = content(acceptedWithinBy(Authority.TOP_MANAGEMENT));
            var author = new Subject("u-author");
            Methodology superseded = Given.facts(
                            new MethodologyType(),
                            new MethodologyDefined(MethodKind.SEMI_QUANTITATIVE, first, author),
                            new MethodologySubmitted(1),
                            new MethodologyApproved(1, MethodKind.SEMI_QUANTITATIVE, "Scored", Set.of(author)),
                            new MethodologyPutInUse(1, "Scored"),
                            new MethodologyVersionStarted(2, second, author),
                            new MethodologySubmitted(2),
                            new MethodologyApproved(2, MethodKind.SEMI_QUANTITATIVE, "Scored", Set.of(author)),
                            new MethodologySuperseded(1, 2),
                            new MethodologyPutInUse(2, "Scored"))
                    .state();

            registered()
                    .and(fact(WITHIN, 1))
                    .when(new AcceptResidualRisk(null, null, superseded, OWNER, NOW))
                    .then(facts -> assertThat(facts).hasSize(1));
            registered()
                    .and(fact(WITHIN, 2))
                    .when(new AcceptResidualRisk(null, null, superseded, OWNER, NOW))
                    .refusedBy(WITHIN_THESE_CRITERIA_TOO_TOP_MANAGEMENT_ACCEPTS);
        }
    }

    @Nested
    @DisplayName("RSK-13: above the criteria top management accepts, justified and for a time")
    class AboveTheCriteria {

        @Test
        void the_owner_is_refused_and_told_who_accepts() {
            var refused = assessed(ABOVE).when(accept(OWNER, WHY, IN_SPRING));

            refused.refusedBy(ABOVE_THE_CRITERIA_TOP_MANAGEMENT_ACCEPTS);
            assertThat(refused.refused())
                    .hasMessage(
                            "The residual level high (12) is above the acceptance criteria of version 1 of the methodology.");
            assertThat(refused.refused().rule().remedy()).contains("top management");
        }

        @Test
        void top_management_accepts() {
            assessed(ABOVE)
                    .when(accept(TOP, WHY, IN_SPRING))
                    .then(new ResidualRiskAccepted(
                            1, applied(1), analysis(ABOVE, true), Authority.TOP_MANAGEMENT, WHY, IN_SPRING));
        }

        @Test
        void neither_without_a_justification_nor_without_an_end() {
            assessed(ABOVE)
                    .when(accept(TOP, " ", null))
                    .refusedBy(ABOVE_THE_CRITERIA_IT_IS_JUSTIFIED_AND_ENDS, "/justification", "/until");
        }

        @Test
        void neither_in_the_past_nor_for_ever() {
            assessed(ABOVE)
                    .when(accept(TOP, WHY, TODAY.minusDays(1)))
                    .refusedBy(AN_ACCEPTANCE_ENDS_IN_DUE_TIME, "/until");
            assessed(ABOVE)
                    .when(accept(TOP, WHY, TODAY.plusYears(3).plusDays(1)))
                    .refusedBy(AN_ACCEPTANCE_ENDS_IN_DUE_TIME, "/until");
            assessed(ABOVE)
                    .when(accept(TOP, WHY, TODAY))
                    .then(facts -> assertThat(facts).hasSize(1));
            assessed(ABOVE)
                    .when(accept(TOP, WHY, TODAY.plusYears(3)))
                    .then(facts -> assertThat(facts).hasSize(1));
        }

        @Test
        void an_end_within_the_criteria_keeps_to_the_same_bounds() {
            assessed(WITHIN)
                    .when(accept(OWNER, null, TODAY.minusDays(1)))
                    .refusedBy(AN_ACCEPTANCE_ENDS_IN_DUE_TIME, "/until");
        }
    }

    @Nested
    @DisplayName("RSK-13: what cannot be accepted")
    class Impossible {

        @Test
        void what_is_not_assessed() {
            registered().when(accept(OWNER, null, null)).refusedBy(ONLY_AN_ASSESSED_RISK_IS_ACCEPTED);
        }

        @Test
        void what_has_no_residual_level() {
            assessed(null).when(accept(OWNER, null, null)).refusedBy(ONLY_A_RATED_RESIDUAL_LEVEL_IS_ACCEPTED);
        }

        @Test
        void what_is_retired_or_not_there() {
            assessed(WITHIN)
                    .and(new RiskRetired("Gone"))
                    .when(accept(OWNER, null, null))
                    .refusedBy(A_RETIRED_RISK_REMAINS_AS_IT_IS);
            Given.nothing(new RiskType())
                    .when(accept(OWNER, null, null))
                    .refusedBy(ONLY_A_REGISTERED_RISK_CAN_BE_WORKED_ON);
        }

        @Test
        void what_is_accepted_already() {
            accepted(WITHIN, null).when(accept(OWNER, null, null)).refusedBy(A_RISK_IS_ACCEPTED_ONCE);
            accepted(ABOVE, IN_SPRING).when(accept(TOP, WHY, IN_SPRING)).refusedBy(A_RISK_IS_ACCEPTED_ONCE);
        }
    }

    @Nested
    @DisplayName("RSK-13: an acceptance ends")
    class Ending {

        @Test
        void it_is_revoked_with_a_reason_and_the_risk_can_be_accepted_again() {
            for (Actor by : List.of(OWNER, TOP, MANAGER)) {
                accepted(ABOVE, IN_SPRING)
                        .when(new RevokeAcceptance("The line comes later", by))
                        .then(new AcceptanceRevoked("The line comes later"))
                        .when(accept(TOP, WHY, IN_SPRING))
                        .then(facts -> assertThat(facts).hasSize(1));
            }
            accepted(ABOVE, IN_SPRING)
                    .when(new RevokeAcceptance("Not mine", STRANGER))
                    .refusedBy(ONLY_WHO_ANSWERS_FOR_A_RISK_REVOKES_ITS_ACCEPTANCE);
            accepted(ABOVE, IN_SPRING)
                    .when(new RevokeAcceptance(" ", OWNER))
                    .refusedBy(A_REVOCATION_SAYS_WHY, "/reason");
            assessed(ABOVE)
                    .when(new RevokeAcceptance("There is none", OWNER))
                    .refusedBy(ONLY_AN_ACCEPTANCE_IN_FORCE_IS_REVOKED);
            accepted(ABOVE, IN_SPRING)
                    .and(new RiskRetired("Gone"))
                    .when(new RevokeAcceptance("Gone", OWNER))
                    .refusedBy(A_RETIRED_RISK_REMAINS_AS_IT_IS);
        }

        @Test
        @DisplayName("RSK-13, ALL-7: its last day passes, which is recorded once")
        void it_expires_with_its_last_day_once() {
            var accepted = accepted(ABOVE, IN_SPRING);

            accepted.when(expire("2027-03-31T23:59:59.999999Z")).thenNothing();
            accepted.when(expire("2027-04-01T00:00:00Z"))
                    .then(new AcceptanceExpired(IN_SPRING))
                    .when(expire("2027-04-01T00:00:30Z"))
                    .thenNothing();
        }

        @Test
        @DisplayName("ALL-7: nothing passes where there is no last day, no acceptance, no risk")
        void nothing_expires_without_a_last_day() {
            var later = expire("2030-01-01T00:00:00Z");

            accepted(WITHIN, null).when(later).thenNothing();
            assessed(WITHIN).when(later).thenNothing();
            accepted(ABOVE, IN_SPRING).and(new RiskRetired("Gone")).when(later).thenNothing();
            accepted(ABOVE, IN_SPRING)
                    .and(new AcceptanceRevoked("No"))
                    .when(later)
                    .thenNothing();
            Given.nothing(new RiskType()).when(later).thenNothing();
        }

        @Test
        void whoever_accepts_again_before_the_passing_is_recorded_records_it() {
            accepted(ABOVE, TODAY.minusDays(1))
                    .when(accept(TOP, WHY, IN_SPRING))
                    .then(
                            new AcceptanceExpired(TODAY.minusDays(1)),
                            new ResidualRiskAccepted(
                                    1, applied(1), analysis(ABOVE, true), Authority.TOP_MANAGEMENT, WHY, IN_SPRING));
        }

        @Test
        void it_is_renewed_in_its_last_thirty_days() {
            accepted(ABOVE, TODAY.plusDays(31))
                    .when(accept(TOP, WHY, IN_SPRING))
                    .refusedBy(A_RISK_IS_ACCEPTED_ONCE);
            var renewed = accepted(ABOVE, TODAY.plusDays(30))
                    .when(accept(TOP, WHY, IN_SPRING))
                    .then(new ResidualRiskAccepted(
                            1, applied(1), analysis(ABOVE, true), Authority.TOP_MANAGEMENT, WHY, IN_SPRING));

            assertThat(renewed.state().registered().acceptance()).isEqualTo(frozen(ABOVE, true, IN_SPRING));
        }

        @Test
        void the_same_residual_level_leaves_it_in_force() {
            accepted(WITHIN, null)
                    .when(new AssessRisk(assessment(rating(SCORED, 3, 3, 1)), CHOSEN, IN_USE, OWNER))
                    .then(facts -> assertThat(facts).hasSize(1).first().isInstanceOf(RiskAssessed.class));
        }

        @Test
        @DisplayName("RSK-13: an assessment that changes the residual level makes it stale in the same decision")
        void another_residual_level_makes_it_stale() {
            var stale = accepted(WITHIN, IN_SPRING)
                    .when(new AssessRisk(assessment(ABOVE), CHOSEN, IN_USE, OWNER))
                    .then(
                            fact(ABOVE, 1),
                            new AcceptanceBecameStale(
                                    applied(1), SCORED.levelOf(WITHIN), applied(1), SCORED.levelOf(ABOVE)));

            stale.when(new RevokeAcceptance("Too late", OWNER)).refusedBy(ONLY_AN_ACCEPTANCE_IN_FORCE_IS_REVOKED);
            stale.when(accept(OWNER, WHY, IN_SPRING)).refusedBy(ABOVE_THE_CRITERIA_TOP_MANAGEMENT_ACCEPTS);
            stale.when(accept(TOP, WHY, IN_SPRING))
                    .then(facts -> assertThat(facts).hasSize(1));
        }

        @Test
        void a_lower_residual_level_makes_it_stale_too() {
            accepted(ABOVE, IN_SPRING)
                    .when(new AssessRisk(assessment(WITHIN), CHOSEN, IN_USE, OWNER))
                    .then(facts -> assertThat(((AcceptanceBecameStale) facts.getLast()).because())
                            .isEqualTo("The residual level is medium (9) now; accepted was high (12)."));
        }

        @Test
        void so_does_an_assessment_without_a_residual_level() {
            accepted(WITHIN, null)
                    .when(new AssessRisk(assessment(null), CHOSEN, IN_USE, OWNER))
                    .then(facts -> assertThat(((AcceptanceBecameStale) facts.getLast()).because())
                            .isEqualTo("The risk was assessed anew, without a residual level."));
        }

        @Test
        @DisplayName("RSK-3, RSK-13: levels of two methodology versions are not compared")
        void so_does_another_version_of_the_methodology() {
            accepted(WITHIN, null)
                    .when(new AssessRisk(assessment(WITHIN), CHOSEN, inUse(2, SCORED), OWNER))
                    .then(facts -> assertThat(((AcceptanceBecameStale) facts.getLast()).because())
                            .contains("version 2", "version 1", "not compared"));
        }

        @Test
        void a_hand_over_leaves_it_in_force() {
            var handedOver = accepted(WITHIN, null).and(new RiskHandedOver(STRANGER.subject(), OWNER.subject()));

            assertThat(handedOver.state().registered().acceptance()).isEqualTo(frozen(WITHIN, false, null));
            handedOver
                    .when(new RevokeAcceptance("I do not stand for this", STRANGER))
                    .then(new AcceptanceRevoked("I do not stand for this"));
        }
    }

    @Test
    @DisplayName("RSK-13: the register shows what was accepted, by whom, until when, and why it ended")
    void the_register_shows_it() {
        var type = new RiskType();
        var facts = List.of(
                (RiskEvent)
                        new RiskEvent.RiskRegistered(RiskKind.THREAT, SampleRisks.RANSOMWARE, CONTEXT, OWNER.subject()),
                fact(ABOVE, 1),
                new ResidualRiskAccepted(
                        1, applied(1), analysis(ABOVE, true), Authority.TOP_MANAGEMENT, WHY, IN_SPRING),
                fact(WITHIN, 1),
                new AcceptanceBecameStale(applied(1), SCORED.levelOf(ABOVE), applied(1), SCORED.levelOf(WITHIN)),
                new ResidualRiskAccepted(2, applied(1), analysis(WITHIN, false), Authority.RISK_OWNER, null, null));

        RiskRegisterEntry accepted = Envelopes.represented(type, facts.subList(0, 3));
        assertThat(accepted.acceptance).isEqualTo("accepted");
        assertThat(accepted.acceptedBy).isEqualTo("u-actor");
        assertThat(accepted.acceptedAs).isEqualTo("top-management");
        assertThat(accepted.acceptedUntil).isEqualTo(IN_SPRING);
        assertThat(accepted.acceptedBand).isEqualTo("high");
        assertThat(accepted.acceptedAboveCriteria).isTrue();
        assertThat(accepted.acceptanceJustification).isEqualTo(WHY);
        assertThat(accepted.acceptedRating)
                .isEqualTo(new AcceptedRating(1, accepted.assessedAt, "u-actor", applied(1), analysis(ABOVE, true)));

        RiskRegisterEntry stale = Envelopes.represented(type, facts.subList(0, 5));
        assertThat(stale.acceptance).isEqualTo("stale");
        assertThat(stale.acceptedLevel).as("frozen").isEqualByComparingTo("12");
        assertThat(stale.residualLevel).isEqualByComparingTo("9");
        assertThat(stale.acceptanceEndedBecause).contains("medium (9)", "high (12)");
        assertThat(stale.acceptanceEndedAt).isEqualTo(stale.updatedAt);

        RiskRegisterEntry renewed = Envelopes.represented(type, facts);
        assertThat(renewed.acceptance).isEqualTo("accepted");
        assertThat(renewed.acceptedUntil).isNull();
        assertThat(renewed.acceptanceEndedBecause).isNull();
        assertThat(renewed.acceptedRating.assessment()).isEqualTo(2);
    }

    private static AcceptResidualRisk accept(Actor by, @Nullable String why, @Nullable LocalDate until) {
        return new AcceptResidualRisk(why, until, IN_USE, by, NOW);
    }

    private static ExpireAcceptance expire(String at) {
        return new ExpireAcceptance(Instant.parse(at));
    }

    private static Given<Risk, RiskEvent> assessed(@Nullable Rating residual) {
        return registered().and(fact(residual, 1));
    }

    private static Given<Risk, RiskEvent> accepted(Rating residual, @Nullable LocalDate until) {
        boolean above = residual.equals(ABOVE);
        return assessed(residual)
                .and(new ResidualRiskAccepted(
                        1,
                        applied(1),
                        analysis(residual, above),
                        above ? Authority.TOP_MANAGEMENT : Authority.RISK_OWNER,
                        WHY,
                        until));
    }

    private static Acceptance frozen(Rating rating, boolean above, @Nullable LocalDate until) {
        return new Acceptance(applied(1), SCORED.levelOf(rating), above, until);
    }

    private static RiskAssessed fact(@Nullable Rating residual, int version) {
        return (RiskAssessed) registered()
                .when(new AssessRisk(assessment(residual), CHOSEN, inUse(version, SCORED), OWNER))
                .facts()
                .getFirst();
    }

    private static Assessment assessment(@Nullable Rating residual) {
        return new Assessment(null, rating(SCORED, 4, 4, 3), null, residual, List.of());
    }

    private static Analysis analysis(Rating rating, boolean above) {
        return new Analysis(rating, SCORED.levelOf(rating), above);
    }

    private static Applied applied(int version) {
        return new Applied(CONTEXT, METHODOLOGY, version);
    }

    private static Methodology inUse(int version, Criteria criteria) {
        return new Inventoried(MethodKind.SEMI_QUANTITATIVE, version, null, new InUse(version, content(criteria)));
    }

    private static Content content(Criteria criteria) {
        return new Content("Corporate IT, scored", "Office network", criteria);
    }

    private static Criteria acceptedWithinBy(Authority authority) {
        return new Criteria(
                SCORED.likelihood(),
                SCORED.dimensions(),
                SCORED.combination(),
                SCORED.level(),
                SCORED.bands(),
                new AcceptanceCriteria("medium", authority, Authority.TOP_MANAGEMENT, List.of()),
                SCORED.occasions());
    }
}
