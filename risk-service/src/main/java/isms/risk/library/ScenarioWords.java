package isms.risk.library;

import static java.util.Objects.requireNonNullElse;

import isms.platform.decider.Violation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A scenario to start a risk from: how it comes about, what it affects, and what is suggested for it.
 *
 * @param source the source of risk or the threat
 * @param event what happens
 * @param vulnerability the weakness that lets it happen
 * @param consequence what follows for the organization
 * @param affects confidentiality, integrity, availability, safety
 * @param category suggested category
 * @param controls suggested controls, by identifier in Annex A of ISO/IEC 27001:2022 or of any other source
 * @param assets suggested assets
 * @param processes suggested business processes
 */
@Schema(name = "LibraryScenarioWords")
public record ScenarioWords(
        @Schema(examples = "Extortionists who encrypt and steal data")
        String source,

        @Schema(examples = "Encrypt the servers of the laboratory")
        String event,

        @Schema(examples = "Backups can be reached and deleted from the network")
        String vulnerability,

        @Schema(examples = "No results for days") String consequence,

        @Schema(description = "confidentiality, integrity, availability, safety", examples = "[\"availability\"]")
        List<String> affects,

        @Schema(examples = "Malicious software") String category,

        @Schema(description = "Suggested controls", examples = "[\"A.8.7\", \"A.8.13\"]")
        List<String> controls,

        List<String> assets,
        List<String> processes) {

    /** What a scenario can affect, as a risk names it. */
    static final List<String> PROPERTIES = List.of("confidentiality", "integrity", "availability", "safety");

    private static final int LINE = 200;
    private static final int TEXT = 4000;

    public ScenarioWords {
        source = words(source);
        event = words(event);
        vulnerability = words(vulnerability);
        consequence = words(consequence);
        affects = List.copyOf(requireNonNullElse(affects, List.of()));
        category = words(category);
        controls = List.copyOf(requireNonNullElse(controls, List.of()));
        assets = List.copyOf(requireNonNullElse(assets, List.of()));
        processes = List.copyOf(requireNonNullElse(processes, List.of()));
    }

    private static String words(@Nullable String text) {
        return requireNonNullElse(text, "").strip();
    }

    /** Adds what is too long or not a word that a risk knows: refused in a draft already. */
    void faults(List<Violation> found) {
        atMost(found, "/scenario/source", source, TEXT);
        atMost(found, "/scenario/event", event, TEXT);
        atMost(found, "/scenario/vulnerability", vulnerability, TEXT);
        atMost(found, "/scenario/consequence", consequence, TEXT);
        atMost(found, "/scenario/category", category, LINE);
        for (int i = 0; i < affects.size(); i++) {
            if (!PROPERTIES.contains(affects.get(i))) {
                found.add(new Violation("/scenario/affects/" + i, "it is none of: " + String.join(", ", PROPERTIES)));
            }
        }
        for (int i = 0; i < controls.size(); i++) {
            if (!controls.get(i).matches("\\S{1,200}")) {
                found.add(new Violation(
                        "/scenario/controls/" + i,
                        "a reference has no spaces and at most 200 characters, for example A.8.7"));
            }
        }
    }

    /** Adds what is still missing before a risk can start from it. */
    void gaps(List<Violation> found) {
        required(found, "/scenario/source", source);
        required(found, "/scenario/event", event);
        required(found, "/scenario/vulnerability", vulnerability);
        required(found, "/scenario/consequence", consequence);
        required(found, "/scenario/category", category);
        if (affects.isEmpty()) {
            found.add(
                    new Violation("/scenario/affects", "say what is lost; allowed: " + String.join(", ", PROPERTIES)));
        }
    }

    private static void atMost(List<Violation> found, String pointer, String text, int most) {
        if (text.length() > most) {
            found.add(new Violation(pointer, "it is longer than " + most + " characters"));
        }
    }

    private static void required(List<Violation> found, String pointer, String text) {
        if (text.isEmpty()) {
            found.add(new Violation(pointer, "it is missing"));
        }
    }
}
