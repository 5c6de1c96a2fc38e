package isms.control.controlregister;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.control.Roles;
import isms.control.catalogue.Catalogue;
import isms.control.framework.Frameworks;
import isms.platform.drawing.Picture;
import isms.platform.openapi.Clause;
import isms.platform.query.ReadRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How far controls cover the frameworks, those that come with the software and the organization's own (CTL-14). */
@Path("/api/v1/coverage")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Coverage")
public class CoverageResource {

    private final ControlsAtMoment controls;
    private final Catalogue catalogue;

    CoverageResource(ControlsAtMoment controls, Catalogue catalogue) {
        this.controls = controls;
        this.catalogue = catalogue;
    }

    @GET
    @Produces({APPLICATION_JSON, Picture.SVG, Picture.PNG})
    @Clause({"6.1.3 c", "9.1"})
    @Operation(
            operationId = "getCoverage",
            summary = "Shows how far the controls of the organization cover a framework",
            description =
                    "Covered is a requirement with a control that is in place and of which nothing that is known says that "
                            + "it does not work; partly one that controls satisfy of which none is so; not one without a control. By "
                            + "group and by attribute, now or as of a past moment, as data or as a picture. An own framework counts with "
                            + "the version that was in force at the moment asked for.")
    @APIResponse(
            responseCode = "200",
            description = "The coverage",
            content = {
                @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = Coverage.class)),
                @Content(mediaType = Picture.SVG, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Picture.PNG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<RestResponse<Object>> coverage(
            @Parameter(description = ControlOverviewsResource.FRAMEWORK, example = "iso-27001-2022")
                    @QueryParam("framework")
                    @DefaultValue(Frameworks.ANNEX_A)
                    String framework,
            @BeanParam ReadRequest request,
            @Context HttpHeaders headers) {
        request.allowOnly("framework");
        return Picture.orDataToCome(
                catalogue
                        .framework(framework, request)
                        .chain(asked -> controls.all(request)
                                .map(all ->
                                        Coverage.of(asked.framework(), asked.requirements(), all, request.moment()))),
                CoverageDrawing::draw,
                headers);
    }
}
