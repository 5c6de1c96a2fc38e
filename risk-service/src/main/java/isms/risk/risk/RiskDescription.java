package isms.risk.risk;

import static isms.risk.risk.RiskRule.A_RISK_IS_DESCRIBED_IN_FULL;
import static java.util.Objects.requireNonNullElse;

import isms.platform.decider.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a risk is, in words that its owner would recognize (RSK-6).
 *
 * @param title the risk in one line
 * @param scenario how it comes about
 * @param affects what is lost or gained
 * @param assets assets concerned
 * @param processes business processes concerned
 * @param category as the organization groups its risks
 * @param unit organizational unit; null where it concerns all of them
 * @param controlObjectives references of the control objectives that it bears on
 * @param controls references of the controls that it bears on, from any source, for example {@code A.8.7}
 */
@Schema(name = "RiskDescription")
public record RiskDescription(
        @Schema(examples = "Ransomware stops order processing")
        String title,

        Scenario scenario,
        Set<Property> affects,
        @Schema(examples = "[\"File servers\"]") List<String> assets,
        @Schema(examples = "[\"Order processing\"]") List<String> processes,
        @Schema(examples = "Malicious software") String category,

        @Schema(examples = "Information technology") @Nullable
        String unit,

        @Schema(examples = "[\"Order data can be restored within a day\"]")
        List<String> controlObjectives,

        @Schema(examples = "[\"A.8.7\", \"A.8.13\"]") List<String> controls) {

    private static final int LINE = 200;
    private static final int TEXT = 4000;
    private static final Pattern REFERENCE = Pattern.compile("\\S{1,200}");

    public RiskDescription {
        title = requireNonNullElse(title, "").strip();
        scenario = requireNonNullElse(scenario, new Scenario("", "", "", ""));
        // in the order of the enum, so that the same description is always written in the same way
        var ordered = EnumSet.noneOf(Property.class);
        ordered.addAll(requireNonNullElse(affects, Set.of()));
        affects = Collections.unmodifiableSet(ordered);
        assets = List.copyOf(requireNonNullElse(assets, List.of()));
        processes = List.copyOf(requireNonNullElse(processes, List.of()));
        category = requireNonNullElse(category, "").strip();
        controlObjectives = List.copyOf(requireNonNullElse(controlObjectives, List.of()));
        controls = List.copyOf(requireNonNullElse(controls, List.of()));
    }

    /** This description, refused when it does not yet tell someone else what the risk is. */
    RiskDescription complete(RiskKind kind) {
        List<Violation> gaps = gaps(kind);
        if (!gaps.isEmpty()) {
            throw A_RISK_IS_DESCRIBED_IN_FULL.violated(gaps);
        }
        return this;
    }

    private List<Violation> gaps(RiskKind kind) {
        var found = new ArrayList<Violation>();
        required(found, "/title", title, LINE);
        required(found, "/scenario/source", scenario.source(), TEXT);
        required(found, "/scenario/event", scenario.event(), TEXT);
        required(found, "/scenario/consequence", scenario.consequence(), TEXT);
        required(found, "/category", category, LINE);
        if (kind == RiskKind.THREAT) {
            required(found, "/scenario/vulnerability", scenario.vulnerability(), TEXT);
            if (affects.isEmpty()) {
                found.add(new Violation(
                        "/affects", "say what is lost; allowed: confidentiality, integrity, availability, safety"));
            }
        }
        if (assets.isEmpty() && processes.isEmpty()) {
            found.add(new Violation("/assets", "name at least one asset or process that the risk concerns"));
        }
        references(found, "/controls", controls);
        return List.copyOf(found);
    }

    private static void required(List<Violation> found, String pointer, String text, int most) {
        if (text.isEmpty()) {
            found.add(new Violation(pointer, "it is missing"));
        } else if (text.length() > most) {
            found.add(new Violation(pointer, "it is longer than " + most + " characters"));
        }
    }

    private static void references(List<Violation> found, String pointer, List<String> references) {
        for (int i = 0; i < references.size(); i++) {
            if (!REFERENCE.matcher(references.get(i)).matches()) {
                found.add(new Violation(
                        pointer + "/" + i, "a reference has no spaces and at most 200 characters, for example A.8.7"));
            }
        }
    }
}
