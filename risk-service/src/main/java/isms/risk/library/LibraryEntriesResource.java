package isms.risk.library;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.http.Decisions;
import isms.platform.http.MediaTypes;
import isms.platform.http.MergePatch;
import isms.platform.openapi.Clause;
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

/** Deciding on the entries of the organization's own library (RSK-17). */
@Path("/api/v1/risk-library-entries")
@Tag(name = "Risk libraries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ISMS_MANAGER, Roles.RISK_OWNER})
@RunOnVirtualThread
public class LibraryEntriesResource {

    private final LibraryItemType type;
    private final Decisions decisions;

    LibraryEntriesResource(LibraryItemType type, Decisions decisions) {
        this.type = type;
        this.decisions = decisions;
    }

    @Schema(name = "LibraryEntryDraft", examples = Examples.SCENARIO)
    record Draft(
            @Schema(description = "Chosen by the client for idempotent creation (UUIDv7), else by the server") @Nullable
            UUID id,

            @NotNull EntryKind kind,
            @NotBlank String title,
            @Nullable String description,

            @Schema(description = "How it comes about; for a scenario") @Nullable
            ScenarioWords scenario) {

        EntryContent content() {
            return new EntryContent(title, requireNonNullElse(description, ""), scenario);
        }
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause("6.1.2 c")
    @Operation(
            operationId = "draftLibraryEntry",
            summary = "Draft a threat, a vulnerability or a scenario of your own",
            description = "The draft may have gaps. Risks start from it once it has been put in use.")
    public RestResponse<LibraryEntry> draft(@NotNull @Valid Draft body) {
        return decisions.create(type, body.id(), new DraftEntry(body.kind(), body.content()));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaTypes.MERGE_PATCH_JSON, MediaType.APPLICATION_JSON})
    @Clause("6.1.2 c")
    @Operation(
            operationId = "reviseLibraryEntry",
            summary = "Revise an entry of your library",
            description = "Merge patch over what it says. Risks that started from it stay as they are.")
    public RestResponse<LibraryEntry> revise(
            String id,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "title", value = Examples.TITLE))) @NotNull
                    MergePatch patch) {
        return decisions.change(type, id, new ReviseEntry(patch::applyTo));
    }

    @POST
    @Path("{id}/releases")
    @RolesAllowed(Roles.ISMS_MANAGER)
    @Clause("6.1.2 c")
    @Operation(
            operationId = "releaseLibraryEntry",
            summary = "Put an entry in use",
            description = "By the ISMS manager. Risks can start from it from now on; a scenario must be told in full.")
    public RestResponse<LibraryEntry> release(String id) {
        return decisions.change(type, id, new PutEntryInUse());
    }

    @Schema(name = "LibraryEntryRetirement", examples = Examples.RETIREMENT)
    record Retirement(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/retirements")
    @RolesAllowed(Roles.ISMS_MANAGER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause("6.1.2 c")
    @Operation(
            operationId = "retireLibraryEntry",
            summary = "Retire an entry of your library",
            description = "With a reason, by the ISMS manager. No further risk starts from it; its history stays.")
    public RestResponse<LibraryEntry> retire(String id, @NotNull @Valid Retirement body) {
        return decisions.change(type, id, new RetireEntry(body.reason()), body.reason());
    }
}
