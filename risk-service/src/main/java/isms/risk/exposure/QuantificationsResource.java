package isms.risk.exposure;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.platform.http.MediaTypes;
import isms.platform.openapi.Clause;
import isms.platform.query.ListRequest;
import isms.platform.query.Listing;
import isms.platform.query.Page;
import isms.platform.query.ReadRequest;
import isms.platform.query.Rows;
import isms.risk.Roles;
import isms.risk.quantification.QuantificationEntry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading what risks are estimated to cost. */
@Path("/api/v1/risk-quantifications")
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
public class QuantificationsResource {

    static final Listing<QuantificationEntry> QUANTIFICATIONS = Listing.of(QuantificationEntry.class)
            .filter("risk", "id")
            .filter("context", "contextId")
            .filter("currency")
            .filter("estimatedBy")
            .filter("methodology", "methodologyId")
            .filter("band")
            .filter("aboveCriteria")
            .filter("treatedAboveCriteria")
            .where("expectedLossFrom", "r.expectedLoss >= :expectedLossFrom", BigDecimal.class)
            .where("estimatedBefore", "r.estimatedAt < :estimatedBefore", Instant.class)
            .where(
                    "treated",
                    "(:treated = true and r.treatedExpectedLoss is not null)"
                            + " or (:treated = false and r.treatedExpectedLoss is null)",
                    Boolean.class)
            .sort("title", "expectedLoss", "treatedExpectedLoss", "bandRank", "treatedBandRank", "estimatedAt")
            .search("title", "rationale")
            .order("key");

    private final Rows rows;

    QuantificationsResource(Rows rows) {
        this.rows = rows;
    }

    @GET
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause({"6.1.2 d", "8.2"})
    @Operation(
            operationId = "listRiskQuantifications",
            summary = "Lists what risks are estimated to cost",
            description =
                    "All recorded estimates, now or as of a past moment; `sort=-expectedLoss` puts the dearest first. Each has the"
                            + " id of its risk.")
    @Parameter(
            name = "risk",
            in = ParameterIn.QUERY,
            description = "Identity of the risk; several by comma",
            schema = @Schema(implementation = UUID.class))
    @Parameter(
            name = "context",
            in = ParameterIn.QUERY,
            description = "Identity of the risk's context; several by comma",
            schema = @Schema(implementation = UUID.class))
    @Parameter(name = "currency", in = ParameterIn.QUERY, description = "ISO 4217 code")
    @Parameter(name = "estimatedBy", in = ParameterIn.QUERY, description = "Subject id of who estimated")
    @Parameter(
            name = "methodology",
            in = ParameterIn.QUERY,
            description = "Identity of the methodology in use when it was estimated",
            schema = @Schema(implementation = UUID.class))
    @Parameter(name = "band", in = ParameterIn.QUERY, description = "Key of the band of the expected annual loss")
    @Parameter(
            name = "aboveCriteria",
            in = ParameterIn.QUERY,
            description = "Whether the acceptance criteria reject the expected annual loss",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "treatedAboveCriteria",
            in = ParameterIn.QUERY,
            description = "Whether they reject even the one with the treatment",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "expectedLossFrom",
            in = ParameterIn.QUERY,
            description = "Expected annual loss of at least this, in units of the currency",
            schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(
            name = "estimatedBefore",
            in = ParameterIn.QUERY,
            description = "Last estimated before this moment: what may be due to be estimated anew",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(
            name = "treated",
            in = ParameterIn.QUERY,
            description = "Whether a treatment is estimated",
            schema = @Schema(type = SchemaType.BOOLEAN))
    public Uni<RestResponse<Page<QuantificationEntry>>> list(@BeanParam ListRequest request) {
        return rows.page(QUANTIFICATIONS, request);
    }

    @GET
    @Path("{id}")
    @Produces(APPLICATION_JSON)
    @Clause("6.1.2 d")
    @Operation(
            operationId = "getRiskQuantification",
            summary = "Shows an estimate, by the id of its risk or by its own key")
    public Uni<RestResponse<QuantificationEntry>> one(
            @Parameter(description = "Id of the risk, or key of the estimate, for example QUANT-7") @PathParam("id")
                    String id,
            @BeanParam ReadRequest request) {
        return rows.one(QuantificationEntry.class, id, request);
    }
}
