package isms.control.control;

import io.smallrye.common.annotation.RunOnVirtualThread;
import isms.control.Roles;
import isms.control.evidence.EvidenceDesk;
import isms.control.evidence.EvidenceEntry;
import isms.control.evidence.EvidenceOffer;
import isms.control.evidence.EvidenceType;
import isms.platform.http.Decisions;
import isms.platform.openapi.Clause;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Providing evidence of a control (CTL-8). */
@Path("/api/v1/controls")
@Tag(name = "Controls")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ISMS_MANAGER, Roles.CONTROL_OWNER, Roles.AUDITOR, Roles.CONTRIBUTOR})
public class ControlEvidenceResource {

    private final ControlType type;
    private final EvidenceType evidence;
    private final EvidenceDesk desk;
    private final Decisions decisions;

    ControlEvidenceResource(ControlType type, EvidenceType evidence, EvidenceDesk desk, Decisions decisions) {
        this.type = type;
        this.evidence = evidence;
        this.desk = desk;
        this.decisions = decisions;
    }

    @POST
    @Path("{id}/evidence")
    @ResponseStatus(201)
    @Clause({"7.5.3", "8.1", "9.1"})
    @Operation(
            operationId = "provideControlEvidence",
            summary = "Provide evidence of a control: a file, a link or a result of a machine",
            description =
                    "A file is uploaded first and named by its SHA-256. A continuous integration system or a "
                            + "scanner posts kind=result with outcome, tool and at. Evidence never changes; it can be superseded.")
    public RestResponse<EvidenceEntry> provide(String id, @NotNull @Valid EvidenceOffer body) {
        return decisions.createKnowing(evidence, body.id(), known -> {
            known.state(type, id).open();
            return desk.item(body).provided(decisions.id(type, id));
        });
    }
}
