package isms.risk.librarycatalogue;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import isms.platform.http.ProblemCode;
import isms.platform.openapi.Clause;
import isms.platform.query.Page;
import isms.risk.Roles;
import isms.risk.library.Libraries;
import isms.risk.library.Library;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reading the starting sets. The same for every organization; answered from memory. */
@Path("/api/v1/risk-libraries")
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
@Tag(name = "Risk libraries")
public class StartingSetsResource {

    private static final String ID = "Id of the starting set, for example manufacturer";

    private final Libraries libraries = Libraries.shipped();

    @GET
    @Clause("6.1.2 c")
    @Operation(
            operationId = "listRiskLibraries",
            summary = "Lists the starting sets of threats, vulnerabilities and scenarios",
            description = "One for each of several industries. They come with the software, in its own words.")
    public Page<Library> list(@BeanParam StartingSetRequest request) {
        request.allow();
        return Page.whole(libraries.all());
    }

    @GET
    @Path("{id}")
    @Clause("6.1.2 c")
    @Operation(operationId = "getRiskLibrary", summary = "Shows what a starting set is for and how much is in it")
    public Library one(@Parameter(description = ID) @PathParam("id") String id, @BeanParam StartingSetRequest request) {
        request.allow();
        return library(id);
    }

    @GET
    @Path("{id}/scenarios")
    @Clause("6.1.2 c")
    @Operation(
            operationId = "listRiskLibraryScenarios",
            summary = "Lists the scenarios of a starting set",
            description =
                    "Each says how it comes about, what it affects, and suggests a category, controls, assets and "
                            + "processes. To register a risk from one, post its id as `fromScenario` to /risks.")
    public Page<Library.Scenario> scenarios(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam ScenarioRequest request) {
        request.allow("q", "affects", "category", "control", "threat", "vulnerability");
        return Page.whole(
                libraries.scenarios(library(id)).stream().filter(request::wants).toList());
    }

    @GET
    @Path("{id}/threats")
    @Clause("6.1.2 c")
    @Operation(operationId = "listRiskLibraryThreats", summary = "Lists the threats of a starting set")
    public Page<Library.Item> threats(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam StartingSetRequest request) {
        request.allow("q");
        return Page.whole(
                libraries.threats(library(id)).stream().filter(request::finds).toList());
    }

    @GET
    @Path("{id}/vulnerabilities")
    @Clause("6.1.2 c")
    @Operation(operationId = "listRiskLibraryVulnerabilities", summary = "Lists the vulnerabilities of a starting set")
    public Page<Library.Item> vulnerabilities(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam StartingSetRequest request) {
        request.allow("q");
        return Page.whole(libraries.vulnerabilities(library(id)).stream()
                .filter(request::finds)
                .toList());
    }

    private Library library(String id) {
        return libraries
                .library(id)
                .orElseThrow(() -> ProblemCode.NOT_FOUND.because("There is no starting set " + id
                        + ". There are: "
                        + String.join(
                                ", ", libraries.all().stream().map(Library::id).toList()) + "."));
    }
}
