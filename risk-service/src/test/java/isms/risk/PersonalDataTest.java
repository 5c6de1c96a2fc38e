package isms.risk;

import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.people.Subject;
import isms.platform.testing.PersonalData;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ALL-10: facts know people by their subject id alone")
class PersonalDataTest {

    @Test
    @DisplayName("ALL-10: whoever a fact names is a subject id, and no fact has a place for names or addresses")
    void facts_name_people_by_subject_id() {
        var held = PersonalData.heldByFacts("isms.risk");

        assertThat(held).extracting(component -> component.getName()).contains("owner", "authors");
        assertThat(PersonalData.breaches(held)).isEmpty();
    }

    @Test
    @DisplayName("ALL-10: the check sees a name, and an owner that is no subject id")
    void the_check_can_fail() {
        record Fine(Subject owner) {}
        record Bad(String owner, String ownerEmail, List<Fine> inside) {}

        assertThat(PersonalData.breaches(PersonalData.heldBy(Bad.class)))
                .containsExactlyInAnyOrder("Bad.owner", "Bad.ownerEmail");
    }
}
