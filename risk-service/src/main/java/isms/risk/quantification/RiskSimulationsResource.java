package isms.risk.quantification;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.drawing.Picture;
import isms.platform.openapi.Calculation;
import isms.platform.openapi.Clause;
import isms.risk.Roles;
import isms.risk.capacity.Turns;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.apache.commons.rng.simple.RandomSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What-if in numbers (RSK-16). */
@Path("/api/v1/risk-simulations")
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
@RunOnVirtualThread
public class RiskSimulationsResource {

    private final Turns turns;

    RiskSimulationsResource(Turns turns) {
        this.turns = turns;
    }

    @POST
    @Consumes(APPLICATION_JSON)
    @Produces({APPLICATION_JSON, Picture.SVG, Picture.PNG})
    @Calculation
    @Clause({"6.1.2 d", "6.1.3 a"})
    @Operation(
            operationId = "simulateRisks",
            summary = "Simulate what risks cost, and what treating them returns",
            description =
                    "Draws years of events and their losses from the estimates in the body (Monte Carlo): expected annual loss,"
                            + " percentiles, value at risk and the loss exceedance curve, of each risk and of all together, before"
                            + " and after treatment, and the return on its cost. The same seed gives the same answer. As a picture:"
                            + " the loss exceedance curve of all together. Nothing is recorded.")
    @APIResponse(
            responseCode = "200",
            description = "What was simulated",
            content = {
                @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = RiskSimulation.class)),
                @Content(mediaType = Picture.SVG, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Picture.PNG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public RestResponse<Object> simulate(@NotNull WhatIf body, @Context HttpHeaders headers) {
        MonteCarlo simulation = body.simulation(RandomSource.createLong() & WhatIf.LARGEST_SEED);
        return Picture.orData(turns.take(simulation::run), ExceedanceDrawing::draw, headers);
    }
}
