package isms.risk.inventory;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
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
import isms.risk.context.ContextEntry;
import isms.risk.context.ContextType;
import isms.risk.history.PlainWords;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading the contexts of risk assessment. */
@Path("/api/v1/risk-contexts")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Risk contexts")
public class ContextInventoryResource {

    static final Listing<ContextEntry> CONTEXTS = Listing.of(ContextEntry.class)
            .filter("status")
            .filter("methodology", "methodologyId")
            .sort("title", "status")
            .search("title", "description")
            .order("key")
            .named("risk-contexts");

    private final Rows rows;
    private final Histories histories;
    private final ContextType type;

    ContextInventoryResource(Rows rows, Histories histories, ContextType type) {
        this.rows = rows;
        this.histories = histories;
        this.type = type;
    }

    @GET
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause("6.1.2 a")
    @Operation(
            operationId = "listRiskContexts",
            summary = "Lists the contexts of risk assessment, now or as of a past moment")
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "defined or retired")
    @Parameter(
            name = "methodology",
            in = ParameterIn.QUERY,
            description = "Identity of the methodology that the context has chosen",
            schema = @Schema(implementation = UUID.class))
    public Uni<RestResponse<Page<ContextEntry>>> list(@BeanParam ListRequest request) {
        return rows.page(CONTEXTS, request);
    }

    @GET
    @Path("{id}")
    @Produces(APPLICATION_JSON)
    @Clause("6.1.2 a")
    @Operation(operationId = "getRiskContext", summary = "Shows a context of risk assessment, by id or by key")
    public Uni<RestResponse<ContextEntry>> one(
            @Parameter(description = "Id or key, for example CTX-1") @PathParam("id") String id,
            @BeanParam ReadRequest request) {
        return rows.one(ContextEntry.class, id, request);
    }

    @GET
    @Path("{id}/history")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.2 a", "7.5.3"})
    @Operation(operationId = "getRiskContextHistory", summary = "Tells the history of a context in plain words")
    public Uni<Page<HistoryEntry>> history(
            @Parameter(description = "Id or key, for example CTX-1") @PathParam("id") String id,
            @BeanParam HistoryRequest request) {
        return histories.of(type, PlainWords::of, id, request);
    }
}
