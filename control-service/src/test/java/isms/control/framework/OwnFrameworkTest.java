package isms.control.framework;

import static isms.control.framework.FrameworkRule.A_FRAMEWORK_HAS_A_TITLE;
import static isms.control.framework.FrameworkRule.A_FRAMEWORK_IS_DEFINED_ONCE;
import static isms.control.framework.FrameworkRule.A_PARENT_STANDS_IN_THE_SAME_VERSION;
import static isms.control.framework.FrameworkRule.A_REQUIREMENT_HAS_AN_IDENTIFIER_OF_ITS_OWN;
import static isms.control.framework.FrameworkRule.A_REQUIREMENT_HAS_A_TITLE;
import static isms.control.framework.FrameworkRule.A_RETIRED_FRAMEWORK_REMAINS_AS_IT_IS;
import static isms.control.framework.FrameworkRule.A_RETIREMENT_SAYS_WHY;
import static isms.control.framework.FrameworkRule.A_VERSION_HAS_REQUIREMENTS;
import static isms.control.framework.FrameworkRule.ONLY_A_DEFINED_FRAMEWORK_CAN_BE_WORKED_ON;
import static org.assertj.core.api.Assertions.assertThat;

import isms.control.framework.Framework.Group;
import isms.control.framework.OwnFrameworkEvent.FrameworkDefined;
import isms.control.framework.OwnFrameworkEvent.FrameworkDescribed;
import isms.control.framework.OwnFrameworkEvent.FrameworkRetired;
import isms.control.framework.OwnFrameworkEvent.FrameworkVersionImported;
import isms.platform.testing.Given;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CTL-1: an organization brings in frameworks of its own")
class OwnFrameworkTest {

    private static final OwnFrameworkType TYPE = new OwnFrameworkType();
    private static final FrameworkDescription BASELINE =
            new FrameworkDescription("Group baseline", "Acme Holding", "2026", "Intranet");
    private static final FrameworkDescription NEXT =
            new FrameworkDescription("Group baseline", "Acme Holding", "2027", "Intranet");
    private static final OwnRequirement HEADING =
            new OwnRequirement("B1", "Access", "B1", null, "chapter", true, null, Map.of());
    private static final OwnRequirement LEAVERS = below("B1.1", "B1");

    private static OwnRequirement below(String id, @Nullable String parent) {
        return new OwnRequirement(
                id,
                "Leavers lose access",
                "B1",
                parent,
                "rule",
                false,
                "On their last day",
                Map.of("tier", List.of("1")));
    }

    private static ImportVersion importing(OwnRequirement... requirements) {
        return new ImportVersion("baseline.csv", VersionContent.of(List.of(requirements)));
    }

    private static FrameworkVersionImported imported(int version, OwnRequirement... requirements) {
        return new FrameworkVersionImported(
                version, "baseline.csv", List.of(new Group("B1", "Access")), List.of(requirements));
    }

    private static Given<OwnFramework, OwnFrameworkEvent> defined() {
        return Given.facts(TYPE, new FrameworkDefined(BASELINE));
    }

    @Test
    void a_framework_is_defined_once_and_has_a_title() {
        Given.nothing(TYPE)
                .when(new DefineFramework(BASELINE))
                .then(new FrameworkDefined(BASELINE))
                .when(new DefineFramework(BASELINE))
                .refusedBy(A_FRAMEWORK_IS_DEFINED_ONCE);
        Given.nothing(TYPE)
                .when(new DefineFramework(new FrameworkDescription(" ", "", "", "")))
                .refusedBy(A_FRAMEWORK_HAS_A_TITLE, "/title");
    }

    @Test
    void a_framework_is_described_better() {
        defined().when(new DescribeFramework(old -> NEXT)).then(new FrameworkDescribed(NEXT));
        defined().when(new DescribeFramework(old -> old)).thenNothing();
    }

    @Test
    void every_import_that_says_something_else_is_a_version() {
        defined()
                .when(importing(HEADING, LEAVERS))
                .then(imported(1, HEADING, LEAVERS))
                .when(importing(HEADING, LEAVERS, below("B1.2", "B1")))
                .then(imported(2, HEADING, LEAVERS, below("B1.2", "B1")));
    }

    @Test
    @DisplayName("ALL-9: the same file twice changes nothing, in whichever order its rows are")
    void the_same_again_is_no_version() {
        defined()
                .and(imported(1, HEADING, LEAVERS))
                .when(importing(LEAVERS, HEADING))
                .thenNothing();
    }

    @Test
    void a_version_has_requirements() {
        defined().when(importing()).refusedBy(A_VERSION_HAS_REQUIREMENTS, "/requirements");
        defined()
                .when(importing(IntStream.rangeClosed(0, 5000)
                        .mapToObj(i -> below("B" + i, null))
                        .toArray(OwnRequirement[]::new)))
                .refusedBy(A_VERSION_HAS_REQUIREMENTS, "/requirements");
    }

    @Test
    void a_requirement_has_an_identifier_of_its_own_and_a_title() {
        defined()
                .when(importing(HEADING, HEADING))
                .refusedBy(A_REQUIREMENT_HAS_AN_IDENTIFIER_OF_ITS_OWN, "/requirements/1/id");
        defined()
                .when(importing(below(" ", null)))
                .refusedBy(A_REQUIREMENT_HAS_AN_IDENTIFIER_OF_ITS_OWN, "/requirements/0/id");
        defined()
                .when(importing(new OwnRequirement("B2", "", null, null, "rule", false, null, Map.of())))
                .refusedBy(A_REQUIREMENT_HAS_A_TITLE, "/requirements/0/title");
    }

    @Test
    void a_parent_stands_in_the_same_version_and_nothing_stands_below_itself() {
        defined().when(importing(LEAVERS)).refusedBy(A_PARENT_STANDS_IN_THE_SAME_VERSION, "/requirements/0/parent");
        defined()
                .when(importing(below("X", "X")))
                .refusedBy(A_PARENT_STANDS_IN_THE_SAME_VERSION, "/requirements/0/parent");
        defined()
                .when(importing(below("X", "Y"), below("Y", "X")))
                .refusedBy(A_PARENT_STANDS_IN_THE_SAME_VERSION, "/requirements/0/parent", "/requirements/1/parent");
    }

    @Test
    void a_retirement_says_why_and_is_final() {
        defined().when(new RetireFramework("")).refusedBy(A_RETIREMENT_SAYS_WHY, "/reason");
        defined().when(new RetireFramework("Replaced")).then(new FrameworkRetired("Replaced"));
        defined()
                .and(new FrameworkRetired("Replaced"))
                .when(importing(HEADING))
                .refusedBy(A_RETIRED_FRAMEWORK_REMAINS_AS_IT_IS);
        Given.nothing(TYPE).when(importing(HEADING)).refusedBy(ONLY_A_DEFINED_FRAMEWORK_CAN_BE_WORKED_ON);
    }

    @Test
    void requirements_can_be_referred_to_while_they_are_in_force() {
        var state = defined().and(imported(1, HEADING, LEAVERS)).state();

        assertThat(state.has("B1.1")).isTrue();
        assertThat(state.has("B1.2")).isFalse();
        assertThat(defined()
                        .and(imported(1, HEADING), new FrameworkRetired("Replaced"))
                        .state()
                        .has("B1"))
                .isFalse();
        assertThat(LEAVERS.in("FRW-1").reference()).isEqualTo("FRW-1:B1.1");
    }
}
