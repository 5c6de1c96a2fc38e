package isms.control.controlregister;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import isms.control.Roles;
import isms.control.catalogue.Catalogue;
import isms.control.framework.Frameworks;
import isms.platform.drawing.Picture;
import isms.platform.openapi.Clause;
import isms.platform.query.Page;
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

/** Overviews over all controls: what has none, their order, and which of them may be one. */
@Path("/api/v1/controls")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Controls")
public class ControlOverviewsResource {

    static final String FRAMEWORK = "Id of the framework; of an own one the key, for example FRW-1";

    private final ControlsAtMoment controls;
    private final Catalogue catalogue;

    ControlOverviewsResource(ControlsAtMoment controls, Catalogue catalogue) {
        this.controls = controls;
        this.catalogue = catalogue;
    }

    @GET
    @Path("requirements-without-control")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.3 b", "6.1.3 c"})
    @Operation(
            operationId = "listRequirementsWithoutControl",
            summary = "Lists the requirements of a framework that no control satisfies",
            description = "In the order of its publisher, now or as of a past moment. Controls that satisfy no "
                    + "requirement are at /api/v1/controls?unlinked=true.")
    public Uni<Page<RequirementGap>> gaps(
            @Parameter(description = FRAMEWORK, example = "iso-27001-2022")
                    @QueryParam("framework")
                    @DefaultValue(Frameworks.ANNEX_A)
                    String framework,
            @BeanParam ReadRequest request) {
        request.allowOnly("framework");
        return catalogue
                .framework(framework, request)
                .chain(asked ->
                        controls.all(request).map(all -> Page.whole(RequirementGap.of(asked.requirements(), all))));
    }

    @GET
    @Path("sequence")
    @Produces({APPLICATION_JSON, Picture.SVG})
    @Clause({"6.1.3 e", "8.1"})
    @Operation(
            operationId = "getControlSequence",
            summary = "Shows in which order controls are implemented: waves and the critical path",
            description = "No control of a wave needs another one of the same wave or of a later one. What can never "
                    + "start, and what is due before something that it needs, is listed besides. As data or as SVG.")
    @APIResponse(
            responseCode = "200",
            description = "The sequence",
            content = {
                @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = Sequence.class)),
                @Content(mediaType = Picture.SVG, schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<RestResponse<Object>> sequence(@BeanParam ReadRequest request, @Context HttpHeaders headers) {
        request.allowOnly();
        return Picture.orDataToCome(controls.all(request).map(Sequence::of), SequenceDrawing::draw, headers);
    }

    @GET
    @Path("duplicates")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.3 b", "8.1"})
    @Operation(
            operationId = "listControlDuplicates",
            summary = "Lists pairs of controls that may be one or contradict each other",
            description = "Two controls for the same requirement in the same scope, and two in the same scope with "
                    + "almost equal names. Different owners or a contradicting status make it a conflict. They are "
                    + "consolidated by POST /api/v1/controls/{id}/merges.")
    public Uni<Page<Duplicates.Pair>> duplicates(@BeanParam ReadRequest request) {
        request.allowOnly();
        return controls.all(request)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(all -> Page.whole(Duplicates.among(all)));
    }
}
