package isms.platform.query;

import isms.platform.document.Block;
import isms.platform.document.Block.Fact;
import isms.platform.document.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who asked for a document, when, and for what: what its cover says of itself.
 *
 * @param organization of whom; nobody else's rows can be in it
 * @param subject subject id of who asked
 * @param at when it was asked for
 * @param moment the past moment asked for; null for the state at {@code at}
 * @param timeline by which time {@code moment} goes
 * @param filters what the selection was narrowed by, by the names of the query parameters
 * @param order how it was sorted; null where nobody said
 */
public record Asked(
        String organization,
        String subject,
        Instant at,
        @Nullable Instant moment,
        Timeline timeline,
        Map<String, String> filters,
        @Nullable String order) {

    public Asked {
        filters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(filters));
    }

    /** The moment whose state is shown. */
    public Instant shown() {
        return moment == null ? at : moment;
    }

    /** What every cover says: of whom, of when, made when and by whom. */
    public List<Fact> origin() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Organization", organization));
        Instant past = moment;
        facts.add(
                past == null
                        ? Fact.of("State as of", Moments.second(at) + " (when it was made)")
                        : Fact.of(
                                "State as of",
                                Moments.second(past)
                                        + (timeline == Timeline.STATED
                                                ? " (by when things are stated to have happened)"
                                                : " (by when things were recorded)")));
        facts.add(Fact.of("Made at", Moments.second(at)));
        facts.add(Fact.of("Made by", subject));
        return facts;
    }

    /**
     * What the cover of a list says besides: which rows, in which order, how many.
     *
     * @param words a filter in words, where its value alone says nothing to people; null to leave the value as it is
     */
    public List<Fact> selection(int rows, Map<String, UnaryOperator<String>> words) {
        List<Fact> facts = new ArrayList<>();
        if (filters.isEmpty()) {
            facts.add(Fact.of("Selection", "All: no filter was applied"));
        } else {
            List<String> said = new ArrayList<>();
            filters.forEach((name, value) -> said.add(words(name) + ": "
                    + words.getOrDefault(name, UnaryOperator.identity()).apply(value)));
            facts.add(new Fact("Selection", isms.platform.document.Cell.of(said)));
        }
        String sorted = order;
        if (sorted != null) {
            List<String> by = new ArrayList<>();
            for (String field : sorted.split(",", -1)) {
                by.add(field.startsWith("-") ? words(field.substring(1)) + " (downwards)" : words(field));
            }
            facts.add(Fact.of("Order", String.join(", ", by)));
        }
        facts.add(Fact.of("Number of rows", Integer.toString(rows)));
        return facts;
    }

    /** The facts as a block. */
    public static Block facts(List<Fact> facts) {
        return new Block.Facts(facts);
    }

    private static String words(String name) {
        return name.strip().replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
    }
}
