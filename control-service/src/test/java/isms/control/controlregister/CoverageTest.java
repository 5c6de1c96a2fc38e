package isms.control.controlregister;

import static org.assertj.core.api.Assertions.assertThat;

import isms.control.control.ControlEntry;
import isms.control.control.Effectiveness;
import isms.control.control.Implementation;
import isms.control.framework.Frameworks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CTL-14: coverage of a framework")
class CoverageTest {

    private static final Frameworks FRAMEWORKS = Frameworks.shipped();

    @Test
    @DisplayName("CTL-14: covered is what a control in place satisfies of which nothing says that it does not work")
    void states() {
        Coverage coverage = coverage(
                control("CTRL-1", "A.8.13", Implementation.OPERATING, Effectiveness.EFFECTIVE),
                control("CTRL-2", "A.8.14", Implementation.PLANNED, Effectiveness.UNTESTED),
                control("CTRL-3", "A.8.15", Implementation.IMPLEMENTED, Effectiveness.INEFFECTIVE),
                control("CTRL-4", "A.8.15", Implementation.IMPLEMENTED, Effectiveness.UNTESTED),
                control("CTRL-5", "A.8.16", Implementation.OPERATING, Effectiveness.IN_DOUBT),
                control("CTRL-6", "A.8.17", Implementation.RETIRED, Effectiveness.EFFECTIVE));

        assertThat(state(coverage, "A.8.13")).isEqualTo(Coverage.State.COVERED);
        assertThat(state(coverage, "A.8.14")).isEqualTo(Coverage.State.PARTLY);
        assertThat(state(coverage, "A.8.15")).as("one of two works").isEqualTo(Coverage.State.COVERED);
        assertThat(state(coverage, "A.8.16")).isEqualTo(Coverage.State.PARTLY);
        assertThat(state(coverage, "A.8.17"))
                .as("what is retired covers nothing")
                .isEqualTo(Coverage.State.NOT);
        assertThat(coverage.total()).isEqualTo(new Coverage.Share("all", 2, 2, 89, 93));
    }

    @Test
    @DisplayName("CTL-14: every requirement counts in its theme, and with every value of each of the five attributes")
    void shares() {
        Coverage coverage = coverage(control("CTRL-1", "A.8.13", Implementation.OPERATING, Effectiveness.EFFECTIVE));

        assertThat(coverage.groups())
                .extracting(Coverage.Share::of, Coverage.Share::requirements)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("organizational", 37),
                        org.assertj.core.groups.Tuple.tuple("people", 8),
                        org.assertj.core.groups.Tuple.tuple("physical", 14),
                        org.assertj.core.groups.Tuple.tuple("technological", 34));
        assertThat(coverage.attributes())
                .hasSize(5)
                .allSatisfy(attribute -> assertThat(attribute.values())
                        .as(attribute.attribute())
                        .isNotEmpty()
                        .anyMatch(share -> share.covered() == 1));
    }

    @Test
    @DisplayName("CTL-14: the picture says every number in words")
    void the_picture() {
        String svg = CoverageDrawing.draw(
                coverage(control("CTRL-1", "A.8.13", Implementation.OPERATING, Effectiveness.EFFECTIVE)));

        assertThat(svg)
                .startsWith("<svg")
                .contains("1 of 93 requirements covered, 0 partly, 92 not")
                .contains("technological")
                .contains("1 covered, 0 partly, 33 not");
    }

    private static Coverage coverage(ControlEntry... controls) {
        return Coverage.of(
                FRAMEWORKS.framework(Frameworks.ANNEX_A).orElseThrow(),
                FRAMEWORKS.requirements(Frameworks.ANNEX_A),
                new ArrayList<>(List.of(controls)),
                null);
    }

    private static Coverage.State state(Coverage coverage, String id) {
        return coverage.requirements().stream()
                .filter(requirement -> requirement.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static ControlEntry control(
            String key, String requirement, Implementation implementation, Effectiveness effectiveness) {
        var control = new ControlEntry();
        control.key = key;
        control.requirements = List.of(Frameworks.ANNEX_A + ":" + requirement);
        control.implementation = implementation;
        control.effectiveness = effectiveness;
        control.status = implementation.name().toLowerCase(java.util.Locale.ROOT);
        return control;
    }
}
