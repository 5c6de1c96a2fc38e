package isms.control.mapping;

import static isms.control.mapping.MappingRule.A_MAPPING_CONNECTS_TWO_FRAMEWORKS;
import static isms.control.mapping.MappingRule.A_MAPPING_NAMES_REQUIREMENTS_THAT_EXIST;
import static isms.control.mapping.MappingRule.A_MAPPING_SAYS_WHY;
import static isms.control.mapping.MappingRule.A_PAIR_IS_MAPPED_ONCE;
import static isms.control.mapping.MappingRule.A_WITHDRAWAL_SAYS_WHY;
import static isms.control.mapping.MappingRule.A_WITHDRAWN_MAPPING_IS_WITHDRAWN_ONCE;
import static isms.control.mapping.MappingRule.ONLY_AN_ADDED_MAPPING_CAN_BE_WORKED_ON;
import static isms.control.mapping.MappingRule.ONLY_WHAT_IS_SUGGESTED_IS_CONFIRMED;
import static isms.control.mapping.MappingRule.STRENGTH_GOES_FROM_ONE_TO_TEN;

import isms.control.mapping.MappingEvent.MappingAdded;
import isms.control.mapping.MappingEvent.MappingRevised;
import isms.control.mapping.MappingEvent.MappingWithdrawn;
import isms.control.mapping.MappingEvent.SuggestionConfirmed;
import isms.platform.testing.Given;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CTL-2: an organization maps requirements itself, and confirms what is suggested")
class OwnMappingTest {

    private static final MappingType TYPE = new MappingType();
    private static final String BACKUPS = "nist-csf-2.0:PR.DS-11";
    private static final String CONTINUITY = "cobit-2019:DSS04";
    private static final String BETWEEN = "iso-27001-2022:A.8.13";
    private static final Pair PAIR = new Pair(BACKUPS, CONTINUITY, true, true);
    private static final MappingContent PART = content(6, "Backups are a means of continuity");

    private static MappingContent content(@Nullable Integer strength, String rationale) {
        return new MappingContent(Relationship.SUBSET_OF, strength, rationale, "own");
    }

    private static Given<OwnMapping, MappingEvent> added() {
        return Given.facts(TYPE, new MappingAdded(BACKUPS, CONTINUITY, PART));
    }

    @Test
    void a_pair_is_mapped_once() {
        Given.nothing(TYPE)
                .when(new AddMapping(PAIR, PART))
                .then(new MappingAdded(BACKUPS, CONTINUITY, PART))
                .when(new AddMapping(PAIR, PART))
                .refusedBy(A_PAIR_IS_MAPPED_ONCE);
        added().and(new MappingWithdrawn("why"))
                .when(new ConfirmSuggestion(PAIR, BETWEEN, true, true, PART))
                .refusedBy(A_PAIR_IS_MAPPED_ONCE);
    }

    @Test
    void a_mapping_names_requirements_of_two_frameworks_that_exist() {
        Given.nothing(TYPE)
                .when(new AddMapping(new Pair(BACKUPS, "iso-9001:1", true, false), PART))
                .refusedBy(A_MAPPING_NAMES_REQUIREMENTS_THAT_EXIST, "/to");
        Given.nothing(TYPE)
                .when(new AddMapping(new Pair("x", "y", false, false), PART))
                .refusedBy(A_MAPPING_NAMES_REQUIREMENTS_THAT_EXIST, "/from", "/to");
        Given.nothing(TYPE)
                .when(new AddMapping(new Pair(BACKUPS, "nist-csf-2.0:PR.DS-01", true, true), PART))
                .refusedBy(A_MAPPING_CONNECTS_TWO_FRAMEWORKS, "/to");
    }

    @Test
    void a_mapping_says_why_and_how_strongly() {
        Given.nothing(TYPE).when(new AddMapping(PAIR, content(6, " "))).refusedBy(A_MAPPING_SAYS_WHY, "/rationale");
        Given.nothing(TYPE)
                .when(new AddMapping(PAIR, content(11, "why")))
                .refusedBy(STRENGTH_GOES_FROM_ONE_TO_TEN, "/strength");
        Given.nothing(TYPE)
                .when(new AddMapping(PAIR, content(null, "why")))
                .then(new MappingAdded(BACKUPS, CONTINUITY, content(null, "why")));
    }

    @Test
    void only_what_is_suggested_is_confirmed() {
        Given.nothing(TYPE)
                .when(new ConfirmSuggestion(PAIR, BETWEEN, true, true, PART))
                .then(new SuggestionConfirmed(BACKUPS, CONTINUITY, BETWEEN, PART));
        Given.nothing(TYPE)
                .when(new ConfirmSuggestion(PAIR, BETWEEN, false, true, PART))
                .refusedBy(ONLY_WHAT_IS_SUGGESTED_IS_CONFIRMED, "/via");
        Given.nothing(TYPE)
                .when(new ConfirmSuggestion(PAIR, BETWEEN, true, false, PART))
                .refusedBy(ONLY_WHAT_IS_SUGGESTED_IS_CONFIRMED, "/via");
    }

    @Test
    void a_mapping_is_judged_anew_and_put_in_force_again() {
        added().when(new ReviseMapping(PART)).thenNothing();
        added().when(new ReviseMapping(content(3, "Less"))).then(new MappingRevised(content(3, "Less")));
        added().and(new MappingWithdrawn("why")).when(new ReviseMapping(PART)).then(new MappingRevised(PART));
        Given.nothing(TYPE).when(new ReviseMapping(PART)).refusedBy(ONLY_AN_ADDED_MAPPING_CAN_BE_WORKED_ON);
    }

    @Test
    void a_withdrawal_says_why_and_happens_once() {
        added().when(new WithdrawMapping("")).refusedBy(A_WITHDRAWAL_SAYS_WHY, "/reason");
        added().when(new WithdrawMapping("Outdated"))
                .then(new MappingWithdrawn("Outdated"))
                .when(new WithdrawMapping("Outdated"))
                .refusedBy(A_WITHDRAWN_MAPPING_IS_WITHDRAWN_ONCE);
        Given.nothing(TYPE).when(new WithdrawMapping("why")).refusedBy(ONLY_AN_ADDED_MAPPING_CAN_BE_WORKED_ON);
    }
}
