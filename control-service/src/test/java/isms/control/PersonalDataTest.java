package isms.control;

import static org.assertj.core.api.Assertions.assertThat;

import isms.platform.testing.PersonalData;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PersonalDataTest {

    @Test
    @DisplayName(
            "ALL-10: whoever a fact of this service names is a subject id, and no fact has a place for names or addresses")
    void facts_name_people_by_subject_id() {
        var held = PersonalData.heldByFacts("isms.control");

        assertThat(held).extracting(component -> component.getName()).contains("owner", "author");
        assertThat(PersonalData.breaches(held)).isEmpty();
    }
}
