package isms.risk.risk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.http.Decisions;
import isms.platform.openapi.Clause;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.security.Caller;
import isms.risk.Roles;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Clearing flags for reassessment without an assessment (RSK-10). */
@Path("/api/v1/risks/{id}/reassessment-flags/{flag}")
@Tag(name = "Risks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ISMS_MANAGER, Roles.RISK_OWNER})
@RunOnVirtualThread
public class ReassessmentFlagsResource {

    private final RiskType type;
    private final Decisions decisions;
    private final Caller caller;

    ReassessmentFlagsResource(RiskType type, Decisions decisions, Caller caller) {
        this.type = type;
        this.decisions = decisions;
        this.caller = caller;
    }

    @Schema(name = "FlagDismissal", examples = """
            {"reason": "The restores that failed were of another system"}
            """)
    record Dismissal(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("dismissals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause("8.2")
    @Operation(
            operationId = "dismissReassessmentFlag",
            summary = "Dismiss a flag for reassessment",
            description =
                    "With a reason, by the owner of the risk or the ISMS manager. An assessment of the risk clears all its "
                            + "flags by itself.")
    public RestResponse<RiskRegisterEntry> dismiss(
            String id,
            @Parameter(description = "Id of the flag, as the risk shows it") UUID flag,
            @NotNull @Valid Dismissal body) {
        var by = new Actor(new Subject(caller.subject()), caller.roles());
        return decisions.change(type, id, new DismissReassessmentFlag(flag, body.reason(), by), body.reason());
    }
}
