package isms.control.frameworkimport;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import isms.control.Roles;
import isms.control.catalogue.Catalogue;
import isms.platform.openapi.Clause;
import isms.platform.query.ReadRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Any framework as an OSCAL catalog (CTL-1). */
@Path("/api/v1/frameworks")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Frameworks")
public class FrameworkCatalogResource {

    private final Catalogue catalogue;
    private final Clock clock;

    FrameworkCatalogResource(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GET
    @Path("{id}/oscal-catalog")
    @Produces(APPLICATION_JSON)
    @Clause("6.1.3 c")
    @Operation(
            operationId = "exportOscalCatalog",
            summary = "Gives a framework as an OSCAL catalog",
            description =
                    "Headings are groups, requirements controls, identifiers labels; imported again it is the same framework.")
    @APIResponse(
            responseCode = "200",
            description = "The catalog, in OSCAL 1.1.2",
            content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<RestResponse<String>> catalog(
            @Parameter(description = "Id of the framework, for example iso-27001-2022; of an own one the key, FRW-1")
                    @PathParam("id")
                    String id,
            @BeanParam ReadRequest request) {
        request.allowOnly();
        return catalogue
                .framework(id, request)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> RestResponse.ResponseBuilder.ok(
                                Oscal.json(CatalogWriting.of(found.framework(), found.outline(), clock.instant())))
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"" + found.framework().id() + "-oscal-catalog.json\"")
                        .build());
    }
}
