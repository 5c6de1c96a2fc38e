package isms.risk.treatment;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.http.Decisions;
import isms.platform.http.Decisions.Known;
import isms.platform.openapi.Clause;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.security.Caller;
import isms.risk.Roles;
import isms.risk.context.RiskContext;
import isms.risk.methodology.Methodology;
import isms.risk.risk.Risk;
import isms.risk.risk.RiskType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Carrying out approved plans: progress, delay and proof of their actions (RSK-12; 8.3). */
@Path("/api/v1/treatment-plans/{id}/actions/{action}")
@Tag(name = "Treatment plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ISMS_MANAGER, Roles.RISK_OWNER, Roles.CONTROL_OWNER, Roles.CONTRIBUTOR})
@RunOnVirtualThread
public class TreatmentActionsResource {

    private final TreatmentPlanType type;
    private final RiskType risks;
    private final Decisions decisions;
    private final Caller caller;

    TreatmentActionsResource(TreatmentPlanType type, RiskType risks, Decisions decisions, Caller caller) {
        this.type = type;
        this.risks = risks;
        this.decisions = decisions;
        this.caller = caller;
    }

    @Schema(name = "TreatmentProgress", examples = Examples.PROGRESS)
    record Progress(
            @Schema(description = "0 to 100", examples = "40") @NotNull
            Integer percent,

            @Nullable @Size(max = 4000) String remark) {}

    @POST
    @Path("progress-reports")
    @Clause("8.3")
    @Operation(
            operationId = "reportTreatmentProgress",
            summary = "Report the progress of an action",
            description =
                    "By its owner or the ISMS manager; the first report says that it has begun. 100 percent is not done: "
                            + "somebody else has to show that.")
    public RestResponse<TreatmentPlanEntry> report(String id, int action, @NotNull @Valid Progress body) {
        return decisions.change(
                type, id, new ReportProgress(action, body.percent(), requireNonNullElse(body.remark(), ""), actor()));
    }

    @Schema(name = "TreatmentTargetDate", examples = Examples.TARGET_DATE)
    record TargetDate(
            @NotNull LocalDate targetDate,
            @NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("target-dates")
    @Clause("8.3")
    @Operation(
            operationId = "moveTreatmentTargetDate",
            summary = "Move the target date of an action",
            description =
                    "With a reason, by its owner or the ISMS manager. The plan keeps the day that it named first.")
    public RestResponse<TreatmentPlanEntry> move(String id, int action, @NotNull @Valid TargetDate body) {
        return decisions.change(
                type, id, new MoveTargetDate(action, body.targetDate(), body.reason(), actor()), body.reason());
    }

    @Schema(name = "TreatmentCompletion", examples = Examples.COMPLETION)
    record Completion(
            @Schema(description = "What was looked at and what it showed") @NotBlank @Size(max = 4000)
            String evidence) {}

    @POST
    @Path("completions")
    @RolesAllowed({Roles.ISMS_MANAGER, Roles.RISK_OWNER, Roles.CONTROL_OWNER, Roles.AUDITOR, Roles.CONTRIBUTOR})
    @Clause({"8.3", "9.1"})
    @Operation(
            operationId = "showTreatmentActionDone",
            summary = "Show that an action is done",
            description =
                    "With the evidence that its success criterion is met, by anyone but its owners, present and former. "
                            + "With the last action the plan is completed.")
    public RestResponse<TreatmentPlanEntry> complete(String id, int action, @NotNull @Valid Completion body) {
        return decisions.change(type, id, new ShowActionDone(action, body.evidence(), actor().subject()));
    }

    @Schema(name = "TreatmentActionReassignment", examples = Examples.REASSIGNMENT)
    record Reassignment(
            @NotNull Subject owner,
            @NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("owners")
    @RolesAllowed({Roles.ISMS_MANAGER, Roles.RISK_OWNER})
    @Clause({"6.1.3 e", "8.3"})
    @Operation(
            operationId = "reassignTreatmentAction",
            summary = "Have an action of an approved plan done by somebody else",
            description =
                    "With a reason, by the owner of the risk or the ISMS manager. Who owned it before cannot show it done "
                            + "either.")
    public RestResponse<TreatmentPlanEntry> reassign(String id, int action, @NotNull @Valid Reassignment body) {
        return decisions.changeKnowing(
                type,
                id,
                known -> new ReassignAction(action, body.owner(), body.reason(), treated(id, known), actor()),
                body.reason());
    }

    /** By whom the risk is owned, which does not ask how it is rated. */
    private TreatedRisk treated(String plan, Known known) {
        Risk risk = known.state(type, plan) instanceof TreatmentPlan.Open open
                ? known.state(risks, open.risk().toString())
                : risks.initial();
        return new TreatedRisk(risk, new RiskContext.None(), new Methodology.None());
    }

    private Actor actor() {
        return new Actor(new Subject(caller.subject()), caller.roles());
    }
}
