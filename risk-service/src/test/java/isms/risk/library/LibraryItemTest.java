package isms.risk.library;

import static isms.risk.library.LibraryRule.AN_ENTRY_IS_WRITTEN_ONCE;
import static isms.risk.library.LibraryRule.AN_ENTRY_SAYS_WHAT_IT_IS;
import static isms.risk.library.LibraryRule.A_RETIRED_ENTRY_REMAINS_AS_IT_IS;
import static isms.risk.library.LibraryRule.A_RETIREMENT_SAYS_WHY;
import static isms.risk.library.LibraryRule.A_RISK_STARTS_FROM_A_SCENARIO_IN_USE;
import static isms.risk.library.LibraryRule.A_SCENARIO_IN_USE_IS_TOLD_IN_FULL;
import static isms.risk.library.LibraryRule.ONLY_AN_ENTRY_THAT_IS_THERE_CAN_BE_WORKED_ON;
import static isms.risk.library.LibraryRule.ONLY_A_DRAFT_IS_PUT_IN_USE;
import static isms.risk.library.SampleLibraryFacts.LABORATORY;
import static isms.risk.library.SampleLibraryFacts.THREAT;
import static isms.risk.library.SampleLibraryFacts.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import isms.platform.decider.Refusal;
import isms.platform.testing.Given;
import isms.platform.testing.Life;
import isms.risk.Envelopes;
import isms.risk.library.LibraryEvent.EntryAdopted;
import isms.risk.library.LibraryEvent.EntryDrafted;
import isms.risk.library.LibraryEvent.EntryPutInUse;
import isms.risk.library.LibraryEvent.EntryRetired;
import isms.risk.library.LibraryEvent.EntryRevised;
import isms.risk.library.LibraryItem.Kept;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RSK-17: an organization's own threats, vulnerabilities and scenarios")
class LibraryItemTest {

    private static final LibraryItemType TYPE = new LibraryItemType();
    private static final EntryContent SKETCH = new EntryContent("The laboratory stands still", null, null);

    private static Given<LibraryItem, LibraryEvent> drafted(EntryContent content) {
        return Given.facts(TYPE, new EntryDrafted(EntryKind.SCENARIO, content));
    }

    @Test
    @DisplayName("RSK-17: an entry is drafted with gaps, told in full, put in use, retired with a reason")
    void the_life_of_an_entry() {
        Given.nothing(TYPE)
                .when(new DraftEntry(EntryKind.SCENARIO, SKETCH))
                .then(new EntryDrafted(EntryKind.SCENARIO, SKETCH))
                .when(new ReviseEntry(old -> LABORATORY))
                .then(new EntryRevised(LABORATORY))
                .when(new PutEntryInUse())
                .then(new EntryPutInUse())
                .when(new ReviseEntry(old -> old))
                .thenNothing()
                .when(new RetireEntry("Closed"))
                .then(new EntryRetired("Closed"))
                .when(new ReviseEntry(old -> LABORATORY))
                .refusedBy(A_RETIRED_ENTRY_REMAINS_AS_IT_IS);
    }

    @Test
    @DisplayName("RSK-17: a scenario in use says all that a risk needs; what it lacks is named")
    void a_scenario_in_use_is_told_in_full() {
        drafted(SKETCH)
                .when(new PutEntryInUse())
                .refusedBy(
                        A_SCENARIO_IN_USE_IS_TOLD_IN_FULL,
                        "/scenario/source",
                        "/scenario/event",
                        "/scenario/vulnerability",
                        "/scenario/consequence",
                        "/scenario/category",
                        "/scenario/affects");
        drafted(LABORATORY)
                .and(new EntryPutInUse())
                .when(new ReviseEntry(old -> SKETCH))
                .refusedBy(A_SCENARIO_IN_USE_IS_TOLD_IN_FULL);
    }

    @Test
    @DisplayName("RSK-17: what no risk could be registered from is refused in a draft already")
    void a_draft_keeps_to_the_words_of_a_risk() {
        var wrong = new ScenarioWords(
                "", "", "", "", List.of("honour"), "x".repeat(201), List.of("A 8 7"), List.of(), List.of());

        Given.nothing(TYPE)
                .when(new DraftEntry(EntryKind.SCENARIO, new EntryContent(" ", null, wrong)))
                .refusedBy(
                        AN_ENTRY_SAYS_WHAT_IT_IS,
                        "/title",
                        "/scenario/category",
                        "/scenario/affects/0",
                        "/scenario/controls/0");
        Given.nothing(TYPE)
                .when(new DraftEntry(EntryKind.THREAT, LABORATORY))
                .refusedBy(AN_ENTRY_SAYS_WHAT_IT_IS, "/scenario");
    }

    @Test
    @DisplayName("RSK-17: an entry is adopted once, and is in use at once")
    void adopted_once() {
        Given.nothing(TYPE)
                .when(new AdoptEntry("HOS-01", EntryKind.SCENARIO, LABORATORY))
                .then(new EntryAdopted("HOS-01", EntryKind.SCENARIO, LABORATORY))
                .when(new PutEntryInUse())
                .refusedBy(ONLY_A_DRAFT_IS_PUT_IN_USE);
        drafted(LABORATORY)
                .when(new AdoptEntry("HOS-01", EntryKind.SCENARIO, LABORATORY))
                .refusedBy(AN_ENTRY_IS_WRITTEN_ONCE);
        drafted(LABORATORY).when(new DraftEntry(EntryKind.SCENARIO, LABORATORY)).refusedBy(AN_ENTRY_IS_WRITTEN_ONCE);
        drafted(LABORATORY)
                .and(new EntryRetired("Closed"))
                .when(new AdoptEntry("HOS-01", EntryKind.SCENARIO, LABORATORY))
                .refusedBy(AN_ENTRY_IS_WRITTEN_ONCE);
        drafted(LABORATORY).when(new RetireEntry(" ")).refusedBy(A_RETIREMENT_SAYS_WHY, "/reason");
        Given.nothing(TYPE).when(new RetireEntry("Closed")).refusedBy(ONLY_AN_ENTRY_THAT_IS_THERE_CAN_BE_WORKED_ON);
    }

    @Test
    @DisplayName("RSK-17: a risk starts from a scenario in use, from no draft, no threat and nothing retired")
    void a_risk_starts_from_a_scenario_in_use() {
        var inUse = drafted(LABORATORY).and(new EntryPutInUse());

        assertThat(inUse.state().startingPoint("e-1")).isEqualTo(new StartingPoint("e-1", LABORATORY.title(), WORDS));
        assertNoStart(drafted(LABORATORY));
        assertNoStart(inUse.and(new EntryRetired("Closed")));
        assertNoStart(Given.facts(TYPE, new EntryAdopted("T-01", EntryKind.THREAT, THREAT)));
        assertNoStart(Given.nothing(TYPE));
    }

    private static void assertNoStart(Given<LibraryItem, LibraryEvent> given) {
        var refusal = catchThrowableOfType(Refusal.class, () -> given.state().startingPoint("e-1"));

        assertThat(refusal.rule()).isEqualTo(A_RISK_STARTS_FROM_A_SCENARIO_IN_USE);
    }

    @Property
    @Label("RSK-17, ALL-1: whatever is attempted with an entry folds, and the library shows its state")
    void any_accepted_sequence_folds(@ForAll("attempts") List<LibraryCommand> attempts) {
        var life = Life.of(TYPE);
        attempts.forEach(life::attempt);
        life.replayEqualsLive();
        LibraryEntry entry = Envelopes.represented(TYPE, life.facts());
        switch (life.state()) {
            case LibraryItem.None _ -> assertThat(entry).isNull();
            case Kept kept -> {
                assertThat(entry.status).isEqualTo(kept.inUse() ? "in-use" : "draft");
                assertThat(entry.title).isEqualTo(kept.content().title());
                assertThat(entry.scenario).isEqualTo(kept.content().scenario());
            }
            case LibraryItem.Retired _ -> assertThat(entry.status).isEqualTo("retired");
        }
    }

    @Provide
    Arbitrary<List<LibraryCommand>> attempts() {
        return Arbitraries.<LibraryCommand>of(
                        new DraftEntry(EntryKind.SCENARIO, SKETCH),
                        new DraftEntry(EntryKind.THREAT, THREAT),
                        new AdoptEntry("HOS-01", EntryKind.SCENARIO, LABORATORY),
                        new ReviseEntry(old -> LABORATORY),
                        new ReviseEntry(old -> new EntryContent("Other", "", null)),
                        new PutEntryInUse(),
                        new RetireEntry("Closed"))
                .list()
                .ofMaxSize(12);
    }
}
