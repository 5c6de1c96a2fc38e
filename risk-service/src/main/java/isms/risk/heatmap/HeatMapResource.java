package isms.risk.heatmap;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.platform.drawing.Picture;
import isms.platform.http.MediaTypes;
import isms.platform.openapi.Clause;
import isms.platform.query.Rows;
import isms.risk.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The heat map, as data and as a picture. */
@Path("/api/v1/heat-map")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Heat map")
public class HeatMapResource {

    private final HeatMaps maps;
    private final Rows rows;

    HeatMapResource(HeatMaps maps, Rows rows) {
        this.maps = maps;
        this.rows = rows;
    }

    @GET
    @Produces({APPLICATION_JSON, Picture.SVG, Picture.PNG, MediaTypes.PDF, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause({"6.1.2 d", "6.1.2 e", "8.2"})
    @Operation(
            operationId = "getHeatMap",
            summary = "Shows how many risks are where: likelihood by impact",
            description =
                    "Cells are coloured by the band of their pair and link to their risks. Results of two methodology "
                            + "versions are never counted into one grid: each has its own, and `comparability` and `note` say so; "
                            + "contexts are compared through bands. With `asOf` as of any moment; `timeline=stated` goes by when "
                            + "imported history is said to have happened. As PDF a document with each grid, the risks of each "
                            + "cell and the criteria. As CSV or XLSX a line for each cell of each grid, and one for the risks on no "
                            + "grid.")
    @APIResponse(
            responseCode = "200",
            description = "The heat map",
            content = {
                @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = HeatMap.class)),
                @Content(mediaType = Picture.SVG, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Picture.PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaTypes.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaTypes.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<RestResponse<Object>> heatMap(@BeanParam HeatMapRequest request, @Context HttpHeaders headers) {
        if (Rows.isSpreadsheetWanted(headers)) {
            HeatMaps.checked(request);
            return rows.spreadsheet(
                    request,
                    headers,
                    "heat-map",
                    (session, asked) ->
                            maps.map(session, request, asked.organization()).map(HeatMapLine::of));
        }
        return Picture.isDocumentWanted(headers)
                ? document(request)
                : Picture.orDataToCome(maps.map(request), HeatMapDrawing::draw, headers);
    }

    private Uni<RestResponse<Object>> document(HeatMapRequest request) {
        HeatMaps.checked(request);
        return rows.document(
                request,
                "heat-map",
                (session, asked) -> maps.map(session, request, asked.organization())
                        .chain(map -> maps.placed(session, request, asked.organization())
                                .chain(placed -> HeatMapDocument.of(session, map, placed, asked))));
    }

    @GET
    @Path("movements")
    @Produces({APPLICATION_JSON, Picture.SVG, Picture.PNG})
    @Clause({"6.1.2 d", "8.2", "9.1"})
    @Operation(
            operationId = "getHeatMapMovements",
            summary = "Shows how risks moved on the heat map between two moments",
            description =
                    "Arrows between cells with counts, who entered and who left. A risk that was rated with another "
                            + "methodology version at the second moment has no arrow: it is listed under `rerated`.")
    @APIResponse(
            responseCode = "200",
            description = "The movement",
            content = {
                @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = Movements.class)),
                @Content(mediaType = Picture.SVG, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Picture.PNG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<RestResponse<Object>> movements(@BeanParam MovementsRequest request, @Context HttpHeaders headers) {
        return Picture.orDataToCome(maps.movements(request), MovementsDrawing::draw, headers);
    }
}
