package isms.risk.riskimport;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.MULTIPART_FORM_DATA;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.command.Commands;
import isms.platform.http.Decisions;
import isms.platform.http.MediaTypes;
import isms.platform.imports.Field;
import isms.platform.imports.ImportFile;
import isms.platform.imports.ImportReport;
import isms.platform.imports.ImportRequest;
import isms.platform.imports.Imports;
import isms.platform.imports.Template;
import isms.platform.openapi.Clause;
import isms.risk.Roles;
import isms.risk.context.ContextType;
import isms.risk.methodology.MethodologyType;
import isms.risk.risk.RiskType;
import isms.risk.riskimport.RiskImport.Kinds;
import isms.risk.riskimport.RiskImport.Settings;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bringing in a register of risks that is there already (RSK-18, ALL-9). */
@Path("/api/v1/risks")
@Tag(name = "Risks")
@RolesAllowed({Roles.ISMS_MANAGER, Roles.RISK_OWNER})
@RunOnVirtualThread
public class RiskImportsResource {

    private static final String CSV = """
            externalId,title,context,owner,scenario.source,scenario.event,scenario.vulnerability,scenario.consequence,affects,assets,category
            R-0001,Ransomware stops order processing,CTX-1,u-0017,A criminal group,Encrypts the file servers,No second factor,No orders for days,integrity; availability,File servers,Malicious software
            """;

    private final Imports imports;
    private final Kinds kinds;
    private final Commands commands;
    private final Decisions decisions;

    RiskImportsResource(
            Imports imports,
            RiskType risks,
            ContextType contexts,
            MethodologyType methodologies,
            Commands commands,
            Decisions decisions) {
        this.imports = imports;
        this.kinds = new Kinds(risks, contexts, methodologies);
        this.commands = commands;
        this.decisions = decisions;
    }

    @POST
    @Path("imports")
    @Consumes({MediaTypes.CSV, MediaTypes.TSV, MediaTypes.XLSX, APPLICATION_JSON, MULTIPART_FORM_DATA})
    @Produces({APPLICATION_JSON, MediaTypes.CSV})
    @Clause({"6.1.2 c", "6.1.2 d", "8.2"})
    @Operation(
            operationId = "importRisks",
            summary = "Import a register of risks from a file",
            description =
                    "CSV, XLSX or JSON, as the body or as the part `file` of a form; at most 20,000 rows and 16 MiB. Every row is judged"
                            + " by the decisions that registering and assessing take, before anything is written. One bad row keeps"
                            + " all out (422, and the report names every bad row with its reason), unless `partial=true` takes the"
                            + " good ones. The same file again changes nothing; rows whose risk has changed meanwhile are reported, and"
                            + " taken with `update=true`. If it is interrupted, the same file completes it. `dryRun=true` only reports."
                            + " As CSV the report has a line for every row.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaTypes.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "risks", value = CSV)),
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
        return imports.run(() -> register(request.update, request.source()), file, request, headers);
    }

    @GET
    @Path("imports/template")
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause("6.1.2 c")
    @Operation(
            operationId = "getRiskImportTemplate",
            summary = "Shows what can be imported, as a file to fill in",
            description =
                    "The columns for the methodologies that the organization has in use, with an example that can be imported as it"
                            + " stands; the XLSX explains them on its second sheet.")
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
        return Template.of(register(false, "template").fields(List.of()), "risks", headers);
    }

    private RiskImport register(boolean update, String source) {
        return new RiskImport(
                kinds,
                commands,
                new Settings(decisions.authority(), decisions.mayStateTimes(), decisions.importRole(), update, source));
    }
}
