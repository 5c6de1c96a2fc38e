package isms.control.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isms.contracts.control.v1.ControlFact;
import isms.contracts.control.v1.ControlFoundIneffective;
import isms.contracts.control.v1.StatementApproved;
import isms.control.control.ControlEvent;
import isms.control.control.ControlType;
import isms.control.control.SampleControlFacts;
import isms.control.evidence.EvidenceEvent;
import isms.control.evidence.SampleEvidenceFacts;
import isms.control.framework.OwnFrameworkEvent;
import isms.control.framework.SampleOwnFrameworkFacts;
import isms.control.mapping.MappingEvent;
import isms.control.mapping.SampleMappingFacts;
import isms.control.need.NeedEvent;
import isms.control.need.SampleNeedFacts;
import isms.control.statement.SampleStatementFacts;
import isms.control.statement.StatementEvent;
import isms.control.statement.StatementType;
import isms.platform.decider.Recorded;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What others learn of this service's facts")
class ControlPublicationTest {

    private static final UUID ID = new UUID(0, 42);

    private final ControlPublication publication = new ControlPublication(new ControlType(), new StatementType());

    private static Stream<?> facts() {
        return Stream.of(
                        SampleControlFacts.all(),
                        SampleStatementFacts.all(),
                        SampleNeedFacts.all(),
                        SampleEvidenceFacts.all(),
                        SampleMappingFacts.all(),
                        SampleOwnFrameworkFacts.all())
                .flatMap(List::stream);
    }

    @Test
    @DisplayName(
            "Every kind of fact has an answer, every type of the published language is used, the rest stays inside")
    void every_fact_has_an_answer() {
        assertThat(facts().map(Object::getClass).distinct().toList())
                .as("this test knows every kind of fact")
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                ControlEvent.class,
                                StatementEvent.class,
                                NeedEvent.class,
                                EvidenceEvent.class,
                                MappingEvent.class,
                                OwnFrameworkEvent.class)
                        .<Class<?>>flatMap(facts -> Arrays.stream(facts.getPermittedSubclasses()))
                        .toList());
        List<ControlFact> published = facts().flatMap(fact -> publication.outside(recorded(fact)).stream())
                .toList();
        assertThat(published)
                .extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(ControlFact.class.getPermittedSubclasses()));
    }

    @Test
    @DisplayName("A fact of which nobody has said whether others may know it is not passed over in silence")
    void a_foreign_fact_is_refused() {
        assertThatThrownBy(() -> publication.publish(recorded("anything")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("anything");
    }

    @Test
    @DisplayName("CTL-11: others learn which version of a statement is in force for which scope, and who approved it")
    void an_approved_statement_is_told() {
        var told = publication
                .publish(recorded(sample(StatementEvent.StatementApproved.class)))
                .orElseThrow();

        assertThat(told.type()).isEqualTo("isms.control.statement-approved.v1");
        assertThat(told.data()).isEqualTo(new StatementApproved(ID, "SOA-7", "Customer portal", 1, "tom"));
    }

    @Test
    @DisplayName("CTL-7: others know a control by what it satisfies, controls of Annex A by their bare identifier, too")
    void a_failed_test_is_told() {
        var told = publication
                .publish(recorded(sample(ControlEvent.ControlFoundIneffective.class)))
                .orElseThrow();

        assertThat(told.type()).isEqualTo("isms.control.control-found-ineffective.v1");
        assertThat((ControlFoundIneffective) told.data()).satisfies(found -> {
            assertThat(found.key()).isEqualTo("CTRL-7");
            assertThat(found.references()).containsExactly("A.8.13", "iso-27001-2022:A.8.13");
            assertThat(found.cause()).isEqualTo("Looked at one");
        });
    }

    private static Object sample(Class<?> kind) {
        return facts().filter(kind::isInstance).findFirst().orElseThrow();
    }

    private static Recorded<Object> recorded(Object fact) {
        return new Recorded<>(
                1,
                1,
                "acme",
                "any",
                ID,
                7,
                1,
                new UUID(0, 3),
                fact,
                Instant.EPOCH,
                null,
                "tom",
                Set.of("top-management"),
                new UUID(0, 4),
                new UUID(0, 5),
                null,
                List.of("6.1.3 d"),
                null);
    }
}
