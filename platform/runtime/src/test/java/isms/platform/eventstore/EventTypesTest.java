package isms.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Fact;
import isms.platform.decider.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventTypesTest {

    sealed interface Event {}

    @Fact(type = "letter-sent", revision = 3, clauses = "7.4")
    record LetterSent(String to, String subject, @Nullable Instant at) implements Event {}

    @Fact(type = "letter-burnt", clauses = "7.5.3")
    record LetterBurnt() implements Event {}

    static class Letters<E> extends AggregateType<String, E, String> {
        Letters(Class<E> facts) {
            super("letter", "LETTER", facts);
        }

        @Override
        public String initial() {
            return "";
        }

        @Override
        public String evolve(String state, E event) {
            return state;
        }

        @Override
        public String represent(@Nullable String before, Recorded<E> fact) {
            return "";
        }
    }

    /** Revision 1 called the addressee "recipient"; revision 2 had no subject. */
    private static final List<Upcaster> UPCASTERS = List.of(
            step(1, letter -> (ObjectNode) letter.set("to", letter.remove("recipient"))),
            step(2, letter -> letter.put("subject", "(none)")));

    private static Upcaster step(int from, java.util.function.UnaryOperator<ObjectNode> change) {
        return new Upcaster() {
            @Override
            public String type() {
                return "letter-sent";
            }

            @Override
            public int fromRevision() {
                return from;
            }

            @Override
            public ObjectNode upcast(ObjectNode payload) {
                return change.apply(payload);
            }
        };
    }

    private final EventTypes types = new EventTypes(List.of(new Letters<>(Event.class)), UPCASTERS, FactJson.mapper());

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void what_was_written_is_read_back() {
        var letter = new LetterSent("ines", "audit", Instant.parse("2026-01-02T03:04:05.123456Z"));
        var stored = types.of(letter);

        assertThat(stored.type()).isEqualTo("letter-sent");
        assertThat(stored.revision()).isEqualTo(3);
        assertThat(types.read("letter-sent", 3, types.write(stored, letter))).isEqualTo(letter);
    }

    @Test
    void older_revisions_are_lifted_step_by_step_when_they_are_read() {
        assertThat(types.read("letter-sent", 1, json("{\"recipient\":\"ines\"}")))
                .isEqualTo(new LetterSent("ines", "(none)", null));
        assertThat(types.read("letter-sent", 2, json("{\"to\":\"ines\"}")))
                .isEqualTo(new LetterSent("ines", "(none)", null));
    }

    @Test
    void facts_of_a_newer_version_of_the_service_and_damaged_ones_are_told_apart_from_known_ones() {
        assertThatThrownBy(() -> types.read("letter-eaten", 1, json("{}"))).isInstanceOf(UnreadableFact.class);
        assertThatThrownBy(() -> types.read("letter-sent", 4, json("{}"))).isInstanceOf(UnreadableFact.class);
        assertThatThrownBy(() -> types.read("letter-sent", 3, json("{\"to\":"))).isInstanceOf(UnreadableFact.class);
        assertThat(types.read("letter-burnt", 1, json("{\"unknownField\":1}"))).isEqualTo(new LetterBurnt());
    }

    @Test
    void a_revision_without_a_way_up_is_found_at_start() {
        assertThatThrownBy(() ->
                        new EventTypes(List.of(new Letters<>(Event.class)), UPCASTERS.subList(0, 1), FactJson.mapper()))
                .hasMessageContaining("from revision 2");
    }

    sealed interface Nameless {}

    record Whatever() implements Nameless {}

    sealed interface Twins {}

    @Fact(type = "twin", clauses = "7.4")
    record Castor() implements Twins {}

    @Fact(type = "twin", clauses = "7.4")
    record Pollux() implements Twins {}

    @Test
    void facts_without_a_name_or_with_the_same_one_are_found_at_start() {
        assertThatThrownBy(() -> new EventTypes(List.of(new Letters<>(Nameless.class)), List.of(), FactJson.mapper()))
                .hasMessageContaining("needs @Fact");
        assertThatThrownBy(() -> new EventTypes(List.of(new Letters<>(Twins.class)), List.of(), FactJson.mapper()))
                .hasMessageContaining("twin");
        assertThat(types.namesOf("letter")).containsExactly("letter-burnt", "letter-sent");
    }
}
