package isms.platform.query;

import isms.platform.readmodel.VersionedRow;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a list of rows may be filtered, sorted and searched by: a constant of the resource that offers the list. Nothing else
 * of a request reaches the query.
 *
 * {@snippet :
 * static final Listing<RegisterEntry> LISTING = Listing.of(RegisterEntry.class)
 *         .filter("status").filter("owner")
 *         .sort("key", "title", "level").search("title", "description").order("key");
 * }
 */
public final class Listing<R> {

    private final Class<R> rows;
    private final boolean versioned;
    private final String tieBreaker;
    private final Map<String, Filter> filters = new LinkedHashMap<>();
    private final Map<String, Class<?>> sorts = new LinkedHashMap<>();
    private final List<String> searched = new ArrayList<>();
    private final Map<String, Object> within = new LinkedHashMap<>();
    private String order;
    private String name;

    private Listing(Class<R> rows, boolean versioned, String tieBreaker) {
        this.rows = rows;
        this.versioned = versioned;
        this.tieBreaker = tieBreaker;
        this.order = tieBreaker;
        this.name = rows.getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Lists versioned rows: the current ones, or those of a past moment. In order of their keys unless told otherwise. */
    public static <R extends VersionedRow> Listing<R> of(Class<R> rows) {
        return new Listing<>(rows, true, "id")
                .sort("key", "createdAt", "updatedAt")
                .order("key");
    }

    /**
     * Lists rows without versions.
     *
     * @param rows entity with a field {@code tenant}
     * @param tieBreaker a field that is unique within the tenant; also the order unless told otherwise
     */
    public static <R> Listing<R> unversioned(Class<R> rows, String tieBreaker) {
        return new Listing<>(rows, false, tieBreaker).sort(tieBreaker);
    }

    /** Filters by a field: {@code ?status=open}, or any of several, {@code ?status=open,closed}. */
    public Listing<R> filter(String field) {
        return filter(field, field);
    }

    /** Filters by a field under another name. */
    public Listing<R> filter(String parameter, String field) {
        filters.put(parameter, new Filter(parameter, "r." + field + " in (:" + parameter + ")", typeOf(field), true));
        return this;
    }

    /**
     * Filters by a condition of your own.
     *
     * @param parameter the query parameter, and the name of its value in the condition
     * @param condition HQL over the row {@code r}, for example {@code r.levelRank >= :levelFrom}
     * @param type type of the value: text, number, boolean, date, instant, UUID or enum
     */
    public Listing<R> where(String parameter, String condition, Class<?> type) {
        filters.put(parameter, new Filter(parameter, condition, type, false));
        return this;
    }

    /** Only rows with this value in this field, whatever the request says: the lines of one thing, for a listing made for the request. */
    public Listing<R> within(String field, Object value) {
        if (!typeOf(field).isInstance(value)) {
            throw new IllegalArgumentException(
                    field + " is no " + value.getClass().getSimpleName());
        }
        within.put(field, value);
        return this;
    }

    /** Fields that the list can be sorted by. */
    public Listing<R> sort(String... fields) {
        for (String field : fields) {
            sorts.put(field, typeOf(column(field)));
        }
        return this;
    }

    /** Text fields in which {@code ?q=} looks. */
    public Listing<R> search(String... fields) {
        searched.addAll(List.of(fields));
        return this;
    }

    /** The order when the request does not say, in the form of {@code ?sort=}. */
    public Listing<R> order(String sort) {
        this.order = sort;
        return this;
    }

    /** What files of this list are called, in lower-kebab: {@code risk-register} gives {@code risk-register-2026-03-31.csv}. */
    public Listing<R> named(String file) {
        this.name = file;
        return this;
    }

    String name() {
        return name;
    }

    /** The field that tells one row from all others of the organization, of whatever version. */
    String identity() {
        return versioned ? "position" : tieBreaker;
    }

    Class<R> rows() {
        return rows;
    }

    boolean versioned() {
        return versioned;
    }

    String tieBreaker() {
        return tieBreaker;
    }

    Class<?> tieBreakerType() {
        return typeOf(tieBreaker);
    }

    Map<String, Filter> filters() {
        return filters;
    }

    @Nullable
    Class<?> sortType(String field) {
        return sorts.get(field);
    }

    String sortable() {
        return String.join(", ", new TreeSet<>(sorts.keySet()));
    }

    Map<String, Object> within() {
        return within;
    }

    List<String> searched() {
        return searched;
    }

    String order() {
        return order;
    }

    /** The column behind a sortable name: keys sort by their number, so that RISK-9 comes before RISK-10. */
    String column(String field) {
        return versioned && field.equals("key") ? "number" : field;
    }

    private Class<?> typeOf(String field) {
        for (Class<?> type = rows; type != null; type = type.getSuperclass()) {
            for (Field candidate : type.getDeclaredFields()) {
                if (candidate.getName().equals(field)) {
                    return wrapped(candidate.getType());
                }
            }
        }
        throw new IllegalArgumentException(rows.getSimpleName() + " has no field " + field);
    }

    private static Class<?> wrapped(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }

    /**
     * One way to narrow a list.
     *
     * @param several whether several values may be given, of which any matches
     */
    record Filter(String parameter, String condition, Class<?> type, boolean several) {}
}
