package isms.control.frameworkimport;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.MULTIPART_FORM_DATA;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.control.Roles;
import isms.control.framework.OwnFrameworkType;
import isms.control.frameworkimport.RequirementImport.Settings;
import isms.platform.command.Commands;
import isms.platform.http.Decisions;
import isms.platform.http.MediaTypes;
import isms.platform.http.ProblemCode;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bringing the requirements of an own framework in from a spreadsheet (CTL-1, ALL-9). */
@Path("/api/v1/own-frameworks")
@Tag(name = "Own frameworks")
@RolesAllowed(Roles.ISMS_MANAGER)
@RunOnVirtualThread
public class RequirementImportsResource {

    private static final String CSV = """
            id,title,parent,level,heading,explanation,attributes
            B1,Access,,chapter,yes,,
            B1.1,Leavers lose access,B1,rule,no,On their last day,tier:1
            """;

    private final Imports imports;
    private final OwnFrameworkType type;
    private final Commands commands;
    private final Decisions decisions;

    RequirementImportsResource(Imports imports, OwnFrameworkType type, Commands commands, Decisions decisions) {
        this.imports = imports;
        this.type = type;
        this.commands = commands;
        this.decisions = decisions;
    }

    @POST
    @Path("{id}/requirements/imports")
    @Consumes({MediaTypes.CSV, MediaTypes.TSV, MediaTypes.XLSX, APPLICATION_JSON, MULTIPART_FORM_DATA})
    @Produces({APPLICATION_JSON, MediaTypes.CSV})
    @Clause("6.1.3 c")
    @Operation(
            operationId = "importFrameworkRequirements",
            summary = "Import the requirements of a framework from a spreadsheet",
            description =
                    "CSV, XLSX or JSON, as the body or as the part `file` of a form; at most 5,000 requirements. The rows of the file"
                            + " become one version; one bad row keeps all out (422, and the report names every bad row with its"
                            + " reason), unless `partial=true` takes the good ones. Where a version is in force already, rows that"
                            + " differ from it are reported, and `update=true` makes the file the next version; the same file again"
                            + " changes nothing. `dryRun=true` only reports.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaTypes.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "requirements", value = CSV)),
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
    public Response bringIn(
            @Parameter(description = "Id or key, for example FRW-1") @PathParam("id") String id,
            @NotNull ImportFile file,
            @BeanParam ImportRequest request,
            @Context HttpHeaders headers) {
        UUID framework = framework(id);
        return imports.run(
                () -> new RequirementImport(
                        type,
                        commands,
                        new Settings(decisions.authority(), framework, request.update, request.source())),
                file,
                request,
                headers);
    }

    private UUID framework(String id) {
        UUID framework = decisions.id(type, id);
        if (commands.load(type, decisions.authority().tenant(), framework).version() == 0) {
            throw ProblemCode.NOT_FOUND.because("There is no framework " + id + ".");
        }
        return framework;
    }

    @GET
    @Path("requirements/imports/template")
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause("6.1.3 c")
    @Operation(
            operationId = "getFrameworkRequirementsTemplate",
            summary = "Shows which requirements can be imported, as a file to fill in",
            description = "The columns, with an example that can be imported as it stands.")
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
        return Template.of(RequirementFields.of(List.of()), "requirements", headers);
    }
}
