package isms.risk.attention;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.platform.openapi.Clause;
import isms.risk.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register in a few numbers. */
@Path("/api/v1/risks")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Risks")
public class RiskSummaryResource {

    private final RiskSummaries summaries;

    RiskSummaryResource(RiskSummaries summaries) {
        this.summaries = summaries;
    }

    @GET
    @Path("summary")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.3", "8.3", "9.3"})
    @Operation(
            operationId = "getRiskSummary",
            summary = "Counts what needs attention",
            description =
                    "How many risks are above the acceptance criteria, and how many of them nobody treats and nobody has accepted "
                            + "(`untreated`); which acceptances are in force, end soon or have ended. Each number links to its risks. Now, or "
                            + "with `asOf` as of any moment.")
    public Uni<RiskSummary> summary(@BeanParam RiskSummaryRequest request) {
        return summaries.of(request);
    }
}
