package isms.control.statementdocument;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import isms.control.Roles;
import isms.control.statement.StatementEntry;
import isms.control.statementregister.StatementReading;
import isms.control.statementregister.StatementReading.Whole;
import isms.platform.document.Moments;
import isms.platform.document.Printer;
import isms.platform.http.ETags;
import isms.platform.http.MediaTypes;
import isms.platform.openapi.Clause;
import isms.platform.query.ReadRequest;
import isms.platform.query.Rows;
import isms.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A statement, and its versions as files that all carry the digest of the one snapshot that they are made of (CTL-13). */
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
public class StatementDocumentsResource {

    static final String DIGEST = "Snapshot-Digest";

    private static final String ID = "Id or key, for example SOA-1";
    private static final String FILES =
            "By Accept: JSON, CSV, XLSX, PDF, DOCX, or OSCAL 1.1.2 (application/oscal+json, "
                    + "as a component definition or, with `model=profile`, as a profile). Each carries the SHA-256 of the canonical content of the "
                    + "version, which the header Snapshot-Digest gives as well.";

    private final Rows rows;
    private final StatementReading reading;
    private final Printer printer;
    private final Caller caller;
    private final Clock clock;

    StatementDocumentsResource(Rows rows, StatementReading reading, Printer printer, Caller caller, Clock clock) {
        this.rows = rows;
        this.reading = reading;
        this.printer = printer;
        this.caller = caller;
        this.clock = clock;
    }

    /** Which of OSCAL's models. */
    public enum Model {
        /** How the applicable controls are implemented. */
        COMPONENT_DEFINITION,
        /** Which controls apply. */
        PROFILE
    }

    @Schema(name = "StatementVersionContent")
    record VersionContent(
            @Schema(
                    description =
                            "SHA-256 of the canonical form of content: JSON without white space, members in order of their names")
            String sha256,

            @Schema(enumeration = {"draft", "submitted", "in-force", "superseded"})
            String status,

            Snapshot content) {}

    @GET
    @Path("{id}")
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX, MediaTypes.PDF, Format.DOCX_TYPE, MediaTypes.OSCAL})
    @Clause("6.1.3 d")
    @Operation(
            operationId = "getStatement",
            summary = "Shows a statement of applicability, by id or by key; as a file its latest version",
            description = FILES)
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content = {
                @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = StatementEntry.class)),
                @Content(mediaType = MediaTypes.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<RestResponse<Object>> one(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = "Model of OSCAL") @QueryParam("model") @Nullable Model model,
            @BeanParam ReadRequest request,
            @Context HttpHeaders headers) {
        Format format = Format.asked(headers);
        if (format == Format.JSON) {
            return rows.one(StatementEntry.class, id, request).map(StatementDocumentsResource::asIs);
        }
        return file(id, null, format, model, request);
    }

    @GET
    @Path("{id}/versions/{number}")
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX, MediaTypes.PDF, Format.DOCX_TYPE, MediaTypes.OSCAL})
    @Clause({"6.1.3 d", "7.5.3"})
    @Operation(
            operationId = "getStatementVersion",
            summary = "Shows a version of a statement with all its lines",
            description = FILES)
    @APIResponse(
            responseCode = "200",
            description = "The version",
            content = {
                @Content(mediaType = APPLICATION_JSON, schema = @Schema(implementation = VersionContent.class)),
                @Content(mediaType = MediaTypes.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Uni<RestResponse<Object>> version(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = "Number of the version") @PathParam("number") int number,
            @Parameter(description = "Model of OSCAL") @QueryParam("model") @Nullable Model model,
            @BeanParam ReadRequest request,
            @Context HttpHeaders headers) {
        return file(id, number, Format.asked(headers), model, request);
    }

    private Uni<RestResponse<Object>> file(
            String id, @Nullable Integer number, Format format, @Nullable Model model, ReadRequest request) {
        request.allowOnly("model");
        String subject = caller.subject();
        Instant at = clock.instant();
        return reading.version(id, number, request).chain(whole -> {
            Snapshot snapshot = Snapshot.of(whole);
            String digest = snapshot.sha256();
            return content(whole, snapshot, digest, format, model, subject, at)
                    .map(content -> answer(content, whole, digest, format, at));
        });
    }

    private Uni<Object> content(
            Whole whole,
            Snapshot snapshot,
            String digest,
            Format format,
            @Nullable Model model,
            String subject,
            Instant at) {
        return switch (format) {
            case JSON -> Uni.createFrom().item(new VersionContent(digest, snapshot.status(), snapshot));
            case CSV -> made(() -> Sheets.csv(snapshot, digest));
            case XLSX -> made(() -> Sheets.xlsx(snapshot, digest));
            case DOCX -> made(() -> WrittenStatement.docx(snapshot, digest));
            case OSCAL -> {
                Oscal oscal = new Oscal(snapshot, digest, whole.statement().updatedAt);
                yield made(model == Model.PROFILE ? oscal::profile : oscal::componentDefinition);
            }
            case PDF ->
                Uni.createFrom()
                        .completionStage(() -> printer.print(PrintedStatement.of(snapshot, digest, subject, at)))
                        .map(FileFilter.Made::new);
        };
    }

    /** Made on a thread that may take its time. */
    private static Uni<Object> made(Supplier<byte[]> file) {
        return Uni.createFrom()
                .<Object>item(() -> new FileFilter.Made(file.get()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static RestResponse<Object> answer(Object content, Whole whole, String digest, Format format, Instant at) {
        var response = RestResponse.ResponseBuilder.ok(content)
                .type(format.type())
                .header(DIGEST, digest)
                .header("ETag", ETags.of(whole.statement().version));
        if (format != Format.JSON) {
            response.header(
                    "Content-Disposition",
                    "attachment; filename=\"statement-of-applicability-%s-version-%d-%s.%s\""
                            .formatted(
                                    whole.statement().key.toLowerCase(Locale.ROOT),
                                    whole.version().number(),
                                    Moments.day(at),
                                    format.extension()));
        }
        return response.build();
    }

    @SuppressWarnings("unchecked")
    private static RestResponse<Object> asIs(RestResponse<?> response) {
        return (RestResponse<Object>) response;
    }
}
