package isms.risk.quantification;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.http.Decisions;
import isms.platform.openapi.Clause;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.security.Caller;
import isms.risk.Roles;
import isms.risk.context.ContextType;
import isms.risk.context.RiskContext;
import isms.risk.methodology.Methodology;
import isms.risk.methodology.MethodologyType;
import isms.risk.portfolio.PortfolioType;
import isms.risk.risk.Risk;
import isms.risk.risk.RiskType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Estimating risks in money (RSK-16). */
@Path("/api/v1/risks/{id}/quantification")
@Tag(name = "Quantification")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ISMS_MANAGER, Roles.RISK_OWNER})
@RunOnVirtualThread
public class RiskQuantificationResource {

    private final QuantificationType type;
    private final RiskType risks;
    private final ContextType contexts;
    private final MethodologyType methodologies;
    private final PortfolioType portfolio;
    private final Decisions decisions;
    private final Caller caller;

    RiskQuantificationResource(
            QuantificationType type,
            RiskType risks,
            ContextType contexts,
            MethodologyType methodologies,
            PortfolioType portfolio,
            Decisions decisions,
            Caller caller) {
        this.type = type;
        this.risks = risks;
        this.contexts = contexts;
        this.methodologies = methodologies;
        this.portfolio = portfolio;
        this.decisions = decisions;
        this.caller = caller;
    }

    @POST
    @Clause({"6.1.2 d", "6.1.2 e", "8.2"})
    @Operation(
            operationId = "quantifyRisk",
            summary = "Record what a risk is estimated to cost",
            description =
                    "How often it happens and what it then costs, as ranges, as it stands and with the treatment that is"
                            + " planned; with the rationale, in the currency of the portfolio; by its owner or the ISMS manager. Where"
                            + " the context's methodology is quantitative, the expected annual loss gets its band. The first time it"
                            + " is 201; to record over an estimate needs If-Match with that one's ETag (428).")
    public RestResponse<QuantificationEntry> quantify(String id, @NotNull RiskQuantification body) {
        UUID risk = decisions.id(risks, id);
        return decisions.record(
                type,
                risk,
                known -> {
                    Risk found = known.state(risks, id);
                    RiskContext context = found instanceof Risk.Registered registered
                            ? known.state(contexts, registered.context().toString())
                            : contexts.initial();
                    Methodology methodology = context instanceof RiskContext.Defined defined
                                    && defined.methodology() != null
                            ? known.state(methodologies, defined.methodology().toString())
                            : methodologies.initial();
                    return new QuantifyRisk(
                            risk,
                            body,
                            found,
                            known.stateIfAny(portfolio, PortfolioType.ID),
                            context,
                            methodology,
                            new Actor(new Subject(caller.subject()), caller.roles()));
                },
                null);
    }
}
