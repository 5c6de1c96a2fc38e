package isms.risk.mywork;

import io.smallrye.mutiny.Uni;
import isms.platform.openapi.Clause;
import isms.risk.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for the caller. */
@Path("/api/v1/my-work")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "My work")
public class MyWorkResource {

    private final WaitingWork waiting;

    MyWorkResource(WaitingWork waiting) {
        this.waiting = waiting;
    }

    @GET
    @Clause({"5.3", "8.2", "8.3"})
    @Operation(
            operationId = "getMyWork",
            summary = "Shows what waits for you",
            description =
                    "Your risks never assessed or due for reassessment within 30 days, opportunities to decide on, plans "
                            + "and methodologies to approve, actions to carry out or to be shown done, and what came back to you as an "
                            + "author: by your subject id and your roles. Whoever may not decide something is not asked to: no plan of "
                            + "your own writing waits for your approval.")
    public Uni<MyWork> mine(@BeanParam MyWorkRequest request) {
        return waiting.of(request);
    }
}
