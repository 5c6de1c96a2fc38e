package isms.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import isms.platform.command.Commands;
import isms.platform.command.Instruction;
import isms.platform.eventstore.IdempotencyKey;
import isms.platform.messaging.Reaction.Intention;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets the reactions of a service answer a message with commands, each once. */
@Singleton
class Reactions {

    private static final Set<String> ROLES = Set.of("system");

    private final Map<String, List<Reaction>> byType;
    private final Commands commands;
    private final Schemas schemas;
    private final String service;
    private final ObjectMapper json = new ObjectMapper();

    Reactions(
            @All List<Reaction> reactions,
            Commands commands,
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

    /** Repeating it changes nothing: the log remembers each effect under a key made of reaction, fact and aggregate. */
    void answer(Arrival arrival) {
        var message = message(arrival);
        for (Reaction reaction : byType.getOrDefault(message.type(), List.of())) {
            for (Intention<?, ?, ?> intention : reaction.react(message)) {
                send(reaction, message, intention);
            }
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
