package isms.control.frameworkimport;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;
import static jakarta.ws.rs.core.MediaType.APPLICATION_XML;

import gov.nist.secauto.metaschema.databind.io.Format;
import gov.nist.secauto.oscal.lib.model.Catalog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.control.Roles;
import isms.control.framework.OwnFramework;
import isms.control.framework.OwnFrameworkEntry;
import isms.control.framework.OwnFrameworkType;
import isms.control.framework.OwnRequirement;
import isms.control.framework.VersionContent;
import isms.control.framework.VersionImport;
import isms.platform.command.Commands;
import isms.platform.http.Decisions;
import isms.platform.http.ProblemCode;
import isms.platform.openapi.Clause;
import isms.platform.query.ConsistencyToken;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Bringing a framework in as an OSCAL catalog (CTL-1). */
@Path("/api/v1/own-frameworks")
@Tag(name = "Own frameworks")
@RolesAllowed(Roles.ISMS_MANAGER)
@RunOnVirtualThread
public class OscalCatalogsResource {

    private static final String YAML = "application/yaml";

    private final OwnFrameworkType type;
    private final Commands commands;
    private final Decisions decisions;

    OscalCatalogsResource(OwnFrameworkType type, Commands commands, Decisions decisions) {
        this.type = type;
        this.commands = commands;
        this.decisions = decisions;
    }

    @POST
    @Path("{id}/oscal-catalogs/imports")
    @Consumes({APPLICATION_JSON, APPLICATION_XML, YAML})
    @Produces(APPLICATION_JSON)
    @Clause("6.1.3 c")
    @Operation(
            operationId = "importOscalCatalog",
            summary = "Import the requirements of a framework from an OSCAL catalog",
            description =
                    "In JSON, XML or YAML, at most 16 MiB. Groups become headings, controls requirements, properties attributes, the"
                            + " overview or else the statement the explanation; the report lists what has no place in a framework. What"
                            + " differs from the version in force becomes the next version; the same catalog again changes nothing.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = APPLICATION_XML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<CatalogImportReport> bringIn(
            @Parameter(description = "Id or key, for example FRW-1") @PathParam("id") String id,
            @Parameter(description = "Only report, but write nothing") @QueryParam("dryRun") boolean dryRun,
            @Parameter(description = "Where the catalog comes from", example = "NIST")
                    @QueryParam("source")
                    @DefaultValue("OSCAL catalog")
                    String source,
            @NotNull byte[] body,
            @Context HttpHeaders headers) {
        UUID framework = decisions.id(type, id);
        Catalog catalog = Oscal.read(body, format(headers.getMediaType()));
        CatalogReading.Read read = CatalogReading.of(catalog);
        var command = VersionImport.of(source, read.content());
        String title = Oscal.plain(catalog.getMetadata().getTitle().toMarkdown());
        if (dryRun) {
            commands.trial(type, decisions.authority().tenant(), framework).carryOut(command, null);
            return RestResponse.ok(report("checked", title, read, null));
        }
        int before = version(framework);
        RestResponse<OwnFrameworkEntry> decided = decisions.change(type, id, command);
        OwnFrameworkEntry entry = decided.getEntity();
        return RestResponse.ResponseBuilder.ok(
                        report(entry.frameworkVersion == before ? "unchanged" : "imported", title, read, entry))
                .header("ETag", String.valueOf(decided.getHeaders().getFirst("ETag")))
                .header(
                        ConsistencyToken.HEADER,
                        String.valueOf(decided.getHeaders().getFirst(ConsistencyToken.HEADER)))
                .build();
    }

    private int version(UUID framework) {
        OwnFramework state =
                commands.load(type, decisions.authority().tenant(), framework).state();
        return state instanceof OwnFramework.Defined defined ? defined.version() : 0;
    }

    private static CatalogImportReport report(
            String outcome, String title, CatalogReading.Read read, @Nullable OwnFrameworkEntry entry) {
        VersionContent content = read.content();
        int headings = (int)
                content.requirements().stream().filter(OwnRequirement::heading).count();
        return new CatalogImportReport(
                outcome, title, headings, content.requirements().size() - headings, read.unused(), entry);
    }

    private static Format format(MediaType type) {
        if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return Format.JSON;
        }
        if (type.isCompatible(MediaType.APPLICATION_XML_TYPE)) {
            return Format.XML;
        }
        if (type.isCompatible(MediaType.valueOf(YAML))) {
            return Format.YAML;
        }
        throw ProblemCode.UNSUPPORTED_MEDIA_TYPE.because("The catalog is " + type + "; taken are " + APPLICATION_JSON
                + ", " + APPLICATION_XML + " and " + YAML + ".");
    }
}
