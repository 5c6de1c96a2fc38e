package isms.control.needregister;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.control.Roles;
import isms.control.need.TreatmentNeedsEntry;
import isms.control.need.TreatmentNeedsType;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading what treatment plans need of controls. */
@Path("/api/v1/treatment-needs")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Treatment needs")
public class TreatmentNeedsResource {

    private static final Listing<TreatmentNeedsEntry> NEEDS = Listing.of(TreatmentNeedsEntry.class)
            .filter("status")
            .filter("risk", "riskId")
            .filter("context", "contextId")
            .sort("planKey", "title", "status")
            .search("planKey", "title")
            .order("key")
            .named("treatment-needs");

    private static final String ID = "Id of the treatment plan";

    private final Rows rows;
    private final Histories histories;
    private final TreatmentNeedsType type;

    TreatmentNeedsResource(Rows rows, Histories histories, TreatmentNeedsType type) {
        this.rows = rows;
        this.histories = histories;
        this.type = type;
    }

    @GET
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause("6.1.3 b")
    @Operation(
            operationId = "listTreatmentNeeds",
            summary = "Lists the approved treatment plans with the controls that they need",
            description =
                    "As risk-service told them. They draw the lines of every statement of applicability that covers their context.")
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "standing or ended")
    @Parameter(
            name = "risk",
            in = ParameterIn.QUERY,
            description = "Identity of the risk",
            schema = @Schema(implementation = UUID.class))
    @Parameter(
            name = "context",
            in = ParameterIn.QUERY,
            description = "Identity of the context that the risk is in",
            schema = @Schema(implementation = UUID.class))
    public Uni<RestResponse<Page<TreatmentNeedsEntry>>> list(@BeanParam ListRequest request) {
        return rows.page(NEEDS, request);
    }

    @GET
    @Path("{id}")
    @Produces(APPLICATION_JSON)
    @Clause("6.1.3 b")
    @Operation(operationId = "getTreatmentNeeds", summary = "Shows what a treatment plan needs")
    public Uni<RestResponse<TreatmentNeedsEntry>> one(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam ReadRequest request) {
        return rows.one(TreatmentNeedsEntry.class, id, request);
    }

    @GET
    @Path("{id}/history")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.3 b", "7.5.3"})
    @Operation(
            operationId = "getTreatmentNeedsHistory",
            summary = "Tells what was heard of a treatment plan, in plain words")
    public Uni<Page<HistoryEntry>> history(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam HistoryRequest request) {
        return histories.of(type, NeedWords::of, id, request);
    }
}
