package isms.control.control;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.control.Roles;
import isms.control.control.ImplementationResource.Reporting;
import isms.control.requirement.KnownRequirements;
import isms.platform.http.Decisions;
import isms.platform.http.MediaTypes;
import isms.platform.http.MergePatch;
import isms.platform.openapi.Clause;
import isms.platform.people.Subject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
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

/** Deciding on what controls are, who owns them and what they satisfy (CTL-4). */
@Path("/api/v1/controls")
@Tag(name = "Controls")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.ISMS_MANAGER, Roles.CONTROL_OWNER})
public class ControlsResource {

    private final ControlType type;
    private final KnownRequirements requirements;
    private final Decisions decisions;
    private final Reporting reporting;

    ControlsResource(ControlType type, KnownRequirements requirements, Decisions decisions, Reporting reporting) {
        this.type = type;
        this.requirements = requirements;
        this.decisions = decisions;
        this.reporting = reporting;
    }

    @Schema(name = "ControlDefinition", examples = Examples.BACKUP)
    record Definition(
            @Schema(description = "Chosen by the client for idempotent creation (UUIDv7), else by the server") @Nullable
            UUID id,

            @NotBlank String title,
            @Nullable @Size(max = 10000) String description,

            @Schema(description = "The part of the organization that it is for; none for all of it")
            @Nullable
            @Size(max = 200)
            String scope,

            @Schema(description = "Estimate of how many working days implementing it takes") @Nullable
            Integer estimatedDays,

            @NotNull Subject owner,

            @Schema(
                    description =
                            "What it satisfies, as framework:id; of an own framework by its key, for example FRW-1:B1.1")
            @Nullable
            @Size(max = 500)
            List<@NotBlank String> requirements,

            @Schema(description = "The day by which it is to be implemented") @Nullable
            LocalDate due) {

        ControlDescription words() {
            return new ControlDescription(title, requireNonNullElse(description, ""), scope, estimatedDays);
        }
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ISMS_MANAGER)
    @Clause({"6.1.3 b", "6.1.3 c", "8.1"})
    @Operation(
            operationId = "defineControl",
            summary = "Define a control",
            description = "A control is implemented once and satisfies requirements of many frameworks. It is planned "
                    + "until its owner reports that implementing it has begun.")
    public RestResponse<ControlEntry> define(@NotNull @Valid Definition body) {
        List<String> satisfied = requireNonNullElse(body.requirements(), List.of());
        return decisions.createKnowing(
                type,
                body.id(),
                known -> new DefineControl(
                        body.words(),
                        body.owner(),
                        satisfied,
                        body.due(),
                        requirements.among(known, satisfied)::contains));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaTypes.MERGE_PATCH_JSON, MediaType.APPLICATION_JSON})
    @Clause("6.1.3 b")
    @Operation(
            operationId = "describeControl",
            summary = "Describe a control better",
            description = "Merge patch over title, description, scope and estimate; by its owner or the ISMS manager.")
    public RestResponse<ControlEntry> describe(
            String id,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "title", value = Examples.TITLE))) @NotNull
                    MergePatch patch) {
        return decisions.change(type, id, new DescribeControl(patch::applyTo, reporting.actor()));
    }

    @Schema(name = "ControlHandover", examples = Examples.HANDOVER)
    record Handover(
            @NotNull Subject owner,
            @NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/owners")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause({"5.3", "8.1"})
    @Operation(
            operationId = "handOverControl",
            summary = "Hand a control over to another owner",
            description = "With a reason, by its owner or the ISMS manager. Who owned it since its last test does not "
                    + "test it next.")
    public RestResponse<ControlEntry> handOver(String id, @NotNull @Valid Handover body) {
        return decisions.change(
                type, id, new HandOverControl(body.owner(), body.reason(), reporting.actor()), body.reason());
    }

    @Schema(name = "ControlRequirements", examples = Examples.REQUIREMENTS)
    record Requirements(
            @Schema(
                    description = "As framework:id; of an own framework by its key, for example FRW-1:B1.1",
                    examples = "[\"iso-27001-2022:A.8.13\"]")
            @NotEmpty
            @Size(max = 500)
            List<@NotBlank String> requirements,

            @NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/requirement-links")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ISMS_MANAGER)
    @Clause("6.1.3 c")
    @Operation(
            operationId = "linkControlRequirements",
            summary = "Say which further requirements a control satisfies",
            description = "With a reason. What it satisfies already stays as it is.")
    public RestResponse<ControlEntry> link(String id, @NotNull @Valid Requirements body) {
        return decisions.changeKnowing(
                type,
                id,
                known -> new LinkRequirements(
                        body.requirements(), body.reason(), requirements.among(known, body.requirements())::contains),
                body.reason());
    }

    @POST
    @Path("{id}/requirement-removals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ISMS_MANAGER)
    @Clause("6.1.3 c")
    @Operation(
            operationId = "unlinkControlRequirements",
            summary = "Say which requirements a control does not satisfy after all",
            description = "With a reason.")
    public RestResponse<ControlEntry> unlink(String id, @NotNull @Valid Requirements body) {
        return decisions.change(type, id, new UnlinkRequirements(body.requirements(), body.reason()), body.reason());
    }
}
