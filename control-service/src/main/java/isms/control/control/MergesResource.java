package isms.control.control;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.control.Roles;
import isms.control.control.ImplementationResource.Reporting;
import isms.platform.command.Commands;
import isms.platform.command.Instruction;
import isms.platform.http.Decisions;
import isms.platform.openapi.Clause;
import isms.platform.query.ConsistencyToken;
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

/** Consolidating controls that turned out to be one (CTL-5). */
@Path("/api/v1/controls")
@Tag(name = "Controls")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ISMS_MANAGER)
public class MergesResource {

    private static final String SERVICE = "control";

    private final ControlType type;
    private final Decisions decisions;
    private final Commands commands;
    private final Reporting reporting;

    MergesResource(ControlType type, Decisions decisions, Commands commands, Reporting reporting) {
        this.type = type;
        this.decisions = decisions;
        this.commands = commands;
        this.reporting = reporting;
    }

    @Schema(name = "ControlMerge", examples = Examples.MERGE)
    record Merge(
            @Schema(description = "Id or key of the control that ends", examples = "CTRL-7") @NotBlank
            String from,

            @NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/merges")
    @Clause({"6.1.3 b", "8.1"})
    @Operation(
            operationId = "mergeControl",
            summary = "Merge another control into this one",
            description =
                    "With a reason. Requirements, dependencies, planned changes and evidence of the other control "
                            + "are this one's from now on; both keep their histories, and the other one points to this one. A "
                            + "repetition completes what was interrupted.")
    public RestResponse<ControlEntry> merge(String id, @NotNull @Valid Merge body) {
        UUID self = reporting.id(id);
        UUID from = reporting.id(body.from());
        var answer = decisions.changeKnowing(
                type,
                id,
                known -> {
                    known.state(type, body.from());
                    return new ConsolidateControl(
                            self, from, reporting.network(List.of(self, from), known), body.reason());
                },
                body.reason());
        var authority = decisions.authority();
        var ended = commands.send(
                type,
                from,
                new MergeControl(self, body.reason()),
                new Instruction(
                        authority.tenant(),
                        authority.actor(),
                        authority.roles(),
                        authority.correlation(),
                        authority.causation(),
                        authority.traceId(),
                        body.reason(),
                        null,
                        null,
                        null));
        // whoever reads after this sees the end of the other one, too
        answer.getHeaders()
                .putSingle(ConsistencyToken.HEADER, new ConsistencyToken(SERVICE, ended.position()).encoded());
        return answer;
    }
}
