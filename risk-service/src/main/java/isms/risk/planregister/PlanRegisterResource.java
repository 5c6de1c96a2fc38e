package isms.risk.planregister;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.platform.deadline.Day;
import isms.platform.history.Histories;
import isms.platform.history.HistoryEntry;
import isms.platform.history.HistoryRequest;
import isms.platform.http.MediaTypes;
import isms.platform.openapi.Clause;
import isms.platform.query.ListRequest;
import isms.platform.query.Listing;
import isms.platform.query.Page;
import isms.platform.query.ReadRequest;
import isms.platform.query.Rows;
import isms.risk.Roles;
import isms.risk.history.PlainWords;
import isms.risk.treatment.TreatmentPlanEntry;
import isms.risk.treatment.TreatmentPlanType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading treatment plans. */
@Path("/api/v1/treatment-plans")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Treatment plans")
public class PlanRegisterResource {

    private final Rows rows;
    private final Histories histories;
    private final TreatmentPlanType type;
    private final Clock clock;

    PlanRegisterResource(Rows rows, Histories histories, TreatmentPlanType type, Clock clock) {
        this.rows = rows;
        this.histories = histories;
        this.type = type;
        this.clock = clock;
    }

    /** @param today the day (UTC) before which a target date has passed */
    private static Listing<TreatmentPlanEntry> plans(LocalDate today) {
        String passed = "r.nextDue < date %d-%02d-%02d"
                .formatted(today.getYear(), today.getMonthValue(), today.getDayOfMonth());
        return Listing.of(TreatmentPlanEntry.class)
                .filter("risk", "riskId")
                .filter("status")
                .filter("option")
                .where("owner", "function('jsonb_exists', r.actionOwners, :owner) = true", String.class)
                .where(
                        "overdue",
                        "(:overdue = true and %s) or (:overdue = false and (r.nextDue is null or not %s))"
                                .formatted(passed, passed),
                        Boolean.class)
                .filter("residualBand")
                .filter("residualAboveCriteria")
                .sort("title", "status", "option", "percent", "nextDue", "residualLevel", "residualBandRank")
                .sort("submittedAt", "approvedAt", "completedAt")
                .sort("nextToPass", "overdueActions")
                .search("title", "otherParty", "stops")
                .order("key")
                .named("treatment-plans");
    }

    @GET
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX, MediaTypes.PDF})
    @Clause({"6.1.3 e", "8.3"})
    @Operation(
            operationId = "listTreatmentPlans",
            summary = "Lists the treatment plans",
            description =
                    "All plans, now or as of a past moment. `overdue=true&sort=nextDue` gives what is late, the latest "
                            + "first: plans being carried out with an action whose target date has passed, by the day of the moment "
                            + "asked for (UTC). That a date has passed is recorded once, within a minute: `overdueActions` "
                            + "counts those, and the actions say when. As PDF it is the risk treatment plan of the "
                            + "organization, with all actions.")
    @Parameter(
            name = "risk",
            in = ParameterIn.QUERY,
            description = "Identity of the risk; several by comma",
            schema = @Schema(implementation = UUID.class))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "draft, submitted, approved, in-progress, completed or withdrawn; several by comma")
    @Parameter(name = "option", in = ParameterIn.QUERY, description = "modify, avoid, share or retain")
    @Parameter(name = "owner", in = ParameterIn.QUERY, description = "Subject id of who owns one of the actions")
    @Parameter(
            name = "overdue",
            in = ParameterIn.QUERY,
            description = "Whether a target date has passed of what is still to be done",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(name = "residualBand", in = ParameterIn.QUERY, description = "Key of the band of the level aimed at")
    @Parameter(
            name = "residualAboveCriteria",
            in = ParameterIn.QUERY,
            description = "Whether the acceptance criteria reject even the level aimed at",
            schema = @Schema(type = SchemaType.BOOLEAN))
    public Uni<RestResponse<Page<TreatmentPlanEntry>>> list(@BeanParam ListRequest request) {
        Instant moment = request.moment();
        return rows.page(
                plans(Day.of(moment == null ? clock.instant() : moment)),
                request,
                (session, plans, asked) -> PlansDocument.of(session, plans, asked, request));
    }

    @GET
    @Path("{id}")
    @Produces({APPLICATION_JSON, MediaTypes.PDF})
    @Clause({"6.1.3 e", "8.3"})
    @Operation(
            operationId = "getTreatmentPlan",
            summary = "Shows a treatment plan, by id or by key",
            description = "As PDF a document with the risk, the treatment, the actions, the approval and the history.")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = {
                @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = TreatmentPlanEntry.class)),
                @Content(mediaType = MediaTypes.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<RestResponse<Object>> one(
            @Parameter(description = "Id or key, for example PLAN-7") @PathParam("id") String id,
            @BeanParam ReadRequest request,
            @Context HttpHeaders headers) {
        return Rows.isPdfWanted(headers)
                ? document(id, request)
                : rows.one(TreatmentPlanEntry.class, id, request).map(PlanRegisterResource::asIs);
    }

    private Uni<RestResponse<Object>> document(String id, ReadRequest request) {
        request.allowOnly();
        return rows.document(
                request,
                "treatment-plan-" + id,
                (session, asked) -> rows.row(session, asked.organization(), TreatmentPlanEntry.class, id, request)
                        .chain(plan -> histories
                                .whole(session, type, PlainWords::of, plan.id, asked)
                                .chain(history -> PlanDocument.of(session, plan, history, asked, request))));
    }

    @SuppressWarnings("unchecked")
    private static RestResponse<Object> asIs(RestResponse<?> response) {
        return (RestResponse<Object>) response;
    }

    @GET
    @Path("{id}/history")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.3", "8.3", "7.5.3"})
    @Operation(
            operationId = "getTreatmentPlanHistory",
            summary = "Tells the history of a treatment plan in plain words",
            description = "Every decision with who took it and when, read from the log itself.")
    public Uni<Page<HistoryEntry>> history(
            @Parameter(description = "Id or key, for example PLAN-7") @PathParam("id") String id,
            @BeanParam HistoryRequest request) {
        return histories.of(type, PlainWords::of, id, request);
    }
}
