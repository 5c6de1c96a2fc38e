package isms.platform.query;

import isms.platform.query.Listing.Filter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A list request as HQL: only what the {@link Listing} declares gets in, and values only as bound parameters. */
final class ListQuery<R> {

    private static final Pattern WORDS = Pattern.compile("\\s+");
    private static final int MOST_WORDS = 8;

    private final Listing<R> listing;
    private final List<SortField> sort;
    private final String where;
    private final Map<String, Object> parameters;
    private final Map<String, String> filters;
    private final String fingerprint;

    private ListQuery(
            Listing<R> listing,
            List<SortField> sort,
            String where,
            Map<String, Object> parameters,
            Map<String, String> filters,
            String fingerprint) {
        this.listing = listing;
        this.sort = sort;
        this.where = where;
        this.parameters = parameters;
        this.filters = filters;
        this.fingerprint = fingerprint;
    }

    /** One field of the order. */
    private record SortField(String name, String column, Class<?> type, boolean downwards) {}

    static <R> ListQuery<R> of(Listing<R> listing, ListRequest request, String tenant) {
        request.allowOnly(listing.filters().keySet().toArray(String[]::new));

        StringBuilder where = new StringBuilder("r.tenant = :tenant");
        Map<String, Object> parameters = new LinkedHashMap<>();
        Map<String, String> filters = new LinkedHashMap<>();
        TreeMap<String, String> identity = new TreeMap<>();
        parameters.put("tenant", tenant);
        listing.within().forEach((field, value) -> {
            parameters.put("within_" + field, value);
            where.append(" and r.").append(field).append(" = :within_").append(field);
            identity.put("within " + field, value.toString());
        });

        if (listing.versioned()) {
            where.append(" and ").append(request.versionCondition());
            Instant moment = request.moment();
            if (moment != null) {
                parameters.put("moment", moment);
                identity.put("asOf", moment + " " + request.timeline());
            }
        } else if (request.asOf != null || request.timeline != null) {
            throw ReadRequest.invalid("asOf", "This list has no past: leave asOf and timeline out.");
        }
        for (Filter filter : listing.filters().values()) {
            List<String> given = request.query().getQueryParameters().get(filter.parameter());
            if (given != null) {
                parameters.put(filter.parameter(), values(filter, given));
                where.append(" and (").append(filter.condition()).append(')');
                identity.put("filter " + filter.parameter(), String.join(",", given));
                filters.put(filter.parameter(), String.join(", ", given));
            }
        }
        String q = request.q;
        if (q != null && !q.isBlank()) {
            search(listing, q, where, parameters);
            identity.put("q", q);
            filters.put("words", q.strip());
        }
        String order = request.sort == null || request.sort.isBlank() ? listing.order() : request.sort;
        identity.put("sort", order);
        return new ListQuery<>(
                listing, sortFields(listing, order), where.toString(), parameters, filters, fingerprint(identity));
    }

    private static Object values(Filter filter, List<String> given) {
        try {
            if (!filter.several()) {
                if (given.size() != 1) {
                    throw new IllegalArgumentException("only one value is possible.");
                }
                return Values.parse(given.getFirst(), filter.type());
            }
            List<Object> values = new ArrayList<>();
            for (String several : given) {
                for (String one : several.split(",", -1)) {
                    values.add(Values.parse(one.strip(), filter.type()));
                }
            }
            return values;
        } catch (IllegalArgumentException malformed) {
            throw ReadRequest.invalid(filter.parameter(), filter.parameter() + ": " + malformed.getMessage());
        }
    }

    private static void search(Listing<?> listing, String q, StringBuilder where, Map<String, Object> parameters) {
        if (listing.searched().isEmpty()) {
            throw ReadRequest.invalid("q", "This list cannot be searched by words: leave q out.");
        }
        String[] words = WORDS.split(q.strip());
        if (words.length > MOST_WORDS) {
            throw ReadRequest.invalid("q", "q takes at most " + MOST_WORDS + " words.");
        }
        StringBuilder text = new StringBuilder();
        for (String column : listing.searched()) {
            text.append(text.isEmpty() ? "" : " || ' ' || ")
                    .append("coalesce(r.")
                    .append(column)
                    .append(", '')");
        }
        for (int i = 0; i < words.length; i++) {
            String name = "word" + i;
            where.append(" and ")
                    .append(Folding.sql(text.toString()))
                    .append(" like :")
                    .append(name)
                    .append(" escape '!'");
            parameters.put(name, "%" + Folding.fold(words[i]).replaceAll("([!%_])", "!$1") + "%");
        }
    }

    private static List<SortField> sortFields(Listing<?> listing, String order) {
        List<SortField> fields = new ArrayList<>();
        for (String part : order.split(",", -1)) {
            String trimmed = part.strip();
            boolean downwards = trimmed.startsWith("-");
            String name = downwards ? trimmed.substring(1) : trimmed;
            Class<?> type = listing.sortType(name);
            if (type == null) {
                if (!name.equals(listing.tieBreaker())) {
                    throw ReadRequest.invalid(
                            "sort",
                            "This list cannot be sorted by \"" + name + "\". Possible are: " + listing.sortable()
                                    + ".");
                }
                type = listing.tieBreakerType();
            }
            fields.add(new SortField(name, listing.column(name), type, downwards));
        }
        if (fields.stream().noneMatch(field -> field.column().equals(listing.tieBreaker()))) {
            fields.add(new SortField(listing.tieBreaker(), listing.tieBreaker(), listing.tieBreakerType(), false));
        }
        return List.copyOf(fields);
    }

    private static String fingerprint(Map<String, String> identity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(identity.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The rows, in order, from where the cursor stands. */
    String select(@Nullable Cursor from, Map<String, Object> bound) {
        return select("r", from, bound);
    }

    /** What tells the rows apart, in the order of the rows: all of them take little room. */
    String identities(@Nullable Cursor from, Map<String, Object> bound) {
        return select("r." + listing.identity(), from, bound);
    }

    /** The rows with the given {@code identities}, in no order. */
    String rows() {
        return "select r from " + listing.rows().getName() + " r where r.tenant = :tenant and r." + listing.identity()
                + " in (:identities)";
    }

    private String select(String what, @Nullable Cursor from, Map<String, Object> bound) {
        bound.putAll(parameters);
        StringBuilder hql = new StringBuilder("select " + what + " from ")
                .append(listing.rows().getName())
                .append(" r where ")
                .append(where);
        if (from != null) {
            hql.append(" and ").append(after(from, bound));
        }
        hql.append(" order by ");
        for (int i = 0; i < sort.size(); i++) {
            SortField field = sort.get(i);
            hql.append(i == 0 ? "r." : ", r.")
                    .append(field.column())
                    .append(field.downwards() ? " desc" : " asc")
                    .append(" nulls last");
        }
        return hql.toString();
    }

    String tenant() {
        return (String) Objects.requireNonNull(parameters.get("tenant"));
    }

    /** What narrows it, by the names of the parameters, as the request gives it. */
    Map<String, String> filters() {
        return filters;
    }

    /** How many rows match in all. */
    String count(Map<String, Object> bound) {
        bound.putAll(parameters);
        return "select count(r) from " + listing.rows().getName() + " r where " + where;
    }

    @Nullable
    Cursor cursor(ListRequest request) {
        String text = request.cursor;
        return text == null || text.isBlank() ? null : Cursor.decode(text, fingerprint, sort.size());
    }

    Cursor cursorAfter(R row, Properties properties) {
        List<@Nullable String> values = new ArrayList<>();
        for (SortField field : sort) {
            values.add(Values.print(properties.get(row, field.column())));
        }
        return new Cursor(fingerprint, values);
    }

    /** Rows after the cursor, in an order that may go up and down field by field and where nulls come last. */
    private String after(Cursor from, Map<String, Object> bound) {
        StringBuilder any = new StringBuilder("(");
        StringBuilder equal = new StringBuilder();
        boolean first = true;
        for (int i = 0; i < sort.size(); i++) {
            SortField field = sort.get(i);
            String column = "r." + field.column();
            String text = from.values().get(i);
            if (text == null) {
                equal.append(column).append(" is null and ");
                continue;
            }
            String name = "after" + i;
            bound.put(name, value(text, field.type()));
            any.append(first ? "(" : " or (").append(equal).append('(').append(column);
            any.append(field.downwards() ? " < :" : " > :").append(name);
            any.append(" or ").append(column).append(" is null))");
            equal.append(column).append(" = :").append(name).append(" and ");
            first = false;
        }
        return any.append(')').toString();
    }

    private static Object value(String text, Class<?> type) {
        try {
            return Values.parse(text, type);
        } catch (IllegalArgumentException forged) {
            throw Cursor.ofAnotherQuery();
        }
    }

    /** Reads the value of a mapped field of a row. */
    interface Properties {
        @Nullable
        Object get(Object row, String field);
    }

    /** Text as it is compared by {@code ?q=}: without case and accents. */
    static final class Folding {

        private static final String ACCENTED = "àáâãäåāăąçćčďđèéêëēėęěğìíîïīįıłľñńňòóôõöøōőŕřśşšșťţțùúûüūůűųýÿźżž";
        private static final String PLAIN = "aaaaaaaaacccddeeeeeeeegiiiiiiillnnnoooooooorrsssstttuuuuuuuuyyzzz";

        private Folding() {}

        static String fold(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            StringBuilder plain = new StringBuilder(lower.length());
            lower.chars().forEach(c -> {
                int at = ACCENTED.indexOf(c);
                plain.append(at < 0 ? (char) c : PLAIN.charAt(at));
            });
            return plain.toString();
        }

        /** The same in SQL; upper-case letters are listed too, since lower() knows only ASCII in a database with the C locale. */
        static String sql(String expression) {
            return "cast(function('translate', lower(" + expression + "), '" + ACCENTED
                    + ACCENTED.replace("ı", "").toUpperCase(Locale.ROOT) + "', '" + PLAIN
                    + PLAIN.substring(0, ACCENTED.indexOf('ı')) + PLAIN.substring(ACCENTED.indexOf('ı') + 1)
                    + "') as String)";
        }
    }
}
