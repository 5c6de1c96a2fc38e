package isms.risk.exposure;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.platform.drawing.Picture;
import isms.platform.openapi.Clause;
import isms.risk.Roles;
import isms.risk.quantification.ExceedanceDrawing;
import isms.risk.quantification.PortfolioSimulation;
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

/** The recorded estimates together, simulated. */
@Path("/api/v1/risk-simulations/portfolio")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Quantification")
public class PortfolioSimulationsResource {

    private final Recordings recordings;

    PortfolioSimulationsResource(Recordings recordings) {
        this.recordings = recordings;
    }

    @GET
    @Produces({APPLICATION_JSON, Picture.SVG, Picture.PNG})
    @Clause({"6.1.2 d", "6.1.2 e", "8.2"})
    @Operation(
            operationId = "simulatePortfolio",
            summary = "Simulate the portfolio of recorded estimates",
            description =
                    "All estimated risks, those of some contexts, or a selection; now or as of a past moment: expected annual loss,"
                            + " percentiles, value at risk, the loss exceedance curve, before and after treatment, and what each risk"
                            + " contributes to the expected loss and to the tail. A risk's simulated years are the same in every"
                            + " selection with the same seed. `inputs` names the moment whose estimates were used: with it, the seed and"
                            + " the years the same bytes can be had again. As a picture: the loss exceedance curve.")
    @APIResponse(
            responseCode = "200",
            description = "What was simulated",
            content = {
                @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = PortfolioSimulation.class)),
                @Content(mediaType = Picture.SVG, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Picture.PNG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<RestResponse<Object>> simulate(@BeanParam PortfolioRequest request, @Context HttpHeaders headers) {
        return Picture.orDataToCome(recordings.simulated(request), ExceedanceDrawing::draw, headers);
    }
}
