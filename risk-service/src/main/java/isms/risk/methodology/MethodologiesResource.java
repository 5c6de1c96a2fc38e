package isms.risk.methodology;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.http.Decisions;
import isms.platform.http.MediaTypes;
import isms.platform.http.MergePatch;
import isms.platform.openapi.Clause;
import isms.platform.people.Subject;
import isms.platform.security.Caller;
import isms.risk.Roles;
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

/** Deciding on methodologies (RSK-1 to RSK-3). */
@Path("/api/v1/methodologies")
@Tag(name = "Methodologies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MethodologiesResource {

    private final MethodologyType type;
    private final Decisions decisions;
    private final Caller caller;

    MethodologiesResource(MethodologyType type, Decisions decisions, Caller caller) {
        this.type = type;
        this.decisions = decisions;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ISMS_MANAGER)
    @Clause("6.1.2 a")
    @Operation(
            operationId = "defineMethodology",
            summary = "Define a methodology",
            description =
                    "Enters it in the inventory with the draft of version 1. The draft may have gaps; approval may not.")
    public RestResponse<MethodologyEntry> define(@NotNull @Valid MethodologyDefinition body) {
        return decisions.create(type, body.id(), new DefineMethodology(body.kind(), body.content(), subject()));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaTypes.MERGE_PATCH_JSON, MediaType.APPLICATION_JSON})
    @RolesAllowed(Roles.ISMS_MANAGER)
    @Clause("6.1.2 a")
    @Operation(
            operationId = "reviseMethodologyDraft",
            summary = "Revise the draft of a methodology",
            description =
                    "Merge patch over title, purpose and criteria of the draft. Whoever revises it becomes one of its authors.")
    public RestResponse<MethodologyEntry> revise(
            String id,
            @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(name = "acceptance", value = Examples.ACCEPTANCE)))
                    @NotNull
                    MergePatch patch) {
        return decisions.change(type, id, new ReviseMethodologyDraft(patch::applyTo, subject()));
    }

    @POST
    @Path("{id}/submissions")
    @RolesAllowed(Roles.ISMS_MANAGER)
    @Clause("6.1.2 a")
    @Operation(
            operationId = "submitMethodology",
            summary = "Submit the draft for approval",
            description = "From now on it waits for top management and does not change.")
    public RestResponse<MethodologyEntry> submit(String id) {
        return decisions.change(type, id, new SubmitMethodology());
    }

    @POST
    @Path("{id}/approvals")
    @RolesAllowed(Roles.TOP_MANAGEMENT)
    @Clause({"6.1.2 a", "5.1"})
    @Operation(
            operationId = "approveMethodology",
            summary = "Approve the submitted version",
            description =
                    "Top management answers for the version and its risk acceptance criteria; never one of its authors. "
                            + "Needs If-Match: who signs, signs what they have read.")
    public RestResponse<MethodologyEntry> approve(String id) {
        return decisions.sign(type, id, new ApproveMethodology(subject()));
    }

    @Schema(name = "Return", examples = Examples.RETURN)
    record Return(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/returns")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.TOP_MANAGEMENT, Roles.ISMS_MANAGER})
    @Clause("6.1.2 a")
    @Operation(
            operationId = "returnMethodology",
            summary = "Return the submitted version to its authors",
            description = "With a reason. The version is a draft again.")
    public RestResponse<MethodologyEntry> giveBack(String id, @NotNull @Valid Return body) {
        return decisions.change(type, id, new ReturnMethodology(body.reason()), body.reason());
    }

    @POST
    @Path("{id}/releases")
    @RolesAllowed({Roles.ISMS_MANAGER, Roles.TOP_MANAGEMENT})
    @Clause({"6.1.2 a", "8.2"})
    @Operation(
            operationId = "putMethodologyInUse",
            summary = "Put the approved version in use",
            description = "It supersedes the version in use; assessments made with that one keep it.")
    public RestResponse<MethodologyEntry> release(String id) {
        return decisions.change(type, id, new PutMethodologyInUse());
    }

    @POST
    @Path("{id}/versions")
    @RolesAllowed(Roles.ISMS_MANAGER)
    @Clause("6.1.2 a")
    @Operation(
            operationId = "startNextMethodologyVersion",
            summary = "Start the next version",
            description = "A draft that begins with what the version in use says.")
    public RestResponse<MethodologyEntry> startNext(String id) {
        return decisions.change(type, id, new StartNextMethodologyVersion(subject()));
    }

    private Subject subject() {
        return new Subject(caller.subject());
    }
}
