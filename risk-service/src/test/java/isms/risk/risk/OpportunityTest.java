package isms.risk.risk;

import static isms.risk.risk.RiskRule.A_DECISION_ON_AN_OPPORTUNITY_IS_REASONED;
import static isms.risk.risk.RiskRule.A_RATING_IS_ON_THE_SCALE_WHOLE_AND_REASONED;
import static isms.risk.risk.RiskRule.ONLY_AN_OPPORTUNITY_IS_PURSUED_OR_LEFT;
import static isms.risk.risk.RiskRule.ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_DECIDES_ON_A_RISK;
import static isms.risk.risk.SampleRisks.CONTEXT;
import static isms.risk.risk.SampleRisks.MANAGER;
import static isms.risk.risk.SampleRisks.OWNER;
import static isms.risk.risk.SampleRisks.RANSOMWARE;
import static isms.risk.risk.SampleRisks.STRANGER;
import static isms.risk.risk.SampleRisks.registered;
import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.testing.Given;
import isms.risk.Envelopes;
import isms.risk.context.ContextDescription;
import isms.risk.context.RiskContext;
import isms.risk.criteria.Criteria;
import isms.risk.criteria.ImpactRating;
import isms.risk.criteria.LikelihoodRating;
import isms.risk.criteria.MethodKind;
import isms.risk.criteria.Rating;
import isms.risk.criteria.SampleCriteria;
import isms.risk.library.ScenarioWords;
import isms.risk.library.StartingPoint;
import isms.risk.methodology.Content;
import isms.risk.methodology.Methodology;
import isms.risk.risk.RiskEvent.OpportunityDecided;
import isms.risk.risk.RiskEvent.RiskAssessed;
import isms.risk.risk.RiskEvent.RiskRegistered;
import isms.risk.risk.RiskEvent.RiskStartedFromScenario;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-6: opportunities beside risks (6.1.1)")
class OpportunityTest {

    private static final RiskType TYPE = new RiskType();
    private static final Criteria SCORED = SampleCriteria.scored();
    private static final RiskContext IN_USE =
            new RiskContext.Defined(new ContextDescription("Corporate IT", ""), new UUID(0, 1));

    private static Given<Risk, RiskEvent> opportunity() {
        return registered(RiskKind.OPPORTUNITY, RANSOMWARE);
    }

    private static AssessRisk assess(Rating current) {
        var methodology = new Methodology.Inventoried(
                MethodKind.SEMI_QUANTITATIVE, 1, null, new Methodology.InUse(1, new Content("Scored", "", SCORED)));
        return new AssessRisk(new Assessment(null, current, null, null, List.of()), IN_USE, methodology, OWNER);
    }

    /** Gains in the first dimension only. */
    private static Rating gain(int likelihood, int gain) {
        return new Rating(
                LikelihoodRating.of(likelihood, "Two customers asked"),
                Map.of(SCORED.dimensions().getFirst().key(), ImpactRating.of(gain, "Two contracts a year")));
    }

    @Test
    @DisplayName(
            "RSK-6: an opportunity is weighed in words, and pursued or not, with a reason; anew when things change")
    void it_is_pursued_or_left() {
        opportunity()
                .when(new DecideOnOpportunity(OpportunityDecision.NOT_PURSUE, "Much work", "No people now", OWNER))
                .then(new OpportunityDecided(OpportunityDecision.NOT_PURSUE, "Much work", "No people now"))
                .when(new DecideOnOpportunity(OpportunityDecision.PURSUE, " Two contracts ", " New people ", MANAGER))
                .then(new OpportunityDecided(OpportunityDecision.PURSUE, "Two contracts", "New people"));
        opportunity()
                .when(new DecideOnOpportunity(OpportunityDecision.PURSUE, " ", "", OWNER))
                .refusedBy(A_DECISION_ON_AN_OPPORTUNITY_IS_REASONED, "/evaluation", "/reason");
        opportunity()
                .when(new DecideOnOpportunity(OpportunityDecision.PURSUE, "Much", "Known for it", STRANGER))
                .refusedBy(ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_DECIDES_ON_A_RISK);
    }

    @Test
    @DisplayName("RSK-6: a threat is neither pursued nor left")
    void a_threat_is_not_pursued() {
        registered()
                .when(new DecideOnOpportunity(OpportunityDecision.NOT_PURSUE, "Costly", "We do not like it", OWNER))
                .refusedBy(ONLY_AN_OPPORTUNITY_IS_PURSUED_OR_LEFT);
    }

    @Test
    @DisplayName("RSK-7: an opportunity is rated where something is gained; a threat in every dimension")
    void a_gain_is_rated_where_there_is_one() {
        opportunity().when(assess(gain(3, 4))).then(facts -> {
            var fact = (RiskAssessed) facts.getFirst();
            assertThat(fact.current().level().impact()).isEqualTo(4);
            assertThat(fact.current().level().regulatoryImpact()).isNull();
            assertThat(fact.current().aboveCriteria()).isFalse();
        });
        opportunity()
                .when(assess(new Rating(LikelihoodRating.of(3, "Two customers asked"), Map.of())))
                .refusedBy(A_RATING_IS_ON_THE_SCALE_WHOLE_AND_REASONED, "/current/impact");
        opportunity()
                .when(assess(gain(3, 9)))
                .refusedBy(
                        A_RATING_IS_ON_THE_SCALE_WHOLE_AND_REASONED,
                        "/current/impact/" + SCORED.dimensions().getFirst().key() + "/value");
        registered().when(assess(gain(3, 4))).refusedBy(A_RATING_IS_ON_THE_SCALE_WHOLE_AND_REASONED);
    }

    @Test
    @DisplayName(
            "RSK-8: an opportunity is not measured by the acceptance criteria and has no place in the order of treatment")
    void it_is_not_measured_by_the_criteria() {
        var given = opportunity();
        var facts = List.of(
                new RiskRegistered(RiskKind.OPPORTUNITY, RANSOMWARE, CONTEXT, OWNER.subject()),
                given.when(assess(gain(5, 5))).facts().getFirst(),
                new OpportunityDecided(OpportunityDecision.PURSUE, "Much", "Known for it"));
        RiskRegisterEntry entry = Envelopes.represented(TYPE, facts);

        assertThat(entry.currentLevel).isNotNull();
        assertThat(entry.aboveCriteria).isNull();
        assertThat(entry.priority).isNull();
        assertThat(entry.priorityBecause).isEmpty();
        assertThat(entry.opportunityDecision).isEqualTo("pursue");
        assertThat(entry.opportunityDecidedBy).isEqualTo("u-actor");
    }

    @Test
    @DisplayName("RSK-17: a risk drawn up from a scenario takes what is left open from it, and remembers it")
    void a_risk_remembers_its_scenario() {
        var words = new ScenarioWords(
                "Extortionists",
                "Encrypt the servers",
                "No second factor",
                "No orders",
                List.of("availability"),
                "Malicious software",
                List.of("A.8.7"),
                List.of("Servers"),
                List.of());
        var start = new StartingPoint("MFG-01", "Encrypted servers", words);
        var body = new RiskRegistration(
                null,
                null,
                "CTX-1",
                OWNER.subject(),
                "Encrypted servers of the plant",
                new Scenario(null, null, "Remote access with a password alone", null),
                null,
                List.of("Plant servers"),
                null,
                null,
                null,
                null,
                null,
                "MFG-01");
        RiskDescription description = body.description(start);

        assertThat(description.title()).isEqualTo("Encrypted servers of the plant");
        assertThat(description.scenario())
                .isEqualTo(new Scenario(
                        "Extortionists", "Encrypt the servers", "Remote access with a password alone", "No orders"));
        assertThat(description.affects()).containsExactly(Property.AVAILABILITY);
        assertThat(description.assets()).containsExactly("Plant servers");
        assertThat(description.category()).isEqualTo("Malicious software");
        assertThat(description.controls()).containsExactly("A.8.7");
        Given.nothing(TYPE)
                .when(new RegisterRisk(RiskKind.THREAT, description, CONTEXT, IN_USE, OWNER.subject(), start))
                .then(
                        new RiskRegistered(RiskKind.THREAT, description, CONTEXT, OWNER.subject()),
                        new RiskStartedFromScenario("MFG-01", "Encrypted servers"));
    }
}
