package isms.control.evidence;

import static java.util.Objects.requireNonNullElse;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.control.Roles;
import isms.platform.command.Commands;
import isms.platform.http.Decisions;
import isms.platform.http.Names;
import isms.platform.http.ProblemCode;
import isms.platform.openapi.Clause;
import isms.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Storing files of evidence, superseding evidence and reading the files again (CTL-8). */
@Path("/api/v1/evidence")
@Tag(name = "Evidence")
@RolesAllowed({Roles.ISMS_MANAGER, Roles.CONTROL_OWNER, Roles.AUDITOR, Roles.CONTRIBUTOR})
@RunOnVirtualThread
public class EvidenceResource {

    private static final String SHA_256 = "sha-256";

    private final EvidenceType type;
    private final EvidenceFiles files;
    private final EvidenceDesk desk;
    private final Decisions decisions;
    private final Commands commands;
    private final Caller caller;
    private final CurrentVertxRequest current;

    EvidenceResource(
            EvidenceType type,
            EvidenceFiles files,
            EvidenceDesk desk,
            Decisions decisions,
            Commands commands,
            Caller caller,
            CurrentVertxRequest current) {
        this.type = type;
        this.files = files;
        this.desk = desk;
        this.decisions = decisions;
        this.commands = commands;
        this.caller = caller;
        this.current = current;
    }

    @POST
    @Path("files")
    @ResponseStatus(201)
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Clause({"7.5.3", "9.1"})
    @Operation(
            operationId = "storeEvidenceFile",
            summary = "Store a file, to be named as evidence by its SHA-256",
            description =
                    "The body is the file itself, of any media type, up to 100 MB. The same content is stored once "
                            + "an organization, so that it can be sent again safely. The digest in Repr-Digest (RFC 9530) or "
                            + "in the parameter sha256 is verified.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public StoredFile store(
            InputStream content,
            @Parameter(description = "SHA-256 of the body, in hexadecimal") @QueryParam("sha256") @Nullable
                    String sha256,
            @Parameter(description = "SHA-256 of the body as RFC 9530 writes it: sha-256=:base64:")
                    @HeaderParam("Repr-Digest")
                    @Nullable
                    String reprDigest)
            throws IOException {
        String expected = sha256 == null || sha256.isBlank()
                ? digest(reprDigest)
                : sha256.strip().toLowerCase(Locale.ROOT);
        return files.store(caller.tenant(), content, expected);
    }

    /** The SHA-256 of a Repr-Digest header in hexadecimal; null when there is none of this algorithm. */
    static @Nullable String digest(@Nullable String header) {
        if (header == null) {
            return null;
        }
        for (String member : header.split(",", -1)) {
            String text = member.strip();
            if (text.startsWith(SHA_256 + "=:") && text.endsWith(":") && text.length() > SHA_256.length() + 3) {
                try {
                    return HexFormat.of()
                            .formatHex(Base64.getDecoder()
                                    .decode(text.substring(SHA_256.length() + 2, text.length() - 1)));
                } catch (IllegalArgumentException malformed) {
                    throw ProblemCode.INVALID_PARAMETER.because(
                            "Repr-Digest must be such as sha-256=:base64:, not " + text + ".");
                }
            }
        }
        return null;
    }

    @Schema(name = "EvidenceSupersession", examples = Supersession.EXAMPLE)
    record Supersession(
            @NotNull @Valid EvidenceOffer evidence,
            @NotBlank @Size(max = 4000) String reason) {

        static final String EXAMPLE = """
                {"evidence": {"kind": "link", "title": "Plan of the backup software",
                 "link": "https://backup.example/plans/8"}, "reason": "The plan of this year"}
                """;
    }

    @POST
    @Path("{id}/supersessions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Clause({"7.5.3", "9.1"})
    @Operation(
            operationId = "supersedeEvidence",
            summary = "Replace a piece of evidence by its next edition",
            description = "With a reason. The editions before stay as they are, and what relied on them names them.")
    public RestResponse<EvidenceEntry> supersede(String id, @NotNull @Valid Supersession body) {
        return decisions.change(
                type, id, new SupersedeEvidence(desk.item(body.evidence()), body.reason()), body.reason());
    }

    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({
        Roles.ISMS_MANAGER,
        Roles.TOP_MANAGEMENT,
        Roles.RISK_OWNER,
        Roles.CONTROL_OWNER,
        Roles.AUDITOR,
        Roles.CONTRIBUTOR,
        Roles.VIEWER
    })
    @Clause({"7.5.3", "9.1"})
    @Operation(
            operationId = "getEvidenceContent",
            summary = "Downloads the file of a piece of evidence",
            description =
                    "Of the edition that stands, or of the one asked for. The ETag is the SHA-256 of the content.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response content(
            @Parameter(description = "Id or key, for example EVD-7") @PathParam("id") String id,
            @Parameter(description = "Number of the edition, from 1; the one that stands, when absent")
                    @QueryParam("edition")
                    @Nullable
                    Integer edition,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch)
            throws IOException {
        EvidenceItem item = item(id, edition);
        StoredFile file = item.file();
        if (file == null) {
            throw ProblemCode.NOT_FOUND.because(
                    id + " is no file, but a " + Names.kebab(item.kind().name()) + ".");
        }
        String tag = "\"" + file.sha256() + "\"";
        if (ifNoneMatch != null && ifNoneMatch.contains(tag)) {
            return Response.notModified().header("ETag", tag).build();
        }
        String name = requireNonNullElse(item.fileName(), file.sha256());
        return Response.ok(deletedOnceSent(files.fetch(caller.tenant(), file)))
                .type(requireNonNullElse(item.mediaType(), MediaType.APPLICATION_OCTET_STREAM))
                .header("ETag", tag)
                .header(
                        "Repr-Digest",
                        SHA_256 + "=:"
                                + Base64.getEncoder()
                                        .encodeToString(HexFormat.of().parseHex(file.sha256())) + ":")
                .header(
                        "Content-Disposition",
                        "attachment; filename*=UTF-8''"
                                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                        .replace("+", "%20"))
                .build();
    }

    private java.nio.file.Path deletedOnceSent(java.nio.file.Path file) {
        var request = current.getCurrent();
        request.addEndHandler(ended -> delete(file));
        if (request.response().closed()) {
            // the client has gone already, and nobody will tell
            delete(file);
        }
        return file;
    }

    private static void delete(java.nio.file.Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EvidenceItem item(String id, @Nullable Integer edition) {
        return commands.represent(type, caller.tenant(), decisions.id(type, id))
                .flatMap(entry -> entry.editions.stream()
                        .filter(each -> each.edition() == (edition == null ? entry.edition : edition))
                        .findFirst())
                .map(EvidenceEdition::item)
                .orElseThrow(() -> ProblemCode.NOT_FOUND.because(
                        "There is no " + id + (edition == null ? "." : " of edition " + edition + ".")));
    }
}
