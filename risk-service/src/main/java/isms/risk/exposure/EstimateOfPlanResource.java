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
import isms.risk.quantification.PlanQuantificationEntry;
import isms.risk.quantification.PlanQuantificationType;
import isms.risk.quantification.PlanReturn;
import isms.risk.treatment.TreatmentPlanEntry;
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

/** Reading what one treatment plan is estimated to cost, and what it returns. */
@Path("/api/v1/treatment-plans/{id}")
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
public class EstimateOfPlanResource {

    private final Rows rows;
    private final Histories histories;
    private final PlanQuantificationType type;
    private final Recordings recordings;

    EstimateOfPlanResource(Rows rows, Histories histories, PlanQuantificationType type, Recordings recordings) {
        this.rows = rows;
        this.histories = histories;
        this.type = type;
        this.recordings = recordings;
    }

    @GET
    @Path("quantification")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.3 a", "6.1.3 e"})
    @Operation(
            operationId = "getQuantificationOfTreatmentPlan",
            summary = "Shows what a treatment plan is estimated to cost")
    public Uni<RestResponse<PlanQuantificationEntry>> one(
            @Parameter(description = "Id or key of the plan, for example PLAN-7") @PathParam("id") String id,
            @BeanParam ReadRequest request) {
        return rows.row(TreatmentPlanEntry.class, id, request)
                .chain(plan -> rows.one(PlanQuantificationEntry.class, plan.id.toString(), request));
    }

    @GET
    @Path("quantification/history")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.3", "8.3", "7.5.3"})
    @Operation(
            operationId = "getQuantificationHistoryOfTreatmentPlan",
            summary = "Tells in plain words how a treatment plan was estimated over time",
            description = "Every estimate with who made it and when, read from the log itself.")
    public Uni<Page<HistoryEntry>> history(
            @Parameter(description = "Id or key of the plan, for example PLAN-7") @PathParam("id") String id,
            @BeanParam HistoryRequest request) {
        return rows.row(TreatmentPlanEntry.class, id, request)
                .chain(plan -> histories.of(type, PlainWords::of, plan.id.toString(), request));
    }

    @GET
    @Path("return")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.3 a", "6.1.3 e"})
    @Operation(
            operationId = "getReturnOfTreatmentPlan",
            summary = "Tells whether a treatment plan pays, and how sure that is",
            description =
                    "Draws futures of the plan's years, each once with the plan and once without, from the recorded estimates of"
                            + " its risk and of its costs: return on security investment (avoided loss - cost) / cost with its"
                            + " percentiles, the probability that it pays off, and when. The same seed and estimates give the same"
                            + " answer. Nothing is recorded.")
    public Uni<PlanReturn> planReturn(
            @Parameter(description = "Id or key of the plan, for example PLAN-7") @PathParam("id") String id,
            @BeanParam ReturnRequest request) {
        return recordings.returnOf(id, request);
    }
}
