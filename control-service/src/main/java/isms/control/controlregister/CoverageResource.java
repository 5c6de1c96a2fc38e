package isms.control.controlregister;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.control.Roles;
import isms.control.framework.Framework;
import isms.control.framework.Frameworks;
import isms.platform.drawing.Picture;
import isms.platform.http.ProblemCode;
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
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How far controls cover the frameworks that come with the software (CTL-14). */
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
    private final Frameworks frameworks = Frameworks.shipped();

    CoverageResource(ControlsAtMoment controls) {
        this.controls = controls;
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
                            + "group and by attribute, now or as of a past moment, as data or as a picture.")
    @APIResponse(
            responseCode = "200",
            description = "The coverage",
            content = {
                @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = Coverage.class)),
                @Content(mediaType = Picture.SVG, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Picture.PNG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<RestResponse<Object>> coverage(
            @Parameter(description = "Id of the framework", example = "iso-27001-2022")
                    @QueryParam("framework")
                    @DefaultValue(Frameworks.ANNEX_A)
                    String framework,
            @BeanParam ReadRequest request,
            @Context HttpHeaders headers) {
        request.allowOnly("framework");
        Framework asked = frameworks
                .framework(framework)
                .orElseThrow(() -> ProblemCode.NOT_FOUND.because("There is no framework " + framework + ". There are: "
                        + frameworks.all().stream().map(Framework::id).collect(Collectors.joining(", ")) + "."));
        return Picture.orDataToCome(
                controls.all(request)
                        .map(all -> Coverage.of(asked, frameworks.requirements(asked.id()), all, request.moment())),
                CoverageDrawing::draw,
                headers);
    }
}
