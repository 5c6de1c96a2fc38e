package isms.risk.risk;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.http.Decisions;
import isms.platform.http.MediaTypes;
import isms.platform.http.MergePatch;
import isms.platform.openapi.Clause;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.security.Caller;
import isms.risk.Roles;
import isms.risk.context.ContextType;
import isms.risk.context.RiskContext;
import isms.risk.library.Libraries;
import isms.risk.library.LibraryItemType;
import isms.risk.library.StartingPoint;
import isms.risk.methodology.Methodology;
import isms.risk.methodology.MethodologyType;
import isms.risk.risk.Risk.Registered;
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
import org.jspecify.annotations.Nullable;

/** Deciding on risks (RSK-6 to RSK-8). */
@Path("/api/v1/risks")
@Tag(name = "Risks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ISMS_MANAGER, Roles.RISK_OWNER})
@RunOnVirtualThread
public class RisksResource {

    private final RiskType type;
    private final ContextType contexts;
    private final MethodologyType methodologies;
    private final LibraryItemType library;
    private final Decisions decisions;
    private final Caller caller;

    RisksResource(
            RiskType type,
            ContextType contexts,
            MethodologyType methodologies,
            LibraryItemType library,
            Decisions decisions,
            Caller caller) {
        this.type = type;
        this.contexts = contexts;
        this.methodologies = methodologies;
        this.library = library;
        this.decisions = decisions;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause({"6.1.2 c", "6.1.1"})
    @Operation(
            operationId = "registerRisk",
            summary = "Register a risk",
            description =
                    "Enters an identified risk or opportunity in the register, in a context and with an owner. With "
                            + "`fromScenario` it starts from a scenario of a library: what the body leaves out is taken from it, and the "
                            + "risk remembers it.")
    public RestResponse<RiskRegisterEntry> register(@NotNull @Valid RiskRegistration body) {
        return decisions.createKnowing(type, body.id(), known -> {
            StartingPoint start = startingPoint(body.fromScenario(), known);
            return new RegisterRisk(
                    requireNonNullElse(body.kind(), RiskKind.THREAT),
                    body.description(start),
                    decisions.id(contexts, body.context()),
                    known.state(contexts, body.context()),
                    body.owner(),
                    start);
        });
    }

    /** The scenario asked for: of a starting set, or in use in the organization's library; 404 when there is none. */
    private @Nullable StartingPoint startingPoint(@Nullable String scenario, Decisions.Known known) {
        return scenario == null || scenario.isBlank()
                ? null
                : Libraries.shipped()
                        .startingPoint(scenario.strip())
                        .orElseGet(() -> known.state(library, scenario.strip())
                                .startingPoint(
                                        decisions.id(library, scenario.strip()).toString()));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaTypes.MERGE_PATCH_JSON, MediaType.APPLICATION_JSON})
    @Clause("6.1.2 c")
    @Operation(
            operationId = "describeRisk",
            summary = "Describe a risk better",
            description = "Merge patch over the fields of its description; by its owner or the ISMS manager.")
    public RestResponse<RiskRegisterEntry> describe(
            String id,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "controls", value = Examples.CONTROLS)))
                    @NotNull
                    MergePatch patch) {
        return decisions.change(type, id, new DescribeRisk(patch::applyTo, actor()));
    }

    @POST
    @Path("{id}/assessments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause({"6.1.2 d", "6.1.2 e", "8.2"})
    @Operation(
            operationId = "assessRisk",
            summary = "Assess a risk",
            description =
                    "Likelihood and impact per dimension, each with its rationale, by the methodology in use in the risk's context; "
                            + "by its owner or the ISMS manager. The assessment keeps the version of the methodology. An "
                            + "opportunity is rated by what is gained, in the dimensions where something is gained; it is not "
                            + "measured by the acceptance criteria.")
    public RestResponse<RiskRegisterEntry> assess(String id, @NotNull Assessment body) {
        return decisions.changeKnowing(type, id, known -> {
            RiskContext context = contextOf(known.state(type, id), known);
            return new AssessRisk(body, context, methodologyOf(context, known), actor());
        });
    }

    @Schema(name = "HandOver", examples = Examples.HAND_OVER)
    record HandOver(
            @NotNull Subject owner,
            @Nullable @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/owners")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause("6.1.2 c")
    @Operation(
            operationId = "handOverRisk",
            summary = "Hand a risk over to another owner",
            description = "By its owner or the ISMS manager.")
    public RestResponse<RiskRegisterEntry> handOver(String id, @NotNull @Valid HandOver body) {
        return decisions.change(type, id, new HandOverRisk(body.owner(), actor()), body.reason());
    }

    @Schema(name = "RiskRetirement", examples = Examples.RETIREMENT)
    record Retirement(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/retirements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause({"6.1.2 c", "8.2"})
    @Operation(
            operationId = "retireRisk",
            summary = "Retire a risk",
            description = "With a reason, by its owner or the ISMS manager. Its history stays.")
    public RestResponse<RiskRegisterEntry> retire(String id, @NotNull @Valid Retirement body) {
        return decisions.change(type, id, new RetireRisk(body.reason(), actor()), body.reason());
    }

    @Schema(name = "OpportunityWeighing", examples = Examples.OPPORTUNITY)
    record Weighing(
            @NotNull OpportunityDecision decision,

            @Schema(description = "What would be gained, how likely and at what price") @NotBlank @Size(max = 4000)
            String evaluation,

            @NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/opportunity-decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause("6.1.1")
    @Operation(
            operationId = "decideOnOpportunity",
            summary = "Decide whether an opportunity is pursued",
            description =
                    "Weighed in words and with a reason, by its owner or the ISMS manager; a rating, if there is one, "
                            + "stands beside it. A later decision takes the place of this one. A threat is treated instead.")
    public RestResponse<RiskRegisterEntry> decideOn(String id, @NotNull @Valid Weighing body) {
        return decisions.change(
                type,
                id,
                new DecideOnOpportunity(body.decision(), body.evaluation(), body.reason(), actor()),
                body.reason());
    }

    private RiskContext contextOf(Risk risk, Decisions.Known known) {
        return risk instanceof Registered registered
                ? known.state(contexts, registered.context().toString())
                : contexts.initial();
    }

    private Methodology methodologyOf(RiskContext context, Decisions.Known known) {
        return context instanceof RiskContext.Defined defined && defined.methodology() != null
                ? known.state(methodologies, defined.methodology().toString())
                : methodologies.initial();
    }

    private Actor actor() {
        return new Actor(new Subject(caller.subject()), caller.roles());
    }
}
