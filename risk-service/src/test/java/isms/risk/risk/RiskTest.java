package isms.risk.risk;

import static isms.risk.risk.RiskRule.A_RETIRED_RISK_REMAINS_AS_IT_IS;
import static isms.risk.risk.RiskRule.A_RETIREMENT_SAYS_WHY;
import static isms.risk.risk.RiskRule.A_RISK_IS_DESCRIBED_IN_FULL;
import static isms.risk.risk.RiskRule.A_RISK_IS_REGISTERED_ONCE;
import static isms.risk.risk.RiskRule.ONLY_A_REGISTERED_RISK_CAN_BE_WORKED_ON;
import static isms.risk.risk.RiskRule.ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_DECIDES_ON_A_RISK;
import static isms.risk.risk.SampleRisks.CONTEXT;
import static isms.risk.risk.SampleRisks.MANAGER;
import static isms.risk.risk.SampleRisks.OWNER;
import static isms.risk.risk.SampleRisks.RANSOMWARE;
import static isms.risk.risk.SampleRisks.STRANGER;
import static isms.risk.risk.SampleRisks.described;
import static isms.risk.risk.SampleRisks.registered;
import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.people.Subject;
import isms.platform.testing.Given;
import isms.risk.context.ContextDescription;
import isms.risk.context.RiskContext;
import isms.risk.risk.RiskEvent.RiskDescribed;
import isms.risk.risk.RiskEvent.RiskHandedOver;
import isms.risk.risk.RiskEvent.RiskRegistered;
import isms.risk.risk.RiskEvent.RiskRetired;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-6: the life of a risk in the register")
class RiskTest {

    private static final RiskType TYPE = new RiskType();
    private static final RiskContext IN_USE = new RiskContext.Defined(new ContextDescription("Corporate IT", ""), null);

    @Test
    void a_risk_is_registered_in_a_context_and_with_an_owner() {
        Given.nothing(TYPE)
                .when(new RegisterRisk(RiskKind.THREAT, RANSOMWARE, CONTEXT, IN_USE, OWNER.subject()))
                .then(new RiskRegistered(RiskKind.THREAT, RANSOMWARE, CONTEXT, OWNER.subject()));
    }

    @Test
    void a_risk_is_registered_once() {
        registered()
                .when(new RegisterRisk(RiskKind.THREAT, RANSOMWARE, CONTEXT, IN_USE, OWNER.subject()))
                .refusedBy(A_RISK_IS_REGISTERED_ONCE);
    }

    @Test
    @DisplayName("RSK-5: a retired context takes no further risk")
    void a_retired_context_takes_no_further_risk() {
        var refusal = Given.nothing(TYPE)
                .when(new RegisterRisk(
                        RiskKind.THREAT, RANSOMWARE, CONTEXT, new RiskContext.Retired(), OWNER.subject()))
                .refused();

        assertThat(refusal.rule().name()).isEqualTo("A_RETIRED_CONTEXT_REMAINS_AS_IT_IS");
    }

    @Test
    void what_the_description_lacks_is_named_all_at_once() {
        var empty = new RiskDescription(
                null, null, Set.of(), List.of(), List.of(), null, null, List.of(), List.of("A 8 7"));

        Given.nothing(TYPE)
                .when(new RegisterRisk(RiskKind.THREAT, empty, CONTEXT, IN_USE, OWNER.subject()))
                .refusedBy(
                        A_RISK_IS_DESCRIBED_IN_FULL,
                        "/title",
                        "/scenario/source",
                        "/scenario/event",
                        "/scenario/vulnerability",
                        "/scenario/consequence",
                        "/category",
                        "/affects",
                        "/assets",
                        "/controls/0");
    }

    @Test
    @DisplayName("RSK-6: an opportunity (6.1.1) has no vulnerability and nothing to lose")
    void an_opportunity_needs_no_vulnerability() {
        var opportunity = new RiskDescription(
                "Move to a data centre of our own region",
                new Scenario("Expiring contract", "We choose a new provider", "", "Shorter ways, lower cost"),
                Set.of(),
                List.of("Data centre"),
                List.of(),
                "Suppliers",
                null,
                List.of(),
                List.of());

        Given.nothing(TYPE)
                .when(new RegisterRisk(RiskKind.OPPORTUNITY, opportunity, CONTEXT, IN_USE, OWNER.subject()))
                .then(new RiskRegistered(RiskKind.OPPORTUNITY, opportunity, CONTEXT, OWNER.subject()));
    }

    @Test
    void a_risk_is_described_better() {
        var better = described("Ransomware stops the plant");

        registered().when(new DescribeRisk(old -> better, OWNER)).then(new RiskDescribed(better));
        registered().when(new DescribeRisk(old -> old, OWNER)).thenNothing();
        registered()
                .when(new DescribeRisk(old -> described(" "), OWNER))
                .refusedBy(A_RISK_IS_DESCRIBED_IN_FULL, "/title");
    }

    @Test
    @DisplayName("6.1.2 c 2: whoever owns the risk decides on it, and the ISMS manager")
    void only_its_owner_or_the_isms_manager_decides_on_a_risk() {
        registered()
                .when(new RetireRisk("Gone", STRANGER))
                .refusedBy(ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_DECIDES_ON_A_RISK);
        registered()
                .when(new DescribeRisk(old -> described("Mine"), STRANGER))
                .refusedBy(ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_DECIDES_ON_A_RISK);
        registered().when(new RetireRisk("Gone", MANAGER)).then(new RiskRetired("Gone"));
    }

    @Test
    void who_has_handed_a_risk_over_no_longer_decides_on_it() {
        registered()
                .when(new HandOverRisk(STRANGER.subject(), OWNER))
                .then(new RiskHandedOver(STRANGER.subject(), OWNER.subject()))
                .when(new HandOverRisk(OWNER.subject(), OWNER))
                .refusedBy(ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_DECIDES_ON_A_RISK);
    }

    @Test
    void handing_over_to_the_owner_leaves_no_trace() {
        registered()
                .when(new HandOverRisk(new Subject(OWNER.subject().id()), MANAGER))
                .thenNothing();
    }

    @Test
    void a_retirement_says_why_and_is_final() {
        registered().when(new RetireRisk(" ", OWNER)).refusedBy(A_RETIREMENT_SAYS_WHY, "/reason");
        registered()
                .and(new RiskRetired("Gone"))
                .when(new DescribeRisk(old -> described("Back"), OWNER))
                .refusedBy(A_RETIRED_RISK_REMAINS_AS_IT_IS);
    }

    @Test
    void nothing_is_done_to_what_is_not_registered() {
        Given.nothing(TYPE).when(new RetireRisk("Gone", OWNER)).refusedBy(ONLY_A_REGISTERED_RISK_CAN_BE_WORKED_ON);
    }
}
