package isms.platform.command;

import com.github.f4b6a3.uuid.UuidCreator;
import isms.platform.command.Carriage.Answered;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import isms.platform.decider.Recorded;
import isms.platform.decider.Refusal;
import isms.platform.eventstore.Append;
import isms.platform.eventstore.Append.AnsweredBefore;
import isms.platform.eventstore.Decision;
import isms.platform.eventstore.EventLog;
import isms.platform.eventstore.Snapshots;
import isms.platform.eventstore.Snapshots.Snapshot;
import isms.platform.eventstore.StreamId;
import isms.platform.eventstore.Unavailable;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Carries commands out: the adapter between pure deciders and Axon Framework. Blocks until the facts are durable: call it
 * on a virtual thread.
 */
public final class Commands {

    /** How often a command that lost a race decides anew on what is there. Each loss means that another command won. */
    private static final int ATTEMPTS = 10;

    private static final UUID NOBODY = new UUID(0, 0);

    private final CommandBus bus;
    private final EventStore eventStore;
    private final EventLog log;
    private final Snapshots snapshots;
    private final Clock clock;
    private final Map<String, Repository<Decided<?, ?, ?>>> repositories = new HashMap<>();

    /** @param types the aggregate types of the service; each gets a repository and a subscription of its own */
    public Commands(
            CommandBus bus,
            EventStore eventStore,
            EventLog log,
            Snapshots snapshots,
            Clock clock,
            Iterable<? extends AggregateType<?, ?, ?>> types) {
        this.bus = bus;
        this.eventStore = eventStore;
        this.log = log;
        this.snapshots = snapshots;
        this.clock = clock;
        types.forEach(this::subscribe);
    }

    @SuppressWarnings("unchecked") // one root class serves all types; its type arguments are those of the carriage
    private <S, E, R> void subscribe(AggregateType<S, E, R> type) {
        var root = (Class<Decided<?, ?, ?>>) (Class<?>) Decided.class;
        repositories.put(
                type.kind(),
                EventSourcingRepository.builder(root)
                        .eventStore(eventStore)
                        .aggregateFactory(new AggregateFactory<Decided<?, ?, ?>>() {
                            @Override
                            public Decided<?, ?, ?> createAggregateRoot(
                                    String identifier, DomainEventMessage<?> firstEvent) {
                                return new Decided<>(type, StreamId.of(identifier));
                            }

                            @Override
                            public Class<Decided<?, ?, ?>> getAggregateType() {
                                return root;
                            }
                        })
                        .build());
        bus.subscribe(type.kind(), message -> {
            this.<S, E, R>carryOut(message);
            return null;
        });
    }

    @SuppressWarnings("unchecked") // as above
    private <S, E, R> void carryOut(CommandMessage<?> message) throws Exception {
        var carriage =
                (Carriage<S, E, R>) Objects.requireNonNull(message.getMetaData().get(Decision.KEY));
        var repository = Objects.requireNonNull(repositories.get(carriage.type().kind()));
        var identifier = carriage.stream().asText();
        var aggregate = carriage.begins()
                ? repository.newInstance(() -> new Decided<>(carriage.type(), carriage.stream()))
                : repository.loadOrCreate(identifier, () -> new Decided<>(carriage.type(), carriage.stream()));
        aggregate.execute(root -> {
            var decided = (Decided<S, E, R>) root;
            decided.carryOut(carriage, clock.instant());
            // the lock on the aggregate is held until after this
            CurrentUnitOfWork.get().afterCommit(committed -> {
                decided.represent(carriage.recorded());
                carriage.leave(decided);
                if (decided.version() > 0) {
                    snapshots.keep(decided.snapshot());
                }
            });
        });
    }

    /** As {@link #send}, for an aggregate that the command brings into being under a fresh id: nothing needs to be loaded. */
    public <S, E, R> Outcome<R> begin(AggregateType<S, E, R> type, Command<S, E> command, Instruction instruction) {
        return beginKnowing(type, grounds -> command, instruction);
    }

    /** As {@link #begin}, for a command that rests on other aggregates. */
    public <S, E, R> Outcome<R> beginKnowing(
            AggregateType<S, E, R> type, Deciding<S, E> deciding, Instruction instruction) {
        return carry(type, UuidCreator.getTimeOrderedEpoch(), true, deciding, instruction);
    }

    /**
     * As {@link #beginKnowing(AggregateType, Deciding, Instruction)}, under an id that nothing is known of. If there is
     * something under it all the same, it is loaded and decided upon.
     */
    public <S, E, R> Outcome<R> beginKnowing(
            AggregateType<S, E, R> type, UUID aggregate, Deciding<S, E> deciding, Instruction instruction) {
        return carry(type, aggregate, true, deciding, instruction);
    }

    /**
     * Loads the aggregate, lets the command decide, appends its facts durably and answers.
     *
     * @throws Refusal when a rule forbids it
     * @throws StaleVersion when the aggregate is not at the expected version
     * @throws IdempotencyKeyReused when the key was used for another request
     * @throws isms.platform.eventstore.Unavailable when the log cannot take it now
     */
    public <S, E, R> Outcome<R> send(
            AggregateType<S, E, R> type, UUID aggregate, Command<S, E> command, Instruction instruction) {
        return sendKnowing(type, aggregate, grounds -> command, instruction);
    }

    /** As {@link #send}, for a command that rests on other aggregates: they are still so when its facts are recorded. */
    public <S, E, R> Outcome<R> sendKnowing(
            AggregateType<S, E, R> type, UUID aggregate, Deciding<S, E> deciding, Instruction instruction) {
        return carry(type, aggregate, false, deciding, instruction);
    }

    private <S, E, R> Outcome<R> carry(
            AggregateType<S, E, R> type,
            UUID aggregate,
            boolean begins,
            Deciding<S, E> deciding,
            Instruction instruction) {
        boolean fresh = begins;
        for (int attempt = 0; ; attempt++) {
            var grounds = new Grounds(this, snapshots, instruction.tenant(), attempt == 0);
            try {
                var carriage = new Carriage<>(type, aggregate, fresh, deciding.on(grounds), grounds, instruction);
                var outcome = dispatch(carriage);
                if (!grounds.trusted() || !carriage.recorded().isEmpty()) {
                    return outcome;
                }
                // decided nothing, on what may be out of date
            } catch (ConcurrencyException lostRace) {
                if (attempt == ATTEMPTS) {
                    throw lostRace;
                }
                fresh = false;
            } catch (Answered before) {
                return again(type, instruction, before.result());
            } catch (Unavailable away) {
                throw away;
            } catch (RuntimeException refused) {
                if (grounds.mayBeOutOfDate()) {
                    continue;
                }
                // a repetition is refused by what its first time changed: then it is answered as it was then
                var before = refused instanceof Refusal || refused instanceof StaleVersion
                        ? answeredBefore(instruction)
                        : null;
                if (before == null) {
                    throw refused;
                }
                return again(type, instruction, before);
            }
        }
    }

    private <S, E, R> Outcome<R> dispatch(Carriage<S, E, R> carriage) {
        CommandMessage<Command<S, E>> message = new GenericCommandMessage<>(
                new GenericMessage<>(carriage.command(), Map.of(Decision.KEY, carriage)),
                carriage.stream().kind());
        var answer = new CompletableFuture<@Nullable Object>();
        bus.dispatch(message, (sent, result) -> {
            if (result.isExceptional()) {
                answer.completeExceptionally(result.exceptionResult());
            } else {
                answer.complete(null);
            }
        });
        try {
            answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        return carriage.outcome();
    }

    private Append.@Nullable Result answeredBefore(Instruction instruction) {
        var key = instruction.idempotency();
        return key == null
                ? null
                : log.answered(instruction.tenant(), key.key(), key.requestHash())
                        .orElse(null);
    }

    /** The first answer to an idempotency key, folded again from the facts up to the version that it answered with. */
    private <S, E, R> Outcome<R> again(AggregateType<S, E, R> type, Instruction instruction, Append.Result result) {
        if (!(result instanceof AnsweredBefore answer)) {
            var key = instruction.idempotency();
            throw new IdempotencyKeyReused(key == null ? "" : key.key());
        }
        var stream = new StreamId(instruction.tenant(), type.kind(), answer.aggregate());
        var then = new Decided<>(type, stream).replay(null, log.stream(stream, 0, answer.version()));
        return new Outcome<>(
                answer.aggregate(),
                answer.version(),
                answer.position(),
                Objects.requireNonNull(then.representation()),
                answer.created(),
                true);
    }

    /** The state of an aggregate now, never stale, also when another replica changed it. */
    public <S, E, R> Loaded<S> load(AggregateType<S, E, R> type, String tenant, UUID aggregate) {
        var decided = now(type, tenant, aggregate);
        return new Loaded<>(decided.state(), decided.version());
    }

    /** The representation of an aggregate now, never stale; empty when there is no such aggregate in the tenant. */
    public <S, E, R> Optional<R> represent(AggregateType<S, E, R> type, String tenant, UUID aggregate) {
        return Optional.ofNullable(now(type, tenant, aggregate).representation());
    }

    private <S, E, R> Decided<S, E, R> now(AggregateType<S, E, R> type, String tenant, UUID aggregate) {
        var stream = new StreamId(tenant, type.kind(), aggregate);
        var snapshot = snapshots.find(stream).orElse(null);
        var since = log.stream(stream, snapshot == null ? 0 : snapshot.version(), Long.MAX_VALUE);
        var decided = new Decided<>(type, stream).replay(snapshot, since);
        if (!since.isEmpty()) {
            snapshots.keep(decided.snapshot());
        }
        return decided;
    }

    /** What would become of an aggregate, tried on its state now, never stale; nothing is recorded. */
    public <S, E, R> Trial<S, E, R> trial(AggregateType<S, E, R> type, String tenant, UUID aggregate) {
        var decided = now(type, tenant, aggregate);
        return new Trial<>(type, decided.snapshot(), clock.instant());
    }

    /** As {@link #trial(AggregateType, String, UUID)}, on an aggregate that is not there yet. */
    public <S, E, R> Trial<S, E, R> trial(AggregateType<S, E, R> type, String tenant) {
        var nothing = new Decided<>(type, new StreamId(tenant, type.kind(), NOBODY));
        return new Trial<>(type, nothing.snapshot(), clock.instant());
    }

    /** Which of these aggregates the tenant has. */
    public Set<UUID> existing(AggregateType<?, ?, ?> type, String tenant, Collection<UUID> aggregates) {
        return log.existing(tenant, type.kind(), aggregates);
    }

    /** The aggregates of a type that the tenant has, in the order of their keys. For types of which there are few. */
    public List<UUID> all(AggregateType<?, ?, ?> type, String tenant) {
        return log.aggregates(tenant, type.kind());
    }

    /** The aggregate behind an id or a key such as {@code RISK-42}; empty when it is neither. An id need not exist. */
    public Optional<UUID> resolve(AggregateType<?, ?, ?> type, String tenant, String idOrKey) {
        var prefix = type.keyPrefix() + "-";
        if (idOrKey.regionMatches(true, 0, prefix, 0, prefix.length())) {
            var digits = idOrKey.substring(prefix.length());
            return digits.matches("\\d{1,18}")
                    ? log.aggregate(tenant, type.kind(), Long.parseLong(digits))
                    : Optional.empty();
        }
        try {
            var id = UUID.fromString(idOrKey);
            return id.toString().equalsIgnoreCase(idOrKey) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where {@link Snapshot snapshots} are not enough: every fact of an aggregate, in order. */
    public List<Recorded<Object>> facts(AggregateType<?, ?, ?> type, String tenant, UUID aggregate) {
        return log.stream(new StreamId(tenant, type.kind(), aggregate), 0, Long.MAX_VALUE);
    }
}
