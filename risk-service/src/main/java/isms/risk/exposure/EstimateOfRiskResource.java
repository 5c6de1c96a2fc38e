package isms.risk.exposure;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.platform.history.Histories;
import isms.platform.history.HistoryEntry;
import isms.platform.history.HistoryRequest;
import isms.platform.openapi.Clause;
import isms.platform.query.Page;
import isms.platform.query.ReadRequest;
import isms.platform.query.Rows;
import isms.risk.Roles;
import isms.risk.history.PlainWords;
import isms.risk.quantification.QuantificationEntry;
import isms.risk.quantification.QuantificationType;
import isms.risk.risk.RiskRegisterEntry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading what one risk is estimated to cost. */
@Path("/api/v1/risks/{id}/quantification")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Quantification")
public class EstimateOfRiskResource {

    private final Rows rows;
    private final Histories histories;
    private final QuantificationType type;

    EstimateOfRiskResource(Rows rows, Histories histories, QuantificationType type) {
        this.rows = rows;
        this.histories = histories;
        this.type = type;
    }

    @GET
    @Produces(APPLICATION_JSON)
    @Clause("6.1.2 d")
    @Operation(operationId = "getQuantificationOfRisk", summary = "Shows what a risk is estimated to cost")
    public Uni<RestResponse<QuantificationEntry>> one(
            @Parameter(description = "Id or key of the risk, for example RISK-42") @PathParam("id") String id,
            @BeanParam ReadRequest request) {
        return rows.row(RiskRegisterEntry.class, id, request)
                .chain(risk -> rows.one(QuantificationEntry.class, risk.id.toString(), request));
    }

    @GET
    @Path("history")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.2", "8.2", "7.5.3"})
    @Operation(
            operationId = "getQuantificationHistoryOfRisk",
            summary = "Tells in plain words how a risk was estimated over time",
            description = "Every estimate with who made it and when, read from the log itself.")
    public Uni<Page<HistoryEntry>> history(
            @Parameter(description = "Id or key of the risk, for example RISK-42") @PathParam("id") String id,
            @BeanParam HistoryRequest request) {
        return rows.row(RiskRegisterEntry.class, id, request)
                .chain(risk -> histories.of(type, PlainWords::of, risk.id.toString(), request));
    }
}
