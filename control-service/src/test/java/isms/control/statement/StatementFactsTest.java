package isms.control.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import isms.control.statementregister.StatementWords;
import isms.platform.eventstore.FactJson;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CTL-12, ALL-6: facts of statements are read as they were written, and told in plain words")
class StatementFactsTest {

    @Test
    void facts_are_read_as_they_were_written() throws JsonProcessingException {
        ObjectMapper json = FactJson.mapper();
        for (StatementEvent fact : SampleStatementFacts.all()) {
            String written = json.writeValueAsString(fact);
            assertThat(json.readValue(written, fact.getClass())).isEqualTo(fact);
            // nothing is stored that follows from the rest
            assertThat(written).doesNotContain("\"complete\"", "\"justified\"", "\"inConflict\"", "\"drawn\"");
        }
    }

    @Test
    void every_fact_has_a_sample() {
        assertThat(SampleStatementFacts.all().stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(StatementEvent.class.getPermittedSubclasses()));
    }

    @Test
    @DisplayName("ALL-6: every fact is told in plain words")
    void every_fact_is_told_in_plain_words() {
        assertThat(SampleStatementFacts.all().stream().map(StatementWords::of))
                .allSatisfy(words -> assertThat(words).isNotBlank().doesNotContain("null", "[", "iso-27001-2022:"));
    }
}
