package isms.risk.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import isms.contracts.risk.v1.AcceptanceEnded;
import isms.contracts.risk.v1.MethodologyApproved;
import isms.contracts.risk.v1.ResidualRiskAccepted;
import isms.contracts.risk.v1.RiskFact;
import isms.contracts.risk.v1.RiskQuantified;
import isms.contracts.risk.v1.RiskRegistered;
import isms.contracts.risk.v1.TreatmentControl;
import isms.contracts.risk.v1.TreatmentPlanApproved;
import isms.platform.decider.Recorded;
import isms.platform.people.Subject;
import isms.risk.context.ContextDescription;
import isms.risk.context.ContextEvent;
import isms.risk.context.ContextType;
import isms.risk.criteria.Authority;
import isms.risk.criteria.LevelOfRisk;
import isms.risk.criteria.MethodKind;
import isms.risk.criteria.Rating;
import isms.risk.library.LibraryEvent;
import isms.risk.library.SampleLibraryFacts;
import isms.risk.methodology.Content;
import isms.risk.methodology.MethodologyEvent;
import isms.risk.methodology.MethodologyType;
import isms.risk.portfolio.PortfolioEvent;
import isms.risk.portfolio.SamplePortfolioFacts;
import isms.risk.quantification.PlanQuantificationEvent;
import isms.risk.quantification.QuantificationEvent;
import isms.risk.quantification.SampleQuantificationFacts;
import isms.risk.risk.Analysis;
import isms.risk.risk.Applied;
import isms.risk.risk.FlagCause;
import isms.risk.risk.OpportunityDecision;
import isms.risk.risk.Property;
import isms.risk.risk.ReassessmentFlag;
import isms.risk.risk.RiskDescription;
import isms.risk.risk.RiskEvent;
import isms.risk.risk.RiskKind;
import isms.risk.risk.RiskType;
import isms.risk.risk.Scenario;
import isms.risk.risk.TreatmentPriority;
import isms.risk.round.AssessmentRoundType;
import isms.risk.round.RoundEvent;
import isms.risk.round.SampleRoundFacts;
import isms.risk.treatment.SampleTreatmentFacts;
import isms.risk.treatment.TreatmentEvent;
import isms.risk.treatment.TreatmentPlanType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What others learn of this service's facts")
class RiskPublicationTest {

    private static final UUID ID = new UUID(0, 42);
    private static final Content CONTENT = new Content("Corporate IT", "Offices", null);
    private static final RiskDescription WORDS = new RiskDescription(
            "Ransomware stops order processing",
            new Scenario("Criminals", "Encrypt the servers", "No second factor", "No orders"),
            Set.of(Property.AVAILABILITY, Property.INTEGRITY),
            List.of("Servers"),
            List.of("Orders"),
            "Malicious software",
            null,
            List.of(),
            List.of("A.8.7"));

    private final RiskPublication publication = new RiskPublication(
            new MethodologyType(),
            new ContextType(),
            new RiskType(),
            new TreatmentPlanType(),
            new AssessmentRoundType());

    private static Stream<Object> facts() {
        var level = new LevelOfRisk(new BigDecimal("12"), "high", 3, 3, 4, null, 4);
        var analysis = new Analysis(new Rating(null, Map.of()), level, true);
        return Stream.concat(
                Stream.of(
                        new MethodologyEvent.MethodologyDefined(MethodKind.QUALITATIVE, CONTENT, new Subject("ines")),
                        new MethodologyEvent.MethodologyDraftRevised(1, CONTENT, new Subject("ivan")),
                        new MethodologyEvent.MethodologySubmitted(1),
                        new MethodologyEvent.MethodologyReturned(1, "No bands"),
                        new MethodologyEvent.MethodologyApproved(
                                1,
                                MethodKind.QUALITATIVE,
                                "Corporate IT",
                                Set.of(new Subject("ivan"), new Subject("ines"))),
                        new MethodologyEvent.MethodologyPutInUse(1, "Corporate IT"),
                        new MethodologyEvent.MethodologySuperseded(1, 2),
                        new MethodologyEvent.MethodologyVersionStarted(2, CONTENT, new Subject("ines")),
                        new ContextEvent.ContextDefined(new ContextDescription("Plant", "Controllers")),
                        new ContextEvent.ContextDescribed(new ContextDescription("Plant", "Controllers and drives")),
                        new ContextEvent.MethodologyChosen(new UUID(0, 1)),
                        new ContextEvent.ContextRetired("Sold"),
                        new RiskEvent.RiskRegistered(RiskKind.THREAT, WORDS, new UUID(0, 2), new Subject("rosa")),
                        new RiskEvent.RiskDescribed(WORDS),
                        new RiskEvent.RiskHandedOver(new Subject("otto"), new Subject("rosa")),
                        new RiskEvent.RiskAssessed(
                                new Applied(new UUID(0, 2), new UUID(0, 1), 1),
                                null,
                                analysis,
                                null,
                                null,
                                List.of(),
                                new TreatmentPriority(true, 75, 80, 0, 60),
                                Period.ofYears(1)),
                        new RiskEvent.RiskRetired("Gone"),
                        new RiskEvent.ReassessmentOverdue(LocalDate.of(2027, 1, 31), new Subject("rosa")),
                        new RiskEvent.ReassessmentFlagged(new ReassessmentFlag(
                                new UUID(0, 8),
                                FlagCause.CONTROL_FOUND_INEFFECTIVE,
                                "Restores failed",
                                new UUID(0, 9),
                                Instant.EPOCH)),
                        new RiskEvent.ReassessmentFlagDismissed(new UUID(0, 8), "Restores failed", "Of another system"),
                        new RiskEvent.RiskStartedFromScenario("MFG-02", "Remote maintenance"),
                        new RiskEvent.OpportunityDecided(OpportunityDecision.PURSUE, "Much", "Known for it"),
                        new RiskEvent.ResidualRiskAccepted(
                                1,
                                new Applied(new UUID(0, 2), new UUID(0, 1), 1),
                                analysis,
                                Authority.TOP_MANAGEMENT,
                                "Replaced with the new line",
                                LocalDate.of(2027, 6, 30)),
                        new RiskEvent.AcceptanceRevoked("The new line comes later"),
                        new RiskEvent.AcceptanceExpired(LocalDate.of(2027, 6, 30)),
                        new RiskEvent.AcceptanceBecameStale(
                                new Applied(new UUID(0, 2), new UUID(0, 1), 1),
                                level,
                                new Applied(new UUID(0, 2), new UUID(0, 1), 1),
                                null)),
                Stream.of(
                                SampleTreatmentFacts.all(),
                                SampleRoundFacts.all(),
                                SampleLibraryFacts.all(),
                                SampleQuantificationFacts.all(),
                                SampleQuantificationFacts.ofPlans(),
                                SamplePortfolioFacts.all())
                        .flatMap(List::stream));
    }

    @Test
    @DisplayName("Every kind of fact has an answer, every type of the published language is used, drafts stay inside")
    void every_fact_has_an_answer() {
        List<RiskFact> published = facts().flatMap(fact -> publication.outside(recorded(fact)).stream())
                .toList();
        assertThat(published.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(RiskFact.class.getPermittedSubclasses()));
        assertThat(facts().map(Object::getClass))
                .as("this test knows every kind of fact")
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                MethodologyEvent.class,
                                ContextEvent.class,
                                RiskEvent.class,
                                TreatmentEvent.class,
                                RoundEvent.class,
                                LibraryEvent.class,
                                QuantificationEvent.class,
                                PlanQuantificationEvent.class,
                                PortfolioEvent.class)
                        .flatMap(facts -> Arrays.stream(facts.getPermittedSubclasses()))
                        .toList());
        assertThat(published).hasSize(28);
    }

    @Test
    @DisplayName("A published fact has a type, and names what people know it by")
    void a_published_fact_has_a_type() {
        var registered = publication
                .publish(recorded(facts().filter(RiskEvent.RiskRegistered.class::isInstance)
                        .findFirst()
                        .orElseThrow()))
                .orElseThrow();
        assertThat(registered.type()).isEqualTo("isms.risk.risk-registered.v1");
        assertThat((RiskRegistered) registered.data()).satisfies(risk -> {
            assertThat(risk.key()).isEqualTo("RISK-7");
            assertThat(risk.affects()).containsExactly("integrity", "availability");
            assertThat(risk.owner()).isEqualTo("rosa");
        });
        var approved = publication
                .publish(recorded(facts().filter(MethodologyEvent.MethodologyApproved.class::isInstance)
                        .findFirst()
                        .orElseThrow()))
                .orElseThrow();
        assertThat((MethodologyApproved) approved.data()).satisfies(version -> {
            assertThat(version.approver()).isEqualTo("tom");
            assertThat(version.authors()).containsExactly("ines", "ivan");
        });
        var plan = publication
                .publish(recorded(facts().filter(TreatmentEvent.TreatmentPlanApproved.class::isInstance)
                        .findFirst()
                        .orElseThrow()))
                .orElseThrow();
        assertThat(plan.type()).isEqualTo("isms.risk.treatment-plan-approved.v1");
        assertThat((TreatmentPlanApproved) plan.data()).satisfies(signed -> {
            assertThat(signed.key()).isEqualTo("PLAN-7");
            assertThat(signed.option()).isEqualTo("modify");
            assertThat(signed.controls())
                    .extracting(TreatmentControl::reference)
                    .containsExactly("A.8.5", "REMOTE-3");
            assertThat(signed.residual().band()).isEqualTo("low");
        });
    }

    @Test
    @DisplayName("RSK-16: others learn what a risk is expected to cost, not on what the estimate rests")
    void a_quantified_risk_is_told_without_its_rationale() {
        var told = publication
                .publish(recorded(SampleQuantificationFacts.all().getFirst()))
                .orElseThrow();
        assertThat(told.type()).isEqualTo("isms.risk.risk-quantified.v1");
        assertThat((RiskQuantified) told.data()).satisfies(risk -> {
            assertThat(risk.risk()).isEqualTo(ID);
            assertThat(risk.currency()).isEqualTo("EUR");
            assertThat(risk.current().aboveCriteria()).isTrue();
            assertThat(risk.treated()).isNotNull();
            assertThat(risk.methodologyVersion()).isEqualTo(2);
        });
        assertThat(told.data().toString()).doesNotContain("insurer");
    }

    @Test
    @DisplayName("RSK-13: others learn what was accepted by whom until when, how it ended, and not why it was taken")
    void an_acceptance_is_told_without_its_justification() {
        List<RiskFact> told = facts().filter(fact -> fact instanceof RiskEvent.ResidualRiskAccepted
                        || fact instanceof RiskEvent.AcceptanceRevoked
                        || fact instanceof RiskEvent.AcceptanceExpired
                        || fact instanceof RiskEvent.AcceptanceBecameStale)
                .map(fact -> publication.outside(recorded(fact)).orElseThrow())
                .toList();
        assertThat((ResidualRiskAccepted) told.getFirst()).satisfies(accepted -> {
            assertThat(accepted.key()).isEqualTo("RISK-7");
            assertThat(accepted.authority()).isEqualTo("top-management");
            assertThat(accepted.acceptor()).isEqualTo("tom");
            assertThat(accepted.until()).isEqualTo("2027-06-30");
            assertThat(accepted.residual().band()).isEqualTo("high");
            assertThat(accepted.toString()).doesNotContain("new line");
        });
        assertThat(told.stream().skip(1).map(AcceptanceEnded.class::cast))
                .extracting(AcceptanceEnded::cause, AcceptanceEnded::reason)
                .containsExactly(
                        tuple("revoked", "The new line comes later"),
                        tuple("expired", "It held until 2027-06-30."),
                        tuple("stale", "The risk was assessed anew, without a residual level."));
    }

    private static Recorded<Object> recorded(Object fact) {
        return new Recorded<>(
                1,
                1,
                "acme",
                "any",
                ID,
                7,
                1,
                new UUID(0, 3),
                fact,
                Instant.EPOCH,
                null,
                "tom",
                Set.of("top-management"),
                new UUID(0, 4),
                new UUID(0, 5),
                null,
                List.of("6.1.2"),
                null);
    }
}
