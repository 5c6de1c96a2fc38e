package isms.platform.http;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import isms.platform.command.Commands;
import isms.platform.command.Deciding;
import isms.platform.command.Grounds;
import isms.platform.command.Instruction;
import isms.platform.command.Outcome;
import isms.platform.command.StaleVersion;
import isms.platform.decider.AggregateType;
import isms.platform.decider.Command;
import isms.platform.decider.Refusal;
import isms.platform.eventstore.IdempotencyKey;
import isms.platform.query.ConsistencyToken;
import isms.platform.security.Caller;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the command of a request and answers it: the conditions of the request (If-Match, Idempotency-Key,
 * Stated-At) go in with the command; the representation, its ETag and the consistency token come out. Blocks until the facts
 * are durable: the operation runs on a virtual thread.
 */
@Singleton
public class Decisions {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String STATED_AT = "Stated-At";

    private static final int LONGEST_KEY = 255;

    private final Commands commands;
    private final Caller caller;
    private final CurrentVertxRequest current;
    private final String service;
    private final String importRole;

    Decisions(
            Commands commands,
            Caller caller,
            CurrentVertxRequest current,
            @ConfigProperty(name = "isms.service") String service,
            @ConfigProperty(name = "isms.import-role") String importRole) {
        this.commands = commands;
        this.caller = caller;
        this.current = current;
        this.service = service;
        this.importRole = importRole;
    }

    /** Brings an aggregate into being: 201 with its Location below the address of the request. */
    public <S, E, R> RestResponse<R> create(
            AggregateType<S, E, R> type, @Nullable UUID clientId, Command<S, E> command) {
        return create(type, clientId, command, null);
    }

    /**
     * Brings an aggregate into being: 201 with its Location below the address of the request.
     *
     * @param clientId the id that the client chose; null for a new one
     * @param reason why, in the caller's words
     */
    public <S, E, R> RestResponse<R> create(
            AggregateType<S, E, R> type, @Nullable UUID clientId, Command<S, E> command, @Nullable String reason) {
        return created(type, clientId, grounds -> command, reason);
    }

    private <S, E, R> RestResponse<R> created(
            AggregateType<S, E, R> type, @Nullable UUID clientId, Deciding<S, E> deciding, @Nullable String reason) {
        if (clientId == null) {
            return answer(commands.beginKnowing(type, deciding, instruction(null, reason)));
        }
        try {
            return answer(commands.sendKnowing(type, clientId, deciding, instruction(0L, reason)));
        } catch (StaleVersion taken) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "There is a " + type.kind() + " with the id " + clientId + " already.",
                    "Use another id, or none; or change the existing one.");
        }
    }

    /**
     * Brings several aggregates into being, one after the other: 200. What is there already stays as it is, so a repetition
     * goes on where it stopped and needs no idempotency key.
     *
     * @param wanted by ids that derive from what is to be made
     * @param answer from those that were made now
     */
    public <S, E, R, A> RestResponse<A> createMissing(
            AggregateType<S, E, R> type, SequencedMap<UUID, Command<S, E>> wanted, Function<List<R>, A> answer) {
        List<R> made = new ArrayList<>();
        long position = 0;
        Instruction whole = instruction(0L, null);
        Instruction instruction = whole.oneOfMany(whole.reason(), whole.statedAt(), 0);
        for (var each : wanted.entrySet()) {
            try {
                Outcome<R> outcome = commands.send(type, each.getKey(), each.getValue(), instruction);
                made.add(outcome.representation());
                position = outcome.position();
            } catch (StaleVersion present) {
                // made before
            }
        }
        return RestResponse.ResponseBuilder.ok(answer.apply(made))
                .header(ConsistencyToken.HEADER, new ConsistencyToken(service, position).encoded())
                .build();
    }

    /** Changes an aggregate: 200. An If-Match of the request is honoured. */
    public <S, E, R> RestResponse<R> change(AggregateType<S, E, R> type, String idOrKey, Command<S, E> command) {
        return change(type, idOrKey, command, null);
    }

    /** Changes an aggregate: 200. An If-Match of the request is honoured. */
    public <S, E, R> RestResponse<R> change(
            AggregateType<S, E, R> type, String idOrKey, Command<S, E> command, @Nullable String reason) {
        return carryOut(type, idOrKey, grounds -> command, instruction(ifMatch(), reason));
    }

    /** As {@link #change}, for approvals, acceptances and signatures: who signs says what they have read (428 otherwise). */
    public <S, E, R> RestResponse<R> sign(AggregateType<S, E, R> type, String idOrKey, Command<S, E> command) {
        return sign(type, idOrKey, command, null);
    }

    /** As {@link #change}, for approvals, acceptances and signatures: who signs says what they have read (428 otherwise). */
    public <S, E, R> RestResponse<R> sign(
            AggregateType<S, E, R> type, String idOrKey, Command<S, E> command, @Nullable String reason) {
        return carryOut(type, idOrKey, grounds -> command, instruction(read(), reason));
    }

    /** As {@link #create}, for a command that rests on other aggregates. */
    public <S, E, R> RestResponse<R> createKnowing(
            AggregateType<S, E, R> type, @Nullable UUID clientId, Function<Known, Command<S, E>> command) {
        return created(type, clientId, grounds -> command.apply(new Known(grounds)), null);
    }

    /** As {@link #change}, for a command that rests on other aggregates, or on its own before it decides. */
    public <S, E, R> RestResponse<R> changeKnowing(
            AggregateType<S, E, R> type, String idOrKey, Function<Known, Command<S, E>> command) {
        return changeKnowing(type, idOrKey, command, null);
    }

    /** As {@link #change}, for a command that rests on other aggregates, or on its own before it decides. */
    public <S, E, R> RestResponse<R> changeKnowing(
            AggregateType<S, E, R> type,
            String idOrKey,
            Function<Known, Command<S, E>> command,
            @Nullable String reason) {
        return carryOut(type, idOrKey, grounds -> command.apply(new Known(grounds)), instruction(ifMatch(), reason));
    }

    /** As {@link #sign}, for a command that rests on other aggregates, or on its own before it decides. */
    public <S, E, R> RestResponse<R> signKnowing(
            AggregateType<S, E, R> type, String idOrKey, Function<Known, Command<S, E>> command) {
        return signKnowing(type, idOrKey, command, null);
    }

    /** As {@link #sign}, for a command that rests on other aggregates, or on its own before it decides. */
    public <S, E, R> RestResponse<R> signKnowing(
            AggregateType<S, E, R> type,
            String idOrKey,
            Function<Known, Command<S, E>> command,
            @Nullable String reason) {
        return carryOut(type, idOrKey, grounds -> command.apply(new Known(grounds)), instruction(read(), reason));
    }

    /**
     * Records something under an id that is given: that of another aggregate to which it belongs. 201 the first time, 200 from
     * then on; whoever records over what is there says what they have read (428 otherwise).
     */
    public <S, E, R> RestResponse<R> record(
            AggregateType<S, E, R> type, UUID id, Function<Known, Command<S, E>> command, @Nullable String reason) {
        Long read = ifMatch();
        try {
            return answer(
                    commands.sendKnowing(
                            type,
                            id,
                            grounds -> command.apply(new Known(grounds)),
                            instruction(read == null ? 0L : read, reason)),
                    "");
        } catch (StaleVersion changed) {
            if (read == null) {
                throw ProblemCode.PRECONDITION_REQUIRED.because(
                        "There is a " + type.kind() + " here already: the header If-Match is missing.");
            }
            throw changed;
        }
    }

    /** Looks up what a command rests on: it is still so when the command's facts are recorded. */
    public final class Known {

        private final Grounds grounds;

        private Known(Grounds grounds) {
            this.grounds = grounds;
        }

        /** The state of an aggregate; 404 when the organization has none. */
        public <S> S state(AggregateType<S, ?, ?> type, String idOrKey) {
            var loaded = grounds.load(type, id(type, idOrKey));
            if (loaded.version() == 0) {
                throw notFound(type, idOrKey);
            }
            return loaded.state();
        }

        /** The state of an aggregate that need not be there; then the initial one. */
        public <S> S stateIfAny(AggregateType<S, ?, ?> type, UUID id) {
            return grounds.load(type, id).state();
        }
    }

    /** Under whose authority the request acts, for an operation that carries out many commands: see {@link Instruction#oneOfMany}. */
    public Instruction authority() {
        RequestTrace trace = RequestTrace.of(current.getCurrent());
        return new Instruction(
                caller.tenant(),
                caller.subject(),
                caller.roles(),
                trace.correlation(),
                UuidCreator.getTimeOrderedEpoch(),
                trace.traceId(),
                null,
                null,
                null,
                null);
    }

    /** Whether the caller may state when imported facts happened. */
    public boolean mayStateTimes() {
        return caller.has(importRole);
    }

    /** The role that may state when imported facts happened. */
    public String importRole() {
        return importRole;
    }

    /** The aggregate behind an id or the key that people use; 404 when the organization has none. */
    public UUID id(AggregateType<?, ?, ?> type, String idOrKey) {
        return commands.resolve(type, caller.tenant(), idOrKey).orElseThrow(() -> notFound(type, idOrKey));
    }

    private <S, E, R> RestResponse<R> carryOut(
            AggregateType<S, E, R> type, String idOrKey, Deciding<S, E> deciding, Instruction instruction) {
        UUID id = id(type, idOrKey);
        try {
            return answer(commands.sendKnowing(type, id, deciding, instruction));
        } catch (Refusal | StaleVersion refused) {
            // an id need not exist to be well-formed: whatever was refused, what is not there is not found
            if (commands.load(type, instruction.tenant(), id).version() == 0) {
                throw notFound(type, idOrKey);
            }
            throw refused;
        }
    }

    private static ProblemException notFound(AggregateType<?, ?, ?> type, String idOrKey) {
        return ProblemCode.NOT_FOUND.because("There is no " + type.kind() + " " + idOrKey + ".");
    }

    private Instruction instruction(@Nullable Long expectedVersion, @Nullable String reason) {
        RoutingContext context = current.getCurrent();
        RequestTrace trace = RequestTrace.of(context);
        return new Instruction(
                caller.tenant(),
                caller.subject(),
                caller.roles(),
                trace.correlation(),
                UuidCreator.getTimeOrderedEpoch(),
                trace.traceId(),
                reason,
                statedAt(context.request()),
                expectedVersion,
                idempotency(context));
    }

    /** The version that the signer has read. */
    private Long read() {
        Long read = ifMatch();
        if (read == null) {
            throw ProblemCode.PRECONDITION_REQUIRED.because(
                    "Who signs, signs what they have read: the header If-Match is missing.");
        }
        return read;
    }

    private @Nullable Long ifMatch() {
        return ETags.expected(current.getCurrent().request().getHeader("If-Match"));
    }

    private @Nullable Instant statedAt(HttpServerRequest request) {
        String header = request.getHeader(STATED_AT);
        if (header == null) {
            return null;
        }
        if (!caller.has(importRole)) {
            throw ProblemCode.FORBIDDEN.because(
                    "Only the role " + importRole + " may import history with the header " + STATED_AT + ".");
        }
        try {
            return Instant.parse(header.strip());
        } catch (DateTimeParseException malformed) {
            throw ProblemCode.INVALID_PARAMETER.because(
                    STATED_AT + " must be a moment in UTC such as 2026-03-31T23:59:59Z, not \"" + header + "\".");
        }
    }

    private static @Nullable IdempotencyKey idempotency(RoutingContext context) {
        String key = context.request().getHeader(IDEMPOTENCY_KEY);
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ProblemCode.INVALID_PARAMETER.because(
                    IDEMPOTENCY_KEY + " must have 1 to " + LONGEST_KEY + " characters, a UUID for example.");
        }
        return new IdempotencyKey(key, hash(context));
    }

    private static String hash(RoutingContext context) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((context.request().method().name() + "\n"
                            + context.request().uri() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(RawBody.of(context)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <R> RestResponse<R> answer(Outcome<R> outcome) {
        return answer(outcome, "/" + outcome.aggregate());
    }

    /** @param below where what was created is, below the address of the request */
    private <R> RestResponse<R> answer(Outcome<R> outcome, String below) {
        var response = outcome.created()
                ? RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, outcome.representation())
                        .header("Location", current.getCurrent().normalizedPath() + below)
                : RestResponse.ResponseBuilder.ok(outcome.representation());
        response.header("ETag", ETags.of(outcome.version()))
                .header(ConsistencyToken.HEADER, new ConsistencyToken(service, outcome.position()).encoded());
        if (outcome.replayed()) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.build();
    }
}
