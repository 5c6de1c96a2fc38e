package isms.risk.library;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A starting set for one industry.
 *
 * @param id stable name, for example {@code manufacturer}
 * @param titles its title in other languages, by language tag
 */
@Schema(name = "RiskLibrary")
public record Library(
        @Schema(examples = "manufacturer") String id,
        String title,

        @Schema(description = "The title in other languages, by language tag", examples = "{\"de\": \"Krankenhaus\"}")
        Map<String, String> titles,

        String description,

        @Schema(description = "How many threats it has") int threats,

        @Schema(description = "How many vulnerabilities it has")
        int vulnerabilities,

        @Schema(description = "How many scenarios it has") int scenarios) {

    /**
     * A threat or a vulnerability of the starting sets.
     *
     * @param id stable, for example {@code T-01}
     * @param libraries ids of the starting sets that have it
     */
    @Schema(name = "RiskLibraryItem")
    public record Item(
            @Schema(examples = "T-01") String id,
            String title,

            @Schema(description = "The title in other languages, by language tag")
            Map<String, String> titles,

            String description,

            @Schema(description = "The starting sets that have it")
            List<String> libraries) {

        EntryContent content() {
            return new EntryContent(title, description, null);
        }
    }

    /**
     * A scenario of a starting set, ready to register a risk from.
     *
     * @param id stable, for example {@code MFG-01}
     * @param threat id of its threat
     * @param vulnerability id of its vulnerability
     */
    @Schema(name = "RiskLibraryScenario")
    public record Scenario(
            @Schema(description = "What fromScenario takes", examples = "MFG-01")
            String id,

            String title,

            @Schema(description = "The title in other languages, by language tag")
            Map<String, String> titles,

            @Schema(examples = "T-01") String threat,
            @Schema(examples = "V-03") String vulnerability,
            ScenarioWords scenario) {

        EntryContent content() {
            return new EntryContent(title, "", scenario);
        }
    }
}
