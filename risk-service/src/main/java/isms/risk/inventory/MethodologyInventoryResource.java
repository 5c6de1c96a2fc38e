package isms.risk.inventory;

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
import isms.risk.Roles;
import isms.risk.history.PlainWords;
import isms.risk.methodology.MethodologyEntry;
import isms.risk.methodology.MethodologyType;
import isms.risk.methodology.MethodologyVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading the inventory of methodologies. */
@Path("/api/v1/methodologies")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Methodologies")
public class MethodologyInventoryResource {

    static final Listing<MethodologyEntry> INVENTORY = Listing.of(MethodologyEntry.class)
            .filter("kind")
            .filter("status")
            .sort("title", "kind", "status")
            .search("title")
            .order("key")
            .named("methodologies");

    private final Rows rows;
    private final Histories histories;
    private final MethodologyType type;

    MethodologyInventoryResource(Rows rows, Histories histories, MethodologyType type) {
        this.rows = rows;
        this.histories = histories;
        this.type = type;
    }

    @GET
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause("6.1.2 a")
    @Operation(operationId = "listMethodologies", summary = "Lists the methodologies, now or as of a past moment")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "qualitative, semi-quantitative or quantitative")
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "draft, submitted, approved or in-use")
    public Uni<RestResponse<Page<MethodologyEntry>>> list(@BeanParam ListRequest request) {
        return rows.page(INVENTORY, request);
    }

    @GET
    @Path("{id}")
    @Produces(APPLICATION_JSON)
    @Clause("6.1.2 a")
    @Operation(operationId = "getMethodology", summary = "Shows a methodology with all its versions, by id or by key")
    public Uni<RestResponse<MethodologyEntry>> one(
            @Parameter(description = "Id or key, for example METH-1") @PathParam("id") String id,
            @BeanParam ReadRequest request) {
        return rows.one(MethodologyEntry.class, id, request);
    }

    @GET
    @Path("{id}/versions/{version}")
    @Produces(APPLICATION_JSON)
    @Clause("6.1.2 a")
    @Operation(
            operationId = "getMethodologyVersion",
            summary = "Shows one version of a methodology with its criteria",
            description = "What assessments made with this version were made by; an approved version never changes.")
    public Uni<MethodologyVersion> version(
            @Parameter(description = "Id or key, for example METH-1") @PathParam("id") String id,
            @Parameter(description = "From 1") @PathParam("version") int version,
            @BeanParam ReadRequest request) {
        request.allowOnly();
        return rows.row(MethodologyEntry.class, id, request).map(methodology -> {
            if (version < 1 || version > methodology.latestVersion) {
                throw ProblemCode.NOT_FOUND.because("There is no version " + version + " of " + methodology.key
                        + "; the latest is " + methodology.latestVersion + ".");
            }
            return methodology.version(version);
        });
    }

    @GET
    @Path("{id}/history")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.2 a", "7.5.3"})
    @Operation(operationId = "getMethodologyHistory", summary = "Tells the history of a methodology in plain words")
    public Uni<Page<HistoryEntry>> history(
            @Parameter(description = "Id or key, for example METH-1") @PathParam("id") String id,
            @BeanParam HistoryRequest request) {
        return histories.of(type, PlainWords::of, id, request);
    }
}
