package isms.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import isms.platform.decider.Fact;
import isms.platform.eventstore.FactJson;
import isms.risk.context.ContextEvent;
import isms.risk.context.SampleContextFacts;
import isms.risk.library.LibraryEvent;
import isms.risk.library.SampleLibraryFacts;
import isms.risk.methodology.MethodologyEvent;
import isms.risk.methodology.SampleMethodologyFacts;
import isms.risk.portfolio.PortfolioEvent;
import isms.risk.portfolio.SamplePortfolioFacts;
import isms.risk.quantification.PlanQuantificationEvent;
import isms.risk.quantification.QuantificationEvent;
import isms.risk.quantification.SampleQuantificationFacts;
import isms.risk.risk.RiskEvent;
import isms.risk.risk.SampleRiskFacts;
import isms.risk.round.RoundEvent;
import isms.risk.round.SampleRoundFacts;
import isms.risk.treatment.SampleTreatmentFacts;
import isms.risk.treatment.TreatmentEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was stored once must be readable for ever. A golden file per fact and revision shows its shape; whoever changes a shape
 * writes a new revision, its golden file and an upcaster, and keeps the old file. {@code -Dgolden.write=true} writes files
 * that are not there yet, never one that is.
 */
@DisplayName("ALL-1: stored facts keep their shape")
class StoredFactsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = FactJson.mapper().enable(SerializationFeature.INDENT_OUTPUT);

    static Stream<Object> facts() {
        return Stream.of(
                        SampleMethodologyFacts.all(),
                        SampleContextFacts.all(),
                        SampleRiskFacts.all(),
                        SampleTreatmentFacts.all(),
                        SampleRoundFacts.all(),
                        SampleLibraryFacts.all(),
                        SampleQuantificationFacts.all(),
                        SampleQuantificationFacts.ofPlans(),
                        SamplePortfolioFacts.all())
                .flatMap(facts -> facts.stream());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_fact_is_written_as_its_golden_file_shows(Object fact) throws IOException {
        Path golden = golden(fact);
        if (Boolean.getBoolean("golden.write") && Files.notExists(golden)) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, JSON.writeValueAsString(fact) + "\n");
        }

        assertThat(JSON.readTree(JSON.writeValueAsString(fact))).isEqualTo(JSON.readTree(Files.readString(golden)));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_golden_file_is_read_as_the_fact(Object fact) throws IOException {
        assertThat(JSON.readValue(Files.readString(golden(fact)), fact.getClass()))
                .isEqualTo(fact);
    }

    @Test
    void every_fact_has_a_sample_here() {
        var facts = Stream.of(
                        MethodologyEvent.class,
                        ContextEvent.class,
                        RiskEvent.class,
                        TreatmentEvent.class,
                        RoundEvent.class,
                        LibraryEvent.class,
                        QuantificationEvent.class,
                        PlanQuantificationEvent.class,
                        PortfolioEvent.class)
                .flatMap(events -> Stream.of(events.getPermittedSubclasses()));

        assertThat(facts().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(facts.toList());
    }

    @Test
    void no_golden_file_is_without_its_fact() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrderElementsOf(
                            facts().map(fact -> golden(fact).getFileName().toString())
                                    .toList());
        }
    }

    private static Path golden(Object fact) {
        Fact stored = fact.getClass().getAnnotation(Fact.class);
        return GOLDEN.resolve(stored.type() + ".r" + stored.revision() + ".json");
    }
}
