package isms.control.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import isms.control.evidence.SampleEvidenceFacts;
import isms.platform.eventstore.FactJson;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("ALL-1: facts of controls and evidence are read as they were written")
class ControlFactsAsJsonTest {

    private static final ObjectMapper JSON = FactJson.mapper();

    static Stream<Object> facts() {
        return Stream.concat(SampleControlFacts.all().stream(), SampleEvidenceFacts.all().stream());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_fact_is_read_as_it_was_written(Object fact) throws Exception {
        assertThat(JSON.readValue(JSON.writeValueAsString(fact), fact.getClass()))
                .isEqualTo(fact);
    }

    @Test
    @DisplayName("ALL-10: facts name people by their subject ids alone, and periods in ISO 8601")
    void shape() throws Exception {
        assertThat(JSON.writeValueAsString(SampleControlFacts.all()))
                .contains("\"tester\":\"u-tester\"")
                .contains("\"period\":\"P90D\"")
                .contains("\"outcome\":\"PARTIAL\"");
    }
}
