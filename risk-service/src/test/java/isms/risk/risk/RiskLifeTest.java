package isms.risk.risk;

import static isms.risk.risk.SampleRisks.MANAGER;
import static isms.risk.risk.SampleRisks.OWNER;
import static isms.risk.risk.SampleRisks.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.testing.Life;
import isms.risk.Envelopes;
import isms.risk.Roles;
import isms.risk.context.ContextDescription;
import isms.risk.context.RiskContext;
import isms.risk.criteria.Authority;
import isms.risk.criteria.MethodKind;
import isms.risk.criteria.SampleCriteria;
import isms.risk.methodology.Content;
import isms.risk.methodology.Methodology;
import isms.risk.methodology.Methodology.InUse;
import isms.risk.risk.Risk.Registered;
import isms.risk.risk.RiskEvent.RiskAssessed;
import isms.risk.risk.RiskEvent.RiskRetired;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

@Label("RSK-3, RSK-6 to RSK-8, RSK-13, ALL-1: whatever is attempted with a risk")
class RiskLifeTest {

    private static final RiskType TYPE = new RiskType();
    private static final RiskContext CONTEXT =
            new RiskContext.Defined(new ContextDescription("Corporate IT", ""), new UUID(0, 1));

    @Property
    void any_accepted_sequence_folds_and_a_replay_ends_where_life_is(@ForAll("attempts") List<RiskCommand> attempts) {
        lived(attempts).replayEqualsLive();
    }

    @Property
    void nothing_happens_to_a_retired_risk(@ForAll("attempts") List<RiskCommand> attempts) {
        var facts = lived(attempts).facts();

        assertThat(facts.stream()
                        .takeWhile(fact -> !(fact instanceof RiskRetired))
                        .count())
                .isGreaterThanOrEqualTo(facts.size() - 1L);
    }

    @Property
    void the_register_shows_the_state_and_the_last_assessment(@ForAll("attempts") List<RiskCommand> attempts) {
        var life = lived(attempts);
        RiskRegisterEntry entry = Envelopes.represented(TYPE, life.facts());
        var assessments = life.facts().stream()
                .filter(RiskAssessed.class::isInstance)
                .map(RiskAssessed.class::cast)
                .toList();

        if (life.state() instanceof Registered risk) {
            assertThat(entry.owner).isEqualTo(risk.owner().id());
            assertThat(entry.title).isEqualTo(risk.description().title());
            assertThat(entry.status).isEqualTo(assessments.isEmpty() ? "registered" : "assessed");
            assertThat(entry.acceptance.equals("accepted")).isEqualTo(risk.acceptance() != null);
        }
        if (!assessments.isEmpty()) {
            RiskAssessed last = assessments.getLast();
            assertThat(entry.methodologyVersion).isEqualTo(last.applied().version());
            assertThat(entry.currentLevel).isEqualTo(last.current().level().score());
            assertThat(entry.inherentBand)
                    .isEqualTo(
                            last.inherent() == null
                                    ? null
                                    : last.inherent().level().band());
            boolean measured = entry.kind.equals("threat");
            assertThat(entry.aboveCriteria).isEqualTo(measured ? last.current().aboveCriteria() : null);
            assertThat(entry.priority).isEqualTo(measured ? last.priority().order() : null);
        }
    }

    @Property
    @Label("RSK-10: no fact flags a risk twice, an assessment leaves no flag, and the register shows those that wait")
    void flags_wait_for_an_assessment_or_a_dismissal(@ForAll("attempts") List<RiskCommand> attempts) {
        var life = lived(attempts);
        var sources = life.facts().stream()
                .filter(RiskEvent.ReassessmentFlagged.class::isInstance)
                .map(fact -> ((RiskEvent.ReassessmentFlagged) fact).flag().source())
                .toList();
        assertThat(sources).doesNotHaveDuplicates();
        RiskRegisterEntry entry = Envelopes.represented(TYPE, life.facts());
        if (entry != null) {
            assertThat(entry.flags.stream().map(RaisedFlag::id))
                    .containsExactlyElementsOf(
                            life.state() instanceof Registered risk
                                    ? risk.flags().raised().stream()
                                            .map(ReassessmentFlag::source)
                                            .toList()
                                    : List.of());
            assertThat(entry.flagged).isEqualTo(!entry.flags.isEmpty());
        }
        if (!life.facts().isEmpty() && life.facts().getLast() instanceof RiskAssessed) {
            assertThat(entry.flags).isEmpty();
        }
    }

    @Property
    @Label("RSK-13: an acceptance in force is always one of the residual level as it was assessed last")
    void what_is_accepted_is_what_there_is(@ForAll("attempts") List<RiskCommand> attempts) {
        if (lived(attempts).state() instanceof Registered risk && risk.acceptance() != null) {
            Acceptance accepted = risk.acceptance();
            Evaluated last = risk.evaluated();
            assertThat(last).isNotNull();
            assertThat(last.residual()).isNotNull();
            assertThat(accepted.applied()).isEqualTo(last.applied());
            assertThat(accepted.level().score())
                    .isEqualByComparingTo(last.residual().level().score());
            assertThat(accepted.level().band())
                    .isEqualTo(last.residual().level().band());
            assertThat(accepted.aboveCriteria()).isEqualTo(last.residual().aboveCriteria());
            assertThat(accepted.aboveCriteria() && accepted.until() == null).isFalse();
        }
    }

    @Property
    void a_representation_leaves_the_one_before_as_it_was(@ForAll("attempts") List<RiskCommand> attempts) {
        var facts = lived(attempts).facts();
        for (int i = 1; i < facts.size(); i++) {
            RiskRegisterEntry before = Envelopes.represented(TYPE, facts.subList(0, i));
            RiskRegisterEntry same = Envelopes.represented(TYPE, facts.subList(0, i));
            TYPE.represent(before, Envelopes.recorded(TYPE, i + 1L, facts.get(i)));

            assertThat(before).usingRecursiveComparison().isEqualTo(same);
        }
    }

    private static Life<Risk, RiskEvent> lived(List<RiskCommand> attempts) {
        var life = Life.of(TYPE);
        attempts.forEach(life::attempt);
        return life;
    }

    @Provide
    Arbitrary<List<RiskCommand>> attempts() {
        Arbitrary<Actor> people = Arbitraries.of(OWNER, STRANGER, MANAGER);
        Arbitrary<RiskDescription> descriptions =
                Arbitraries.of("Ransomware", "Stolen login", " ").map(title -> SampleRisks.described(title));
        Arbitrary<RiskCommand> registrations = Combinators.combine(Arbitraries.of(RiskKind.class), descriptions, people)
                .as((kind, description, owner) ->
                        new RegisterRisk(kind, description, SampleRisks.CONTEXT, CONTEXT, owner.subject()));
        Arbitrary<RiskCommand> commands = Arbitraries.frequencyOf(
                Tuple.of(3, registrations),
                Tuple.of(
                        3,
                        Combinators.combine(descriptions, people)
                                .as((description, by) -> new DescribeRisk(old -> description, by))),
                Tuple.of(
                        2,
                        Combinators.combine(people, people).as((owner, by) -> new HandOverRisk(owner.subject(), by))),
                Tuple.of(6, assessments()),
                Tuple.of(5, acceptances()),
                Tuple.of(
                        1,
                        Combinators.combine(Arbitraries.of("No longer", ""), people)
                                .as(RevokeAcceptance::new)),
                Tuple.of(1, Arbitraries.of(0, 20, 60).map(days -> new ExpireAcceptance(now(days)))),
                Tuple.of(
                        4,
                        Arbitraries.integers()
                                .between(1, 4)
                                .map(each -> new FlagForReassessment(SampleRisks.flag(each)))),
                Tuple.of(
                        3,
                        Combinators.combine(
                                        Arbitraries.integers().between(1, 4),
                                        Arbitraries.of("Another system", ""),
                                        people)
                                .as((each, why, by) -> new DismissReassessmentFlag(
                                        SampleRisks.flag(each).source(), why, by))),
                Tuple.of(
                        1,
                        Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(0, 1))
                                .as((noted, days) -> new RecordOverdueReassessment(
                                        LocalDate.of(2027, 1, 31),
                                        noted,
                                        LocalDate.of(2027, 1, 31).plusDays(days)))),
                Tuple.of(
                        1,
                        Combinators.combine(Arbitraries.of(OpportunityDecision.class), people)
                                .as((decision, by) -> new DecideOnOpportunity(decision, "Much", "Why not", by))),
                Tuple.of(
                        1,
                        Combinators.combine(Arbitraries.of("Gone", ""), people).as(RetireRisk::new)));
        return commands.list().ofMaxSize(30);
    }

    private static Instant now(int days) {
        return Instant.parse("2026-11-25T12:00:00Z").plus(Duration.ofDays(days));
    }

    private static Arbitrary<RiskCommand> acceptances() {
        var top = new Actor(new Subject("u-top"), Set.of(Roles.TOP_MANAGEMENT));
        return Combinators.combine(
                        Arbitraries.of(OWNER, top, STRANGER),
                        Arbitraries.of("Until the new line", ""),
                        Arbitraries.of(0, 10, 40, 5000),
                        Arbitraries.of(0, 20, 60))
                .as((by, why, ahead, days) -> new AcceptResidualRisk(
                        why,
                        ahead == 0
                                ? null
                                : LocalDate.ofInstant(now(days), ZoneOffset.UTC).plusDays(ahead),
                        versions(),
                        by,
                        now(days)));
    }

    /** A methodology that has had every version that assessments are made with. */
    private static Methodology versions() {
        Map<Integer, Authority> accepting = new HashMap<>();
        for (int version = 0; version <= 6; version++) {
            accepting.put(version, version % 3 == 0 ? Authority.TOP_MANAGEMENT : Authority.RISK_OWNER);
        }
        return new Methodology.Inventoried(MethodKind.SEMI_QUANTITATIVE, 6, null, null, accepting);
    }

    private static Arbitrary<RiskCommand> assessments() {
        Arbitrary<Integer> values = Arbitraries.integers().between(1, 6);
        return Combinators.combine(
                        values,
                        values,
                        values,
                        values,
                        Arbitraries.of(true, false),
                        Arbitraries.of(OWNER, MANAGER, STRANGER))
                .as((likelihood, impact, inherent, version, controlled, by) -> {
                    var criteria = version % 2 == 0 ? SampleCriteria.weighted() : SampleCriteria.scored();
                    var assessment = new Assessment(
                            inherent > 4 ? SampleCriteria.rating(criteria, inherent, inherent, inherent) : null,
                            SampleCriteria.rating(criteria, likelihood, impact, 1),
                            null,
                            // often a residual level, and often the same one again
                            inherent > 2 ? SampleCriteria.rating(criteria, likelihood, Math.min(impact, 3), 1) : null,
                            controlled
                                    ? List.of(new ExistingControl("A.8.7", Effectiveness.EFFECTIVE, null))
                                    : List.of());
                    var methodology = new Methodology.Inventoried(
                            MethodKind.SEMI_QUANTITATIVE,
                            version,
                            null,
                            new InUse(version, new Content("Scored", "", criteria)));
                    return new AssessRisk(assessment, CONTEXT, methodology, by);
                });
    }
}
