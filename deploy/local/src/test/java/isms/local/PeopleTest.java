package isms.local;

import static org.assertj.core.api.Assertions.assertThat;

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
                        .flatMap(person -> person.roles().stream())
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
    void separation_of_duties_can_be_tried_by_somebody_with_two_roles() {
        assertThat(People.all())
                .anySatisfy(person -> assertThat(person.roles()).contains("isms-manager", "top-management"));
    }
}
