package isms.control.mapping;

import static java.util.Objects.requireNonNullElse;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.control.Roles;
import isms.control.requirement.KnownRequirements;
import isms.platform.http.Decisions;
import isms.platform.openapi.Clause;
import isms.platform.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Deciding on an organization's own mappings between requirements (CTL-2). */
@Path("/api/v1/framework-mappings")
@Tag(name = "Framework mappings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ISMS_MANAGER)
@RunOnVirtualThread
public class MappingsResource {

    private static final String ID = "Id or key, for example MAP-1";

    private static final String BACKUP = """
            {"from": "nist-csf-2.0:PR.DS-11", "to": "cobit-2019:DSS04", "relationship": "subset-of", "strength": 6,
             "rationale": "Backups are one of the means of continuity", "source": "own judgement"}
            """;
    private static final String CONFIRMED = """
            {"from": "nist-csf-2.0:PR.DS-11", "to": "nist-sp-800-53-r5:CP-9", "via": "iso-27001-2022:A.8.13",
             "relationship": "intersects-with", "strength": 8, "rationale": "Both ask for backups that are tested"}
            """;
    private static final String JUDGED = """
            {"relationship": "intersects-with", "strength": 4, "rationale": "Continuity asks for more than backups"}
            """;
    private static final String WHY = """
            {"reason": "Written for an edition that is no longer in use"}
            """;

    /** Sets the ids of pairs apart from all others that are derived from names. */
    private static final UUID PAIRS = UUID.fromString("5b0d5ae4-6a0c-4a6c-8f5d-5d0b0a4f3c21");

    private final MappingType type;
    private final KnownRequirements requirements;
    private final Decisions decisions;
    private final Caller caller;

    MappingsResource(MappingType type, KnownRequirements requirements, Decisions decisions, Caller caller) {
        this.type = type;
        this.requirements = requirements;
        this.decisions = decisions;
        this.caller = caller;
    }

    @Schema(name = "FrameworkMappingAddition", examples = BACKUP)
    record Addition(
            @Schema(description = "Reference of the first: framework:requirement") @NotBlank @Size(max = 200)
            String from,

            @Schema(description = "Reference of the second: framework:requirement") @NotBlank @Size(max = 200)
            String to,

            @Schema(description = "How the first lies to the second") @NotNull
            Relationship relationship,

            @Schema(description = "From 1, hardly, to 10, without doubt", nullable = true) @Nullable
            Integer strength,

            @Schema(description = "Why it is so") @NotBlank String rationale,

            @Schema(description = "Who says so; the organization itself, when absent", nullable = true)
            @Size(max = 200)
            @Nullable
            String source) {}

    @POST
    @ResponseStatus(201)
    @Clause("6.1.3 c")
    @Operation(
            operationId = "addFrameworkMapping",
            summary = "Map two requirements by one's own judgement",
            description = "What the organization says of a pair stands in the place of what is published of it.")
    public RestResponse<MappingEntry> add(@NotNull @Valid Addition body) {
        return decisions.createKnowing(
                type,
                id(body.from(), body.to()),
                known -> new AddMapping(
                        pair(known, body.from(), body.to()),
                        content(body.relationship(), body.strength(), body.rationale(), body.source())));
    }

    @Schema(name = "FrameworkMappingConfirmation", examples = CONFIRMED)
    record Confirmation(
            @Schema(description = "Reference of the first: framework:requirement") @NotBlank @Size(max = 200)
            String from,

            @Schema(description = "Reference of the second: framework:requirement") @NotBlank @Size(max = 200)
            String to,

            @Schema(description = "The requirement between, as the suggestion names it") @NotBlank @Size(max = 200)
            String via,

            @Schema(description = "How the first lies to the second, as the person judges it") @NotNull
            Relationship relationship,

            @Schema(description = "From 1, hardly, to 10, without doubt", nullable = true) @Nullable
            Integer strength,

            @Schema(description = "Why it is so") @NotBlank String rationale) {}

    @POST
    @Path("confirmations")
    @ResponseStatus(201)
    @Clause("6.1.3 c")
    @Operation(
            operationId = "confirmFrameworkMapping",
            summary = "Confirm a suggested mapping",
            description =
                    "A suggestion follows from two mappings over a requirement between. It is no mapping until a person confirms it, who may judge it otherwise than it was suggested.")
    public RestResponse<MappingEntry> confirm(@NotNull @Valid Confirmation body) {
        return decisions.createKnowing(
                type,
                id(body.from(), body.to()),
                known -> new ConfirmSuggestion(
                        pair(known, body.from(), body.to()),
                        body.via(),
                        isMapped(known, body.from(), body.via()),
                        isMapped(known, body.via(), body.to()),
                        content(body.relationship(), body.strength(), body.rationale(), null)));
    }

    @Schema(name = "FrameworkMappingRevision", examples = JUDGED)
    record Revision(
            @Schema(description = "How the first lies to the second") @NotNull
            Relationship relationship,

            @Schema(description = "From 1, hardly, to 10, without doubt", nullable = true) @Nullable
            Integer strength,

            @Schema(description = "Why it is so") @NotBlank String rationale,

            @Schema(description = "Who says so; the organization itself, when absent", nullable = true)
            @Size(max = 200)
            @Nullable
            String source) {}

    @POST
    @Path("{id}/revisions")
    @Clause("6.1.3 c")
    @Operation(
            operationId = "reviseFrameworkMapping",
            summary = "Judge a mapping anew",
            description = "One that was withdrawn is in force again.")
    public RestResponse<MappingEntry> revise(
            @Parameter(description = ID) @PathParam("id") String id, @NotNull @Valid Revision body) {
        return decisions.change(
                type,
                id,
                new ReviseMapping(content(body.relationship(), body.strength(), body.rationale(), body.source())));
    }

    @Schema(name = "FrameworkMappingWithdrawal", examples = WHY)
    record Withdrawal(@NotBlank @Size(max = 4000) String reason) {}

    @POST
    @Path("{id}/withdrawals")
    @Clause("6.1.3 c")
    @Operation(
            operationId = "withdrawFrameworkMapping",
            summary = "Withdraw a mapping",
            description = "The two are not taken for mapped any more; what is published of the pair holds again.")
    public RestResponse<MappingEntry> withdraw(
            @Parameter(description = ID) @PathParam("id") String id, @NotNull @Valid Withdrawal body) {
        return decisions.change(type, id, new WithdrawMapping(body.reason()), body.reason());
    }

    private static MappingContent content(
            Relationship relationship, @Nullable Integer strength, String rationale, @Nullable String source) {
        return new MappingContent(relationship, strength, rationale, requireNonNullElse(source, "own"));
    }

    /** The same for a pair whichever of the two is named first. */
    private UUID id(String from, String to) {
        String pair = from.compareTo(to) < 0 ? from + "\0" + to : to + "\0" + from;
        return UuidCreator.getNameBasedSha1(PAIRS, caller.tenant() + "\0" + pair);
    }

    private Pair pair(Decisions.Known known, String from, String to) {
        return new Pair(from, to, requirements.has(known, from), requirements.has(known, to));
    }

    private boolean isMapped(Decisions.Known known, String one, String other) {
        return Mappings.shipped().between(one, other).isPresent()
                || known.stateIfAny(type, id(one, other)).isInForce();
    }
}
