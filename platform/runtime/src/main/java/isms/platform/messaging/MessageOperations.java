package isms.platform.messaging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import isms.platform.http.ProblemCode;
import isms.platform.messaging.Arrival.Lane;
import isms.platform.openapi.Clause;
import isms.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What operators see of the messages that could not be handled, and what they can do about them. */
@Path("/api/v1/operations/parked-messages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("tenant-admin")
@Tag(name = "Operations", description = "Messages of other services that could not be handled")
@Clause("8.1")
class MessageOperations {

    /** A message that could not be handled, or that waits behind one. */
    @Schema(name = "ParkedMessage")
    record Parked(
            String topic,
            int partition,
            long offset,
            String key,
            @Nullable String type,
            String payload,

            @Schema(description = "Why it failed; absent when it waits behind an earlier one") @Nullable
            String error,

            int attempts,
            Instant parkedAt) {}

    /** What a retry left behind. */
    @Schema(name = "MessageRetry")
    record Retry(
            @Schema(description = "How many of the same key still wait; 0 when all went well")
            int remaining) {}

    private final Inbox inbox;
    private final Pool reader;
    private final Caller caller;

    MessageOperations(Inbox inbox, Pool reader, Caller caller) {
        this.inbox = inbox;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listParkedMessages",
            summary = "The first 500 messages for the caller's organization that could not be handled")
    public Uni<List<Parked>> list() {
        return parked("", Tuple.of(caller.tenant()));
    }

    @POST
    @Path("/{topic}/{partition}/{offset}/retries")
    @RunOnVirtualThread
    @Operation(
            operationId = "retryParkedMessages",
            summary = "Try a parked message and all others of its key again, in order, as far as it goes")
    public Retry retry(String topic, int partition, long offset) throws SQLException {
        var found = parked(
                        " and topic = $2 and topic_partition = $3 and topic_offset = $4",
                        Tuple.of(caller.tenant(), topic, partition, offset))
                .await()
                .indefinitely();
        if (found.isEmpty()) {
            throw ProblemCode.NOT_FOUND.because("No message is parked there.");
        }
        return new Retry(inbox.retry(new Lane(topic, found.getFirst().key())));
    }

    private Uni<List<Parked>> parked(String condition, Tuple parameters) {
        return reader.withTransaction(connection -> connection
                .preparedQuery("select set_config('isms.tenant', $1, true)")
                .execute(Tuple.of(caller.tenant()))
                .flatMap(tenant -> connection
                        .preparedQuery("select topic, topic_partition, topic_offset, message_key, type, payload, error,"
                                + " attempts, parked_at from parked_message where tenant = $1" + condition
                                + " order by topic, topic_partition, topic_offset limit 500")
                        .execute(parameters))
                .map(rows -> {
                    var parked = new ArrayList<Parked>();
                    for (var row : rows) {
                        parked.add(new Parked(
                                row.getString(0),
                                row.getInteger(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBuffer(5).toString(),
                                row.getString(6),
                                row.getInteger(7),
                                row.get(OffsetDateTime.class, 8).toInstant()));
                    }
                    return parked;
                }));
    }
}
