package isms.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import isms.platform.decider.Fact;
import isms.platform.eventstore.FactJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What was stored once must be readable for ever. A golden file per fact and revision shows its shape; whoever changes a shape
 * writes a new revision, its golden file and an upcaster, and keeps the old file. {@code -Dgolden.write=true} writes files
 * that are not there yet, never one that is.
 */
public abstract class StoredFacts {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper JSON = FactJson.mapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final String root;
    private final List<Object> samples;

    /**
     * @param root the package of the service
     * @param samples one of every fact that it records
     */
    protected StoredFacts(String root, List<?>... samples) {
        this.root = root;
        this.samples = Stream.of(samples).<Object>flatMap(List::stream).toList();
    }

    @TestFactory
    Stream<DynamicTest> a_fact_is_written_as_its_golden_file_shows() {
        return samples.stream()
                .map(fact -> dynamicTest(name(fact), () -> {
                    Path golden = golden(fact);
                    if (Boolean.getBoolean("golden.write") && Files.notExists(golden)) {
                        Files.createDirectories(GOLDEN);
                        Files.writeString(golden, JSON.writeValueAsString(fact) + "\n");
                    }

                    assertThat(JSON.readTree(JSON.writeValueAsString(fact)))
                            .isEqualTo(JSON.readTree(Files.readString(golden)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_golden_file_is_read_as_the_fact() {
        return samples.stream()
                .map(fact -> dynamicTest(
                        name(fact),
                        () -> assertThat(JSON.readValue(Files.readString(golden(fact)), fact.getClass()))
                                .isEqualTo(fact)));
    }

    @Test
    void every_fact_has_a_sample_here() {
        var facts = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(root).stream()
                        .filter(type -> type.isAnnotatedWith(Fact.class))
                        .map(type -> type.getName())
                        .toList();

        assertThat(samples.stream().map(fact -> fact.getClass().getName())).containsExactlyInAnyOrderElementsOf(facts);
    }

    @Test
    void no_golden_file_is_without_its_fact() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrderElementsOf(samples.stream()
                            .map(fact -> golden(fact).getFileName().toString())
                            .toList());
        }
    }

    private static String name(Object fact) {
        return fact.getClass().getSimpleName();
    }

    private static Path golden(Object fact) {
        Fact stored = fact.getClass().getAnnotation(Fact.class);
        return GOLDEN.resolve(stored.type() + ".r" + stored.revision() + ".json");
    }
}
