package isms.control.control;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.control.Roles;
import isms.control.control.ImplementationResource.Reporting;
import isms.platform.http.Decisions;
import isms.platform.openapi.Clause;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What controls need before they can be started, and the planned changes that they are linked to (CTL-6). */
@Path("/api/v1/controls")
@Tag(name = "Controls")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ISMS_MANAGER, Roles.CONTROL_OWNER})
public class DependenciesResource {

    private final ControlType type;
    private final Decisions decisions;
    private final Reporting reporting;

    DependenciesResource(ControlType type, Decisions decisions, Reporting reporting) {
        this.type = type;
        this.decisions = decisions;
        this.reporting = reporting;
    }

    @Schema(name = "ControlDependency", examples = Examples.DEPENDENCY)
    record Dependency(
            @Schema(description = "Id or key of the control that must be in place first", examples = "CTRL-2") @NotBlank
            String on,

            @NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/dependencies")
    @RolesAllowed(Roles.ISMS_MANAGER)
    @Clause("8.1")
    @Operation(
            operationId = "addControlDependency",
            summary = "Say that a control cannot start before another one is in place",
            description =
                    "With a reason. Dependencies that form a cycle are refused; the refusal names the controls of the cycle.")
    public RestResponse<ControlEntry> depend(String id, @NotNull @Valid Dependency body) {
        return decisions.changeKnowing(
                type,
                id,
                known -> {
                    known.state(type, body.on());
                    UUID self = reporting.id(id);
                    UUID on = reporting.id(body.on());
                    return new DependOn(self, on, reporting.network(List.of(self, on), known), body.reason());
                },
                body.reason());
    }

    @POST
    @Path("{id}/dependency-removals")
    @RolesAllowed(Roles.ISMS_MANAGER)
    @Clause("8.1")
    @Operation(
            operationId = "removeControlDependency",
            summary = "Say that a control does not need another one after all",
            description = "With a reason.")
    public RestResponse<ControlEntry> dependNoMore(String id, @NotNull @Valid Dependency body) {
        return decisions.change(type, id, new StopDepending(reporting.id(body.on()), body.reason()), body.reason());
    }

    @Schema(name = "ControlPlannedChangeLink", examples = Examples.CHANGE)
    record Change(
            @Schema(description = "How the change is called where it is planned", examples = "CHG-2031")
            @NotBlank
            @Size(max = 200)
            String id,

            @NotBlank @Size(max = 200) String title) {}

    @POST
    @Path("{id}/planned-changes")
    @Clause({"6.3", "8.1"})
    @Operation(
            operationId = "linkControlPlannedChange",
            summary = "Link a planned change to a control",
            description = "By its owner or the ISMS manager: the change implements the control or touches it.")
    public RestResponse<ControlEntry> link(String id, @NotNull @Valid Change body) {
        return decisions.change(
                type,
                id,
                new LinkPlannedChange(
                        new PlannedChange(body.id().strip(), body.title().strip()), reporting.actor()));
    }

    @Schema(name = "ControlPlannedChangeRemoval", examples = Examples.CHANGE_REMOVAL)
    record ChangeRemoval(
            @NotBlank String id, @NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/planned-change-removals")
    @Clause({"6.3", "8.1"})
    @Operation(
            operationId = "unlinkControlPlannedChange",
            summary = "Say that a planned change has nothing to do with a control any more",
            description = "With a reason, by its owner or the ISMS manager.")
    public RestResponse<ControlEntry> unlink(String id, @NotNull @Valid ChangeRemoval body) {
        return decisions.change(
                type, id, new UnlinkPlannedChange(body.id().strip(), body.reason(), reporting.actor()), body.reason());
    }
}
