package isms.control.framework;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("CTL-1: frameworks are data, with the totals that their publishers state")
class ShippedFrameworksTest {

    private static final Frameworks SHIPPED = Frameworks.shipped();

    private static final Map<String, Set<String>> VALUES = Map.of(
            "controlType", Set.of("preventive", "detective", "corrective"),
            "informationSecurityProperties", Set.of("confidentiality", "integrity", "availability"),
            "cybersecurityConcepts", Set.of("identify", "protect", "detect", "respond", "recover"),
            "operationalCapabilities",
                    Set.of(
                            "governance",
                            "asset-management",
                            "information-protection",
                            "human-resource-security",
                            "physical-security",
                            "system-and-network-security",
                            "application-security",
                            "secure-configuration",
                            "identity-and-access-management",
                            "threat-and-vulnerability-management",
                            "continuity",
                            "supplier-relationships-security",
                            "legal-and-compliance",
                            "information-security-event-management",
                            "information-security-assurance"),
            "securityDomains", Set.of("governance-and-ecosystem", "protection", "defence", "resilience"));

    static List<Requirement> annexA() {
        return SHIPPED.requirements(Frameworks.ANNEX_A);
    }

    static List<Framework> frameworks() {
        return SHIPPED.all();
    }

    @Test
    void annex_a_of_2022_has_93_controls_in_four_themes_11_of_them_new() {
        assertThat(annexA().stream().collect(groupingBy(Requirement::group, counting())))
                .isEqualTo(Map.of("organizational", 37L, "people", 8L, "physical", 14L, "technological", 34L));
        assertThat(annexA().stream()
                        .filter(control -> control.values("newIn2022").equals(List.of("yes"))))
                .hasSize(11);
    }

    @ParameterizedTest
    @MethodSource("annexA")
    void every_control_of_annex_a_has_its_five_attributes_and_an_explanation(Requirement control) {
        assertThat(control.explanation()).isNotBlank().endsWith(".");
        for (String attribute : Frameworks.ATTRIBUTES) {
            assertThat(control.values(attribute))
                    .as(attribute)
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .isSubsetOf(VALUES.get(attribute));
        }
    }

    @Test
    void every_value_of_an_attribute_is_used() {
        VALUES.forEach((attribute, values) -> assertThat(
                        annexA().stream().flatMap(control -> control.values(attribute).stream()))
                .as(attribute)
                .containsAll(values));
    }

    @Test
    void a_control_shows_its_attributes() {
        Requirement threats = SHIPPED.requirement("iso-27001-2022:A.5.7").orElseThrow();

        assertThat(threats.reference()).isEqualTo("iso-27001-2022:A.5.7");
        assertThat(threats.values("controlType")).containsExactly("preventive", "detective", "corrective");
        assertThat(threats.values("operationalCapabilities")).containsExactly("threat-and-vulnerability-management");
    }

    @ParameterizedTest
    @CsvSource({
        "iso-27001-2022, 93",
        "iso-27001-2022-clauses, 30",
        "iso-27001-2013, 114",
        "nist-csf-2.0, 106",
        "nist-sp-800-53-r5, 1189",
        "pci-dss-4.0.1, 280",
        "cobit-2019, 40"
    })
    void requirements_are_complete(String framework, int requirements) {
        assertThat(SHIPPED.requirements(framework)).hasSize(requirements);
        assertThat(SHIPPED.framework(framework).orElseThrow().requirements()).isEqualTo(requirements);
    }

    @Test
    void annex_a_of_2013_has_14_domains() {
        assertThat(SHIPPED.framework(Frameworks.ANNEX_A_2013).orElseThrow().groups())
                .hasSize(14);
        assertThat(SHIPPED.requirements(Frameworks.ANNEX_A_2013).stream()
                        .map(Requirement::group)
                        .distinct())
                .hasSize(14);
    }

    @Test
    void levels_have_their_totals() {
        assertThat(levels(Frameworks.NIST_CSF)).isEqualTo(Map.of("function", 6, "category", 22, "subcategory", 106));
        assertThat(levels(Frameworks.NIST_SP_800_53).get("family")).isEqualTo(20);
        assertThat(levels(Frameworks.NIST_SP_800_53).get("control")
                        + levels(Frameworks.NIST_SP_800_53).get("enhancement"))
                .isEqualTo(1189);
        assertThat(levels(Frameworks.PCI_DSS))
                .isEqualTo(Map.of("principal-requirement", 15, "section", 71, "requirement", 280));
        assertThat(SHIPPED.requirements(Frameworks.COBIT).stream().collect(groupingBy(Requirement::group, counting())))
                .isEqualTo(Map.of("EDM", 5L, "APO", 14L, "BAI", 11L, "DSS", 6L, "MEA", 4L));
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void what_stands_below_something_stands_below_what_is_there(Framework framework) {
        for (Requirement requirement : SHIPPED.outline(framework.id())) {
            assertThat(requirement.title()).as(requirement.reference()).isNotBlank();
            if (requirement.parent() != null) {
                assertThat(SHIPPED.requirement(framework.id(), requirement.parent()))
                        .as(requirement.reference())
                        .isPresent();
            }
            if (requirement.group() != null) {
                assertThat(framework.groups().stream().map(Framework.Group::id)).contains(requirement.group());
            }
        }
    }

    @Test
    void what_there_is_not_is_empty() {
        assertThat(SHIPPED.requirement("iso-27001-2022", "A.9.1")).isEmpty();
        assertThat(SHIPPED.requirement("A.5.1")).isEmpty();
        assertThat(SHIPPED.requirements("iso-9001")).isEmpty();
        assertThat(SHIPPED.framework("iso-9001")).isEmpty();
    }

    private static Map<String, Integer> levels(String framework) {
        return SHIPPED.framework(framework).orElseThrow().levels().stream()
                .collect(java.util.stream.Collectors.toMap(Framework.Level::level, Framework.Level::count));
    }
}
