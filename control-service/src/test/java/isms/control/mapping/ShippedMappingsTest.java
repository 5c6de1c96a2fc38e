package isms.control.mapping;

import static isms.control.mapping.Correspondence.Change.MERGED;
import static isms.control.mapping.Correspondence.Change.RENAMED;
import static isms.control.mapping.Correspondence.Change.SPLIT;
import static isms.control.mapping.Correspondence.Change.UNCHANGED;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import isms.control.framework.Frameworks;
import isms.control.framework.Requirement;
import isms.control.mapping.Correspondence.Step;
import isms.control.mapping.Mapping.Standing;
import isms.control.mapping.Mappings.FrameworkPair;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CTL-2: mappings carry relationship, strength, rationale and source")
class ShippedMappingsTest {

    private static final Mappings SHIPPED = Mappings.shipped();
    private static final Correspondence CHANGES = Correspondence.shipped();

    @Test
    @DisplayName("CTL-3: 114 old, 93 new of which 11 without source, 24 merged from 57, 58 one to one, one split")
    void the_published_totals_of_the_revision_hold() {
        List<Step> steps = CHANGES.all();
        assertThat(steps).hasSize(115);
        assertThat(steps.stream().map(Step::from).distinct()).hasSize(114);
        assertThat(steps.stream().map(Step::to).distinct()).hasSize(82);
        assertThat(CHANGES.newIn2022()).hasSize(11);
        assertThat(CHANGES.newIn2022())
                .allSatisfy(control -> assertThat(control.values("newIn2022")).containsExactly("yes"));

        Map<String, Long> sources = steps.stream().collect(groupingBy(Step::to, counting()));
        Set<String> merged = sources.entrySet().stream()
                .filter(control -> control.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(merged).hasSize(24);
        assertThat(steps.stream().filter(step -> merged.contains(step.to()))).hasSize(57);
        assertThat(steps.stream().filter(step -> !merged.contains(step.to()))).hasSize(58);

        assertThat(changes(UNCHANGED)).hasSize(35);
        assertThat(changes(RENAMED)).hasSize(23);
        assertThat(changes(SPLIT))
                .extracting(Step::from, Step::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A.18.2.3", "A.5.36"),
                        org.assertj.core.groups.Tuple.tuple("A.18.2.3", "A.8.8"));
        assertThat(changes(MERGED)).hasSize(55);
    }

    private static List<Step> changes(Correspondence.Change change) {
        return CHANGES.all().stream().filter(step -> step.change() == change).toList();
    }

    @Test
    @DisplayName("CTL-3: every control of 2013 is found in 2022, and every control of 2022 is known where it came from")
    void both_sides_of_the_revision_are_complete() {
        assertThat(Frameworks.shipped().requirements(Frameworks.ANNEX_A_2013))
                .allSatisfy(control -> assertThat(CHANGES.of2013(control.id())).isNotEmpty());
        for (Requirement control : Frameworks.shipped().requirements(Frameworks.ANNEX_A)) {
            assertThat(CHANGES.of2022(control.id()).isEmpty())
                    .isEqualTo(CHANGES.newIn2022().contains(control));
        }
    }

    @Test
    void sources_have_their_totals() {
        assertThat(SHIPPED.all().stream().collect(groupingBy(Mapping::source, counting())))
                .containsEntry("nist-olir-csf-2.0", 343L)
                .containsEntry("nist-sp-800-53-r5-mapping", 642L)
                .containsEntry("iso-27002-2022-correspondence", 115L)
                .containsEntry("project", 508L + 166L);
    }

    @Test
    void every_mapping_names_requirements_that_exist() {
        assertThat(SHIPPED.all()).allSatisfy(mapping -> {
            assertThat(Frameworks.shipped().requirement(mapping.from()))
                    .as(mapping.from())
                    .isPresent();
            assertThat(Frameworks.shipped().requirement(mapping.to()))
                    .as(mapping.to())
                    .isPresent();
        });
    }

    @Test
    void what_this_project_judges_has_a_rationale_and_a_strength_that_admits_doubt() {
        assertThat(SHIPPED.all().stream().filter(mapping -> mapping.source().equals("project")))
                .allSatisfy(mapping -> {
                    assertThat(mapping.rationale()).isNotBlank();
                    assertThat(mapping.strength()).isBetween(1, 8);
                    assertThat(mapping.standing()).isEqualTo(Standing.PUBLISHED);
                });
    }

    @Test
    void every_requirement_of_pci_dss_and_every_objective_of_cobit_is_judged() {
        for (String framework : List.of(Frameworks.PCI_DSS, Frameworks.COBIT)) {
            assertThat(Frameworks.shipped().requirements(framework))
                    .allSatisfy(requirement -> assertThat(SHIPPED.of(requirement.reference()))
                            .as(requirement.reference())
                            .isNotEmpty());
        }
    }

    @Test
    void a_mapping_is_found_from_either_side() {
        Mapping merged = SHIPPED.between("iso-27001-2013:A.5.1.1", "iso-27001-2022:A.5.1")
                .orElseThrow();
        Mapping back = SHIPPED.between("iso-27001-2022:A.5.1", "iso-27001-2013:A.5.1.1")
                .orElseThrow();

        assertThat(merged.relationship()).isEqualTo(Relationship.SUBSET_OF);
        assertThat(back.relationship()).isEqualTo(Relationship.SUPERSET_OF);
        assertThat(SHIPPED.between(new FrameworkPair("iso-27001-2022", "iso-27001-2013")))
                .hasSize(115);
    }

    @Test
    void what_follows_from_two_mappings_is_a_suggestion_and_names_the_requirement_between() {
        List<Mapping> suggestions = SHIPPED.suggestions("nist-csf-2.0:PR.DS-11", "nist-sp-800-53-r5");

        assertThat(suggestions).isNotEmpty().allSatisfy(suggestion -> {
            assertThat(suggestion.standing()).isEqualTo(Standing.SUGGESTED);
            assertThat(suggestion.via()).startsWith("iso-27001-2022");
            assertThat(suggestion.strength()).isBetween(1, 5);
        });
        assertThat(suggestions.stream().map(Mapping::to)).contains("nist-sp-800-53-r5:CP-9");
    }

    @Test
    void what_is_said_of_a_pair_is_not_suggested() {
        Mapping own = new Mapping(
                "nist-csf-2.0:PR.DS-11",
                "nist-sp-800-53-r5:CP-9",
                Relationship.INTERSECTS_WITH,
                8,
                "Both ask for backups",
                "own",
                Standing.OWN,
                "iso-27001-2022:A.8.13",
                "MAP-1",
                null);
        Mappings all = SHIPPED.with(List.of(own));

        assertThat(all.suggestions("nist-csf-2.0:PR.DS-11", "nist-sp-800-53-r5").stream()
                        .map(Mapping::to))
                .doesNotContain("nist-sp-800-53-r5:CP-9");
        assertThat(all.of("nist-sp-800-53-r5:CP-9")).contains(own.inverse());
    }

    @Test
    void what_an_organization_says_of_a_pair_stands_in_the_place_of_what_is_published() {
        Mapping own = new Mapping(
                "iso-27001-2022:A.5.1",
                "iso-27001-2013:A.5.1.1",
                Relationship.EQUAL,
                10,
                "Ours was written so",
                "own",
                Standing.OWN,
                null,
                "MAP-1",
                null);

        assertThat(SHIPPED.with(List.of(own)).between("iso-27001-2013:A.5.1.1", "iso-27001-2022:A.5.1"))
                .contains(own.inverse());
    }

    @Test
    void relationships_compose() {
        assertThat(Relationship.EQUAL.then(Relationship.SUBSET_OF)).isEqualTo(Relationship.SUBSET_OF);
        assertThat(Relationship.SUBSET_OF.then(Relationship.SUBSET_OF)).isEqualTo(Relationship.SUBSET_OF);
        assertThat(Relationship.SUPERSET_OF.then(Relationship.EQUAL)).isEqualTo(Relationship.SUPERSET_OF);
        assertThat(Relationship.SUBSET_OF.then(Relationship.SUPERSET_OF)).isEqualTo(Relationship.INTERSECTS_WITH);
        assertThat(Relationship.SUBSET_OF.implies(Relationship.SUPERSET_OF)).isFalse();
        assertThat(Relationship.INTERSECTS_WITH.implies(Relationship.SUBSET_OF)).isTrue();
        assertThat(Relationship.INTERSECTS_WITH.implies(Relationship.INTERSECTS_WITH))
                .isFalse();
        for (Relationship one : Relationship.values()) {
            assertThat(one.inverse().inverse()).isEqualTo(one);
            assertThat(Relationship.of(one.word())).isEqualTo(one);
            for (Relationship other : Relationship.values()) {
                assertThat(one.then(other).inverse()).isEqualTo(other.inverse().then(one.inverse()));
                assertThat(one.implies(other)).isEqualTo(other.inverse().implies(one.inverse()));
            }
        }
    }
}
