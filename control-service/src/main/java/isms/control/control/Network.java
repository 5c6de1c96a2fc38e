package isms.control.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Controls and what they need, as far as a decision follows them.
 *
 * @param controls by id; what is not in it is not there
 */
record Network(Map<UUID, Node> controls) {

    /** A control by the key that people use. */
    record Node(String key, Control control) {}

    Network {
        controls = Map.copyOf(controls);
    }

    /**
     * These controls, all that they need in turn, and what goes on in the place of each.
     *
     * @param control finds one by its id
     * @param key how people call it
     */
    static Network of(Collection<UUID> from, Function<UUID, Control> control, Function<UUID, String> key) {
        var found = new LinkedHashMap<UUID, Node>();
        var next = new ArrayDeque<>(from);
        while (!next.isEmpty()) {
            UUID id = next.remove();
            if (found.containsKey(id)) {
                continue;
            }
            Control state = control.apply(id);
            found.put(id, new Node(key.apply(id), state));
            switch (state) {
                case Control.Open open -> next.addAll(open.needs());
                case Control.Merged(var into) -> next.add(into);
                case Control.Retired _ -> {}
                case Control.None _ -> {}
            }
        }
        return new Network(found);
    }

    /** What goes on in the place of a control: itself, or what it was merged into. */
    UUID successor(UUID id) {
        UUID at = id;
        var passed = new HashSet<UUID>();
        while (passed.add(at) && controls.get(at) instanceof Node(var key, Control.Merged(var into))) {
            at = into;
        }
        return at;
    }

    String key(UUID id) {
        Node node = controls.get(id);
        return node == null ? id.toString() : node.key();
    }

    /** The keys of those, with the reason, that are not in place. */
    List<String> missing(Set<UUID> needs) {
        return needs.stream()
                .map(this::successor)
                .distinct()
                .map(controls::get)
                .filter(Objects::nonNull)
                .flatMap(node -> lacking(node).stream())
                .sorted()
                .toList();
    }

    private static List<String> lacking(Node node) {
        return switch (node.control()) {
            case Control.Open open ->
                open.isInPlace()
                        ? List.of()
                        : List.of(node.key() + " is " + open.progress().at().words());
            case Control.Retired _ -> List.of(node.key() + " is retired");
            case Control.Merged _ -> List.of(node.key() + " is merged");
            case Control.None _ -> List.of(node.key() + " is not defined");
        };
    }

    /** The way along which one control needs another, both included; empty when it does not need it. */
    List<UUID> way(UUID from, UUID to) {
        var cameFrom = new HashMap<UUID, UUID>();
        var next = new ArrayDeque<UUID>();
        next.add(successor(from));
        cameFrom.put(successor(from), successor(from));
        while (!next.isEmpty()) {
            UUID at = next.remove();
            if (at.equals(to)) {
                return traced(cameFrom, at);
            }
            for (UUID needed : needs(at)) {
                if (cameFrom.putIfAbsent(needed, at) == null) {
                    next.add(needed);
                }
            }
        }
        return List.of();
    }

    private List<UUID> needs(UUID id) {
        return controls.get(id) instanceof Node(var key, Control.Open open)
                ? open.needs().stream().map(this::successor).sorted().toList()
                : List.of();
    }

    private static List<UUID> traced(Map<UUID, UUID> cameFrom, UUID end) {
        var way = new ArrayList<UUID>();
        UUID at = end;
        while (true) {
            way.add(at);
            UUID before = Objects.requireNonNull(cameFrom.get(at));
            if (before.equals(at)) {
                return way.reversed();
            }
            at = before;
        }
    }

    /** A way in words. */
    String told(List<UUID> way) {
        return way.stream().map(this::key).collect(Collectors.joining(" needs "));
    }
}
