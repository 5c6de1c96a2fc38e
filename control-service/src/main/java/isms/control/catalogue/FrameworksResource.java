package isms.control.catalogue;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import isms.control.Roles;
import isms.control.framework.Framework;
import isms.control.framework.Frameworks;
import isms.control.framework.Requirement;
import isms.platform.http.MediaTypes;
import isms.platform.http.ProblemCode;
import isms.platform.openapi.Clause;
import isms.platform.query.HeldListing;
import isms.platform.query.HeldRows;
import isms.platform.query.ListRequest;
import isms.platform.query.Page;
import isms.platform.query.ReadRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reading frameworks and their requirements: those that come with the software, and the organization's own (CTL-1). */
@Path("/api/v1/frameworks")
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

    private static final String ID = "Id of the framework, for example iso-27001-2022; of an own one the key, FRW-1";

    private static final HeldListing<Framework> FRAMEWORKS = HeldListing.of(Framework.class, Framework::id)
            .filter("publisher", Framework::publisher)
            .filter("own", framework -> Boolean.toString(framework.own()))
            .sort("id", Framework::id)
            .sort("title", Framework::title)
            .search(framework -> Arrays.asList(framework.title(), framework.publisher(), framework.source()))
            .named("frameworks");

    private static final HeldListing<Requirement> REQUIREMENTS = requirements();

    private final Catalogue catalogue;
    private final HeldRows rows;

    FrameworksResource(Catalogue catalogue, HeldRows rows) {
        this.catalogue = catalogue;
        this.rows = rows;
    }

    private static HeldListing<Requirement> requirements() {
        HeldListing<Requirement> listing = HeldListing.of(Requirement.class, Requirement::id)
                .filter("group", Requirement::group)
                .filter("parent", Requirement::parent)
                .filter("level", Requirement::level)
                .filter("heading", requirement -> Boolean.toString(requirement.heading()))
                .filterAny("attribute", FrameworksResource::attributes)
                .filterAny("newIn2022", requirement -> requirement.values("newIn2022"))
                .sort("title", Requirement::title)
                .sort("group", Requirement::group)
                .sort("level", Requirement::level)
                .search(requirement -> Arrays.asList(requirement.id(), requirement.title(), requirement.explanation()))
                .named("requirements");
        for (String attribute : Frameworks.ATTRIBUTES) {
            listing.filterAny(attribute, requirement -> requirement.values(attribute));
        }
        return listing;
    }

    private static List<String> attributes(Requirement requirement) {
        List<String> all = new ArrayList<>();
        requirement.attributes().forEach((name, values) -> values.forEach(value -> all.add(name + ":" + value)));
        return all;
    }

    @GET
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause("6.1.3 c")
    @Operation(
            operationId = "listFrameworks",
            summary = "Lists the frameworks whose requirements controls can satisfy",
            description = "Those that come with the software, then the organization's own ones that are not retired.")
    @Parameter(name = "publisher", in = ParameterIn.QUERY, description = "Who gave it out, for example NIST")
    @Parameter(name = "own", in = ParameterIn.QUERY, description = "true for those that the organization brought in")
    public Uni<RestResponse<Page<Framework>>> list(@BeanParam ListRequest request) {
        return catalogue.frameworks(request).chain(all -> rows.page(FRAMEWORKS, all, request));
    }

    @GET
    @Path("{id}")
    @Produces(APPLICATION_JSON)
    @Clause("6.1.3 c")
    @Operation(operationId = "getFramework", summary = "Shows what a framework is and how much is in it")
    public Uni<Framework> one(@Parameter(description = ID) @PathParam("id") String id, @BeanParam ReadRequest request) {
        request.allowOnly();
        return catalogue.framework(id, request).map(Catalogue.Shelved::framework);
    }

    @GET
    @Path("{id}/requirements")
    @Produces({APPLICATION_JSON, MediaTypes.CSV, MediaTypes.XLSX})
    @Clause("6.1.3 c")
    @Operation(
            operationId = "listFrameworkRequirements",
            summary = "Lists the requirements of a framework in the order of its publisher",
            description =
                    "With the headings that they stand below; heading=false leaves these out. Of an own framework asOf shows what was in force then.")
    @Parameter(name = "group", in = ParameterIn.QUERY, description = "Theme, domain or function")
    @Parameter(name = "parent", in = ParameterIn.QUERY, description = "Identifier of what they stand below")
    @Parameter(name = "level", in = ParameterIn.QUERY, description = "For example control or subcategory")
    @Parameter(name = "heading", in = ParameterIn.QUERY, description = "false for requirements without headings")
    @Parameter(
            name = "attribute",
            in = ParameterIn.QUERY,
            description = "A value of an attribute, for example controlType:preventive")
    @Parameter(name = "newIn2022", in = ParameterIn.QUERY, description = "yes for the controls that are new in 2022")
    @Parameter(
            name = "controlType",
            in = ParameterIn.QUERY,
            description = "Of Annex A: preventive, detective, corrective")
    @Parameter(
            name = "informationSecurityProperties",
            in = ParameterIn.QUERY,
            description = "Of Annex A: confidentiality, integrity, availability")
    @Parameter(
            name = "cybersecurityConcepts",
            in = ParameterIn.QUERY,
            description = "Of Annex A: identify, protect, detect, respond, recover")
    @Parameter(
            name = "operationalCapabilities",
            in = ParameterIn.QUERY,
            description = "Of Annex A, for example identity-and-access-management")
    @Parameter(
            name = "securityDomains",
            in = ParameterIn.QUERY,
            description = "Of Annex A: governance-and-ecosystem, protection, defence, resilience")
    public Uni<RestResponse<Page<Requirement>>> requirements(
            @Parameter(description = ID) @PathParam("id") String id, @BeanParam ListRequest request) {
        return catalogue.framework(id, request).chain(found -> rows.page(REQUIREMENTS, found.outline(), request));
    }

    @GET
    @Path("{id}/requirements/{requirement}")
    @Produces(APPLICATION_JSON)
    @Clause("6.1.3 c")
    @Operation(operationId = "getFrameworkRequirement", summary = "Shows a requirement of a framework")
    public Uni<Requirement> requirement(
            @Parameter(description = ID) @PathParam("id") String id,
            @Parameter(description = "Identifier that its publisher gave it, for example A.5.23")
                    @PathParam("requirement")
                    String requirement,
            @BeanParam ReadRequest request) {
        request.allowOnly();
        return catalogue
                .framework(id, request)
                .map(found -> found.outline().stream()
                        .filter(one -> one.id().equals(requirement))
                        .findFirst()
                        .orElseThrow(() -> ProblemCode.NOT_FOUND.because("There is no requirement " + requirement
                                + " in " + found.framework().title() + ".")));
    }
}
