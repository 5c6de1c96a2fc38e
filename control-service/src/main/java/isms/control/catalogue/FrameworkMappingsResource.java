package isms.control.catalogue;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.control.Roles;
import isms.control.framework.Requirement;
import isms.control.mapping.Mapping;
import isms.control.mapping.Mapping.Standing;
import isms.control.mapping.MappingEntry;
import isms.control.mapping.MappingType;
import isms.control.mapping.Mappings;
import isms.control.mapping.Mappings.FrameworkPair;
import isms.platform.history.Histories;
import isms.platform.history.HistoryEntry;
import isms.platform.history.HistoryRequest;
import isms.platform.http.MediaTypes;
import isms.platform.openapi.Clause;
import isms.platform.query.HeldListing;
import isms.platform.query.HeldRows;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reading mappings between requirements: published, own, and suggested (CTL-2). */
@Path("/api/v1/framework-mappings")
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Framework mappings")
public class FrameworkMappingsResource {

    private static final String ID = "Id or key, for example MAP-1";

    private static final HeldListing<Mapping> MAPPINGS = HeldListing.of(
                    Mapping.class, mapping -> mapping.from() + " " + mapping.to() + " " + mapping.standing())
            .filter("standing", mapping -> mapping.standing().word())
            .filter("relationship", mapping -> mapping.relationship().word())
            .filter("source", Mapping::source)
            .sort("from", Mapping::from)
            .sort("to", Mapping::to)
            .sort("strength", mapping -> mapping.strength() == null ? null : "%02d".formatted(mapping.strength()))
            .search(mapping -> Arrays.asList(mapping.from(), mapping.to(), mapping.rationale()))
            .named("framework-mappings");

    static final Listing<MappingEntry> OWN = Listing.of(MappingEntry.class)
            .filter("status")
            .filter("from", "fromFramework")
            .filter("to", "toFramework")
            .filter("relationship")
            .sort("status", "fromFramework", "toFramework")
            .search("fromRequirement", "toRequirement", "rationale")
            .order("key")
            .named("own-framework-mappings");

    private final Catalogue catalogue;
    private final HeldRows held;
    private final Rows rows;
    private final Histories histories;
    private final MappingType type;

    FrameworkMappingsResource(Catalogue catalogue, HeldRows held, Rows rows, Histories histories, MappingType type) {
        this.catalogue = catalogue;
        this.held = held;
        this.rows = rows;
        this.histories = histories;
        this.type = type;
    }

    @GET
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause("6.1.3 c")
    @Operation(
            operationId = "listFrameworkMappings",
            summary = "Lists what requirements have to do with each other, over frameworks",
            description =
                    "Stated from the side of `from` whichever way the source states it. Published mappings come with the software; what the"
                            + " organization says of a pair stands in their place. With a requirement, or with both frameworks, also"
                            + " suggestions: what follows from two mappings over a requirement between, until a person confirms it;"
                            + " `standing=published,own` leaves them out.")
    @Parameter(name = "standing", in = ParameterIn.QUERY, description = "published, own or suggested")
    @Parameter(
            name = "relationship",
            in = ParameterIn.QUERY,
            description = "equal, subset-of, superset-of or intersects-with")
    @Parameter(name = "source", in = ParameterIn.QUERY, description = "Who says so, for example project")
    public Uni<RestResponse<Page<Mapping>>> list(
            @Parameter(description = "Id of the framework of the first", example = "nist-csf-2.0")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "Id of the framework of the second", example = "iso-27001-2022")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Parameter(description = "Reference of the first requirement", example = "nist-csf-2.0:PR.DS-11")
                    @QueryParam("requirement")
                    @Nullable
                    String requirement,
            @BeanParam ListRequest request,
            @Parameter(hidden = true) @QueryParam("standing") @Nullable String standing) {
        boolean suggesting = standing == null || standing.contains(Standing.SUGGESTED.word());
        return catalogue.ownMappings(request).chain(own -> {
            Mappings all = Mappings.shipped().with(own);
            if (requirement != null) {
                List<Mapping> found = new ArrayList<>(all.of(requirement).stream()
                        .filter(mapping -> (to == null || to.equals(mapping.toFramework()))
                                && (from == null || from.equals(mapping.fromFramework())))
                        .toList());
                if (suggesting && (from == null || requirement.startsWith(from + ":"))) {
                    found.addAll(all.suggestions(requirement, to));
                }
                return held.page(MAPPINGS, found, request, "from", "to", "requirement");
            }
            if (from == null && to == null) {
                return held.page(MAPPINGS, all.all(), request, "from", "to", "requirement");
            }
            List<Mapping> found = new ArrayList<>(all.between(new FrameworkPair(from, to)));
            if (!suggesting || from == null || to == null) {
                return held.page(MAPPINGS, found, request, "from", "to", "requirement");
            }
            return catalogue.framework(from, request).chain(framework -> {
                for (Requirement one : framework.outline()) {
                    found.addAll(all.suggestions(one.reference(), to));
                }
                return held.page(MAPPINGS, found, request, "from", "to", "requirement");
            });
        });
    }

    @GET
    @Path("own")
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause("6.1.3 c")
    @Operation(
            operationId = "listOwnFrameworkMappings",
            summary = "Lists the organization's own mappings, also those withdrawn, now or as of a past moment")
    @Parameter(name = "status", in = ParameterIn.QUERY, description = "in-force or withdrawn")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "Id of the framework of the first")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "Id of the framework of the second")
    @Parameter(
            name = "relationship",
            in = ParameterIn.QUERY,
            description = "equal, subset-of, superset-of or intersects-with")
    public Uni<RestResponse<Page<MappingEntry>>> own(@BeanParam ListRequest request) {
        return rows.page(OWN, request);
    }

    @GET
    @Path("{id}")
    @Produces(APPLICATION_JSON)
    @Clause("6.1.3 c")
    @Operation(operationId = "getFrameworkMapping", summary = "Shows a mapping of the organization's own")
    public Uni<RestResponse<MappingEntry>> one(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam ReadRequest request) {
        return rows.one(MappingEntry.class, id, request);
    }

    @GET
    @Path("{id}/history")
    @Produces(APPLICATION_JSON)
    @Clause({"6.1.3 c", "7.5.3"})
    @Operation(operationId = "getFrameworkMappingHistory", summary = "Tells the history of a mapping in plain words")
    public Uni<Page<HistoryEntry>> history(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam HistoryRequest request) {
        return histories.of(type, MappingWords::of, id, request);
    }
}
