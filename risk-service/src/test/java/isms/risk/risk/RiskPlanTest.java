package isms.risk.risk;

import static isms.risk.criteria.SampleCriteria.estimate;
import static isms.risk.criteria.SampleCriteria.rating;
import static isms.risk.risk.SampleRisks.CONTEXT;
import static isms.risk.risk.SampleRisks.MANAGER;
import static isms.risk.risk.SampleRisks.OWNER;
import static isms.risk.risk.SampleRisks.RANSOMWARE;
import static isms.risk.risk.SampleRisks.described;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isms.platform.decider.Refusal;
import isms.platform.imports.Together;
import isms.platform.people.Subject;
import isms.risk.context.ContextDescription;
import isms.risk.context.RiskContext;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.MethodKind;
import isms.risk.criteria.Rating;
import isms.risk.criteria.SampleCriteria;
import isms.risk.methodology.Content;
import isms.risk.methodology.Methodology;
import isms.risk.risk.Risk.Registered;
import isms.risk.risk.RiskEvent.RiskAssessed;
import isms.risk.risk.RiskEvent.RiskRegistered;
import isms.risk.risk.RiskPlan.Effect;
import isms.risk.risk.RiskRegisterEntry.AssessmentRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-18, ALL-9: what becomes of a risk that another register tells of")
class RiskPlanTest {

    private static final Instant MARCH = Instant.parse("2025-03-31T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2025-06-30T10:00:00Z");
    private static final Criteria SCORED = SampleCriteria.scored();
    private static final RiskContext CHOSEN =
            new RiskContext.Defined(new ContextDescription("Corporate IT", ""), new UUID(0, 1));
    private static final Methodology METHODOLOGY = new Methodology.Inventoried(
            MethodKind.SEMI_QUANTITATIVE, 1, null, new Methodology.InUse(1, new Content("Scored", "", SCORED)));
    private static final Registered HERE = new Registered(RiskKind.THREAT, RANSOMWARE, CONTEXT, OWNER.subject());

    private record Told(
            RiskDescription words,
            @Nullable Rating current,
            @Nullable Instant registeredAt,
            @Nullable Instant assessedAt,
            @Nullable String retiredBecause)
            implements ImportedRisk {

        @Override
        public UUID context() {
            return CONTEXT;
        }

        @Override
        public @Nullable RiskKind kind() {
            return null;
        }

        @Override
        public Subject owner() {
            return OWNER.subject();
        }

        @Override
        public RiskDescription description(@Nullable RiskDescription before) {
            return words;
        }

        @Override
        public @Nullable Assessment assessment(@Nullable AssessmentRecord before) {
            return current == null ? null : new Assessment(null, current, null, null, List.of());
        }
    }

    private static Told told(@Nullable Rating current, @Nullable Instant assessedAt) {
        return new Told(RANSOMWARE, current, null, assessedAt, null);
    }

    private static RiskRegisterEntry assessed(Rating current, Instant at) {
        var entry = new RiskRegisterEntry();
        entry.assessment =
                new AssessmentRecord(null, Analysis.of(current, RiskKind.THREAT, SCORED), null, null, List.of());
        entry.assessedAt = at;
        return entry;
    }

    private static Rating rated(int likelihood) {
        return rating(SCORED, likelihood, 3, 3);
    }

    @Test
    @DisplayName("a new one is registered and assessed as one, at the time of the assessment")
    void new_and_assessed() {
        RiskPlan plan = RiskPlan.of(told(rated(3), MARCH), new Risk.None(), null, MANAGER);

        assertThat(plan.completes()).isTrue();
        assertThat(plan.steps()).hasSize(1);
        Together<Effect, RiskPlan.Part> step = plan.steps().getFirst();
        assertThat(step.statedAt()).isEqualTo(MARCH);
        assertThat(step.effects()).containsExactlyInAnyOrder(Effect.CREATED, Effect.ASSESSED);
        assertThat(RiskPlan.command(step, CHOSEN, METHODOLOGY).decide(new Risk.None()))
                .hasExactlyElementsOfTypes(RiskRegistered.class, RiskAssessed.class);
    }

    @Test
    @DisplayName("what happened at other times are steps of their own, in their order")
    void registered_earlier_and_retired() {
        var told = new Told(RANSOMWARE, rated(3), MARCH, JUNE, "The servers are gone");

        assertThat(RiskPlan.of(told, new Risk.None(), null, MANAGER).steps())
                .extracting(Together::statedAt)
                .containsExactly(MARCH, JUNE, null);
    }

    @Test
    @DisplayName("one that is here as told leads to nothing")
    void the_same() {
        assertThat(RiskPlan.of(told(rated(3), JUNE), HERE, assessed(rated(3), JUNE), MANAGER)
                        .steps())
                .isEmpty();
        assertThat(RiskPlan.of(told(rated(3), null), HERE, assessed(rated(3), JUNE), MANAGER)
                        .steps())
                .isEmpty();
        assertThat(RiskPlan.of(told(null, null), HERE, assessed(rated(3), JUNE), MANAGER)
                        .steps())
                .isEmpty();
    }

    @Test
    @DisplayName("spaces, line ends and trailing zeros make no difference")
    void likeness() {
        var spaced = new RiskDescription(
                " " + RANSOMWARE.title(),
                RANSOMWARE.scenario(),
                RANSOMWARE.affects(),
                List.of(" File servers", ""),
                RANSOMWARE.processes(),
                RANSOMWARE.category(),
                RANSOMWARE.unit(),
                RANSOMWARE.controlObjectives(),
                RANSOMWARE.controls());
        assertThat(RiskPlan.of(new Told(spaced, null, null, null, null), HERE, null, MANAGER)
                        .steps())
                .isEmpty();
        Rating half = estimate("0.50", "100", "10");
        var entry = new RiskRegisterEntry();
        entry.assessment = new AssessmentRecord(
                null, Analysis.of(half, RiskKind.THREAT, SampleCriteria.quantitative()), null, null, List.of());
        entry.assessedAt = JUNE;
        Rating same = estimate("0.5", "100.00", "10");
        assertThat(RiskPlan.of(told(same, null), HERE, entry, MANAGER).steps()).isEmpty();
    }

    @Test
    @DisplayName("a younger assessment is taken, also with the same result; an older one is not")
    void younger_and_older() {
        RiskPlan younger = RiskPlan.of(told(rated(3), JUNE), HERE, assessed(rated(3), MARCH), MANAGER);
        assertThat(younger.differences()).containsExactly("assessedAt");
        assertThat(younger.completes()).isFalse();
        assertThat(younger.steps()).hasSize(1);

        assertThat(RiskPlan.of(told(rated(1), MARCH), HERE, assessed(rated(3), JUNE), MANAGER)
                        .steps())
                .isEmpty();
    }

    @Test
    @DisplayName("one that was never assessed here is completed; one that is described otherwise is a difference")
    void completed_or_different() {
        RiskPlan completed = RiskPlan.of(told(rated(3), MARCH), HERE, new RiskRegisterEntry(), MANAGER);
        assertThat(completed.completes()).isTrue();
        assertThat(completed.steps()).hasSize(1);

        RiskPlan other = RiskPlan.of(
                new Told(described("Ransomware stops the mill"), rated(3), null, MARCH, "Sold"),
                HERE,
                new RiskRegisterEntry(),
                MANAGER);
        assertThat(other.completes()).isFalse();
        assertThat(other.differences()).containsExactly("current", "title", "status");
    }

    @Test
    @DisplayName("a retired one stays as it is")
    void retired() {
        assertThat(RiskPlan.of(new Told(RANSOMWARE, null, null, null, "Sold"), new Risk.Retired(), null, MANAGER)
                        .steps())
                .isEmpty();
        assertThatThrownBy(() -> RiskPlan.of(told(null, null), new Risk.Retired(), null, MANAGER))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo(RiskRule.A_RETIRED_RISK_REMAINS_AS_IT_IS));
    }

    @Test
    @DisplayName("all that speaks against a new one is said at once, whatever decision would meet it")
    void all_refusals_at_once() {
        var told = new Told(described(""), rated(99), null, null, "");

        assertThat(RiskPlan.refusals(told, CHOSEN, METHODOLOGY, MANAGER))
                .extracting(Refusal::rule)
                .containsExactly(
                        RiskRule.A_RISK_IS_DESCRIBED_IN_FULL,
                        RiskRule.A_RATING_IS_ON_THE_SCALE_WHOLE_AND_REASONED,
                        RiskRule.A_RETIREMENT_SAYS_WHY);
    }
}
