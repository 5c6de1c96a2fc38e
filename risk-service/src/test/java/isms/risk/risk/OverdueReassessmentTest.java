package isms.risk.risk;

import static isms.risk.risk.SampleRisks.OWNER;
import static isms.risk.risk.SampleRisks.STRANGER;
import static isms.risk.risk.SampleRisks.registered;
import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.testing.Given;
import isms.risk.Envelopes;
import isms.risk.history.PlainWords;
import isms.risk.risk.RiskEvent.ReassessmentOverdue;
import isms.risk.risk.RiskEvent.RiskHandedOver;
import isms.risk.risk.RiskEvent.RiskRetired;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ALL-7 (8.2): a risk that is not assessed again within the planned interval is noted as overdue")
class OverdueReassessmentTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 31);
    private static final RiskType TYPE = new RiskType();

    private static RecordOverdueReassessment on(LocalDate today) {
        return new RecordOverdueReassessment(DAY, false, today);
    }

    @Test
    @DisplayName("ALL-7: the day passes when the next one begins")
    void the_day_passes_when_the_next_one_begins() {
        registered().when(on(DAY)).thenNothing();
        registered().when(on(DAY.plusDays(1))).then(new ReassessmentOverdue(DAY, OWNER.subject()));
        registered()
                .and(new RiskHandedOver(STRANGER.subject(), OWNER.subject()))
                .when(on(DAY.plusDays(40)))
                .then(new ReassessmentOverdue(DAY, STRANGER.subject()));
    }

    @Test
    @DisplayName("ALL-7: it is noted once, and not of a risk that was never assessed or is none any more")
    void it_is_noted_once_and_of_risks_in_the_register_only() {
        registered()
                .when(new RecordOverdueReassessment(DAY, true, DAY.plusDays(1)))
                .thenNothing();
        registered()
                .when(new RecordOverdueReassessment(null, false, DAY.plusDays(1)))
                .thenNothing();
        registered().and(new RiskRetired("Gone")).when(on(DAY.plusDays(1))).thenNothing();
        Given.nothing(TYPE).when(on(DAY.plusDays(1))).thenNothing();
    }

    @Test
    @DisplayName("ALL-7: the deadline decides on what the register shows, and the next assessment clears it")
    void the_next_assessment_clears_it() {
        var facts = new ArrayList<>(SampleRiskFacts.all().stream()
                .filter(fact -> !(fact instanceof RiskRetired))
                .toList());
        RiskEvent assessed = facts.get(3);
        RiskRegisterEntry overdue = Envelopes.represented(TYPE, facts);
        assertThat(overdue.reassessmentOverdueAt).isNotNull();
        var deadline = new ReassessmentDeadline(TYPE);
        var muchLater = Instant.parse("2030-01-01T00:00:00Z");
        var risk = Given.facts(TYPE, facts);
        risk.when(deadline.record(overdue, muchLater)).thenNothing();

        facts.add(assessed);
        RiskRegisterEntry again = Envelopes.represented(TYPE, facts);
        assertThat(again.reassessmentOverdueAt).isNull();
        assertThat(again.reassessBy).isNotNull();
        risk.and(assessed)
                .when(deadline.record(again, muchLater))
                .then(new ReassessmentOverdue(again.reassessBy, STRANGER.subject()));
    }

    @Test
    void a_retired_risk_is_not_overdue() {
        RiskRegisterEntry retired = Envelopes.represented(
                TYPE,
                List.of(
                        SampleRiskFacts.all().getFirst(),
                        new ReassessmentOverdue(DAY, OWNER.subject()),
                        new RiskRetired("Gone")));
        assertThat(retired.reassessmentOverdueAt).isNull();
    }

    @Test
    @DisplayName("ALL-2, ALL-6: the history says in plain words that the system recorded it")
    void the_history_says_that_the_system_recorded_it() {
        assertThat(PlainWords.of(new ReassessmentOverdue(DAY, OWNER.subject())))
                .isEqualTo(
                        "Reassessment overdue, recorded by the system: the risk, owned by u-owner, was to be assessed again"
                                + " by 2027-01-31");
    }
}
