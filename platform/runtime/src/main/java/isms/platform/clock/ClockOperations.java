package isms.platform.clock;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.deadline.Deadlines;
import isms.platform.decider.Violation;
import isms.platform.eventstore.EventLog;
import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import isms.platform.openapi.Calculation;
import isms.platform.openapi.Clause;
import isms.platform.query.ConsistencyToken;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Putting the clock ahead, so that a demonstration need not wait for a date to pass. */
@Path("/api/v1/operations/clock")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@Tag(name = "Operations")
@Clause("8.1")
@RunOnVirtualThread
class ClockOperations {

    /** So far that everything that is planned has passed, and not so far that years have five digits. */
    private static final Duration FURTHEST = Duration.ofDays(36_525);

    /** What time it is. */
    @Schema(name = "ClockState")
    record State(
            Instant now,

            @Schema(description = "How far it is ahead of the real time", examples = "PT720H")
            String ahead,

            @Schema(description = "How many events record what has passed by that; absent in a mere look") @Nullable
            Integer recorded) {}

    /** How far the clock is to be ahead. */
    @Schema(name = "ClockAhead", examples = "{\"ahead\": \"P30D\"}")
    record Ahead(
            @Schema(
                    description = "How far ahead of the real time, an ISO 8601 duration; not less than before",
                    examples = "P30D")
            @NotBlank
            String ahead) {}

    private final MovableClock clock;
    private final boolean mayMove;
    private final Deadlines deadlines;
    private final EventLog log;
    private final String service;

    ClockOperations(
            MovableClock clock,
            @ConfigProperty(name = "isms.clock.movable", defaultValue = "false") boolean mayMove,
            Deadlines deadlines,
            EventLog log,
            @ConfigProperty(name = "isms.service") String service) {
        this.clock = clock;
        this.mayMove = mayMove;
        this.deadlines = deadlines;
        this.log = log;
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getClock",
            summary = "What time it is for this service",
            description =
                    "Exists only where isms.clock.movable=true: in demonstrations and tests, never in production.")
    public State now() {
        requireMovable();
        return new State(clock.instant(), clock.ahead().toString(), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Calculation
    @Operation(
            operationId = "putClockAhead",
            summary = "Put the clock of this service ahead of the real time",
            description =
                    "For demonstrations with one replica: dates pass, and the answer comes when that is recorded. What is "
                            + "recorded afterwards carries the time of this clock, so it never goes back, not even by a restart; how long a "
                            + "token is valid goes by the real time. Exists only where isms.clock.movable=true: never in production.")
    public RestResponse<State> putAhead(@NotNull @Valid Ahead body) {
        requireMovable();
        var ahead = duration(body.ahead().strip(), clock.real());
        if (!clock.putAhead(ahead)) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "The clock is " + clock.ahead() + " ahead already, and time does not go back.",
                    "Put it further ahead; to begin anew, begin with an empty database.");
        }
        int recorded = deadlines.look();
        return RestResponse.ResponseBuilder.ok(
                        new State(clock.instant(), clock.ahead().toString(), recorded))
                .header(ConsistencyToken.HEADER, new ConsistencyToken(service, log.head()).encoded())
                .build();
    }

    private void requireMovable() {
        if (!mayMove) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND,
                    "The clock of this installation cannot be moved.",
                    "For a demonstration, start the service with isms.clock.movable=true.");
        }
    }

    /** Of days, hours, minutes and seconds; or of years, months, weeks and days from the moment on. */
    private static Duration duration(String text, Instant from) {
        Duration ahead;
        try {
            ahead = isOfCalendar(text)
                    ? Duration.between(
                            from,
                            from.atOffset(ZoneOffset.UTC)
                                    .plus(Period.parse(text))
                                    .toInstant())
                    : Duration.parse(text);
        } catch (DateTimeException | ArithmeticException malformed) {
            throw refused("\"" + text + "\" is not a duration such as P30D, PT36H or P1Y");
        }
        if (ahead.isNegative() || ahead.compareTo(FURTHEST) > 0) {
            throw refused("the clock can be put ahead by up to a hundred years");
        }
        return ahead;
    }

    private static boolean isOfCalendar(String text) {
        return !text.contains("T") && !text.matches("P[0-9]+D");
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(
                ProblemCode.INVALID_BODY,
                "The clock cannot be put so far ahead.",
                List.of(new Violation("/ahead", detail)));
    }
}
