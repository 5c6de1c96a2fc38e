package isms.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import isms.platform.command.Commands;
import isms.platform.command.Instruction;
import isms.platform.eventstore.IdempotencyKey;
import isms.platform.messaging.AnsweredMessages.Answer;
import isms.platform.messaging.Reaction.Intention;
import isms.platform.projection.TemporarilyUnavailable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Lets the reactions of a service answer a message with commands, each once. */
@Singleton
class Reactions {

    private static final Set<String> ROLES = Set.of("system");

    /** How many commands of one message are under way at a time. */
    private static final int SENDERS = 32;

    private final Map<String, List<Reaction>> byType;
    private final Commands commands;
    private final AnsweredMessages answered;
    private final Schemas schemas;
    private final String service;
    private final ObjectMapper json = new ObjectMapper();

    Reactions(
            @All List<Reaction> reactions,
            Commands commands,
            AnsweredMessages answered,
            Schemas schemas,
            @ConfigProperty(name = "isms.service") String service) {
        this.byType = reactions.stream()
                .flatMap(reaction -> reaction.types().stream())
                .distinct()
                .collect(Collectors.toMap(
                        type -> type,
                        type -> reactions.stream()
                                .filter(reaction -> reaction.types().contains(type))
                                .toList()));
        this.commands = commands;
        this.answered = answered;
        this.schemas = schemas;
        this.service = service;
        byType.keySet().forEach(schemas::require);
    }

    /** The topics of the services whose facts are reacted to. */
    Set<String> topics() {
        return byType.keySet().stream()
                .map(type -> Outbox.topic(type.split("\\.")[1]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean concern(String type) {
        return byType.containsKey(type);
    }

    /** Answers one by itself, as {@link Together#answer}. */
    void answer(Arrival arrival) {
        var alone = together(List.of(arrival));
        alone.answer(arrival);
        alone.remember();
    }

    /** Messages that arrived together: one look for what was answered before, and one commit for what is answered now. */
    Together together(Collection<Arrival> arrivals) {
        var possible = new HashSet<Answer>();
        for (Arrival arrival : arrivals) {
            var attributes = arrival.attributes();
            var id = attributes.id();
            var tenant = attributes.tenant();
            var source = attributes.source();
            if (id != null && tenant != null && source != null) {
                reactionsTo(attributes.type())
                        .forEach(reaction -> possible.add(new Answer(tenant, reaction.name(), source, id)));
            }
        }
        return new Together(answered.among(possible));
    }

    /** May be used by several threads. */
    final class Together {

        private final Set<Answer> before;
        private final Set<Answer> now = ConcurrentHashMap.newKeySet();

        private Together(Set<Answer> before) {
            this.before = before;
        }

        /**
         * Repeating it changes nothing: what is answered in full is remembered, and before that the log remembers each effect under
         * a key made of reaction, fact and aggregate.
         */
        void answer(Arrival arrival) {
            var message = message(arrival);
            for (Reaction reaction : reactionsTo(message.type())) {
                var answer = new Answer(message.tenant(), reaction.name(), message.source(), message.id());
                if (!before.contains(answer) && !now.contains(answer)) {
                    send(reaction, message, reaction.react(message));
                    send(reaction, message, reaction.then(message));
                    now.add(answer);
                }
            }
        }

        /** To be called before the messages are given up. */
        void remember() {
            answered.add(now);
        }
    }

    private List<Reaction> reactionsTo(@Nullable String type) {
        return type == null ? List.of() : byType.getOrDefault(type, List.of());
    }

    /**
     * Those of one aggregate in order, those of several side by side: their facts then share commits, and a message that concerns
     * thousands of aggregates is done in seconds. The first failure keeps the others from beginning.
     */
    private void send(Reaction reaction, CloudEventMessage message, List<Intention<?, ?, ?>> intentions) {
        var lanes = new LinkedHashMap<UUID, List<Intention<?, ?, ?>>>();
        intentions.forEach(intention -> lanes.computeIfAbsent(intention.aggregate(), aggregate -> new ArrayList<>())
                .add(intention));
        var waiting = new ConcurrentLinkedQueue<>(lanes.values());
        var failure = new AtomicReference<@Nullable Throwable>();
        Runnable sender = () -> {
            for (var next = waiting.poll(); next != null && failure.get() == null; next = waiting.poll()) {
                try {
                    next.forEach(intention -> send(reaction, message, intention));
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                }
            }
        };
        if (lanes.size() <= 1) {
            sender.run();
        } else {
            var senders = IntStream.range(0, Math.min(SENDERS, lanes.size()))
                    .mapToObj(each -> Thread.startVirtualThread(sender))
                    .toList();
            try {
                for (Thread each : senders) {
                    each.join();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TemporarilyUnavailable("interrupted while answering " + message.id(), e);
            }
        }
        switch (failure.get()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable impossible -> throw new IllegalStateException(impossible);
        }
    }

    private CloudEventMessage message(Arrival arrival) {
        var data = arrival.text();
        try {
            var tree = json.readTree(data);
            var message = arrival.attributes().message(tree);
            schemas.check(message.type(), data);
            return message;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the data are no JSON", e);
        }
    }

    private <S, E, R> void send(Reaction reaction, CloudEventMessage message, Intention<S, E, R> intention) {
        var key = reaction.name() + "/" + message.source() + "/" + message.id() + "/" + intention.aggregate();
        commands.send(
                intention.type(),
                intention.aggregate(),
                intention.command(),
                new Instruction(
                        message.tenant(),
                        "service:" + service,
                        ROLES,
                        message.correlation(),
                        message.id(),
                        Attributes.traceId(message.traceparent()),
                        intention.reason(),
                        null,
                        null,
                        IdempotencyKey.ofItsOwn(key)));
    }
}
