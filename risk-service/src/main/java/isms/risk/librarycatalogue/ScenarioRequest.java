package isms.risk.librarycatalogue;

import isms.risk.library.Library.Scenario;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which scenarios of a starting set are wanted. */
public class ScenarioRequest extends StartingSetRequest {

    @QueryParam("affects")
    @Parameter(description = "What it affects: confidentiality, integrity, availability or safety")
    public @Nullable String affects;

    @QueryParam("category")
    @Parameter(description = "Suggested category")
    public @Nullable String category;

    @QueryParam("control")
    @Parameter(description = "A suggested control, for example A.8.7")
    public @Nullable String control;

    @QueryParam("threat")
    @Parameter(description = "Id of its threat, for example T-01")
    public @Nullable String threat;

    @QueryParam("vulnerability")
    @Parameter(description = "Id of its vulnerability, for example V-03")
    public @Nullable String vulnerability;

    boolean wants(Scenario scenario) {
        var told = scenario.scenario();
        return (affects == null || told.affects().contains(affects))
                && (category == null || told.category().equalsIgnoreCase(category))
                && (control == null || told.controls().contains(control))
                && (threat == null || scenario.threat().equals(threat))
                && (vulnerability == null || scenario.vulnerability().equals(vulnerability))
                && finds(scenario);
    }
}
