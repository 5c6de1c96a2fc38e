package isms.local;

import static org.assertj.core.api.Assertions.assertThat;

import isms.local.People.Person;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {

    @ParameterizedTest
    @CsvSource({"acme,''", "globex,globex-"})
    void both_organizations_have_somebody_for_each_role(String tenant, String prefix) {
        assertThat(People.all().stream()
                        .filter(person -> person.tenant().equals(tenant))
                        .peek(person -> assertThat(person.user()).startsWith(prefix))
                        .map(Person::role)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "top-management",
                        "isms-manager",
                        "risk-owner",
                        "control-owner",
                        "auditor",
                        "contributor",
                        "viewer",
                        "tenant-admin");
    }

    @Test
    void a_methodology_can_be_defined_and_approved_by_different_people() {
        assertThat(People.all().stream()
                        .filter(person -> person.tenant().equals("acme"))
                        .filter(person -> person.role().equals("isms-manager")
                                || person.role().equals("top-management")))
                .hasSizeGreaterThanOrEqualTo(2);
    }
}
