package isms.risk.riskregister;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.platform.history.Histories;
import isms.platform.history.HistoryEntry;
import isms.platform.history.HistoryRequest;
import isms.platform.http.MediaTypes;
import isms.platform.openapi.Clause;
import isms.platform.query.ListRequest;
import isms.platform.query.Listing;
import isms.platform.query.Page;
import isms.platform.query.ReadRequest;
import isms.platform.query.Rows;
import isms.risk.Roles;
import isms.risk.attention.Conditions;
import isms.risk.history.PlainWords;
import isms.risk.risk.RiskRegisterEntry;
import isms.risk.risk.RiskType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading the register. */
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
public class RiskRegisterResource {

    private static final String[] RATINGS = {"inherent", "current", "target", "residual"};

    private final Rows rows;
    private final Histories histories;
    private final RiskType type;
    private final Clock clock;

    RiskRegisterResource(Rows rows, Histories histories, RiskType type, Clock clock) {
        this.rows = rows;
        this.histories = histories;
        this.type = type;
        this.clock = clock;
    }

    /** What the list can be asked for; what dates have passed depends on the moment asked for. */
    private static Listing<RiskRegisterEntry> register(ListRequest request, Conditions conditions) {
        var listing = Listing.of(RiskRegisterEntry.class)
                .filter("kind")
                .filter("status")
                .filter("context", "contextId")
                .filter("owner")
                .filter("unit")
                .filter("category")
                .filter("methodology", "methodologyId")
                .filter("methodologyVersion")
                .filter("aboveCriteria")
                .filter("imported")
                .filter("flagged")
                .where("flagCause", "function('jsonb_exists', r.flagCauses, :flagCause) = true", String.class)
                .sort("flaggedSince")
                .filter("fromScenario")
                .filter("opportunityDecision")
                .filter("acceptance")
                .filter("acceptedBy")
                .filter("acceptedAboveCriteria")
                .where("acceptanceEndsBefore", "r.acceptedUntil < :acceptanceEndsBefore", LocalDate.class)
                .where("accepted", either(request, "accepted", conditions.accepted()), Boolean.class)
                .where("untreated", either(request, "untreated", conditions.untreated()), Boolean.class)
                .where(
                        "acceptedWithoutPlan",
                        either(request, "acceptedWithoutPlan", conditions.acceptedWithoutPlan()),
                        Boolean.class)
                .where("reassessBefore", "r.reassessBy < :reassessBefore", LocalDate.class)
                .where("unrated", unrated(), String.class)
                .where(
                        "reassessmentOverdue",
                        "(:reassessmentOverdue = true and r.reassessmentOverdueAt is not null)"
                                + " or (:reassessmentOverdue = false and r.reassessmentOverdueAt is null)",
                        Boolean.class)
                .sort("title", "kind", "status", "owner", "unit", "category", "assessedAt", "reassessBy", "priority")
                .sort("inherentLevel", "currentLevel", "targetLevel", "residualLevel")
                .sort("inherentBandRank", "currentBandRank", "targetBandRank", "residualBandRank")
                .sort("reassessmentOverdueAt")
                .sort("acceptedAt", "acceptedUntil", "acceptedLevel")
                .search("title", "category", "unit", "owner")
                .order("key")
                .named("risk-register");
        for (String rating : RATINGS) {
            Stream.of("Likelihood", "Impact", "BusinessImpact", "RegulatoryImpact", "Band", "BandRank")
                    .forEach(part -> listing.filter(rating + part));
        }
        return listing;
    }

    /** The condition, or its opposite. Not both joined by "or", so that the database can take its indexes for what is asked. */
    private static String either(ListRequest request, String parameter, String condition) {
        UriInfo uri = request.uri;
        boolean asked =
                uri != null && Boolean.parseBoolean(uri.getQueryParameters().getFirst(parameter));
        return asked
                ? ":%s = true and %s".formatted(parameter, condition)
                : ":%s = false and not (%s)".formatted(parameter, condition);
    }

    /** Risks that lack a rating, named by its impact: what the heat map cannot show, but must not hide. */
    private static String unrated() {
        return Stream.of(RATINGS)
                .flatMap(rating -> Stream.of("Impact", "BusinessImpact", "RegulatoryImpact")
                        .map(part -> rating + part))
                .map(field -> "(:unrated = '" + field + "' and r." + field + " is null)")
                .collect(Collectors.joining(" or "));
    }

    @GET
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX, MediaTypes.PDF, MediaTypes.OSCAL})
    @Clause({"6.1.2 c", "8.2"})
    @Operation(
            operationId = "listRisks",
            summary = "Lists the register",
            description =
                    "All risks, now or as of a past moment. `sort=-priority` gives the order of treatment (6.1.2 e 2): "
                            + "above the criteria first, then by band, by level, by regulatory impact and by likelihood; equals stand "
                            + "in the order of their registration, and `priorityBecause` explains each place. `untreated=true` gives "
                            + "what is above the criteria with neither a plan nor an acceptance. As application/oscal+json it is a plan of "
                            + "action and milestones in OSCAL 1.1.2 with the risks of the selection, their ratings and their treatment "
                            + "plans, at most 10,000 of them; 406 where no risk matches, since OSCAL has no empty one.")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "threat or opportunity")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "registered, assessed or retired; several by comma")
    @Parameter(
            name = "context",
            in = ParameterIn.QUERY,
            description = "Identity of the context; several by comma",
            schema = @Schema(implementation = UUID.class))
    @Parameter(name = "owner", in = ParameterIn.QUERY, description = "Subject id of the risk owner")
    @Parameter(name = "unit", in = ParameterIn.QUERY, description = "Organizational unit")
    @Parameter(name = "category", in = ParameterIn.QUERY, description = "Category of the risk")
    @Parameter(
            name = "methodology",
            in = ParameterIn.QUERY,
            description = "Identity of the methodology of the last assessment",
            schema = @Schema(implementation = UUID.class))
    @Parameter(
            name = "methodologyVersion",
            in = ParameterIn.QUERY,
            description = "Version of the methodology of the last assessment",
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(
            name = "aboveCriteria",
            in = ParameterIn.QUERY,
            description = "Whether the acceptance criteria reject the current level",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "imported",
            in = ParameterIn.QUERY,
            description = "Whether the latest change was imported",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "flagged",
            in = ParameterIn.QUERY,
            description = "Whether something has happened because of which the risk is to be assessed again (RSK-10)",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "flagCause",
            in = ParameterIn.QUERY,
            description =
                    "Risks flagged by control-found-ineffective, control-in-doubt, nonconformity-raised or context-changed")
    @Parameter(
            name = "reassessBefore",
            in = ParameterIn.QUERY,
            description = "Risks to be assessed again before this day",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "reassessmentOverdue",
            in = ParameterIn.QUERY,
            description = "Whether it is recorded that the day of the next assessment has passed without one",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "unrated",
            in = ParameterIn.QUERY,
            description = "Risks that lack this rating, for example currentImpact or currentRegulatoryImpact")
    @Parameter(
            name = "currentBand",
            in = ParameterIn.QUERY,
            description =
                    "Key of the band of the current level. Likewise inherentBand, targetBand and residualBand, and each "
                            + "with Likelihood, Impact, BusinessImpact, RegulatoryImpact and BandRank")
    @Parameter(
            name = "fromScenario",
            in = ParameterIn.QUERY,
            description =
                    "The scenario that it was registered from: MFG-01, or the identity of an entry of your library")
    @Parameter(
            name = "opportunityDecision",
            in = ParameterIn.QUERY,
            description = "What was decided on an opportunity: pursue or not-pursue")
    @Parameter(
            name = "untreated",
            in = ParameterIn.QUERY,
            description =
                    "Whether the risk is above the acceptance criteria with neither a plan under way that the risk owner approved "
                            + "(other than to retain it) nor an acceptance in force (RSK-14)",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "accepted",
            in = ParameterIn.QUERY,
            description =
                    "Whether an acceptance of the residual risk is in force on the day of the moment asked for (UTC)",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "acceptance",
            in = ParameterIn.QUERY,
            description = "none, accepted, revoked, expired or stale; several by comma")
    @Parameter(name = "acceptedBy", in = ParameterIn.QUERY, description = "Subject id of who accepted it last")
    @Parameter(
            name = "acceptedAboveCriteria",
            in = ParameterIn.QUERY,
            description = "Whether the level that was accepted last is above the criteria",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "acceptanceEndsBefore",
            in = ParameterIn.QUERY,
            description = "Risks whose acceptance has its last day before this day",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "acceptedWithoutPlan",
            in = ParameterIn.QUERY,
            description =
                    "Whether the current level is above the criteria, the accepted one within them, and no approved plan leads there",
            schema = @Schema(type = SchemaType.BOOLEAN))
    public Uni<RestResponse<Page<RiskRegisterEntry>>> list(@BeanParam ListRequest request) {
        Listing<RiskRegisterEntry> register = register(request, Conditions.at(request, clock));
        if (Rows.isWanted(request, OscalRegister.FORMAT)) {
            return rows.file(
                    register,
                    request,
                    OscalRegister.FORMAT,
                    (session, risks, asked) -> OscalRegister.of(session, risks, asked, request));
        }
        return rows.page(
                register, request, (session, risks, asked) -> RegisterDocument.of(session, risks, asked, request));
    }

    @GET
    @Path("{id}")
    @Produces(APPLICATION_JSON)
    @Clause("6.1.2 c")
    @Operation(operationId = "getRisk", summary = "Shows a risk, by id or by key")
    public Uni<RestResponse<RiskRegisterEntry>> one(
            @Parameter(description = "Id or key, for example RISK-42") @PathParam("id") String id,
            @BeanParam ReadRequest request) {
        return rows.one(RiskRegisterEntry.class, id, request);
    }

    @GET
    @Path("{id}/history")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.2", "8.2", "7.5.3"})
    @Operation(
            operationId = "getRiskHistory",
            summary = "Tells the history of a risk in plain words",
            description =
                    "Every decision with who took it and when, read from the log itself. Imported history is marked.")
    public Uni<Page<HistoryEntry>> history(
            @Parameter(description = "Id or key, for example RISK-42") @PathParam("id") String id,
            @BeanParam HistoryRequest request) {
        return histories.of(type, PlainWords::of, id, request);
    }
}
