package isms.risk.risk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.http.Decisions;
import isms.platform.openapi.Clause;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.security.Caller;
import isms.risk.Roles;
import isms.risk.methodology.Methodology;
import isms.risk.methodology.MethodologyType;
import isms.risk.risk.Risk.Registered;
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
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Deciding on the acceptance of residual risk (RSK-13). */
@Path("/api/v1/risks")
@Tag(name = "Risks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AcceptancesResource {

    private final RiskType type;
    private final MethodologyType methodologies;
    private final Decisions decisions;
    private final Caller caller;
    private final Clock clock;

    AcceptancesResource(RiskType type, MethodologyType methodologies, Decisions decisions, Caller caller, Clock clock) {
        this.type = type;
        this.methodologies = methodologies;
        this.decisions = decisions;
        this.caller = caller;
        this.clock = clock;
    }

    @Schema(name = "RiskAcceptance", examples = Examples.ACCEPTANCE)
    record Terms(
            @Schema(description = "Why the risk is taken; needed above the acceptance criteria")
            @Nullable
            @Size(max = 4000)
            String justification,

            @Schema(
                    description =
                            "The last day on which the acceptance holds (UTC), at most three years ahead; needed above the acceptance criteria")
            @Nullable
            LocalDate until) {}

    @POST
    @Path("{id}/acceptances")
    @RolesAllowed({Roles.RISK_OWNER, Roles.TOP_MANAGEMENT})
    @Clause({"6.1.3 f", "8.3"})
    @Operation(
            operationId = "acceptResidualRisk",
            summary = "Accept the residual risk",
            description =
                    "Takes what remains after treatment as the last assessment rates it, and freezes that rating. Within the acceptance "
                            + "criteria of the methodology version applied by the risk owner (or by top management, where those criteria "
                            + "say so); above them by top management only, with a justification and a last day. The acceptance ends when it is revoked, "
                            + "when its last day has passed, and when an assessment changes the residual level; the risk is open again then. "
                            + "It can be renewed in its last 30 days. Needs If-Match: who signs, signs what they have read.")
    public RestResponse<RiskRegisterEntry> accept(String id, @NotNull @Valid Terms body) {
        return decisions.signKnowing(
                type,
                id,
                known -> new AcceptResidualRisk(
                        body.justification(),
                        body.until(),
                        methodologyOf(known.state(type, id), known),
                        actor(),
                        clock.instant()),
                body.justification());
    }

    @Schema(name = "RiskAcceptanceRevocation", examples = Examples.REVOCATION)
    record Revocation(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/acceptance-revocations")
    @RolesAllowed({Roles.RISK_OWNER, Roles.TOP_MANAGEMENT, Roles.ISMS_MANAGER})
    @Clause({"6.1.3 f", "8.3"})
    @Operation(
            operationId = "revokeRiskAcceptance",
            summary = "Revoke the acceptance of the residual risk",
            description =
                    "With a reason, by the risk owner, top management or the ISMS manager. The risk is open again.")
    public RestResponse<RiskRegisterEntry> revoke(String id, @NotNull @Valid Revocation body) {
        return decisions.change(type, id, new RevokeAcceptance(body.reason(), actor()), body.reason());
    }

    /** The methodology that the risk was last assessed with. */
    private Methodology methodologyOf(Risk risk, Decisions.Known known) {
        return risk instanceof Registered registered && registered.evaluated() != null
                ? known.state(
                        methodologies,
                        registered.evaluated().applied().methodology().toString())
                : methodologies.initial();
    }

    private Actor actor() {
        return new Actor(new Subject(caller.subject()), caller.roles());
    }
}
