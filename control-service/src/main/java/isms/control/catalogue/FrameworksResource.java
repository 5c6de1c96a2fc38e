package isms.control.catalogue;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import isms.control.Roles;
import isms.control.framework.Framework;
import isms.control.framework.Frameworks;
import isms.control.framework.Requirement;
import isms.platform.http.ProblemCode;
import isms.platform.openapi.Clause;
import isms.platform.query.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reading the frameworks that come with the software. The same for every organization; answered from memory. */
@Path("/api/v1/frameworks")
@Produces(APPLICATION_JSON)
@RolesAllowed({
    Roles.ISMS_MANAGER,
    Roles.TOP_MANAGEMENT,
    Roles.RISK_OWNER,
    Roles.CONTROL_OWNER,
    Roles.AUDITOR,
    Roles.CONTRIBUTOR,
    Roles.VIEWER
})
@Tag(name = "Frameworks")
public class FrameworksResource {

    private static final String ID = "Id of the framework, for example iso-27001-2022";

    private final Frameworks frameworks = Frameworks.shipped();

    @GET
    @Clause("6.1.3 c")
    @Operation(operationId = "listFrameworks", summary = "Lists the frameworks whose requirements controls can satisfy")
    public Page<Framework> list() {
        return Page.whole(frameworks.all());
    }

    @GET
    @Path("{id}")
    @Clause("6.1.3 c")
    @Operation(operationId = "getFramework", summary = "Shows what a framework is and how much is in it")
    public Framework one(@Parameter(description = ID) @PathParam("id") String id) {
        return framework(id);
    }

    @GET
    @Path("{id}/requirements")
    @Clause("6.1.3 c")
    @Operation(
            operationId = "listFrameworkRequirements",
            summary = "Lists the requirements of a framework in the order of its publisher")
    public Page<Requirement> requirements(@Parameter(description = ID) @PathParam("id") String id) {
        return Page.whole(frameworks.requirements(framework(id).id()));
    }

    private Framework framework(String id) {
        return frameworks
                .framework(id)
                .orElseThrow(() -> ProblemCode.NOT_FOUND.because("There is no framework " + id + ". There are: "
                        + frameworks.all().stream().map(Framework::id).collect(Collectors.joining(", ")) + "."));
    }
}
