package isms.control.controlregister;

import com.fasterxml.jackson.annotation.JsonInclude;
import isms.control.control.ControlEntry;
import isms.control.control.Effectiveness;
import isms.control.framework.Framework;
import isms.control.framework.Frameworks;
import isms.control.framework.Requirement;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the controls of an organization cover the requirements of a framework (CTL-14). */
@Schema(name = "Coverage")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Coverage(
        @Schema(examples = "iso-27001-2022") String framework,
        @Schema(examples = "ISO/IEC 27001:2022 Annex A") String title,

        @Schema(description = "The moment that was asked for; absent for now") @Nullable
        Instant asOf,

        Share total,

        @Schema(description = "By theme, domain or function, in the order of the publisher")
        List<Share> groups,

        @Schema(description = "By each value of each attribute; a requirement counts with all of its values")
        List<Attribute> attributes,

        @Schema(description = "Every requirement with the keys of its controls")
        List<Covered> requirements) {

    /** How a requirement is covered. */
    @Schema(
            name = "CoverageState",
            enumeration = {"covered", "partly", "not"})
    public enum State {
        /** A control that satisfies it is in place, and nothing that is known speaks against it. */
        COVERED,
        /** Controls satisfy it, but none of them is in place, or what is in place is ineffective, partially effective or in doubt. */
        PARTLY,
        /** No control satisfies it. */
        NOT
    }

    /** @param of what is counted: a group, a value of an attribute, or all */
    @Schema(name = "CoverageShare")
    public record Share(
            @Schema(examples = "technological") String of,
            int covered,
            int partly,
            int not,
            @Schema(description = "All of them") int requirements) {}

    @Schema(name = "CoverageAttribute")
    public record Attribute(
            @Schema(examples = "controlType") String attribute, List<Share> values) {}

    @Schema(name = "CoveredRequirement")
    public record Covered(
            @Schema(examples = "A.8.13") String id,
            String title,
            @Nullable String group,
            State state,
            @Schema(examples = "[\"CTRL-7\"]") List<String> controls) {}

    static Coverage of(
            Framework framework, List<Requirement> requirements, List<ControlEntry> controls, @Nullable Instant asOf) {
        Map<String, List<ControlEntry>> satisfying = new HashMap<>();
        controls.stream()
                .filter(ControlEntry::isLeft)
                .forEach(control -> control.requirements.forEach(reference -> satisfying.merge(
                        reference,
                        List.of(control),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList())));
        SequencedMap<Requirement, State> states = new LinkedHashMap<>();
        requirements.forEach(requirement ->
                states.put(requirement, state(satisfying.getOrDefault(requirement.reference(), List.of()))));
        return new Coverage(
                framework.id(),
                framework.title(),
                asOf,
                share("all", states.values()),
                shares(states, requirement -> Stream.ofNullable(requirement.group())),
                attributes(framework, requirements)
                        .map(attribute -> new Attribute(
                                attribute, shares(states, requirement -> requirement.values(attribute).stream())))
                        .filter(attribute -> !attribute.values().isEmpty())
                        .toList(),
                states.entrySet().stream()
                        .map(entry -> new Covered(
                                entry.getKey().id(),
                                entry.getKey().title(),
                                entry.getKey().group(),
                                entry.getValue(),
                                satisfying.getOrDefault(entry.getKey().reference(), List.of()).stream()
                                        .map(control -> control.key)
                                        .toList()))
                        .toList());
    }

    /** Of Annex A those that its publisher gave it; of an own framework those that its file has. */
    private static Stream<String> attributes(Framework framework, List<Requirement> requirements) {
        return framework.own()
                ? requirements.stream()
                        .flatMap(requirement -> requirement.attributes().keySet().stream())
                        .distinct()
                : Frameworks.ATTRIBUTES.stream();
    }

    private static State state(List<ControlEntry> controls) {
        if (controls.isEmpty()) {
            return State.NOT;
        }
        return controls.stream()
                        .anyMatch(control -> control.implementation.isInPlace()
                                && (control.effectiveness == Effectiveness.EFFECTIVE
                                        || control.effectiveness == Effectiveness.UNTESTED))
                ? State.COVERED
                : State.PARTLY;
    }

    private static List<Share> shares(
            SequencedMap<Requirement, State> states, Function<Requirement, Stream<String>> kinds) {
        SequencedMap<String, List<State>> byKind = new LinkedHashMap<>();
        states.forEach((requirement, state) -> kinds.apply(requirement)
                .forEach(kind -> byKind.merge(
                        kind,
                        List.of(state),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList())));
        return byKind.entrySet().stream()
                .map(entry -> share(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Share share(String of, Iterable<State> states) {
        var counts = new EnumMap<State, Integer>(State.class);
        int all = 0;
        for (State state : states) {
            counts.merge(state, 1, Integer::sum);
            all++;
        }
        return new Share(
                of,
                counts.getOrDefault(State.COVERED, 0),
                counts.getOrDefault(State.PARTLY, 0),
                counts.getOrDefault(State.NOT, 0),
                all);
    }
}
