package isms.control.framework;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.control.Roles;
import isms.platform.http.Decisions;
import isms.platform.http.MediaTypes;
import isms.platform.http.MergePatch;
import isms.platform.openapi.Clause;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Deciding on an organization's own frameworks (CTL-1). Their requirements come in as files, at addresses of their own. */
@Path("/api/v1/own-frameworks")
@Tag(name = "Own frameworks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ISMS_MANAGER)
@RunOnVirtualThread
public class OwnFrameworksResource {

    private static final String ID = "Id or key, for example FRW-1";

    private static final String BASELINE = """
            {"title": "Group security baseline", "publisher": "Acme Holding", "edition": "2026", "source": "Intranet of the group"}
            """;
    private static final String EDITION = """
            {"edition": "2026-07"}
            """;
    private static final String WHY = """
            {"reason": "The group has adopted ISO/IEC 27001 instead"}
            """;

    private final OwnFrameworkType type;
    private final Decisions decisions;

    OwnFrameworksResource(OwnFrameworkType type, Decisions decisions) {
        this.type = type;
        this.decisions = decisions;
    }

    @Schema(name = "OwnFrameworkDefinition", examples = BASELINE)
    record Definition(
            @Schema(description = "Chosen by the client for idempotent creation (UUIDv7), else by the server") @Nullable
            UUID id,

            @NotBlank String title,
            @Size(max = 200) String publisher,
            @Size(max = 100) String edition,

            @Schema(description = "Where its identifiers and words come from, and by which right they are used")
            @Size(max = 1000)
            String source) {}

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause("6.1.3 c")
    @Operation(
            operationId = "defineFramework",
            summary = "Define a framework of the organization's own",
            description = "Its requirements are imported afterwards, from a spreadsheet or an OSCAL catalog.")
    public RestResponse<OwnFrameworkEntry> define(@NotNull @Valid Definition body) {
        return decisions.create(
                type,
                body.id(),
                new DefineFramework(
                        new FrameworkDescription(body.title(), body.publisher(), body.edition(), body.source())));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaTypes.MERGE_PATCH_JSON, MediaType.APPLICATION_JSON})
    @Clause("6.1.3 c")
    @Operation(
            operationId = "describeFramework",
            summary = "Describe a framework better",
            description = "Merge patch over title, publisher, edition and source.")
    public RestResponse<OwnFrameworkEntry> describe(
            @Parameter(description = ID) @PathParam("id") String id,
            @RequestBody(content = @Content(examples = @ExampleObject(name = "edition", value = EDITION))) @NotNull
                    MergePatch patch) {
        return decisions.change(type, id, new DescribeFramework(patch::applyTo));
    }

    @Schema(name = "OwnFrameworkRetirement", examples = WHY)
    record Retirement(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/retirements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause("6.1.3 c")
    @Operation(
            operationId = "retireFramework",
            summary = "Retire a framework",
            description = "Nothing new refers to it; what refers to it already keeps it.")
    public RestResponse<OwnFrameworkEntry> retire(
            @Parameter(description = ID) @PathParam("id") String id, @NotNull @Valid Retirement body) {
        return decisions.change(type, id, new RetireFramework(body.reason()), body.reason());
    }
}
