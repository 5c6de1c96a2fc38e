package isms.platform.projection;

import io.quarkus.agroal.DataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import isms.platform.eventstore.EventLog;
import isms.platform.http.ProblemCode;
import isms.platform.openapi.Clause;
import isms.platform.projection.Projection.Stream;
import isms.platform.projection.Rebuilds.Rebuild;
import isms.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What operators see of the projections, and what they can do about those that are stuck. */
@Path("/api/v1/operations/projections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("tenant-admin")
@Tag(name = "Operations", description = "Read models: how far they are, what is parked, rebuilds")
@Clause("8.1")
class ProjectionOperations {

    /** Who operates the installation: what all organizations share is no business of one of their administrators. */
    private static final String OPERATOR = "operator";

    /** A projection as operators see it. */
    @Schema(name = "Projection")
    record State(
            String name,

            @Schema(description = "Every fact up to this log position is projected or parked")
            long position,

            @Schema(description = "Facts in the log that it has not passed yet")
            long lag,

            @Schema(description = "Facts of all organizations that it could not handle, with those behind them")
            long parked) {}

    /** A fact that a projection could not handle, or that waits behind one. */
    @Schema(name = "ParkedFact")
    record Parked(
            long position,
            String kind,
            UUID aggregate,
            String type,

            @Schema(description = "Why it failed; absent when it waits behind an earlier one") @Nullable
            String error,

            int attempts,
            Instant parkedAt) {}

    /** What a retry left behind. */
    @Schema(name = "Retry")
    record Retry(
            @Schema(description = "How many still wait; 0 when all went well")
            int remaining) {}

    private final Processors processors;
    private final Progress progress;
    private final Rebuilds rebuilds;
    private final EventLog log;
    private final javax.sql.DataSource database;
    private final Pool reader;
    private final Caller caller;

    ProjectionOperations(
            Processors processors,
            Progress progress,
            Rebuilds rebuilds,
            EventLog log,
            @DataSource("writer") javax.sql.DataSource database,
            Pool reader,
            Caller caller) {
        this.processors = processors;
        this.progress = progress;
        this.rebuilds = rebuilds;
        this.log = log;
        this.database = database;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(OPERATOR)
    @Operation(operationId = "listProjections", summary = "How far the projections are")
    public Uni<List<State>> list() {
        return Uni.createFrom()
                .item(() -> processors.projectors().stream()
                        .map(projector -> {
                            long position = progress.position(projector.name());
                            return new State(
                                    projector.name(),
                                    position,
                                    Math.max(0, progress.head() - position),
                                    progress.parked(projector.name()));
                        })
                        .toList());
    }

    @GET
    @Path("/{name}/parked-facts")
    @Operation(
            operationId = "listParkedFacts",
            summary = "The first 500 facts of the caller's organization that a projection could not handle")
    public Uni<List<Parked>> parked(String name) {
        var projector = projector(name);
        return reader.withTransaction(connection -> connection
                .preparedQuery("select set_config('isms.tenant', $1, true)")
                .execute(Tuple.of(caller.tenant()))
                .flatMap(tenant -> connection
                        .preparedQuery(
                                "select position, kind, aggregate, type, error, attempts, parked_at from parked_fact"
                                        + " where projection = $1 and tenant = $2 order by position limit 500")
                        .execute(Tuple.of(projector.name(), caller.tenant())))
                .map(rows -> {
                    var parked = new ArrayList<Parked>();
                    for (var row : rows) {
                        parked.add(new Parked(
                                row.getLong(0),
                                row.getString(1),
                                row.getUUID(2),
                                row.getString(3),
                                row.getString(4),
                                row.getInteger(5),
                                row.get(OffsetDateTime.class, 6).toInstant()));
                    }
                    return parked;
                }));
    }

    @POST
    @Path("/{name}/parked-facts/{aggregate}/retries")
    @RunOnVirtualThread
    @Operation(
            operationId = "retryParkedFacts",
            summary = "Try the parked facts of an aggregate again, in order, as far as it goes")
    public Retry retry(String name, UUID aggregate) throws SQLException {
        var projection = new Projection(projector(name));
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int remaining = projection.retry(
                        connection,
                        new Stream(caller.tenant(), aggregate),
                        position -> LoggedFact.of(
                                log.after(connection, position - 1, 1).getFirst()));
                connection.commit();
                return new Retry(remaining);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    @POST
    @Path("/{name}/rebuilds")
    @RunOnVirtualThread
    @RolesAllowed(OPERATOR)
    @Operation(
            operationId = "rebuildProjection",
            summary = "Rebuild a read model from the log beside its live tables, and put it in their place")
    public RestResponse<Rebuild> rebuild(String name) throws SQLException {
        var projector = projector(name);
        if (projector.tables().isEmpty()) {
            throw ProblemCode.NOT_FOUND.because(name + " keeps no read model that could be rebuilt.");
        }
        var started = rebuilds.start(name)
                .orElseThrow(() -> ProblemCode.CONFLICT.because("A rebuild of " + name + " is running already."));
        return RestResponse.ResponseBuilder.<Rebuild>create(RestResponse.Status.ACCEPTED)
                .entity(started)
                .location(URI.create("/api/v1/operations/projections/" + name + "/rebuilds/" + started.id()))
                .build();
    }

    @GET
    @Path("/{name}/rebuilds/{id}")
    @RunOnVirtualThread
    @RolesAllowed(OPERATOR)
    @Operation(operationId = "getProjectionRebuild", summary = "How far a rebuild is")
    public Rebuild rebuild(String name, UUID id) throws SQLException {
        return rebuilds.find(id)
                .filter(found -> found.projection().equals(name))
                .orElseThrow(() -> ProblemCode.NOT_FOUND.because("There is no rebuild " + id + " of " + name + "."));
    }

    private Projector projector(String name) {
        return processors.projectors().stream()
                .filter(projector -> projector.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemCode.NOT_FOUND.because("There is no projection " + name + "."));
    }
}
