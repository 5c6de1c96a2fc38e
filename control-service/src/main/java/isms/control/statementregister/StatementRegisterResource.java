package isms.control.statementregister;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.control.Roles;
import isms.control.statement.StatementEntry;
import isms.control.statement.StatementType;
import isms.control.statement.VersionEntry;
import isms.platform.decider.Violation;
import isms.platform.history.Histories;
import isms.platform.history.HistoryEntry;
import isms.platform.history.HistoryRequest;
import isms.platform.http.MediaTypes;
import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import isms.platform.openapi.Clause;
import isms.platform.query.ListRequest;
import isms.platform.query.Listing;
import isms.platform.query.Page;
import isms.platform.query.ReadRequest;
import isms.platform.query.Rows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reading statements of applicability, their versions, lines, gaps, differences and history (CTL-9 to CTL-12). */
@Path("/api/v1/statements-of-applicability")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Statements of applicability")
public class StatementRegisterResource {

    private static final String ID = "Id or key, for example SOA-1";
    private static final String VERSION = "Number of the version; the latest one when left out";

    static final Listing<StatementEntry> STATEMENTS = Listing.of(StatementEntry.class)
            .filter("status")
            .filter("scope", "scopeId")
            .filter("complete")
            .filter("outdated")
            .sort("scopeName", "status", "approvedAt")
            .search("scopeName")
            .order("key")
            .named("statements-of-applicability");

    private final Rows rows;
    private final Histories histories;
    private final StatementReading reading;
    private final StatementType type;

    StatementRegisterResource(Rows rows, Histories histories, StatementReading reading, StatementType type) {
        this.rows = rows;
        this.histories = histories;
        this.reading = reading;
        this.type = type;
    }

    private static Listing<StatementLine> lines(UUID statement, int version) {
        return Listing.of(StatementLine.class)
                .within("statementId", statement)
                .within("statementVersion", version)
                .filter("version", "statementVersion")
                .filter("theme")
                .filter("applicable")
                .filter("decided")
                .filter("drawn")
                .filter("conflict")
                .filter("status")
                .filter("annexA")
                .sort("title", "theme", "status", "decidedAt")
                .search("control", "title", "exclusion", "note")
                .order("key")
                .named("statement-lines");
    }

    @GET
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause("6.1.3 d")
    @Operation(
            operationId = "listStatements",
            summary = "Lists the statements of applicability, now or as of a past moment")
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "draft, submitted or in-force")
    @Parameter(
            name = "scope",
            in = ParameterIn.QUERY,
            description = "Identity of the scope",
            schema = @Schema(implementation = UUID.class))
    @Parameter(
            name = "complete",
            in = ParameterIn.QUERY,
            description = "Whether the latest version is complete",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "outdated",
            in = ParameterIn.QUERY,
            description = "Whether what makes controls necessary has changed since the latest version was approved",
            schema = @Schema(type = SchemaType.BOOLEAN))
    public Uni<RestResponse<Page<StatementEntry>>> list(@BeanParam ListRequest request) {
        return rows.page(STATEMENTS, request);
    }

    @GET
    @Path("{id}/versions")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.3 d", "7.5.3"})
    @Operation(
            operationId = "listStatementVersions",
            summary = "Lists the versions of a statement, the first one first")
    public Uni<Page<VersionEntry>> versions(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam ReadRequest request) {
        request.allowOnly();
        return rows.row(StatementEntry.class, id, request).map(statement -> Page.whole(statement.versions));
    }

    @GET
    @Path("{id}/lines")
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause({"6.1.3 c", "6.1.3 d"})
    @Operation(
            operationId = "listStatementLines",
            summary = "Lists the lines of a version, now or as of a past moment",
            description =
                    "In the order of Annex A, further necessary controls after it. `conflict=true` gives the exclusions of what "
                            + "is needed, `decided=false` what is to be decided.")
    @Parameter(
            name = "theme",
            in = ParameterIn.QUERY,
            description = "organizational, people, physical or technological; several by comma")
    @Parameter(
            name = "applicable",
            in = ParameterIn.QUERY,
            description = "Whether the control applies",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "decided",
            in = ParameterIn.QUERY,
            description = "Whether it is decided, by a person or by what needs it",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "drawn",
            in = ParameterIn.QUERY,
            description = "Whether it applies only because something needs it",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "conflict",
            in = ParameterIn.QUERY,
            description = "Whether it excludes what is needed",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "not-started, planned, in-progress, implemented or operating; several by comma")
    @Parameter(
            name = "annexA",
            in = ParameterIn.QUERY,
            description = "Whether it is a control of Annex A",
            schema = @Schema(type = SchemaType.BOOLEAN))
    public Uni<RestResponse<Page<StatementLine>>> lines(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = VERSION) @QueryParam("version") @Nullable Integer version,
            @BeanParam ListRequest request) {
        return rows.page(
                (session, organization) -> rows.row(session, organization, StatementEntry.class, id, request)
                        .map(statement -> lines(
                                statement.id,
                                StatementReading.numbered(statement, version).number())),
                request);
    }

    @GET
    @Path("{id}/completeness")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.3 c", "6.1.3 d"})
    @Operation(
            operationId = "getStatementCompleteness",
            summary = "Lists what a version lacks before it can be submitted",
            description =
                    "Lines without a decision or a justification, and exclusions of what is needed, each with what to do.")
    public Uni<StatementCompleteness> completeness(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = VERSION) @QueryParam("version") @Nullable Integer version,
            @BeanParam ReadRequest request) {
        request.allowOnly("version");
        return reading.version(id, version, request).map(StatementCompleteness::of);
    }

    @GET
    @Path("{id}/differences")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.3 d", "7.5.3"})
    @Operation(
            operationId = "getStatementDifferences",
            summary = "Shows what differs between two versions, or two moments",
            description =
                    "Line by line and field by field. Each side is the number of a version or a moment "
                            + "(`from=2026-03-31T23:59:59Z`: what has changed since the last audit); a moment stands for the latest version of then.")
    public Uni<StatementDifferences> differences(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = "Number of a version, or a moment (RFC 3339)", required = true, example = "1")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description =
                                    "Number of a version, or a moment; the latest version as it is now when left out",
                            example = "2")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @BeanParam ReadRequest request) {
        request.allowOnly("from", "to");
        if (from == null || from.isBlank()) {
            throw invalid("from", "from is missing: give the number of a version, or a moment.");
        }
        Side first = side("from", from, request);
        Side second = side("to", to == null ? "" : to, request);
        return rows.asTenant(
                request,
                (session, organization) -> reading.version(session, organization, id, first.version(), first.asked())
                        .chain(before -> reading.version(session, organization, id, second.version(), second.asked())
                                .map(after -> StatementDifferences.between(before, after))));
    }

    /** One side of a comparison: a version, null for the latest, at the moment of the request. */
    private record Side(@Nullable Integer version, ReadRequest asked) {}

    private static Side side(String name, String text, ReadRequest request) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return new Side(null, request);
        }
        if (stripped.matches("\\d{1,6}")) {
            return new Side(Integer.valueOf(stripped), request);
        }
        try {
            Instant.parse(stripped);
        } catch (DateTimeParseException malformed) {
            throw invalid(
                    name,
                    "%s must be the number of a version or a moment in UTC such as 2026-03-31T23:59:59Z, not \"%s\"."
                            .formatted(name, text));
        }
        ReadRequest then = new ReadRequest();
        then.asOf = stripped;
        then.timeline = request.timeline;
        return new Side(null, then);
    }

    private static ProblemException invalid(String parameter, String detail) {
        return new ProblemException(
                ProblemCode.INVALID_PARAMETER, detail, List.of(new Violation("/query/" + parameter, detail)));
    }

    @GET
    @Path("{id}/history")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.3 d", "7.5.3"})
    @Operation(
            operationId = "getStatementHistory",
            summary = "Tells the history of a statement of applicability in plain words",
            description = "Every decision with who took it and when, read from the log itself.")
    public Uni<Page<HistoryEntry>> history(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam HistoryRequest request) {
        return histories.of(type, StatementWords::of, id, request);
    }
}
