package isms.risk.quantification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.http.Decisions;
import isms.platform.openapi.Clause;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.security.Caller;
import isms.risk.Roles;
import isms.risk.portfolio.PortfolioType;
import isms.risk.risk.Risk;
import isms.risk.risk.RiskType;
import isms.risk.treatment.TreatmentPlan;
import isms.risk.treatment.TreatmentPlanType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Estimating what treatment plans cost and achieve (RSK-16). */
@Path("/api/v1/treatment-plans/{id}/quantification")
@Tag(name = "Quantification")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ISMS_MANAGER, Roles.RISK_OWNER})
@RunOnVirtualThread
public class PlanQuantificationResource {

    private final PlanQuantificationType type;
    private final TreatmentPlanType plans;
    private final RiskType risks;
    private final PortfolioType portfolio;
    private final Decisions decisions;
    private final Caller caller;

    PlanQuantificationResource(
            PlanQuantificationType type,
            TreatmentPlanType plans,
            RiskType risks,
            PortfolioType portfolio,
            Decisions decisions,
            Caller caller) {
        this.type = type;
        this.plans = plans;
        this.risks = risks;
        this.portfolio = portfolio;
        this.decisions = decisions;
        this.caller = caller;
    }

    @POST
    @Clause({"6.1.3 a", "6.1.3 e"})
    @Operation(
            operationId = "quantifyTreatmentPlan",
            summary = "Record what a treatment plan is estimated to cost",
            description =
                    "What is spent once and yearly, as ranges, and for how many years its return is judged; by the risk owner or"
                            + " the ISMS manager, until the plan is completed or withdrawn. Where a risk has several plans, each can say"
                            + " what it alone changes, so that they can be compared. The first time it is 201; to record over an"
                            + " estimate needs If-Match with that one's ETag (428).")
    public RestResponse<PlanQuantificationEntry> quantify(String id, @NotNull PlanEstimate body) {
        UUID plan = decisions.id(plans, id);
        return decisions.record(
                type,
                plan,
                known -> {
                    TreatmentPlan found = known.state(plans, id);
                    Risk risk = found instanceof TreatmentPlan.Open open
                            ? known.state(risks, open.risk().toString())
                            : risks.initial();
                    return new QuantifyPlan(
                            plan,
                            body,
                            found,
                            risk,
                            known.stateIfAny(portfolio, PortfolioType.ID),
                            new Actor(new Subject(caller.subject()), caller.roles()));
                },
                null);
    }
}
