package isms.risk.exposure;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.platform.history.Histories;
import isms.platform.history.HistoryEntry;
import isms.platform.history.HistoryRequest;
import isms.platform.openapi.Clause;
import isms.platform.query.Page;
import isms.platform.query.ReadRequest;
import isms.platform.query.Rows;
import isms.risk.Roles;
import isms.risk.history.PlainWords;
import isms.risk.portfolio.PortfolioEntry;
import isms.risk.portfolio.PortfolioType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading in what the portfolio counts. */
@Path("/api/v1/risk-portfolio")
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
public class PortfolioRegisterResource {

    private final Rows rows;
    private final Histories histories;
    private final PortfolioType type;

    PortfolioRegisterResource(Rows rows, Histories histories, PortfolioType type) {
        this.rows = rows;
        this.histories = histories;
        this.type = type;
    }

    @GET
    @Produces(APPLICATION_JSON)
    @Clause("6.1.2 b")
    @Operation(operationId = "getRiskPortfolio", summary = "Shows the currency that risks are estimated in")
    public Uni<RestResponse<PortfolioEntry>> one(@BeanParam ReadRequest request) {
        return rows.one(PortfolioEntry.class, PortfolioType.ID.toString(), request);
    }

    @GET
    @Path("history")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.2 b", "7.5.3"})
    @Operation(
            operationId = "getRiskPortfolioHistory",
            summary = "Tells in plain words how the currency was chosen",
            description = "Every choice with who made it, when and why, read from the log itself.")
    public Uni<Page<HistoryEntry>> history(@BeanParam HistoryRequest request) {
        return histories.of(type, PlainWords::of, PortfolioType.ID.toString(), request);
    }
}
