package isms.control.controlregister;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.control.Roles;
import isms.control.evidence.EvidenceEntry;
import isms.control.evidence.EvidenceType;
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
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading evidence. */
@Path("/api/v1/evidence")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Evidence")
public class EvidenceRegisterResource {

    static final Listing<EvidenceEntry> EVIDENCE = Listing.of(EvidenceEntry.class)
            .filter("control", "controlId")
            .filter("kind")
            .filter("sha256")
            .filter("outcome")
            .filter("tool")
            .filter("providedBy")
            .sort("title", "kind", "collectedAt", "size", "outcome", "tool")
            .search("title", "description", "fileName", "link", "detail")
            .order("key")
            .named("evidence");

    private final Rows rows;
    private final Histories histories;
    private final EvidenceType type;

    EvidenceRegisterResource(Rows rows, Histories histories, EvidenceType type) {
        this.rows = rows;
        this.histories = histories;
        this.type = type;
    }

    @GET
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause({"7.5.3", "9.1"})
    @Operation(operationId = "listEvidence", summary = "Lists the evidence, now or as of a past moment")
    @Parameter(
            name = "control",
            in = ParameterIn.QUERY,
            description = "Identity of the control; several by comma",
            schema = @Schema(implementation = UUID.class))
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "file, link or result; several by comma")
    @Parameter(name = "sha256", in = ParameterIn.QUERY, description = "Of a file: the digest of its content")
    @Parameter(name = "outcome", in = ParameterIn.QUERY, description = "Of a result: pass, warn or fail")
    @Parameter(name = "tool", in = ParameterIn.QUERY, description = "Of a result: which machine found it")
    @Parameter(name = "providedBy", in = ParameterIn.QUERY, description = "Subject id of who provided it")
    public Uni<RestResponse<Page<EvidenceEntry>>> list(@BeanParam ListRequest request) {
        return rows.page(EVIDENCE, request);
    }

    @GET
    @Path("{id}")
    @Produces(APPLICATION_JSON)
    @Clause({"7.5.3", "9.1"})
    @Operation(
            operationId = "getEvidence",
            summary = "Shows a piece of evidence with all its editions, by id or by key")
    public Uni<RestResponse<EvidenceEntry>> one(
            @Parameter(description = "Id or key, for example EVD-7") @PathParam("id") String id,
            @BeanParam ReadRequest request) {
        return rows.one(EvidenceEntry.class, id, request);
    }

    @GET
    @Path("{id}/history")
    @Produces(APPLICATION_JSON)
    @Clause({"7.5.3", "9.1"})
    @Operation(operationId = "getEvidenceHistory", summary = "Tells the history of a piece of evidence in plain words")
    public Uni<Page<HistoryEntry>> history(
            @Parameter(description = "Id or key, for example EVD-7") @PathParam("id") String id,
            @BeanParam HistoryRequest request) {
        return histories.of(type, EvidenceWords::of, id, request);
    }
}
