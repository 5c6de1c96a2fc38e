package isms.risk.librarycatalogue;

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
import isms.risk.history.PlainWords;
import isms.risk.library.LibraryEntry;
import isms.risk.library.LibraryItemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading the organization's own library. */
@Path("/api/v1/risk-library-entries")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Risk libraries")
public class LibraryCatalogueResource {

    static final Listing<LibraryEntry> ENTRIES = Listing.of(LibraryEntry.class)
            .filter("kind")
            .filter("status")
            .filter("category")
            .filter("origin")
            .where("affects", "function('jsonb_exists', r.affects, :affects) = true", String.class)
            .where("control", "function('jsonb_exists', r.controls, :control) = true", String.class)
            .sort("title", "kind", "status", "category", "origin")
            .search("title", "description", "category")
            .order("key");

    private final Rows rows;
    private final Histories histories;
    private final LibraryItemType type;

    LibraryCatalogueResource(Rows rows, Histories histories, LibraryItemType type) {
        this.rows = rows;
        this.histories = histories;
        this.type = type;
    }

    @GET
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause("6.1.2 c")
    @Operation(
            operationId = "listLibraryEntries",
            summary = "Lists the threats, vulnerabilities and scenarios of your library",
            description = "Those written here and those adopted from starting sets, now or as of a past moment.")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "threat, vulnerability or scenario")
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "draft, in-use or retired; several by comma")
    @Parameter(name = "category", in = ParameterIn.QUERY, description = "Category that a scenario suggests")
    @Parameter(
            name = "origin",
            in = ParameterIn.QUERY,
            description = "Id in the starting set that it was adopted from, for example MFG-01")
    @Parameter(
            name = "affects",
            in = ParameterIn.QUERY,
            description = "What a scenario affects: confidentiality, integrity, availability or safety")
    @Parameter(
            name = "control",
            in = ParameterIn.QUERY,
            description = "Control that a scenario suggests, for example A.8.7")
    public Uni<RestResponse<Page<LibraryEntry>>> list(@BeanParam ListRequest request) {
        return rows.page(ENTRIES, request);
    }

    @GET
    @Path("{id}")
    @Produces(APPLICATION_JSON)
    @Clause("6.1.2 c")
    @Operation(operationId = "getLibraryEntry", summary = "Shows an entry of your library, by id or by key")
    public Uni<RestResponse<LibraryEntry>> one(
            @Parameter(description = "Id or key, for example LIB-3") @PathParam("id") String id,
            @BeanParam ReadRequest request) {
        return rows.one(LibraryEntry.class, id, request);
    }

    @GET
    @Path("{id}/history")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.2 c", "7.5.3"})
    @Operation(operationId = "getLibraryEntryHistory", summary = "Tells the history of an entry in plain words")
    public Uni<Page<HistoryEntry>> history(
            @Parameter(description = "Id or key, for example LIB-3") @PathParam("id") String id,
            @BeanParam HistoryRequest request) {
        return histories.of(type, PlainWords::of, id, request);
    }
}
