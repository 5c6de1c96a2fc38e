package isms.control.controlregister;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.control.Roles;
import isms.control.control.ControlEntry;
import isms.platform.drawing.Picture;
import isms.platform.openapi.Clause;
import isms.platform.query.ReadRequest;
import isms.platform.query.Rows;
import isms.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How effective a control was, as data and as a picture (CTL-7). */
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
public class EffectivenessResource {

    private final Rows rows;
    private final Caller caller;
    private final Clock clock;

    EffectivenessResource(Rows rows, Caller caller, Clock clock) {
        this.rows = rows;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("{id}/effectiveness")
    @Produces({APPLICATION_JSON, Picture.SVG, Picture.PNG})
    @Clause("9.1")
    @Operation(
            operationId = "getControlEffectivenessHistory",
            summary = "Shows how effective a control was over time, and its tests",
            description = "From its definition up to now, or to the past moment asked for; as data or as a chart.")
    @APIResponse(
            responseCode = "200",
            description = "The history of the effectiveness",
            content = {
                @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = EffectivenessHistory.class)),
                @Content(mediaType = Picture.SVG, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Picture.PNG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<RestResponse<Object>> effectiveness(
            @Parameter(description = "Id or key, for example CTRL-7") @PathParam("id") String id,
            @BeanParam ReadRequest request,
            @Context HttpHeaders headers) {
        request.allowOnly();
        return Picture.orDataToCome(history(id, request), EffectivenessDrawing::draw, headers);
    }

    private Uni<EffectivenessHistory> history(String id, ReadRequest request) {
        String tenant = caller.tenant();
        Instant moment = request.moment();
        Instant until = moment == null ? clock.instant() : moment;
        return rows.row(ControlEntry.class, id, request)
                .chain(control -> rows.asTenant(
                                request,
                                session -> session.createSelectionQuery(
                                                "select r from " + ControlEntry.class.getName()
                                                        + " r where r.tenant = :tenant and r.id = :id and r.version <= :version"
                                                        + " order by r.version",
                                                ControlEntry.class)
                                        .setReadOnly(true)
                                        .setParameter("tenant", tenant)
                                        .setParameter("id", control.id)
                                        .setParameter("version", control.version)
                                        .getResultList())
                        .map(versions -> EffectivenessHistory.of(
                                control,
                                versions.stream()
                                        .map(version -> new EffectivenessHistory.Version(
                                                version.effectiveness, version.effectivenessSince, version.lastTest))
                                        .toList(),
                                until)));
    }
}
