package isms.risk.round;

import static isms.risk.round.RoundRule.A_CHANGE_OF_A_ROUND_SAYS_WHY;
import static isms.risk.round.RoundRule.A_ROUND_AT_ITS_END_REMAINS_AS_IT_IS;
import static isms.risk.round.RoundRule.A_ROUND_HAS_RISKS_TO_ASSESS;
import static isms.risk.round.RoundRule.A_ROUND_IS_OF_RISKS_IN_THE_REGISTER;
import static isms.risk.round.RoundRule.A_ROUND_IS_OPENED_ONCE;
import static isms.risk.round.RoundRule.A_ROUND_SAYS_WHAT_IT_IS_FOR;
import static isms.risk.round.RoundRule.A_ROUND_STAYS_OF_A_SIZE_THAT_CAN_BE_CLOSED;
import static isms.risk.round.RoundRule.A_SCOPE_NAMES_RISKS_OR_FILTERS_THEM;
import static isms.risk.round.RoundRule.NO_RISK_IS_LEFT_OUT_WITHOUT_A_REASON;
import static isms.risk.round.RoundRule.ONLY_AN_OPENED_ROUND_CAN_BE_WORKED_ON;
import static isms.risk.round.RoundRule.THE_RISK_IS_OF_THE_ROUND;
import static isms.risk.round.SampleRounds.CLOSING;
import static isms.risk.round.SampleRounds.CONTEXT;
import static isms.risk.round.SampleRounds.JUNE;
import static isms.risk.round.SampleRounds.SCOPE;
import static isms.risk.round.SampleRounds.YEARLY;
import static isms.risk.round.SampleRounds.named;
import static isms.risk.round.SampleRounds.opened;
import static isms.risk.round.SampleRounds.retired;
import static isms.risk.round.SampleRounds.risk;
import static isms.risk.round.SampleRounds.risks;
import static isms.risk.round.SampleRounds.standing;
import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.testing.Given;
import isms.risk.Envelopes;
import isms.risk.round.CloseRound.Excused;
import isms.risk.round.PicturedRisk.Outcome;
import isms.risk.round.RoundEvent.RisksAdded;
import isms.risk.round.RoundEvent.RisksRemoved;
import isms.risk.round.RoundEvent.RoundClosed;
import isms.risk.round.RoundEvent.RoundDueDateMoved;
import isms.risk.round.RoundEvent.RoundOpened;
import isms.risk.round.RoundEvent.RoundOverdue;
import isms.risk.round.RoundEvent.RoundWithdrawn;
import isms.risk.standing.RiskStanding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-9: the life of a round of assessments")
class AssessmentRoundTest {

    private static final AssessmentRoundType TYPE = new AssessmentRoundType();
    private static final NamedRisks NOBODY = named("/scope/risks");
    private static final RoundScope BY_NAME = new RoundScope(List.of(), List.of(), List.of(), List.of(), false, true);

    private static OpenRound opening(RoundPlan plan) {
        return new OpenRound(plan, SCOPE, NOBODY, risks(1, 2, 3));
    }

    private static CloseRound closing(List<RiskStanding> standings, Excused... excused) {
        return new CloseRound(standings, List.of(excused), "", CLOSING);
    }

    @Test
    void a_round_is_opened_over_what_its_filters_let_through_or_over_the_risks_named() {
        Given.nothing(TYPE).when(opening(YEARLY)).then(new RoundOpened(YEARLY, SCOPE, risks(1, 2, 3)));
        Given.nothing(TYPE)
                .when(new OpenRound(
                        YEARLY,
                        BY_NAME,
                        named("/scope/risks", standing(2, false), standing(1, false), standing(2, false)),
                        List.of()))
                .then(new RoundOpened(YEARLY, BY_NAME, risks(2, 1)));
    }

    @Test
    void a_round_is_opened_once() {
        opened().when(opening(YEARLY)).refusedBy(A_ROUND_IS_OPENED_ONCE);
        opened().and(new RoundWithdrawn("Wrong")).when(opening(YEARLY)).refusedBy(A_ROUND_IS_OPENED_ONCE);
    }

    @Test
    void what_a_round_does_not_say_is_named_all_at_once() {
        Given.nothing(TYPE)
                .when(opening(new RoundPlan(" ", null, null, null)))
                .refusedBy(A_ROUND_SAYS_WHAT_IT_IS_FOR, "/title", "/occasion", "/due");
        Given.nothing(TYPE)
                .when(opening(new RoundPlan("After the move", Occasion.SIGNIFICANT_CHANGE, " ", JUNE)))
                .refusedBy(A_ROUND_SAYS_WHAT_IT_IS_FOR, "/change");
    }

    @Test
    void a_scope_has_risks_of_the_register_by_name_or_by_filter_and_not_too_many() {
        Given.nothing(TYPE)
                .when(new OpenRound(YEARLY, SCOPE, NOBODY, List.of()))
                .refusedBy(A_ROUND_HAS_RISKS_TO_ASSESS, "/scope");
        Given.nothing(TYPE)
                .when(new OpenRound(
                        YEARLY,
                        new RoundScope(List.of(CONTEXT), List.of(), List.of(), List.of(), false, true),
                        named("/scope/risks", standing(1, false)),
                        List.of()))
                .refusedBy(A_SCOPE_NAMES_RISKS_OR_FILTERS_THEM, "/scope");
        Given.nothing(TYPE)
                .when(new OpenRound(
                        YEARLY,
                        BY_NAME,
                        NamedRisks.of(
                                "/scope/risks",
                                List.of("risk-1", "RISK-99", "RISK-2"),
                                List.of(standing(1, false), retired(2))),
                        List.of()))
                .refusedBy(A_ROUND_IS_OF_RISKS_IN_THE_REGISTER, "/scope/risks/1", "/scope/risks/2");
        var tooMany = IntStream.rangeClosed(1, OpenRound.MOST + 1)
                .mapToObj(SampleRounds::risk)
                .toList();
        Given.nothing(TYPE)
                .when(new OpenRound(YEARLY, SCOPE, NOBODY, tooMany))
                .refusedBy(A_ROUND_STAYS_OF_A_SIZE_THAT_CAN_BE_CLOSED);
        Given.nothing(TYPE)
                .when(new OpenRound(YEARLY, SCOPE, NOBODY, tooMany.subList(0, OpenRound.MOST)))
                .then(facts -> assertThat(facts).hasSize(1));
    }

    @Test
    void risks_are_added_and_removed_with_a_reason() {
        var four = named("/risks", standing(4, false), standing(1, false));
        opened().when(new AddRisks(four, "Its supplier has changed"))
                .then(new RisksAdded(risks(4), "Its supplier has changed"))
                .when(new AddRisks(four, "Again"))
                .thenNothing()
                .when(new RemoveRisks(named("/risks", standing(4, false)), "Not needed"))
                .then(new RisksRemoved(risks(4), "Not needed"))
                .when(new RemoveRisks(named("/risks", standing(4, false)), "Again"))
                .refusedBy(THE_RISK_IS_OF_THE_ROUND, "/risks/0");
        opened().when(new AddRisks(four, " ")).refusedBy(A_CHANGE_OF_A_ROUND_SAYS_WHY, "/reason");
        opened().when(new AddRisks(named("/risks", retired(4)), "Why not"))
                .refusedBy(A_ROUND_IS_OF_RISKS_IN_THE_REGISTER, "/risks/0");
        opened().when(new RemoveRisks(named("/risks", standing(1, false)), ""))
                .refusedBy(A_CHANGE_OF_A_ROUND_SAYS_WHY, "/reason");
        opened().when(new RemoveRisks(
                        named("/risks", standing(1, false), standing(2, false), standing(3, false)), "All"))
                .refusedBy(A_ROUND_HAS_RISKS_TO_ASSESS, "/risks");
    }

    @Test
    @DisplayName("ALL-7: the due date passes once, a day later in UTC, and again when it was moved")
    void the_due_date_passes_once() {
        var overdue = new RoundOverdue("Yearly assessment", JUNE);
        opened().when(new RecordOverdue(Instant.parse("2026-06-30T23:59:59Z"))).thenNothing();
        var late = opened().when(new RecordOverdue(Instant.parse("2026-07-01T00:00:00Z")))
                .then(overdue);
        late.when(new RecordOverdue(Instant.parse("2026-07-02T00:00:00Z"))).thenNothing();
        late.when(new MoveDueDate(JUNE.plusDays(7), "")).refusedBy(A_CHANGE_OF_A_ROUND_SAYS_WHY, "/reason");
        late.when(new MoveDueDate(JUNE.plusDays(7), "Holidays"))
                .then(new RoundDueDateMoved(JUNE, JUNE.plusDays(7), "Holidays"))
                .when(new RecordOverdue(Instant.parse("2026-07-08T00:00:00Z")))
                .then(new RoundOverdue("Yearly assessment", JUNE.plusDays(7)));
        opened().when(new MoveDueDate(JUNE, "Same")).thenNothing();
        opened().and(new RoundWithdrawn("Wrong"))
                .when(new RecordOverdue(Instant.parse("2027-01-01T00:00:00Z")))
                .thenNothing();
        Given.nothing(TYPE)
                .when(new RecordOverdue(Instant.parse("2027-01-01T00:00:00Z")))
                .thenNothing();
    }

    @Test
    void a_round_closes_into_a_picture_of_its_risks() {
        opened().when(closing(List.of(standing(1, true), standing(2, true), retired(3))))
                .then(facts -> {
                    var closed = (RoundClosed) facts.getFirst();
                    assertThat(closed.picture().takenAt()).isEqualTo(CLOSING);
                    assertThat(closed.picture().risks())
                            .extracting(PicturedRisk::outcome)
                            .containsExactly(Outcome.ASSESSED, Outcome.ASSESSED, Outcome.RETIRED);
                    assertThat(closed.picture().risks().getFirst().current().band())
                            .isEqualTo("medium");
                    assertThat(closed.leftOut()).isEmpty();
                });
    }

    @Test
    void a_risk_is_left_out_with_a_reason_only() {
        var standings = List.of(standing(1, true), standing(2, false), standing(3, false));
        opened().when(closing(standings)).refusedBy(NO_RISK_IS_LEFT_OUT_WITHOUT_A_REASON, "/leftOut", "/leftOut");
        opened().when(closing(standings, new Excused(named("/leftOut/0/risks", standing(2, false)), "Replaced")))
                .refusedBy(NO_RISK_IS_LEFT_OUT_WITHOUT_A_REASON, "/leftOut");
        opened().when(closing(
                        standings, new Excused(named("/leftOut/0/risks", standing(2, false), standing(3, false)), " ")))
                .refusedBy(NO_RISK_IS_LEFT_OUT_WITHOUT_A_REASON, "/leftOut", "/leftOut");
        opened().when(closing(standings, new Excused(named("/leftOut/0/risks", standing(9, false)), "Who?")))
                .refusedBy(THE_RISK_IS_OF_THE_ROUND, "/leftOut/0/risks/0");
        opened().when(closing(
                        standings,
                        new Excused(named("/leftOut/0/risks", standing(1, true), standing(2, false)), "Replaced"),
                        new Excused(named("/leftOut/1/risks", standing(3, false)), "Sold")))
                .then(facts -> assertThat(((RoundClosed) facts.getFirst()).leftOut())
                        .containsExactly(new LeftOut(risks(2), "Replaced"), new LeftOut(risks(3), "Sold")));
    }

    @Test
    void a_risk_that_the_register_does_not_show_keeps_a_round_open() {
        opened().when(closing(List.of(standing(1, true), standing(2, true))))
                .refusedBy(NO_RISK_IS_LEFT_OUT_WITHOUT_A_REASON, "/leftOut");
    }

    @Test
    void a_refusal_names_a_hundred_risks_and_counts_the_others() {
        var many = IntStream.rangeClosed(1, 150).mapToObj(SampleRounds::risk).toList();
        Given.facts(TYPE, new RoundOpened(YEARLY, SCOPE, many))
                .when(closing(IntStream.rangeClosed(1, 150)
                        .mapToObj(each -> standing(each, false))
                        .toList()))
                .refused()
                .violations()
                .stream()
                .reduce((first, last) -> last)
                .ifPresentOrElse(
                        last -> assertThat(last.detail()).isEqualTo("and 50 more"),
                        () -> assertThat(true).isFalse());
    }

    @Test
    void a_round_at_its_end_remains_as_it_is() {
        var closed = opened().when(closing(List.of(standing(1, true), standing(2, true), standing(3, true))))
                .then(facts -> assertThat(facts).hasSize(1));
        for (var ended : List.of(closed, opened().and(new RoundWithdrawn("Wrong")))) {
            ended.when(new AddRisks(named("/risks", standing(4, false)), "More"))
                    .refusedBy(A_ROUND_AT_ITS_END_REMAINS_AS_IT_IS);
            ended.when(new RemoveRisks(named("/risks", standing(1, false)), "Less"))
                    .refusedBy(A_ROUND_AT_ITS_END_REMAINS_AS_IT_IS);
            ended.when(new MoveDueDate(JUNE, "Later")).refusedBy(A_ROUND_AT_ITS_END_REMAINS_AS_IT_IS);
            ended.when(closing(List.of())).refusedBy(A_ROUND_AT_ITS_END_REMAINS_AS_IT_IS);
            ended.when(new WithdrawRound("Late")).refusedBy(A_ROUND_AT_ITS_END_REMAINS_AS_IT_IS);
        }
    }

    @Test
    void a_round_that_was_never_opened_is_not_worked_on() {
        var nothing = Given.nothing(TYPE);
        nothing.when(new WithdrawRound("Why")).refusedBy(ONLY_AN_OPENED_ROUND_CAN_BE_WORKED_ON);
        nothing.when(closing(List.of())).refusedBy(ONLY_AN_OPENED_ROUND_CAN_BE_WORKED_ON);
        nothing.when(new MoveDueDate(JUNE, "Why")).refusedBy(ONLY_AN_OPENED_ROUND_CAN_BE_WORKED_ON);
        nothing.when(new AddRisks(NOBODY, "Why")).refusedBy(ONLY_AN_OPENED_ROUND_CAN_BE_WORKED_ON);
        nothing.when(new RemoveRisks(NOBODY, "Why")).refusedBy(ONLY_AN_OPENED_ROUND_CAN_BE_WORKED_ON);
        opened().when(new WithdrawRound(" ")).refusedBy(A_CHANGE_OF_A_ROUND_SAYS_WHY, "/reason");
        opened().when(new WithdrawRound("Wrong context")).then(new RoundWithdrawn("Wrong context"));
    }

    @Test
    void the_picture_is_summed_up_by_band() {
        AssessmentRoundEntry entry = Envelopes.represented(
                TYPE,
                List.of(
                        SampleRoundFacts.all().get(0),
                        SampleRoundFacts.all().get(1),
                        SampleRoundFacts.all().get(2),
                        SampleRoundFacts.all().get(5)));
        assertThat(entry.status).isEqualTo("closed");
        assertThat(entry.riskIds).containsExactly(risk(1), risk(3), risk(4));
        assertThat(entry.picture.assessed()).isEqualTo(1);
        assertThat(entry.picture.leftOut()).isEqualTo(1);
        assertThat(entry.picture.retired()).isEqualTo(1);
        assertThat(entry.picture.inherent().aboveCriteria()).isEqualTo(2);
        assertThat(entry.picture.current().bands()).containsExactly(new RoundSummary.BandCount("medium", 2, 2));
        assertThat(entry.picture.residual().unrated()).isEqualTo(2);
        assertThat(entry.picture.methodologies())
                .containsExactly(new RoundSummary.Applied(SampleRounds.METHODOLOGY, 1, 2));
        assertThat(entry.at(null).progress).isEqualTo(new RoundProgress(1, 1, 1, 66));
        assertThat(entry.progress).as("the remembered one stays as it is").isNull();
    }

    @Test
    void rounds_of_one_scope_are_comparable_in_whatever_order_it_is_written() {
        var one = new RoundScope(List.of(), List.of("b", "a"), List.of(), List.of(), false, false);
        var other = new RoundScope(List.of(), List.of("a", "b", "a"), List.of(), List.of(), false, false);
        assertThat(one.key(risks(1))).isEqualTo(other.key(risks(2)));
        assertThat(BY_NAME.key(risks(1, 2))).isEqualTo(BY_NAME.key(risks(2, 1)));
        assertThat(BY_NAME.key(risks(1, 2))).isNotEqualTo(BY_NAME.key(List.of(new UUID(0, 1))));
        assertThat(one.key(risks(1))).isNotEqualTo(SCOPE.key(risks(1)));
    }
}
