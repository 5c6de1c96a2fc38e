package isms.risk.treatment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.http.Decisions;
import isms.platform.http.Decisions.Known;
import isms.platform.http.MediaTypes;
import isms.platform.http.MergePatch;
import isms.platform.openapi.Clause;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.security.Caller;
import isms.risk.Roles;
import isms.risk.context.ContextType;
import isms.risk.context.RiskContext;
import isms.risk.methodology.Methodology;
import isms.risk.methodology.MethodologyType;
import isms.risk.risk.Risk;
import isms.risk.risk.RiskType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Deciding on treatment plans (RSK-11, RSK-12). */
@Path("/api/v1/treatment-plans")
@Tag(name = "Treatment plans")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ISMS_MANAGER, Roles.RISK_OWNER})
@RunOnVirtualThread
public class TreatmentPlansResource {

    private final TreatmentPlanType type;
    private final RiskType risks;
    private final ContextType contexts;
    private final MethodologyType methodologies;
    private final Decisions decisions;
    private final Caller caller;

    TreatmentPlansResource(
            TreatmentPlanType type,
            RiskType risks,
            ContextType contexts,
            MethodologyType methodologies,
            Decisions decisions,
            Caller caller) {
        this.type = type;
        this.risks = risks;
        this.contexts = contexts;
        this.methodologies = methodologies;
        this.decisions = decisions;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ISMS_MANAGER, Roles.RISK_OWNER, Roles.CONTROL_OWNER})
    @Clause({"6.1.3 a", "6.1.3 b", "6.1.3 e"})
    @Operation(
            operationId = "draftTreatmentPlan",
            summary = "Draft a treatment plan for a risk",
            description = "The draft may have gaps; what is submitted may not. The plan gives its actions their ids.")
    public RestResponse<TreatmentPlanEntry> draft(@NotNull @Valid TreatmentPlanDraft body) {
        return decisions.createKnowing(
                type,
                body.id(),
                known -> new DraftTreatmentPlan(
                        decisions.id(risks, body.risk()),
                        treated(known.state(risks, body.risk()), known),
                        body.content(),
                        actor().subject()));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaTypes.MERGE_PATCH_JSON, MediaType.APPLICATION_JSON})
    @RolesAllowed({Roles.ISMS_MANAGER, Roles.RISK_OWNER, Roles.CONTROL_OWNER})
    @Clause({"6.1.3 a", "6.1.3 b", "6.1.3 e"})
    @Operation(
            operationId = "reviseTreatmentPlan",
            summary = "Revise the draft of a treatment plan",
            description = "Merge patch over what it says; actions are replaced as a whole and keep their ids. "
                    + "Whoever revises it becomes one of its authors.")
    public RestResponse<TreatmentPlanEntry> revise(
            String id,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "aim", value = Examples.AIM))) @NotNull
                    MergePatch patch) {
        return decisions.changeKnowing(
                type, id, known -> new ReviseTreatmentPlan(patch::applyTo, treated(id, known), actor().subject()));
    }

    @POST
    @Path("{id}/submissions")
    @RolesAllowed({Roles.ISMS_MANAGER, Roles.RISK_OWNER, Roles.CONTROL_OWNER})
    @Clause({"6.1.3 e", "6.1.3 f"})
    @Operation(
            operationId = "submitTreatmentPlan",
            summary = "Submit the draft to the risk owner",
            description =
                    "From now on it waits for the risk owner and does not change. The level that it aims at is determined "
                            + "by the methodology in use, and keeps its version.")
    public RestResponse<TreatmentPlanEntry> submit(String id) {
        return decisions.changeKnowing(type, id, known -> new SubmitTreatmentPlan(treated(id, known)));
    }

    @POST
    @Path("{id}/approvals")
    @RolesAllowed(Roles.RISK_OWNER)
    @Clause({"6.1.3 f", "6.1.3 b"})
    @Operation(
            operationId = "approveTreatmentPlan",
            summary = "Approve the submitted plan",
            description = "By the owner of the risk, who has written nothing of it. "
                    + "Needs If-Match: who signs, signs what they have read.")
    public RestResponse<TreatmentPlanEntry> approve(String id) {
        return decisions.signKnowing(type, id, known -> new ApproveTreatmentPlan(treated(id, known), actor()));
    }

    @Schema(name = "TreatmentPlanReturn", examples = Examples.RETURN)
    record Return(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/returns")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause("6.1.3 f")
    @Operation(
            operationId = "returnTreatmentPlan",
            summary = "Return the submitted plan to its authors",
            description = "With a reason, by the risk owner or the ISMS manager. The plan is a draft again.")
    public RestResponse<TreatmentPlanEntry> giveBack(String id, @NotNull @Valid Return body) {
        return decisions.changeKnowing(
                type, id, known -> new ReturnTreatmentPlan(body.reason(), treated(id, known), actor()), body.reason());
    }

    @Schema(name = "TreatmentPlanWithdrawal", examples = Examples.WITHDRAWAL)
    record Withdrawal(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause({"6.1.3 e", "8.3"})
    @Operation(
            operationId = "withdrawTreatmentPlan",
            summary = "Withdraw a plan",
            description =
                    "With a reason, by the risk owner or the ISMS manager, until it is completed. Its history stays.")
    public RestResponse<TreatmentPlanEntry> withdraw(String id, @NotNull @Valid Withdrawal body) {
        return decisions.changeKnowing(
                type,
                id,
                known -> new WithdrawTreatmentPlan(body.reason(), treated(id, known), actor()),
                body.reason());
    }

    private TreatedRisk treated(String plan, Known known) {
        return known.state(type, plan) instanceof TreatmentPlan.Open open
                ? treated(known.state(risks, open.risk().toString()), known)
                : treated(risks.initial(), known);
    }

    private TreatedRisk treated(Risk risk, Known known) {
        RiskContext context = risk instanceof Risk.Registered registered
                ? known.state(contexts, registered.context().toString())
                : contexts.initial();
        Methodology methodology = context instanceof RiskContext.Defined defined && defined.methodology() != null
                ? known.state(methodologies, defined.methodology().toString())
                : methodologies.initial();
        return new TreatedRisk(risk, context, methodology);
    }

    private Actor actor() {
        return new Actor(new Subject(caller.subject()), caller.roles());
    }
}
