package isms.control.controlregister;

import static java.util.Objects.requireNonNullElse;

import isms.control.control.ControlEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * In which order controls are implemented (CTL-6): waves in which none starts before what it needs is in place.
 *
 * @param waves what is still to be implemented; what is in one wave needs nothing of the same wave or a later one
 * @param criticalPath keys of the chain that takes longest, in order
 * @param criticalDays how many working days it takes; a control without an estimate counts as one day
 * @param blocked what can never start as things are, because it needs what was given up, or what is blocked itself
 * @param conflicts what is due before something that it needs
 */
@Schema(name = "ControlSequence")
public record Sequence(
        List<Wave> waves,

        @Schema(description = "Keys of the chain that takes longest, in order")
        List<String> criticalPath,

        @Schema(description = "How many working days it takes; a control without an estimate counts as one")
        int criticalDays,

        @Schema(description = "What can never start as things are: it needs what was given up")
        List<Blocked> blocked,

        @Schema(description = "What is due before something that it needs")
        List<Conflict> conflicts) {

    /** What can be implemented side by side. */
    @Schema(name = "ControlWave")
    public record Wave(@Schema(description = "From 1") int wave, List<Step> controls) {}

    /** A control in the sequence. */
    @Schema(name = "ControlSequenceStep")
    public record Step(
            UUID id,
            String key,
            String title,
            String owner,
            String status,
            @Nullable LocalDate due,
            @Nullable Integer estimatedDays,

            @Schema(description = "Keys of what it needs, in place or not")
            List<String> needs) {}

    /** A control that cannot start. */
    @Schema(name = "BlockedControl")
    public record Blocked(UUID id, String key, String title, String why) {}

    /** A control that is due too early. */
    @Schema(name = "ControlSequenceConflict")
    public record Conflict(String key, LocalDate due, String needs, LocalDate neededDue) {}

    /** Of these controls, with the retired and merged ones that they may need. */
    static Sequence of(List<ControlEntry> controls) {
        return new Planning(controls).sequence();
    }

    /** One run over the controls. */
    private static final class Planning {

        private final Map<UUID, ControlEntry> byId = new LinkedHashMap<>();
        private final Map<UUID, List<ControlEntry>> needs = new HashMap<>();
        private final Map<UUID, Integer> waveOf = new LinkedHashMap<>();
        private final Map<UUID, Integer> daysUntil = new HashMap<>();
        private final Map<UUID, UUID> longestFrom = new HashMap<>();

        Planning(List<ControlEntry> controls) {
            controls.forEach(control -> byId.put(control.id, control));
            controls.forEach(control -> needs.put(
                    control.id,
                    control.needs.stream()
                            .map(id -> successor(UUID.fromString(id)))
                            .filter(Objects::nonNull)
                            .filter(needed -> !needed.id.equals(control.id))
                            .distinct()
                            .toList()));
        }

        private @Nullable ControlEntry successor(UUID id) {
            ControlEntry control = byId.get(id);
            var passed = new HashSet<UUID>();
            while (control != null && control.mergedInto != null && passed.add(control.id)) {
                control = byId.get(control.mergedInto);
            }
            return control;
        }

        private List<ControlEntry> needed(ControlEntry control) {
            return requireNonNullElse(needs.get(control.id), List.of());
        }

        private static boolean isToDo(ControlEntry control) {
            return control.isLeft() && !control.implementation.isInPlace();
        }

        Sequence sequence() {
            List<ControlEntry> left = new ArrayList<>(
                    byId.values().stream().filter(Planning::isToDo).toList());
            var waves = new ArrayList<Wave>();
            while (true) {
                List<ControlEntry> ready = left.stream()
                        .filter(control -> needed(control).stream().allMatch(this::isSettled))
                        .toList();
                if (ready.isEmpty()) {
                    break;
                }
                ready.forEach(this::weigh);
                waves.add(new Wave(
                        waves.size() + 1, ready.stream().map(this::step).toList()));
                ready.forEach(control -> waveOf.put(control.id, waves.size()));
                left.removeAll(ready);
            }
            List<String> path = path();
            return new Sequence(
                    List.copyOf(waves),
                    path,
                    daysUntil.values().stream()
                            .mapToInt(Integer::intValue)
                            .max()
                            .orElse(0),
                    left.stream().map(this::blocked).toList(),
                    conflicts());
        }

        private boolean isSettled(ControlEntry needed) {
            return needed.isLeft() && needed.implementation.isInPlace() || waveOf.containsKey(needed.id);
        }

        private void weigh(ControlEntry control) {
            int before = 0;
            for (ControlEntry needed : needed(control)) {
                int days = daysUntil.getOrDefault(needed.id, 0);
                if (days > before) {
                    before = days;
                    longestFrom.put(control.id, needed.id);
                }
            }
            daysUntil.put(control.id, before + requireNonNullElse(control.estimatedDays, 1));
        }

        private List<String> path() {
            var keys = new ArrayList<String>();
            UUID at = daysUntil.entrySet().stream()
                    .max(Map.Entry.<UUID, Integer>comparingByValue()
                            .thenComparing(
                                    Map.Entry.<UUID, Integer>comparingByKey().reversed()))
                    .map(Map.Entry::getKey)
                    .orElse(null);
            while (at != null) {
                ControlEntry control = byId.get(at);
                if (control != null) {
                    keys.add(control.key);
                }
                at = longestFrom.get(at);
            }
            return List.copyOf(keys.reversed());
        }

        private Step step(ControlEntry control) {
            return new Step(
                    control.id,
                    control.key,
                    control.title,
                    control.owner,
                    control.status,
                    control.due,
                    control.estimatedDays,
                    needed(control).stream().map(needed -> needed.key).toList());
        }

        private Blocked blocked(ControlEntry control) {
            return new Blocked(
                    control.id,
                    control.key,
                    control.title,
                    "It needs "
                            + needed(control).stream()
                                    .filter(needed -> !isSettled(needed))
                                    .map(needed -> needed.key
                                            + (needed.isLeft() ? ", which is blocked" : ", which is " + needed.status))
                                    .collect(Collectors.joining(" and "))
                            + ".");
        }

        private List<Conflict> conflicts() {
            var found = new ArrayList<Conflict>();
            for (ControlEntry control : byId.values()) {
                LocalDate due = control.due;
                if (due == null || !isToDo(control)) {
                    continue;
                }
                for (ControlEntry needed : needed(control)) {
                    LocalDate neededDue = needed.due;
                    if (isToDo(needed) && neededDue != null && due.isBefore(neededDue)) {
                        found.add(new Conflict(control.key, due, needed.key, neededDue));
                    }
                }
            }
            return List.copyOf(found);
        }
    }
}
