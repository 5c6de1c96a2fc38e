package isms.platform.testing.thing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import isms.platform.http.Decisions;
import isms.platform.http.MediaTypes;
import isms.platform.http.MergePatch;
import isms.platform.openapi.Clause;
import isms.platform.query.ListRequest;
import isms.platform.query.Listing;
import isms.platform.query.Page;
import isms.platform.query.ReadRequest;
import isms.platform.query.Rows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/things")
@RolesAllowed({"keeper", "viewer"})
public class ThingsResource {

    static final Listing<ThingRow> LISTING = Listing.of(ThingRow.class)
            .filter("status")
            .filter("owner")
            .filter("level")
            .where("levelFrom", "r.level >= :levelFrom", Integer.class)
            .sort("title", "level", "score", "dueOn", "status")
            .search("title", "note")
            .named("things");

    private final ThingAggregate things;
    private final Decisions decisions;
    private final Rows rows;

    ThingsResource(ThingAggregate things, Decisions decisions, Rows rows) {
        this.things = things;
        this.decisions = decisions;
        this.rows = rows;
    }

    record Registration(
            @Nullable UUID id,
            @NotBlank @Size(max = 200) String title,
            @Nullable String note,
            @NotBlank String owner,
            @Nullable List<@NotBlank String> tags) {}

    @POST
    @RunOnVirtualThread
    @RolesAllowed("keeper")
    @ResponseStatus(201)
    @Clause("7.5.1")
    @Operation(operationId = "registerThing", summary = "Register a thing")
    public RestResponse<ThingRow> register(@NotNull @Valid Registration body) {
        return decisions.create(
                things,
                body.id(),
                new ThingCommand.RegisterThing(
                        body.title(), body.note(), body.owner(), body.tags() == null ? List.of() : body.tags()));
    }

    record Rating(
            @NotNull Integer level,
            @NotNull @Valid Spot place,
            @Nullable ThingStatus expect) {}

    record Spot(@NotBlank String site, @NotNull Integer floor) {}

    @POST
    @Path("/{id}/ratings")
    @RunOnVirtualThread
    @RolesAllowed("keeper")
    @Clause("7.5.3")
    @Operation(operationId = "rateThing", summary = "Rate a thing")
    public RestResponse<ThingRow> rate(String id, @NotNull @Valid Rating body) {
        return decisions.change(
                things,
                id,
                new ThingCommand.RateThing(
                        body.level(),
                        new Place(body.place().site(), body.place().floor())));
    }

    @POST
    @Path("/{id}/closures")
    @RunOnVirtualThread
    @RolesAllowed("keeper")
    @Clause("7.5.3")
    @Operation(operationId = "closeThing", summary = "Close a thing")
    public RestResponse<ThingRow> close(String id) {
        return decisions.sign(things, id, new ThingCommand.CloseThing());
    }

    record Description(@NotBlank String title, @Nullable String note) {}

    @PATCH
    @Path("/{id}")
    @Consumes(MediaTypes.MERGE_PATCH_JSON)
    @RunOnVirtualThread
    @RolesAllowed("keeper")
    @Operation(operationId = "describeThing", summary = "Correct the description of a thing")
    public RestResponse<ThingRow> describe(String id, @NotNull MergePatch patch) {
        return decisions.changeKnowing(things, id, known -> {
            String title = known.state(things, id) instanceof Thing.Open open ? open.title() : "";
            Description after = patch.applyTo(new Description(title, null));
            return new ThingCommand.DescribeThing(after.title(), after.note());
        });
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX, MediaTypes.PDF})
    @Operation(operationId = "listThings", summary = "List things")
    public Uni<RestResponse<Page<ThingRow>>> list(@BeanParam ListRequest request) {
        return rows.page(LISTING, request, ThingsDocument::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getThing", summary = "Get a thing")
    public Uni<RestResponse<ThingRow>> one(String id, @BeanParam ReadRequest request) {
        return rows.one(ThingRow.class, id, request);
    }

    /** A query whose author forgot the organization. */
    @GET
    @Path("/careless")
    @Operation(operationId = "carelessThings", summary = "List things carelessly")
    public Uni<List<ThingRow>> careless() {
        return rows.asTenant(session -> session.createSelectionQuery("select r from ThingRow r", ThingRow.class)
                .getResultList());
    }

    @GET
    @Path("/broken")
    @Operation(operationId = "brokenThings", summary = "Fail")
    public Uni<List<ThingRow>> broken() {
        throw new IllegalStateException("secret of isms.platform.Insides");
    }

    @GET
    @Path("/by-status/{status}")
    @Operation(operationId = "thingsByStatus", summary = "Echo a status")
    public ThingStatus byStatus(ThingStatus status) {
        return status;
    }
}
