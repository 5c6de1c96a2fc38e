package isms.control.controlimport;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.MULTIPART_FORM_DATA;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.control.Roles;
import isms.control.control.ControlType;
import isms.control.controlimport.ControlImport.Settings;
import isms.control.requirement.KnownRequirements;
import isms.platform.command.Commands;
import isms.platform.deadline.Day;
import isms.platform.http.Decisions;
import isms.platform.http.MediaTypes;
import isms.platform.imports.Field;
import isms.platform.imports.ImportFile;
import isms.platform.imports.ImportReport;
import isms.platform.imports.ImportRequest;
import isms.platform.imports.Imports;
import isms.platform.imports.Template;
import isms.platform.openapi.Clause;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bringing in a register of controls that is there already (CTL-4, CTL-6, ALL-9). */
@Path("/api/v1/controls")
@Tag(name = "Controls")
@RolesAllowed(Roles.ISMS_MANAGER)
@RunOnVirtualThread
public class ControlImportsResource {

    private static final String CSV = """
            externalId,title,owner,requirements,status,startedOn,implementedOn,operatingOn
            C-0001,Daily backup to another site,u-0017,iso-27001-2022:A.8.13; nist-csf-2.0:PR.DS-11,operating,2026-01-10,2026-01-20,2026-02-01
            """;

    private final Imports imports;
    private final ControlType type;
    private final Commands commands;
    private final Decisions decisions;
    private final KnownRequirements requirements;
    private final Clock clock;

    ControlImportsResource(
            Imports imports,
            ControlType type,
            Commands commands,
            Decisions decisions,
            KnownRequirements requirements,
            Clock clock) {
        this.imports = imports;
        this.type = type;
        this.commands = commands;
        this.decisions = decisions;
        this.requirements = requirements;
        this.clock = clock;
    }

    @POST
    @Path("imports")
    @Consumes({MediaTypes.CSV, MediaTypes.TSV, MediaTypes.XLSX, APPLICATION_JSON, MULTIPART_FORM_DATA})
    @Produces({APPLICATION_JSON, MediaTypes.CSV})
    @Clause({"6.1.3 b", "6.1.3 c", "8.1"})
    @Operation(
            operationId = "importControls",
            summary = "Import a register of controls from a file",
            description =
                    "CSV, XLSX or JSON, as the body or as the part `file` of a form; at most 20,000 rows and 16 MiB. Every row is judged"
                            + " by the decisions that defining a control and reporting on it take, before anything is written. One bad"
                            + " row keeps all out (422, and the report names every bad row with its reason), unless `partial=true`"
                            + " takes the good ones. The same file again changes nothing; rows whose control is other meanwhile are"
                            + " reported, and taken with `update=true`. If it is interrupted, the same file completes it."
                            + " `dryRun=true` only reports. As CSV the report has a line for every row.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaTypes.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "controls", value = CSV)),
                @Content(mediaType = MediaTypes.TSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaTypes.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)),
                @Content(
                        mediaType = MULTIPART_FORM_DATA,
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        properties = {
                                            @SchemaProperty(name = "file", type = SchemaType.STRING, format = "binary"),
                                            @SchemaProperty(name = "mapping", type = SchemaType.STRING),
                                            @SchemaProperty(name = "defaults", type = SchemaType.STRING)
                                        }))
            })
    @APIResponse(
            responseCode = "200",
            description = "What became of the file",
            content = {
                @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = ImportReport.class)),
                @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public Response bringIn(@NotNull ImportFile file, @BeanParam ImportRequest request, @Context HttpHeaders headers) {
        return imports.run(() -> register(request), file, request, headers);
    }

    private ControlImport register(ImportRequest request) {
        return new ControlImport(
                type,
                commands,
                new Settings(
                        decisions.authority(),
                        decisions.mayStateTimes(),
                        decisions.importRole(),
                        request.update,
                        request.source(),
                        Day.of(clock.instant())),
                requirements.of(decisions.authority().tenant()));
    }

    @GET
    @Path("imports/template")
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause("6.1.3 b")
    @Operation(
            operationId = "getControlImportTemplate",
            summary = "Shows which controls can be imported, as a file to fill in",
            description =
                    "The columns, with an example that can be imported as it stands; the XLSX explains them on its second"
                            + " sheet.")
    @APIResponse(
            responseCode = "200",
            description = "The fields",
            content = {
                @Content(
                        mediaType = APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Field.class)),
                @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaTypes.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response template(@Context HttpHeaders headers) {
        return Template.of(ControlFields.of(decisions.authority().actor()), "controls", headers);
    }
}
