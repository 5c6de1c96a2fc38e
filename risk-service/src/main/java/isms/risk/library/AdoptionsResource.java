package isms.risk.library;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.platform.decider.Command;
import isms.platform.decider.Violation;
import isms.platform.http.Decisions;
import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import isms.platform.openapi.Clause;
import isms.platform.security.Caller;
import isms.risk.Roles;
import isms.risk.library.Libraries.Adoptable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Taking starting sets over into the organization's own library (RSK-17). */
@Path("/api/v1/risk-libraries/{id}/adoptions")
@Tag(name = "Risk libraries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ISMS_MANAGER)
@RunOnVirtualThread
public class AdoptionsResource {

    private final LibraryItemType type;
    private final Decisions decisions;
    private final Caller caller;

    AdoptionsResource(LibraryItemType type, Decisions decisions, Caller caller) {
        this.type = type;
        this.decisions = decisions;
        this.caller = caller;
    }

    @Schema(name = "RiskLibraryAdoption", examples = Examples.ADOPTION)
    record Adoption(
            @Schema(description = "Ids of entries of the starting set; all of them when left out")
            List<String> entries) {

        Adoption {
            entries = List.copyOf(requireNonNullElse(entries, List.of()));
        }
    }

    /** What came of it. */
    @Schema(name = "RiskLibraryAdopted")
    record Adopted(
            @Schema(description = "Entries that were adopted now")
            List<LibraryEntry> entries,

            @Schema(description = "How many were adopted now")
            int adopted,

            @Schema(description = "How many had been adopted before; they stay as they are")
            int present) {}

    @POST
    @Clause("6.1.2 c")
    @Operation(
            operationId = "adoptRiskLibrary",
            summary = "Adopt a starting set, or some of its entries",
            description = "Each becomes an entry of your own library, in use at once, to be revised or retired as you "
                    + "like. What has been adopted before stays as it is, so the same request twice changes nothing.")
    public RestResponse<Adopted> adopt(String id, @NotNull Adoption body) {
        Library library = Libraries.shipped().library(id).orElseThrow(() -> noLibrary(id));
        List<Adoptable> chosen = chosen(Libraries.shipped().adoptable(library), body.entries());
        SequencedMap<UUID, Command<LibraryItem, LibraryEvent>> commands = new LinkedHashMap<>();
        chosen.forEach(
                entry -> commands.put(adopted(entry.id()), new AdoptEntry(entry.id(), entry.kind(), entry.content())));
        return decisions.createMissing(
                type, commands, made -> new Adopted(made, made.size(), chosen.size() - made.size()));
    }

    private static List<Adoptable> chosen(List<Adoptable> all, List<String> wanted) {
        if (wanted.isEmpty()) {
            return all;
        }
        var unknown = new ArrayList<Violation>();
        for (int i = 0; i < wanted.size(); i++) {
            String one = wanted.get(i);
            if (all.stream().noneMatch(entry -> entry.id().equals(one))) {
                unknown.add(new Violation("/entries/" + i, "the starting set has no entry \"" + one + "\""));
            }
        }
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.INVALID_BODY, "The starting set does not have all of these entries.", unknown);
        }
        return all.stream().filter(entry -> wanted.contains(entry.id())).toList();
    }

    /** One identity for an entry in an organization, so that it is adopted once. */
    private UUID adopted(String entry) {
        return UUID.nameUUIDFromBytes(
                ("library-entry " + caller.tenant() + " " + entry).getBytes(StandardCharsets.UTF_8));
    }

    static ProblemException noLibrary(String id) {
        return ProblemCode.NOT_FOUND.because("There is no starting set " + id + ".");
    }
}
