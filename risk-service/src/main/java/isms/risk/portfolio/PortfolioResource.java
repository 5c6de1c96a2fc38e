package isms.risk.portfolio;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.http.Decisions;
import isms.platform.openapi.Clause;
import isms.risk.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Deciding in what the portfolio counts (RSK-16). */
@Path("/api/v1/risk-portfolio")
@Tag(name = "Quantification")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PortfolioResource {

    private static final String EXAMPLE = """
            {"currency": "EUR", "reason": "The group reports in euro"}
            """;

    private final PortfolioType type;
    private final Decisions decisions;

    PortfolioResource(PortfolioType type, Decisions decisions) {
        this.type = type;
        this.decisions = decisions;
    }

    @Schema(name = "PortfolioCurrency", examples = EXAMPLE)
    record Choice(
            @Schema(description = "ISO 4217 code", examples = "EUR") @NotBlank
            String currency,

            @NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ISMS_MANAGER)
    @Clause({"6.1.2 a", "6.1.2 b"})
    @Operation(
            operationId = "choosePortfolioCurrency",
            summary = "Choose the currency that risks are estimated in",
            description =
                    "All estimates of an organization are in one currency, so that they can be added. To choose another one"
                            + " later needs If-Match: what was estimated in the former stays as it was, and is left out of"
                            + " simulations, by name, until it is estimated anew.")
    public RestResponse<PortfolioEntry> choose(@NotNull @Valid Choice body) {
        return decisions.record(
                type, PortfolioType.ID, known -> new ChooseCurrency(body.currency(), body.reason()), body.reason());
    }
}
