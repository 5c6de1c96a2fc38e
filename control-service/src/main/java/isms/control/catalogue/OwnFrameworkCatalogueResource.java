package isms.control.catalogue;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.control.Roles;
import isms.control.framework.OwnFrameworkEntry;
import isms.control.framework.OwnFrameworkType;
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

/** Reading the organization's own frameworks: what became of them, version by version. */
@Path("/api/v1/own-frameworks")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Own frameworks")
public class OwnFrameworkCatalogueResource {

    private static final String ID = "Id or key, for example FRW-1";

    static final Listing<OwnFrameworkEntry> FRAMEWORKS = Listing.of(OwnFrameworkEntry.class)
            .filter("status")
            .sort("title", "publisher", "status")
            .search("title", "publisher", "source")
            .order("key")
            .named("own-frameworks");

    private final Rows rows;
    private final Histories histories;
    private final OwnFrameworkType type;

    OwnFrameworkCatalogueResource(Rows rows, Histories histories, OwnFrameworkType type) {
        this.rows = rows;
        this.histories = histories;
        this.type = type;
    }

    @GET
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause("6.1.3 c")
    @Operation(
            operationId = "listOwnFrameworks",
            summary = "Lists the organization's own frameworks, now or as of a past moment")
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "defined, in-force or retired")
    public Uni<RestResponse<Page<OwnFrameworkEntry>>> list(@BeanParam ListRequest request) {
        return rows.page(FRAMEWORKS, request);
    }

    @GET
    @Path("{id}")
    @Produces(APPLICATION_JSON)
    @Clause("6.1.3 c")
    @Operation(
            operationId = "getOwnFramework",
            summary = "Shows a framework of the organization's own with its versions",
            description = "Its requirements are at /frameworks/{id}/requirements.")
    public Uni<RestResponse<OwnFrameworkEntry>> one(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam ReadRequest request) {
        return rows.one(OwnFrameworkEntry.class, id, request);
    }

    @GET
    @Path("{id}/history")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.3 c", "7.5.3"})
    @Operation(operationId = "getOwnFrameworkHistory", summary = "Tells the history of a framework in plain words")
    public Uni<Page<HistoryEntry>> history(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam HistoryRequest request) {
        return histories.of(type, OwnFrameworkWords::of, id, request);
    }
}
