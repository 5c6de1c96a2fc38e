package isms.control.controlregister;

import static org.assertj.core.api.Assertions.assertThat;

import isms.control.control.ControlEntry;
import isms.control.control.Effectiveness;
import isms.control.control.Implementation;
import isms.control.control.SampleControlFacts;
import isms.control.control.TestDefinition;
import isms.control.control.TestOutcome;
import isms.control.control.TestResult;
import isms.control.evidence.SampleEvidenceFacts;
import isms.control.framework.Requirement;
import isms.platform.people.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CTL-4, CTL-5, CTL-6: overviews over all controls")
class OverviewsTest {

    private static ControlEntry control(int number, String title, Implementation implementation, int... needs) {
        var entry = new ControlEntry();
        entry.id = id(number);
        entry.key = "CTRL-" + number;
        entry.title = title;
        entry.owner = "u-owner";
        entry.implementation = implementation;
        entry.status = implementation.words().replace(' ', '-');
        entry.effectiveness = Effectiveness.UNTESTED;
        entry.needs = IntStream.of(needs).mapToObj(need -> id(need).toString()).toList();
        return entry;
    }

    private static ControlEntry planned(int number, int... needs) {
        return control(number, "Control " + number, Implementation.PLANNED, needs);
    }

    private static UUID id(int number) {
        return new UUID(1, number);
    }

    @Test
    @DisplayName("CTL-6: waves in which no control starts before what it needs, and the chain that takes longest")
    void waves() {
        var one = planned(1);
        var two = planned(2, 1);
        var three = planned(3, 1, 5);
        var four = planned(4, 2, 3);
        var inPlace = control(5, "In place", Implementation.OPERATING);
        three.estimatedDays = 30;
        three.due = LocalDate.parse("2027-05-01");
        one.due = LocalDate.parse("2027-06-01");
        Sequence sequence = Sequence.of(List.of(one, two, three, four, inPlace));
        assertThat(sequence.waves())
                .extracting(
                        wave -> wave.controls().stream().map(Sequence.Step::key).toList())
                .containsExactly(List.of("CTRL-1"), List.of("CTRL-2", "CTRL-3"), List.of("CTRL-4"));
        assertThat(sequence.criticalPath()).containsExactly("CTRL-1", "CTRL-3", "CTRL-4");
        assertThat(sequence.criticalDays()).isEqualTo(32);
        assertThat(sequence.blocked()).isEmpty();
        assertThat(sequence.conflicts())
                .containsExactly(new Sequence.Conflict(
                        "CTRL-3", LocalDate.parse("2027-05-01"), "CTRL-1", LocalDate.parse("2027-06-01")));
        assertThat(SequenceDrawing.draw(sequence)).contains("Wave 3").contains("CTRL-4");
        assertThat(SequenceDrawing.draw(Sequence.of(List.of()))).contains("Nothing is left");
    }

    @Test
    @DisplayName("CTL-6: what needs a control that was given up is blocked, and so is what needs it")
    void blocked() {
        var merged = control(4, "Merged", Implementation.RETIRED);
        merged.mergedInto = id(5);
        merged.status = "merged";
        Sequence sequence = Sequence.of(List.of(
                control(1, "Gone", Implementation.RETIRED),
                planned(2, 1),
                planned(3, 2),
                merged,
                planned(5),
                planned(6, 4)));
        assertThat(sequence.waves())
                .extracting(
                        wave -> wave.controls().stream().map(Sequence.Step::key).toList())
                .containsExactly(List.of("CTRL-5"), List.of("CTRL-6"));
        assertThat(sequence.blocked()).extracting(Sequence.Blocked::key).containsExactly("CTRL-2", "CTRL-3");
        assertThat(sequence.blocked().getFirst().why()).isEqualTo("It needs CTRL-1, which is retired.");
    }

    @Test
    @DisplayName(
            "CTL-5: the same requirement in the same scope with other owners is a conflict, almost the same name is not")
    void duplicates() {
        var one = control(1, "Daily backup of servers", Implementation.OPERATING);
        one.requirements = List.of("iso-27001-2022:A.8.13");
        var other = control(2, "Tape library", Implementation.OPERATING);
        other.requirements = List.of("iso-27001-2022:A.8.13", "iso-27001-2022:A.8.14");
        other.owner = "u-else";
        var alike = control(3, "Daily Back-up of Servers", Implementation.PLANNED);
        var elsewhere = control(4, "Daily backup of servers", Implementation.PLANNED);
        elsewhere.scope = "Plant";
        var gone = control(5, "Daily backup of servers", Implementation.RETIRED);
        List<Duplicates.Pair> pairs = Duplicates.among(List.of(one, alike, other, elsewhere, gone));
        assertThat(pairs).hasSize(2);
        assertThat(pairs.getFirst().grade()).isEqualTo(Duplicates.Grade.CONFLICT);
        assertThat(pairs.getFirst().reasons())
                .containsExactly(Duplicates.Reason.SAME_REQUIREMENT, Duplicates.Reason.DIFFERENT_OWNERS);
        assertThat(pairs.getFirst().requirements()).containsExactly("iso-27001-2022:A.8.13");
        assertThat(pairs.getLast().grade()).isEqualTo(Duplicates.Grade.POSSIBLE_DUPLICATE);
        assertThat(pairs.getLast().reasons()).contains(Duplicates.Reason.NEAR_EQUAL_NAMES);
        assertThat(pairs.getLast().other().key()).isEqualTo("CTRL-3");
    }

    private static Requirement requirement(String id, boolean heading) {
        return new Requirement("f", id, "Of " + id, null, null, "control", heading, null, Map.of());
    }

    @Test
    @DisplayName("CTL-4: a requirement is without a control when no control that is left satisfies it")
    void gaps() {
        var one = control(1, "One", Implementation.PLANNED);
        one.requirements = List.of("f:1");
        var gone = control(2, "Two", Implementation.RETIRED);
        gone.requirements = List.of("f:2");
        assertThat(RequirementGap.of(
                        List.of(requirement("1", false), requirement("2", false), requirement("3", true)),
                        List.of(one, gone)))
                .extracting(RequirementGap::reference)
                .containsExactly("f:2");
    }

    @Test
    @DisplayName("CTL-7: spans of effectiveness and tests, as data and as a picture")
    void effectiveness() {
        var entry = planned(1);
        Instant begin = Instant.parse("2027-01-01T00:00:00Z");
        var test = new TestResult(
                LocalDate.parse("2027-02-01"),
                new Subject("u-tester"),
                TestOutcome.PASS,
                "Fine",
                List.of(),
                new TestDefinition("Look", Period.ofDays(30), "Fine"));
        var history = EffectivenessHistory.of(
                entry,
                List.of(
                        new EffectivenessHistory.Version(Effectiveness.UNTESTED, begin, null),
                        new EffectivenessHistory.Version(
                                Effectiveness.EFFECTIVE, Instant.parse("2027-02-01T10:00:00Z"), test),
                        new EffectivenessHistory.Version(
                                Effectiveness.EFFECTIVE, Instant.parse("2027-02-01T10:00:00Z"), test)),
                Instant.parse("2027-03-01T00:00:00Z"));
        assertThat(history.spans())
                .containsExactly(
                        new EffectivenessHistory.Span(
                                Effectiveness.UNTESTED, begin, Instant.parse("2027-02-01T10:00:00Z")),
                        new EffectivenessHistory.Span(
                                Effectiveness.EFFECTIVE, Instant.parse("2027-02-01T10:00:00Z"), null));
        assertThat(history.tests()).containsExactly(test);
        assertThat(EffectivenessDrawing.draw(history)).contains("<svg").contains("tested on 2027-02-01: effective");
    }

    @Test
    @DisplayName("ALL-6: every fact has words of its own")
    void words() {
        var words = Stream.concat(
                        SampleControlFacts.all().stream().map(ControlWords::of),
                        SampleEvidenceFacts.all().stream().map(EvidenceWords::of))
                .toList();
        assertThat(words)
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(words).anyMatch(text -> text.startsWith("Effectiveness in doubt because of an incident: "));
    }
}
