package isms.risk.risk;

import static isms.risk.risk.ReassessmentRule.A_CLEARED_FLAG_STAYS_CLEARED;
import static isms.risk.risk.ReassessmentRule.A_DISMISSAL_SAYS_WHY;
import static isms.risk.risk.ReassessmentRule.THE_RISK_HAS_NO_SUCH_FLAG;
import static isms.risk.risk.RiskRule.A_RETIRED_RISK_REMAINS_AS_IT_IS;
import static isms.risk.risk.RiskRule.ONLY_A_REGISTERED_RISK_CAN_BE_WORKED_ON;
import static isms.risk.risk.RiskRule.ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_DECIDES_ON_A_RISK;
import static isms.risk.risk.SampleRisks.FLAG;
import static isms.risk.risk.SampleRisks.MANAGER;
import static isms.risk.risk.SampleRisks.OWNER;
import static isms.risk.risk.SampleRisks.STRANGER;
import static isms.risk.risk.SampleRisks.flag;
import static isms.risk.risk.SampleRisks.registered;
import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.testing.Given;
import isms.risk.Envelopes;
import isms.risk.risk.RiskEvent.ReassessmentFlagDismissed;
import isms.risk.risk.RiskEvent.ReassessmentFlagged;
import isms.risk.risk.RiskEvent.RiskAssessed;
import isms.risk.risk.RiskEvent.RiskRetired;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-10: flags for reassessment")
class ReassessmentTest {

    private static final RiskAssessed ASSESSED = (RiskAssessed) SampleRiskFacts.all().stream()
            .filter(RiskAssessed.class::isInstance)
            .findFirst()
            .orElseThrow();

    private static Given<Risk, RiskEvent> flagged() {
        return registered().and(new ReassessmentFlagged(FLAG));
    }

    @Test
    void a_fact_flags_a_risk_once() {
        registered()
                .when(FLAG.raised())
                .then(new ReassessmentFlagged(FLAG))
                .when(FLAG.raised())
                .thenNothing()
                .when(flag(2).raised())
                .then(new ReassessmentFlagged(flag(2)));
    }

    @Test
    void an_assessment_clears_all_flags_and_the_same_facts_do_not_raise_them_again() {
        var assessed = flagged().and(new ReassessmentFlagged(flag(2)), ASSESSED);
        assessed.when(FLAG.raised()).thenNothing();
        assessed.when(flag(2).raised()).thenNothing();
        assessed.when(flag(3).raised()).then(new ReassessmentFlagged(flag(3)));
        assessed.when(new DismissReassessmentFlag(FLAG.source(), "Too late", OWNER))
                .refusedBy(A_CLEARED_FLAG_STAYS_CLEARED);
    }

    @Test
    void the_owner_or_the_manager_dismisses_a_flag_with_a_reason() {
        var dismissed = new ReassessmentFlagDismissed(FLAG.source(), FLAG.what(), "Another system");
        flagged()
                .when(new DismissReassessmentFlag(FLAG.source(), "Another system", OWNER))
                .then(dismissed);
        flagged()
                .when(new DismissReassessmentFlag(FLAG.source(), "Another system", MANAGER))
                .then(dismissed)
                .when(FLAG.raised())
                .thenNothing();
    }

    @Test
    void a_dismissal_is_refused_to_others_without_a_reason_and_without_a_flag() {
        flagged()
                .when(new DismissReassessmentFlag(FLAG.source(), "Another system", STRANGER))
                .refusedBy(ONLY_ITS_OWNER_OR_THE_ISMS_MANAGER_DECIDES_ON_A_RISK);
        flagged()
                .when(new DismissReassessmentFlag(FLAG.source(), " ", OWNER))
                .refusedBy(A_DISMISSAL_SAYS_WHY, "/reason");
        flagged()
                .when(new DismissReassessmentFlag(new UUID(0, 99), "Another system", OWNER))
                .refusedBy(THE_RISK_HAS_NO_SUCH_FLAG);
        flagged()
                .and(new ReassessmentFlagDismissed(FLAG.source(), FLAG.what(), "Another system"))
                .when(new DismissReassessmentFlag(FLAG.source(), "Once more", OWNER))
                .refusedBy(A_CLEARED_FLAG_STAYS_CLEARED);
        Given.nothing(new RiskType())
                .when(new DismissReassessmentFlag(FLAG.source(), "Another system", MANAGER))
                .refusedBy(ONLY_A_REGISTERED_RISK_CAN_BE_WORKED_ON);
    }

    @Test
    void a_retired_risk_is_not_flagged_and_shows_no_flag() {
        var retired = flagged().and(new RiskRetired("Gone"));
        retired.when(flag(2).raised()).thenNothing();
        retired.when(new DismissReassessmentFlag(FLAG.source(), "Gone", OWNER))
                .refusedBy(A_RETIRED_RISK_REMAINS_AS_IT_IS);
        Given.nothing(new RiskType()).when(FLAG.raised()).refusedBy(ONLY_A_REGISTERED_RISK_CAN_BE_WORKED_ON);
    }

    @Test
    void the_register_shows_what_a_risk_is_flagged_by_and_since_when() {
        var type = new RiskType();
        var registered = SampleRiskFacts.all().getFirst();
        RiskRegisterEntry entry = Envelopes.represented(
                type, List.of(registered, new ReassessmentFlagged(FLAG), new ReassessmentFlagged(flag(2))));
        assertThat(entry.flagged).isTrue();
        assertThat(entry.flagCauses).containsExactly("control-found-ineffective");
        assertThat(entry.flags).extracting(RaisedFlag::id).containsExactly(FLAG.source(), flag(2).source());
        assertThat(entry.flaggedSince).isEqualTo(entry.flags.getFirst().flaggedAt());

        RiskRegisterEntry dismissed = Envelopes.represented(
                type,
                List.of(
                        registered,
                        new ReassessmentFlagged(FLAG),
                        new ReassessmentFlagged(flag(2)),
                        new ReassessmentFlagDismissed(FLAG.source(), FLAG.what(), "Another system")));
        assertThat(dismissed.flags).extracting(RaisedFlag::id).containsExactly(flag(2).source());
        assertThat(dismissed.flaggedSince).isAfter(entry.flaggedSince);
        RiskRegisterEntry retired = Envelopes.represented(
                type, List.of(registered, new ReassessmentFlagged(FLAG), new RiskRetired("Gone")));
        assertThat(retired.flagged).isFalse();
        assertThat(retired.flaggedSince).isNull();
    }
}
