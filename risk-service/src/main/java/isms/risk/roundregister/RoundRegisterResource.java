package isms.risk.roundregister;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.platform.history.Histories;
import isms.platform.history.HistoryEntry;
import isms.platform.history.HistoryRequest;
import isms.platform.http.MediaTypes;
import isms.platform.http.ProblemCode;
import isms.platform.openapi.Clause;
import isms.platform.query.ListRequest;
import isms.platform.query.Listing;
import isms.platform.query.Page;
import isms.platform.query.ReadRequest;
import isms.platform.query.Rows;
import isms.platform.query.Timeline;
import isms.platform.security.Caller;
import isms.risk.Roles;
import isms.risk.history.PlainWords;
import isms.risk.round.AssessmentRoundEntry;
import isms.risk.round.AssessmentRoundType;
import isms.risk.round.RoundProgress;
import isms.risk.standing.RoundCounts;
import isms.risk.standing.Standings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reading rounds of assessments. */
@Path("/api/v1/assessment-rounds")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Assessment rounds")
public class RoundRegisterResource {

    private static final Listing<AssessmentRoundEntry> ROUNDS = Listing.of(AssessmentRoundEntry.class)
            .filter("status")
            .filter("occasion")
            .filter("openedBy")
            .where(
                    "overdue",
                    "(:overdue = true and r.overdueSince is not null and r.status = 'open')"
                            + " or (:overdue = false and (r.overdueSince is null or r.status <> 'open'))",
                    Boolean.class)
            .where("dueBefore", "r.due < :dueBefore", LocalDate.class)
            .where("risk", "function('jsonb_exists', r.riskIds, :risk) = true", String.class)
            .sort("title", "status", "occasion", "due", "openedAt", "closedAt", "risks")
            .search("title", "change", "conclusion")
            .order("-key");

    private final Rows rows;
    private final Standings standings;
    private final Histories histories;
    private final AssessmentRoundType type;
    private final Caller caller;

    RoundRegisterResource(
            Rows rows, Standings standings, Histories histories, AssessmentRoundType type, Caller caller) {
        this.rows = rows;
        this.standings = standings;
        this.histories = histories;
        this.type = type;
        this.caller = caller;
    }

    @GET
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause("8.2")
    @Operation(
            operationId = "listAssessmentRounds",
            summary = "Lists the rounds of assessments",
            description =
                    "All rounds, now or as of a past moment, the latest first, each with how far it is or was at that moment.")
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "open, closed or withdrawn; several by comma")
    @Parameter(name = "occasion", in = ParameterIn.QUERY, description = "planned-interval or significant-change")
    @Parameter(name = "openedBy", in = ParameterIn.QUERY, description = "Subject id of who opened it")
    @Parameter(
            name = "overdue",
            in = ParameterIn.QUERY,
            description = "Whether it is open and its due date is recorded as passed",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "dueBefore",
            in = ParameterIn.QUERY,
            description = "Rounds to be closed before this day",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "risk",
            in = ParameterIn.QUERY,
            description = "Rounds that have the risk of this identity",
            schema = @Schema(implementation = UUID.class))
    public Uni<RestResponse<Page<AssessmentRoundEntry>>> list(@BeanParam ListRequest request) {
        return rows.pageCompleted(ROUNDS, request, found -> progressed(found, request));
    }

    @GET
    @Path("{id}")
    @Produces(APPLICATION_JSON)
    @Clause("8.2")
    @Operation(
            operationId = "getAssessmentRound",
            summary = "Shows a round of assessments, by id or by key",
            description =
                    "With how far it is now, or was at the moment asked for; when it is closed, with its picture in numbers.")
    public Uni<RestResponse<AssessmentRoundEntry>> one(
            @Parameter(description = "Id or key, for example ROUND-3") @PathParam("id") String id,
            @BeanParam ReadRequest request) {
        return rows.one(
                AssessmentRoundEntry.class,
                id,
                request,
                round -> progressed(List.of(round), request).map(List::getFirst));
    }

    private Uni<List<AssessmentRoundEntry>> progressed(List<AssessmentRoundEntry> rounds, ReadRequest request) {
        List<Long> open = rounds.stream()
                .filter(AssessmentRoundEntry::isUnderWay)
                .map(round -> round.position)
                .toList();
        return standings
                .counts(caller.tenant(), open, request.moment(), request.timeline())
                .map(counts -> {
                    Map<UUID, RoundProgress> known =
                            counts.stream().collect(Collectors.toMap(RoundCounts::round, RoundProgress::of));
                    return rounds.stream()
                            .map(round -> round.at(known.get(round.id)))
                            .toList();
                });
    }

    @GET
    @Path("{id}/risks")
    @Produces(APPLICATION_JSON)
    @Clause("8.2")
    @Operation(
            operationId = "listRisksOfAssessmentRound",
            summary = "Lists the risks of a round",
            description =
                    "In the order of their keys, 500 a page: of an open round how each stands in the register, now or at the "
                            + "moment asked for; of a closed one how its picture has it. `state=outstanding` gives what is still to be done.")
    public Uni<Page<RoundRisk>> risks(
            @Parameter(description = "Id or key, for example ROUND-3") @PathParam("id") String id,
            @BeanParam RoundRisksRequest request) {
        request.allowOnly("state", "after");
        return rows.row(AssessmentRoundEntry.class, id, request)
                .chain(round -> standings
                        .of(caller.tenant(), round.riskIds, round.openedAt, request.moment(), request.timeline())
                        .map(found -> {
                            List<RoundRisk> all = round.picture == null
                                    ? found.stream().map(RoundRisk::of).toList()
                                    : RoundRisk.of(round, RoundRisk.titles(found));
                            return page(all, request);
                        }));
    }

    private static Page<RoundRisk> page(List<RoundRisk> all, RoundRisksRequest request) {
        var asked = request.state;
        int from = request.after == null ? 0 : Math.max(0, request.after);
        List<RoundRisk> matching = all.stream()
                .filter(risk -> asked == null || risk.state() == asked)
                .toList();
        int to = Math.min(matching.size(), from + RoundRisksRequest.LIMIT);
        Instant moment = request.moment();
        return new Page<>(
                from >= to ? List.of() : matching.subList(from, to),
                to < matching.size() ? Integer.toString(to) : null,
                (long) matching.size(),
                moment,
                moment == null ? null : request.timeline());
    }

    @GET
    @Path("{id}/comparison")
    @Produces(APPLICATION_JSON)
    @Clause({"8.2", "9.1"})
    @Operation(
            operationId = "compareAssessmentRound",
            summary = "Compares a closed round with the one before",
            description =
                    "What rose, fell, appeared, is gone and stayed since the last round of the same scope that was closed before, "
                            + "or since the round that `with` names. Without a round before, all risks have appeared.")
    public Uni<RoundComparison> compare(
            @Parameter(description = "Id or key, for example ROUND-3") @PathParam("id") String id,
            @Parameter(description = "Id or key of the closed round to compare with") @QueryParam("with") @Nullable
                    String with,
            @Parameter(description = "Which levels to compare; the current ones when absent")
                    @QueryParam("rating")
                    @Nullable
                    RatingKind rating,
            @BeanParam ReadRequest request) {
        request.allowOnly("with", "rating");
        return closed(id, request)
                .chain(round -> before(round, with, request)
                        .chain(before -> titles(round, before)
                                .map(titles -> RoundComparison.of(
                                        round, before, rating == null ? RatingKind.CURRENT : rating, titles))));
    }

    private Uni<AssessmentRoundEntry> closed(String id, ReadRequest request) {
        return rows.row(AssessmentRoundEntry.class, id, request).invoke(round -> {
            if (round.picture == null) {
                throw ProblemCode.CONFLICT.because(
                        round.key + " is not closed: only a closed round has a picture to compare.");
            }
        });
    }

    private Uni<@Nullable AssessmentRoundEntry> before(
            AssessmentRoundEntry round, @Nullable String with, ReadRequest request) {
        if (with != null && !with.isBlank()) {
            return closed(with, request).map(other -> other);
        }
        String query = "select r.key from AssessmentRoundEntry r where r.tenant = :tenant and r.scopeKey = :scope"
                + " and r.status = 'closed' and r.closedAt < :closed and " + request.versionCondition()
                + " order by r.closedAt desc, r.number desc";
        return rows.asTenant(request, session -> {
                    var select = session.createSelectionQuery(query, String.class)
                            .setParameter("tenant", caller.tenant())
                            .setParameter("scope", round.scopeKey)
                            .setParameter("closed", round.closedAt)
                            .setMaxResults(1);
                    Instant moment = request.moment();
                    return (moment == null ? select : select.setParameter("moment", moment)).getResultList();
                })
                .chain(keys -> keys.isEmpty()
                        ? Uni.createFrom().nullItem()
                        : rows.row(AssessmentRoundEntry.class, keys.getFirst(), request));
    }

    private Uni<Map<UUID, String>> titles(AssessmentRoundEntry round, @Nullable AssessmentRoundEntry before) {
        Set<UUID> risks = Stream.concat(
                        round.riskIds.stream(), before == null ? Stream.empty() : before.riskIds.stream())
                .collect(Collectors.toSet());
        return standings
                .of(caller.tenant(), risks, round.openedAt, null, Timeline.RECORDED)
                .map(RoundRisk::titles);
    }

    @GET
    @Path("{id}/history")
    @Produces(APPLICATION_JSON)
    @Clause({"8.2", "7.5.3"})
    @Operation(
            operationId = "getAssessmentRoundHistory",
            summary = "Tells the history of a round in plain words",
            description = "Every decision with who took it and when, read from the log itself.")
    public Uni<Page<HistoryEntry>> history(
            @Parameter(description = "Id or key, for example ROUND-3") @PathParam("id") String id,
            @BeanParam HistoryRequest request) {
        return histories.of(type, PlainWords::of, id, request);
    }
}
