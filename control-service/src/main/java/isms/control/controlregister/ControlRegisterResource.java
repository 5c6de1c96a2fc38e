package isms.control.controlregister;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.control.Roles;
import isms.control.control.ControlEntry;
import isms.control.control.ControlType;
import isms.control.evidence.EvidenceEntry;
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
import isms.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading controls. */
@Path("/api/v1/controls")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Controls")
public class ControlRegisterResource {

    static final Listing<ControlEntry> CONTROLS = Listing.of(ControlEntry.class)
            .filter("status")
            .filter("implementation")
            .filter("owner")
            .filter("effectiveness")
            .filter("scope")
            .where("requirement", "function('jsonb_exists', r.requirements, :requirement) = true", String.class)
            .where("needs", "function('jsonb_exists', r.needs, :needs) = true", String.class)
            .where(
                    "unlinked",
                    "((:unlinked = true and r.requirementCount = 0) or (:unlinked = false and r.requirementCount > 0))"
                            + " and r.status not in ('retired', 'merged')",
                    Boolean.class)
            .where(
                    "overdue",
                    "(:overdue = true and r.overdueAt is not null) or (:overdue = false and r.overdueAt is null)",
                    Boolean.class)
            .sort("title", "status", "owner", "scope", "due", "requirementCount")
            .sort("effectiveness", "effectivenessSince", "testedOn", "testValidUntil", "implementedOn")
            .search("title", "description")
            .order("key")
            .named("controls");

    private final Rows rows;
    private final Histories histories;
    private final ControlType type;
    private final Caller caller;

    ControlRegisterResource(Rows rows, Histories histories, ControlType type, Caller caller) {
        this.rows = rows;
        this.histories = histories;
        this.type = type;
        this.caller = caller;
    }

    @GET
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause({"6.1.3 b", "8.1"})
    @Operation(
            operationId = "listControls",
            summary = "Lists the controls, now or as of a past moment",
            description = "`unlinked=true` gives the controls that satisfy no requirement, `overdue=true` those that "
                    + "were not implemented in time.")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "planned, in-progress, implemented, operating, retired or merged; several by comma")
    @Parameter(
            name = "implementation",
            in = ParameterIn.QUERY,
            description = "planned, in-progress, implemented, operating or retired; several by comma")
    @Parameter(name = "owner", in = ParameterIn.QUERY, description = "Subject id of who answers for it")
    @Parameter(
            name = "effectiveness",
            in = ParameterIn.QUERY,
            description = "effective, partially-effective, ineffective, in-doubt or untested; several by comma")
    @Parameter(name = "scope", in = ParameterIn.QUERY, description = "The part of the organization that it is for")
    @Parameter(
            name = "requirement",
            in = ParameterIn.QUERY,
            description = "A requirement that it satisfies, as framework:id, for example iso-27001-2022:A.8.13")
    @Parameter(name = "needs", in = ParameterIn.QUERY, description = "Identity of a control that it needs first")
    @Parameter(
            name = "unlinked",
            in = ParameterIn.QUERY,
            description = "Whether it is in use and satisfies no requirement",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "overdue",
            in = ParameterIn.QUERY,
            description = "Whether it is recorded that its due date has passed",
            schema = @Schema(type = SchemaType.BOOLEAN))
    public Uni<RestResponse<Page<ControlEntry>>> list(@BeanParam ListRequest request) {
        return rows.page(CONTROLS, request);
    }

    @GET
    @Path("{id}")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.3 b", "8.1"})
    @Operation(operationId = "getControl", summary = "Shows a control, by id or by key")
    public Uni<RestResponse<ControlEntry>> one(
            @Parameter(description = "Id or key, for example CTRL-7") @PathParam("id") String id,
            @BeanParam ReadRequest request) {
        return rows.one(ControlEntry.class, id, request);
    }

    @GET
    @Path("{id}/history")
    @Produces(APPLICATION_JSON)
    @Clause({"8.1", "7.5.3"})
    @Operation(operationId = "getControlHistory", summary = "Tells the history of a control in plain words")
    public Uni<Page<HistoryEntry>> history(
            @Parameter(description = "Id or key, for example CTRL-7") @PathParam("id") String id,
            @BeanParam HistoryRequest request) {
        return histories.of(type, ControlWords::of, id, request);
    }

    @GET
    @Path("{id}/evidence")
    @Produces(APPLICATION_JSON)
    @Clause({"7.5.3", "9.1"})
    @Operation(
            operationId = "listControlEvidence",
            summary = "Lists the evidence of a control and of the controls that were merged into it",
            description = "The latest first, at most 500. All of it is at /api/v1/evidence?control=...")
    public Uni<Page<EvidenceEntry>> evidence(
            @Parameter(description = "Id or key, for example CTRL-7") @PathParam("id") String id,
            @BeanParam ReadRequest request) {
        request.allowOnly();
        String tenant = caller.tenant();
        return rows.row(ControlEntry.class, id, request)
                .chain(control -> rows.asTenant(request, session -> {
                    var query = session.createSelectionQuery(
                                    "select r from " + EvidenceEntry.class.getName()
                                            + " r where r.tenant = :tenant and r.controlId in (:controls) and "
                                            + request.versionCondition()
                                            + " order by r.collectedAt desc, r.number desc",
                                    EvidenceEntry.class)
                            .setReadOnly(true)
                            .setMaxResults(500)
                            .setParameter("tenant", tenant)
                            .setParameter(
                                    "controls",
                                    Stream.concat(
                                                    Stream.of(control.id),
                                                    control.absorbed.stream().map(UUID::fromString))
                                            .toList());
                    if (request.moment() != null) {
                        query.setParameter("moment", request.moment());
                    }
                    return query.getResultList();
                }))
                .map(Page::whole);
    }
}
