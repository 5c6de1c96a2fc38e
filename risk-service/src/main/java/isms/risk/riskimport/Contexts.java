package isms.risk.riskimport;

import isms.platform.command.Commands;
import isms.platform.command.Trial;
import isms.risk.context.ContextEntry;
import isms.risk.context.ContextEvent;
import isms.risk.context.ContextType;
import isms.risk.context.RiskContext;
import isms.risk.criteria.Criteria;
import isms.risk.methodology.Methodology;
import isms.risk.methodology.MethodologyType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contexts of an organization, with the methodologies that they have chosen, as they are now. */
final class Contexts {

    /**
     * A context.
     *
     * @param criteria by which its risks are assessed; null while none are in use
     */
    record Found(
            UUID id,
            String key,
            String title,
            RiskContext state,
            @Nullable UUID methodologyId,
            Methodology methodology,
            @Nullable Criteria criteria) {

        boolean isLive() {
            return state instanceof RiskContext.Defined;
        }
    }

    private final List<Found> all;

    private Contexts(List<Found> all) {
        this.all = List.copyOf(all);
    }

    static Contexts of(Commands commands, ContextType contexts, MethodologyType methodologies, String tenant) {
        var found = new ArrayList<Found>();
        Map<UUID, Methodology> known = new HashMap<>();
        for (UUID id : commands.all(contexts, tenant)) {
            Trial<RiskContext, ContextEvent, ContextEntry> context = commands.trial(contexts, tenant, id);
            ContextEntry entry = context.representation();
            if (entry == null) {
                continue;
            }
            UUID chosen = context.state() instanceof RiskContext.Defined defined ? defined.methodology() : null;
            Methodology methodology = chosen == null
                    ? methodologies.initial()
                    : known.computeIfAbsent(
                            chosen,
                            methodologyId -> commands.load(methodologies, tenant, methodologyId)
                                    .state());
            found.add(
                    new Found(id, entry.key, entry.title, context.state(), chosen, methodology, criteria(methodology)));
        }
        return new Contexts(found);
    }

    private static @Nullable Criteria criteria(Methodology methodology) {
        return methodology instanceof Methodology.Inventoried inventoried && inventoried.inUse() != null
                ? inventoried.inUse().content().criteria()
                : null;
    }

    /** Those that take risks. */
    List<Found> live() {
        return all.stream().filter(Found::isLive).toList();
    }

    /** By id, key or title; a title that several have is nobody's. Retired ones come after those that take risks. */
    List<Found> named(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        List<Found> exact = all.stream()
                .filter(context -> context.id().toString().equals(name)
                        || context.key().toLowerCase(Locale.ROOT).equals(name))
                .toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        List<Found> titled = all.stream()
                .filter(context -> context.title().toLowerCase(Locale.ROOT).equals(name))
                .toList();
        List<Found> live = titled.stream().filter(Found::isLive).toList();
        return live.isEmpty() ? titled : live;
    }

    /** Where the example of the template is at home: the first one that can be assessed, else the first. */
    @Nullable
    Found first() {
        return live().stream()
                .filter(context -> context.criteria() != null)
                .findFirst()
                .orElseGet(() -> live().isEmpty() ? null : live().getFirst());
    }
}
