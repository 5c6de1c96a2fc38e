package isms.platform.eventstore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The stored names of all facts of a service, and the way between a fact and its bytes. Immutable. */
public final class EventTypes {

    private record Step(String type, int fromRevision) {}

    /** One type of fact as it is stored today. */
    public record Stored(
            String kind, String type, int revision, List<String> clauses, ObjectReader reader, ObjectWriter writer) {}

    private final Map<Class<?>, Stored> byClass = new HashMap<>();
    private final Map<String, Stored> byName = new HashMap<>();
    private final Map<Step, Upcaster> upcasters = new HashMap<>();
    private final ObjectMapper json;

    /**
     * @param aggregates the aggregate types of the service
     * @param upcasters one for each revision of a type that is no longer the current one
     * @param json how facts are written; keeps its own copy
     * @throws IllegalStateException when a fact has no name, a name is used twice, or a revision has no way up
     */
    public EventTypes(
            Collection<? extends AggregateType<?, ?, ?>> aggregates,
            Collection<Upcaster> upcasters,
            ObjectMapper json) {
        this.json = json.copy();
        upcasters.forEach(upcaster -> this.upcasters.put(new Step(upcaster.type(), upcaster.fromRevision()), upcaster));
        aggregates.forEach(aggregate -> records(aggregate.facts()).forEach(fact -> add(aggregate.kind(), fact)));
        byName.values().forEach(this::requireAWayUp);
    }

    private void add(String kind, Class<?> fact) {
        var name = fact.getAnnotation(Fact.class);
        if (name == null || name.clauses().length == 0) {
            throw new IllegalStateException(fact.getName() + " needs @Fact with a type and at least one clause");
        }
        var stored = new Stored(
                kind,
                name.type(),
                name.revision(),
                List.of(name.clauses()),
                json.readerFor(fact),
                json.writerFor(fact));
        byClass.put(fact, stored);
        if (byName.put(stored.type(), stored) != null) {
            throw new IllegalStateException("two facts are stored as " + stored.type());
        }
    }

    private void requireAWayUp(Stored stored) {
        for (int revision = 1; revision < stored.revision(); revision++) {
            if (!upcasters.containsKey(new Step(stored.type(), revision))) {
                throw new IllegalStateException("no upcaster for " + stored.type() + " from revision " + revision);
            }
        }
    }

    private static Stream<Class<?>> records(Class<?> sealed) {
        return sealed.isRecord()
                ? Stream.of(sealed)
                : Stream.of(sealed.getPermittedSubclasses()).flatMap(EventTypes::records);
    }

    /** How the class of a fact is stored. */
    public Stored of(Object fact) {
        var stored = byClass.get(fact.getClass());
        if (stored == null) {
            throw new IllegalArgumentException(fact.getClass().getName() + " is not a fact of this service");
        }
        return stored;
    }

    public byte[] write(Stored stored, Object fact) {
        try {
            return stored.writer().writeValueAsBytes(fact);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The fact behind stored bytes, lifted to today's revision.
     *
     * @throws UnreadableFact when the type is unknown or the bytes do not fit it
     */
    public Object read(String type, int revision, byte[] payload) {
        var stored = byName.get(type);
        if (stored == null || revision > stored.revision()) {
            throw new UnreadableFact(type, revision, null);
        }
        try {
            if (revision == stored.revision()) {
                return stored.reader().readValue(payload);
            }
            var node = (ObjectNode) json.readTree(payload);
            for (int from = revision; from < stored.revision(); from++) {
                node = Objects.requireNonNull(upcasters.get(new Step(type, from)))
                        .upcast(node);
            }
            return stored.reader().readValue(node);
        } catch (IOException e) {
            throw new UnreadableFact(type, revision, e);
        }
    }

    /** The stored type names of one kind of aggregate, sorted. */
    public List<String> namesOf(String kind) {
        var names = new ArrayList<String>();
        byName.values().stream()
                .filter(stored -> stored.kind().equals(kind))
                .map(Stored::type)
                .sorted()
                .forEach(names::add);
        return names;
    }
}
