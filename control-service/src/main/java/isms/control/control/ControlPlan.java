package isms.control.control;

import static isms.control.control.ControlRule.AN_IMPORT_TAKES_NO_REPORT_BACK;

import isms.platform.decider.Command;
import isms.platform.decider.Refusal;
import isms.platform.decider.Violation;
import isms.platform.imports.Together;
import isms.platform.people.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What has to be decided so that the register says of a control what another register says (CTL-4, CTL-6, ALL-9). Every part is a
 * command that people use too, and is refused by the same rules.
 *
 * @param steps in their order; each is recorded whole or not at all. Empty when all is so already
 * @param differences the fields in which the control that is here differs; empty for one that is new
 * @param completes whether nothing that is here changes: the control is new, or lacks steps that were told with it
 */
public record ControlPlan(List<Together<Effect, Part>> steps, List<String> differences, boolean completes) {

    private static final ControlDescription NOTHING = new ControlDescription("", "", null, null);

    public ControlPlan {
        steps = List.copyOf(steps);
        differences = List.copyOf(differences);
    }

    /** What a step does, as people count it. */
    public enum Effect {
        CREATED,
        REPORTED,
        REVISED,
        RETIRED
    }

    /** A decision that rests on what the control needs. */
    @FunctionalInterface
    public interface Part {
        Command<Control, ControlEvent> in(Network network);
    }

    /**
     * Under which conditions a plan is made.
     *
     * @param known tells whether there is such a requirement
     * @param reason why it is recorded
     */
    public record Conditions(Actor by, LocalDate today, Predicate<String> known, String reason) {}

    /**
     * Decisions that are recorded together, as one command.
     *
     * @param self the control as it is now
     * @param control finds another one by its id
     * @param key how people call it
     */
    public static Command<Control, ControlEvent> command(
            Together<Effect, Part> step, Control self, Function<UUID, Control> control, Function<UUID, String> key) {
        Set<UUID> needs = self instanceof Control.Open open ? open.needs() : Set.of();
        Network network = Network.of(needs, control, key);
        return step.command(part -> part.in(network), Control::evolve);
    }

    /** @param state the control as it is here */
    public static ControlPlan of(ImportedControl told, Control state, Conditions conditions) {
        return switch (state) {
            case Control.None _ -> begin(told, conditions);
            case Control.Open open -> change(told, open, conditions);
            case Control.Retired retired -> over(told, retired);
            case Control.Merged merged -> over(told, merged);
        };
    }

    private static ControlPlan over(ImportedControl told, Control ended) {
        if (told.reached() != Implementation.RETIRED) {
            ended.open();
        }
        return new ControlPlan(List.of(), List.of(), true);
    }

    /** All that the rules say against a control that is new here, not only what the first of its decisions meets. */
    public static List<Refusal> refusals(ImportedControl told, Conditions conditions) {
        var found = new ArrayList<Refusal>();
        ControlDescription description = told.description().apply(NOTHING);
        List<String> requirements = satisfied(told);
        refusal(description::checked, found);
        refusal(() -> References.known(requirements, conditions.known()), found);
        var defined = new ControlEvent.ControlDefined(description, told.owner(), List.of(), told.due());
        Control[] state = {Control.evolve(new Control.None(), defined)};
        Network alone = Network.of(Set.of(), _ -> new Control.None(), UUID::toString);
        for (Told part : life(told, conditions)) {
            refusal(
                    () -> part.part()
                            .in(alone)
                            .decide(state[0])
                            .forEach(fact -> state[0] = Control.evolve(state[0], fact)),
                    found);
        }
        return found;
    }

    private static void refusal(Runnable decision, List<Refusal> found) {
        try {
            decision.run();
        } catch (Refusal refusal) {
            found.add(refusal);
        }
    }

    private static List<String> satisfied(ImportedControl told) {
        List<String> requirements = told.requirements();
        return requirements == null ? List.of() : requirements;
    }

    private static ControlPlan begin(ImportedControl told, Conditions conditions) {
        var steps = new ArrayList<Together<Effect, Part>>();
        ControlDescription description = told.description().apply(NOTHING);
        Together.add(
                steps,
                Effect.CREATED,
                told.definedAt(),
                _ -> new DefineControl(description, told.owner(), satisfied(told), told.due(), conditions.known()));
        life(told, conditions).forEach(part -> part.addTo(steps));
        return new ControlPlan(steps, List.of(), true);
    }

    /** A part with what it does and when that was, according to the other register. */
    private record Told(Effect effect, @Nullable Instant at, Part part) {

        void addTo(List<Together<Effect, Part>> steps) {
            Together.add(steps, effect, at, part);
        }
    }

    private static Part test(TestDefinition test, Conditions conditions) {
        return located(new DefineTest(test, conditions.by()), "/test"::concat);
    }

    /** All that is told of a control that is new here, beyond what it is. */
    private static List<Told> life(ImportedControl told, Conditions conditions) {
        var parts = new ArrayList<Told>();
        TestDefinition test = told.test();
        if (test != null) {
            parts.add(new Told(Effect.CREATED, told.definedAt(), test(test, conditions)));
        }
        parts.addAll(reports(told, Implementation.PLANNED, true, conditions));
        return parts;
    }

    /**
     * How far it has come.
     *
     * @param from how far it is here
     * @param history whether all of it is stated for the day on which it was
     */
    private static List<Told> reports(
            ImportedControl told, Implementation from, boolean history, Conditions conditions) {
        var parts = new ArrayList<Told>();
        Instant last = history ? told.definedAt() : null;
        for (Implementation step : Implementation.values()) {
            if (step.compareTo(from) > 0 && step.compareTo(told.last()) <= 0) {
                LocalDate day = told.day(step);
                last = last == null || day == null ? null : later(last, day);
                LocalDate on = day == null ? conditions.today() : day;
                parts.add(new Told(Effect.REPORTED, last, report(step, on, conditions)));
            }
        }
        if (told.reached() == Implementation.RETIRED) {
            parts.add(new Told(
                    Effect.RETIRED, null, located(new RetireControl(told.retiredBecause()), _ -> "/retiredBecause")));
        }
        return parts;
    }

    private static Instant later(Instant last, LocalDate day) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        // a day alone stands for its first moment, and the one before may have been later on it
        return start.isBefore(last) && day.equals(LocalDate.ofInstant(last, ZoneOffset.UTC)) ? last : start;
    }

    private static Part report(Implementation step, LocalDate on, Conditions conditions) {
        Actor by = conditions.by();
        LocalDate today = conditions.today();
        return switch (step) {
            case PLANNED, RETIRED -> throw new IllegalArgumentException("not a step of an implementation: " + step);
            case IN_PROGRESS ->
                network -> relocated(new StartImplementation(on, "", network, by, today), _ -> "/startedOn");
            case IMPLEMENTED ->
                // without evidence: whose control it is plays no part
                located(new ReportImplemented(new UUID(0, 0), on, "", List.of(), by, today), _ -> "/implementedOn");
            case OPERATING -> located(new PutIntoOperation(on, "", by, today), _ -> "/operatingOn");
        };
    }

    /** What is wrong is said of the column that says so. */
    private static Part located(ControlCommand command, UnaryOperator<String> pointer) {
        return _ -> relocated(command, pointer);
    }

    private static Command<Control, ControlEvent> relocated(ControlCommand command, UnaryOperator<String> pointer) {
        return state -> {
            try {
                return command.decide(state);
            } catch (Refusal refusal) {
                if (refusal.violations().isEmpty()) {
                    throw refusal;
                }
                throw refusal.rule()
                        .violated(refusal.violations().stream()
                                .map(each -> new Violation(pointer.apply(each.pointer()), each.detail()))
                                .toList());
            }
        };
    }

    private static ControlPlan change(ImportedControl told, Control.Open control, Conditions conditions) {
        var steps = new ArrayList<Together<Effect, Part>>();
        var differences = new ArrayList<String>();
        describe(told, control, conditions, steps, differences);
        link(told, control, conditions, steps, differences);
        Implementation at = control.progress().at();
        LocalDate due = told.due();
        if (due != null
                && !control.isInPlace()
                && !due.equals(control.progress().due())) {
            differences.add("due");
            revise(steps, new SetDueDate(due, conditions.reason(), conditions.by()));
        }
        TestDefinition test = told.test();
        if (test != null && !test.equals(control.testing().definition())) {
            differences.add("test");
            Together.add(steps, Effect.REVISED, null, test(test, conditions));
        }
        boolean behind = told.reached() != null && told.last().compareTo(at) < 0;
        boolean ahead = told.last().compareTo(at) > 0 || told.reached() == Implementation.RETIRED;
        boolean completes = differences.isEmpty() && ahead && isInterrupted(told, control.progress());
        if (ahead) {
            reports(told, at, completes, conditions).forEach(part -> part.addTo(steps));
        }
        if (behind && told.reached() != Implementation.RETIRED) {
            Together.add(steps, Effect.REPORTED, null, _ -> _ -> {
                throw AN_IMPORT_TAKES_NO_REPORT_BACK.violated(
                        List.of(new Violation("/status", "here it is " + at.words() + " already")));
            });
        }
        if (behind || ahead) {
            differences.add("status");
        }
        return new ControlPlan(steps, differences, completes);
    }

    /** Whether an import was cut off here that had begun to tell the history of the control. */
    private static boolean isInterrupted(ImportedControl told, Progress progress) {
        return told.definedAt() != null
                && (progress.at() == Implementation.PLANNED
                        || Objects.equals(told.day(progress.at()), progress.since()));
    }

    private static void describe(
            ImportedControl told,
            Control.Open control,
            Conditions conditions,
            List<Together<Effect, Part>> steps,
            List<String> differences) {
        ControlDescription known = control.description();
        ControlDescription better = told.description().apply(known);
        int before = differences.size();
        note(differences, "title", better.title(), known.title());
        note(differences, "description", lines(better.description()), lines(known.description()));
        note(differences, "scope", better.scope(), known.scope());
        note(differences, "estimatedDays", better.estimatedDays(), known.estimatedDays());
        if (differences.size() > before) {
            revise(steps, new DescribeControl(_ -> better, conditions.by()));
        }
        if (!told.owner().equals(control.owner())) {
            differences.add("owner");
            revise(steps, new HandOverControl(told.owner(), conditions.reason(), conditions.by()));
        }
    }

    private static void note(List<String> differences, String field, @Nullable Object told, @Nullable Object known) {
        if (!Objects.equals(told, known)) {
            differences.add(field);
        }
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    private static void link(
            ImportedControl told,
            Control.Open control,
            Conditions conditions,
            List<Together<Effect, Part>> steps,
            List<String> differences) {
        List<String> requirements = told.requirements();
        if (requirements == null) {
            return;
        }
        var more = new TreeSet<>(requirements);
        more.removeAll(control.requirements());
        var fewer = new TreeSet<>(control.requirements());
        requirements.forEach(fewer::remove);
        if (!more.isEmpty()) {
            revise(steps, new LinkRequirements(List.copyOf(more), conditions.reason(), conditions.known()));
        }
        if (!fewer.isEmpty()) {
            revise(steps, new UnlinkRequirements(List.copyOf(fewer), conditions.reason()));
        }
        if (!more.isEmpty() || !fewer.isEmpty()) {
            differences.add("requirements");
        }
    }

    private static void revise(List<Together<Effect, Part>> steps, ControlCommand command) {
        Together.add(steps, Effect.REVISED, null, _ -> command);
    }
}
