package isms.risk.context;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.http.Decisions;
import isms.platform.http.MediaTypes;
import isms.platform.http.MergePatch;
import isms.platform.openapi.Clause;
import isms.risk.Roles;
import isms.risk.methodology.MethodologyType;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Deciding on contexts of risk assessment (RSK-5). */
@Path("/api/v1/risk-contexts")
@Tag(name = "Risk contexts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ISMS_MANAGER)
@RunOnVirtualThread
public class ContextsResource {

    private final ContextType type;
    private final MethodologyType methodologies;
    private final Decisions decisions;

    ContextsResource(ContextType type, MethodologyType methodologies, Decisions decisions) {
        this.type = type;
        this.methodologies = methodologies;
        this.decisions = decisions;
    }

    @Schema(name = "RiskContextDefinition", examples = Examples.PLANT)
    record Definition(
            @Schema(description = "Chosen by the client for idempotent creation (UUIDv7), else by the server") @Nullable
            UUID id,

            @NotBlank String title,
            @Size(max = 4000) String description) {}

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause({"6.1.2 a", "4.1"})
    @Operation(
            operationId = "defineRiskContext",
            summary = "Define a context of risk assessment",
            description = "Sets a part of the organization apart, to be rated by a methodology of its own choice.")
    public RestResponse<ContextEntry> define(@NotNull @Valid Definition body) {
        return decisions.create(
                type, body.id(), new DefineContext(new ContextDescription(body.title(), body.description())));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaTypes.MERGE_PATCH_JSON, MediaType.APPLICATION_JSON})
    @Clause("6.1.2 a")
    @Operation(
            operationId = "describeRiskContext",
            summary = "Describe a context better",
            description = "Merge patch over title and description.")
    public RestResponse<ContextEntry> describe(
            String id,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "title", value = Examples.TITLE))) @NotNull
                    MergePatch patch) {
        return decisions.change(type, id, new DescribeContext(patch::applyTo));
    }

    @Schema(name = "MethodologyChoice", examples = Examples.CHOICE)
    record Choice(
            @Schema(description = "Id or key of the methodology", examples = "METH-1") @NotBlank
            String methodology) {}

    @POST
    @Path("{id}/methodology-choices")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause("6.1.2 a")
    @Operation(
            operationId = "chooseMethodology",
            summary = "Choose the methodology of a context",
            description =
                    "It may be chosen before it is approved; assessing waits for that. Earlier assessments keep theirs.")
    public RestResponse<ContextEntry> choose(String id, @NotNull @Valid Choice body) {
        return decisions.changeKnowing(type, id, known -> {
            // an id need not exist to be well-formed: what is chosen must be in the inventory
            known.state(methodologies, body.methodology());
            return new ChooseMethodology(decisions.id(methodologies, body.methodology()));
        });
    }

    @Schema(name = "RiskContextRetirement", examples = Examples.RETIREMENT)
    record Retirement(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/retirements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause("6.1.2 a")
    @Operation(
            operationId = "retireRiskContext",
            summary = "Retire a context",
            description = "No further risk is registered or assessed in it; what was assessed stays.")
    public RestResponse<ContextEntry> retire(String id, @NotNull @Valid Retirement body) {
        return decisions.change(type, id, new RetireContext(body.reason()), body.reason());
    }
}
