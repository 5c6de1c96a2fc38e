package isms.platform.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import isms.platform.http.ProblemCode;
import isms.platform.security.Caller;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Answers lists that are held in memory as {@link Rows} answers those of read models: filtered, searched, sorted, paged, and as
 * CSV or XLSX whole.
 */
@Singleton
public class HeldRows {

    private final RowFields rowFields;
    private final Exports exports;
    private final Caller caller;
    private final Clock clock;

    HeldRows(RowFields rowFields, Exports exports, Caller caller, Clock clock) {
        this.rowFields = rowFields;
        this.exports = exports;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The rows that the request asks for, in their own order unless it asks for another: as JSON one page, as CSV or XLSX all.
     * The operation declares {@code @Produces({APPLICATION_JSON, CSV, XLSX})}.
     *
     * @param rows as of the moment that the request asks for
     * @param own query parameters of the operation beside the filters
     */
    public <R> Uni<RestResponse<Page<R>>> page(
            HeldListing<R> listing, List<R> rows, ListRequest request, String... own) {
        TreeSet<String> allowed = new TreeSet<>(listing.filters().keySet());
        allowed.addAll(List.of(own));
        request.allowOnly(allowed.toArray(String[]::new));
        TreeMap<String, String> asked = new TreeMap<>();
        request.query().getQueryParameters().forEach((name, values) -> {
            if (!Set.of("cursor", "limit", "count", "fields").contains(name)) {
                asked.put(name, String.join(",", values));
            }
        });
        List<R> found = sorted(listing, matching(listing, rows, request), request);
        String fingerprint = fingerprint(asked.toString());
        int from = begin(listing, found, request, fingerprint);
        Export export = Export.asked(request.httpHeaders());
        return export == null
                ? Uni.createFrom().item(() -> onePage(listing, found, from, request, fingerprint))
                : file(listing, found.subList(from, found.size()), request, export, asked);
    }

    private static <R> List<R> matching(HeldListing<R> listing, List<R> rows, ListRequest request) {
        List<R> found = new ArrayList<>(rows);
        listing.filters().forEach((parameter, values) -> {
            List<String> given = request.query().getQueryParameters().get(parameter);
            if (given != null) {
                Set<String> wanted = given.stream()
                        .flatMap(several -> List.of(several.split(",", -1)).stream())
                        .map(one -> one.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
                found.removeIf(row ->
                        values.apply(row).stream().noneMatch(value -> wanted.contains(value.toLowerCase(Locale.ROOT))));
            }
        });
        String q = request.q;
        if (q != null && !q.isBlank()) {
            for (String word : q.strip().split("\\s+")) {
                String folded = ListQuery.Folding.fold(word);
                found.removeIf(row -> listing.searched(row).stream()
                        .noneMatch(text ->
                                text != null && ListQuery.Folding.fold(text).contains(folded)));
            }
        }
        return found;
    }

    private static <R> List<R> sorted(HeldListing<R> listing, List<R> rows, ListRequest request) {
        String order = request.sort;
        if (order == null || order.isBlank()) {
            return rows;
        }
        Comparator<R> comparator = null;
        for (String part : order.split(",", -1)) {
            String trimmed = part.strip();
            boolean downwards = trimmed.startsWith("-");
            Function<R, @Nullable String> value = listing.sorts().get(downwards ? trimmed.substring(1) : trimmed);
            if (value == null) {
                throw ReadRequest.invalid(
                        "sort",
                        "This list cannot be sorted by \"" + trimmed + "\". Possible are: "
                                + String.join(
                                        ", ", new TreeSet<>(listing.sorts().keySet())) + ".");
            }
            Comparator<String> text =
                    downwards ? String.CASE_INSENSITIVE_ORDER.reversed() : String.CASE_INSENSITIVE_ORDER;
            Comparator<R> next =
                    (one, other) -> Comparator.nullsLast(text).compare(value.apply(one), value.apply(other));
            comparator = comparator == null ? next : comparator.thenComparing(next);
        }
        return rows.stream().sorted(comparator).toList();
    }

    private static <R> int begin(HeldListing<R> listing, List<R> found, ListRequest request, String fingerprint) {
        String text = request.cursor;
        if (text == null || text.isBlank()) {
            return 0;
        }
        String last = Cursor.decode(text, fingerprint, 1).values().getFirst();
        for (int i = 0; i < found.size(); i++) {
            if (listing.identity(found.get(i)).equals(last)) {
                return i + 1;
            }
        }
        throw Cursor.ofAnotherQuery();
    }

    private <R> RestResponse<Page<R>> onePage(
            HeldListing<R> listing, List<R> found, int from, ListRequest request, String fingerprint) {
        int to = Math.min(found.size(), from + request.pageSize());
        List<R> rows = found.subList(from, to);
        String next =
                to < found.size() ? new Cursor(fingerprint, List.of(listing.identity(rows.getLast()))).encoded() : null;
        Instant moment = request.moment();
        String fields = request.fields;
        Page<Object> page = new Page<>(
                rows.stream()
                        .map(row -> fields == null || fields.isBlank()
                                ? row
                                : rowFields.sparse(row, listing.rows(), fields))
                        .toList(),
                next,
                request.count ? (long) found.size() : null,
                moment,
                moment == null ? null : request.timeline());
        // rows may be of final types, as which sparse ones cannot be written: these go out as they are
        Page<?> shown = fields == null || fields.isBlank() ? page : new Page.Exported<>(rowFields.bytes(page));
        var response = RestResponse.ResponseBuilder.ok(shown).type(MediaType.APPLICATION_JSON_TYPE);
        if (next != null) {
            UriBuilder uri = request.query().getRequestUriBuilder().replaceQueryParam("cursor", next);
            String path = uri.build().getRawPath() + "?" + uri.build().getRawQuery();
            response.header("Link", "<" + path + ">; rel=\"next\"");
        }
        return as(response.build());
    }

    private <R> Uni<RestResponse<Page<R>>> file(
            HeldListing<R> listing, List<R> rows, ListRequest request, Export export, Map<String, String> filters) {
        if (export == Export.PDF) {
            throw ProblemCode.NOT_ACCEPTABLE.because("This list cannot be had as PDF.");
        }
        Asked asked = new Asked(
                caller.tenant(),
                caller.subject(),
                clock.instant(),
                request.moment(),
                request.timeline(),
                filters,
                request.sort);
        List<ObjectNode> nodes = rows.stream()
                .map(row -> rowFields.sparse(row, listing.rows(), request.fields))
                .toList();
        return exports.withinLimits(() -> exports.spreadsheet(nodes, export, listing.name())
                .map(path -> as(Exports.attachment(new Page.Exported<R>(path), export, listing.name(), asked)
                        .build())));
    }

    private static String fingerprint(String asked) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sparse rows and exports are answered as what they are, and declared as what they are made of: for the OpenAPI document. */
    @SuppressWarnings("unchecked")
    private static <T> RestResponse<T> as(RestResponse<?> response) {
        return (RestResponse<T>) response;
    }
}
