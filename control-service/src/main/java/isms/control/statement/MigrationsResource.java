package isms.control.statement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.control.Roles;
import isms.platform.command.Commands;
import isms.platform.http.Decisions;
import isms.platform.http.ProblemCode;
import isms.platform.openapi.Clause;
import isms.platform.people.Subject;
import isms.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Taking over statements by the 2013 edition (CTL-3). */
@Path("/api/v1/statements-of-applicability")
@Tag(name = "Statements of applicability")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ISMS_MANAGER)
@RunOnVirtualThread
public class MigrationsResource {

    private static final String ID = "Id or key, for example SOA-1";

    private final StatementType type;
    private final Decisions decisions;
    private final Commands commands;
    private final Caller caller;

    MigrationsResource(StatementType type, Decisions decisions, Commands commands, Caller caller) {
        this.type = type;
        this.decisions = decisions;
        this.commands = commands;
        this.caller = caller;
    }

    @Schema(name = "StatementOf2013", examples = Examples.MIGRATION)
    record OldStatement(@NotEmpty @Size(max = 500) @Valid List<@NotNull OldLine> lines) {}

    @POST
    @Path("{id}/migration-previews")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause({"6.1.3 c", "6.1.3 d"})
    @Operation(
            operationId = "previewStatementMigration",
            summary = "Show what would become of a statement by the 2013 edition",
            description =
                    "Changes nothing. What one old line says is kept; what several say is combined, or asked where they "
                            + "disagree; what is new in the 2022 edition is listed to be decided.")
    public MigrationPlan preview(
            @Parameter(description = ID) @PathParam("id") String id, @NotNull @Valid OldStatement body) {
        UUID statement = decisions.id(type, id);
        return switch (commands.load(type, caller.tenant(), statement).state()) {
            case Statement.None _ -> throw ProblemCode.NOT_FOUND.because("There is no " + type.kind() + " " + id + ".");
            case Statement.Kept kept -> MigrationPlan.of(body.lines(), kept.lines());
        };
    }

    @POST
    @Path("{id}/migrations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Clause({"6.1.3 c", "6.1.3 d"})
    @Operation(
            operationId = "migrateStatement",
            summary = "Take over a statement by the 2013 edition into the draft",
            description =
                    "As the preview shows. Each line keeps the old lines that it comes from; what a person has decided in the "
                            + "draft already stays.")
    public RestResponse<StatementEntry> migrate(
            @Parameter(description = ID) @PathParam("id") String id, @NotNull @Valid OldStatement body) {
        return decisions.change(type, id, new MigrateStatement(body.lines(), new Subject(caller.subject())));
    }

    @POST
    @Path("{id}/migration-reversals")
    @Clause({"6.1.3 c", "6.1.3 d"})
    @Operation(
            operationId = "undoStatementMigration",
            summary = "Undo the migration while the version is a draft",
            description = "The lines are as they were before; what people have decided on them since then stays.")
    public RestResponse<StatementEntry> undo(@Parameter(description = ID) @PathParam("id") String id) {
        return decisions.change(type, id, new UndoMigration());
    }
}
