package isms.platform.query;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a list that is held in memory may be filtered, sorted and searched by: reference data that come with the software, or
 * what one row holds. The same for its readers as a {@link Listing} of rows.
 */
public final class HeldListing<R> {

    private final Class<R> rows;
    private final Function<R, String> identity;
    private final Map<String, Function<R, ? extends Collection<String>>> filters = new LinkedHashMap<>();
    private final Map<String, Function<R, @Nullable String>> sorts = new LinkedHashMap<>();
    private Function<R, List<@Nullable String>> searched = row -> List.of();
    private String name = "list";

    private HeldListing(Class<R> rows, Function<R, String> identity) {
        this.rows = rows;
        this.identity = identity;
    }

    /** @param identity what tells a row from all others of the list */
    public static <R> HeldListing<R> of(Class<R> rows, Function<R, String> identity) {
        return new HeldListing<>(rows, identity);
    }

    /** Filters by a value: {@code ?level=control}, or any of several, {@code ?level=control,enhancement}. */
    public HeldListing<R> filter(String parameter, Function<R, @Nullable String> value) {
        return filterAny(parameter, row -> {
            String one = value.apply(row);
            return one == null ? List.of() : List.of(one);
        });
    }

    /** Filters by one of the values that a row has. */
    public HeldListing<R> filterAny(String parameter, Function<R, ? extends Collection<String>> values) {
        filters.put(parameter, values);
        return this;
    }

    /** A field that the list can be sorted by, without regard to case; nothing comes last. */
    public HeldListing<R> sort(String field, Function<R, @Nullable String> value) {
        sorts.put(field, value);
        return this;
    }

    /** The texts in which {@code ?q=} looks. */
    public HeldListing<R> search(Function<R, List<@Nullable String>> texts) {
        searched = texts;
        return this;
    }

    /** What files of this list are called, in lower-kebab. */
    public HeldListing<R> named(String file) {
        name = file;
        return this;
    }

    Class<R> rows() {
        return rows;
    }

    String identity(R row) {
        return identity.apply(row);
    }

    Map<String, Function<R, ? extends Collection<String>>> filters() {
        return filters;
    }

    Map<String, Function<R, @Nullable String>> sorts() {
        return sorts;
    }

    List<@Nullable String> searched(R row) {
        return searched.apply(row);
    }

    String name() {
        return name;
    }
}
