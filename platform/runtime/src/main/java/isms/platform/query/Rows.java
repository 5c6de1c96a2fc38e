package isms.platform.query;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import isms.platform.document.Document;
import isms.platform.http.ETags;
import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import isms.platform.readmodel.VersionedRow;
import isms.platform.security.Caller;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions from read models, on the event loop, under row-level security: one transaction per request, whose first
 * statement names the organization of the caller.
 */
@Singleton
public class Rows {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Caller caller;
    private final Instance<Freshness> freshness;
    private final SingleRow single;
    private final RowFields rowFields;
    private final Exports exports;
    private final Clock clock;
    private final String service;
    private final Duration patience;

    Rows(
            Caller caller,
            Instance<Freshness> freshness,
            SingleRow single,
            RowFields rowFields,
            Exports exports,
            Clock clock,
            @ConfigProperty(name = "isms.service") String service,
            @ConfigProperty(name = "isms.consistency.patience", defaultValue = "5s") Duration patience) {
        this.caller = caller;
        this.freshness = freshness;
        this.single = single;
        this.rowFields = rowFields;
        this.exports = exports;
        this.clock = clock;
        this.service = service;
        this.patience = patience;
    }

    /**
     * One row by id or by the key that people use, now or as of the moment asked for, with its ETag; 304 when the client has
     * it already, 404 when the organization of the caller has none.
     */
    public <R extends VersionedRow> Uni<RestResponse<R>> one(Class<R> rows, String idOrKey, ReadRequest request) {
        request.allowOnly();
        return row(rows, idOrKey, request).map(row -> {
            if (ETags.matches(request.ifNoneMatch, row.version)) {
                return RestResponse.ResponseBuilder.<R>notModified()
                        .header("ETag", ETags.of(row.version))
                        .build();
            }
            return shown(row, request);
        });
    }

    /**
     * As {@link #one(Class, String, ReadRequest)}, for a row that is completed by what no column holds: that changes without the
     * row's version, so nothing is answered with 304.
     *
     * @param complete gives the row again, completed
     */
    public <R extends VersionedRow> Uni<RestResponse<R>> one(
            Class<R> rows, String idOrKey, ReadRequest request, Function<R, Uni<R>> complete) {
        request.allowOnly();
        return row(rows, idOrKey, request).chain(row -> complete.apply(row)).map(row -> shown(row, request));
    }

    private <R extends VersionedRow> RestResponse<R> shown(R row, ReadRequest request) {
        return as(RestResponse.ResponseBuilder.ok(sparse(row, request))
                .header("ETag", ETags.of(row.version))
                .build());
    }

    /** The row itself, for operations that answer something else than its JSON. */
    public <R extends VersionedRow> Uni<R> row(Class<R> rows, String idOrKey, ReadRequest request) {
        String tenant = caller.tenant();
        Instant moment = request.moment();
        Timeline timeline = request.timeline();
        return caughtUp(request)
                .chain(() -> single.find(rows, tenant, idOrKey, moment, timeline))
                .onItem()
                .ifNull()
                .failWith(() -> missing(idOrKey, moment));
    }

    /** The row itself, within a transaction of the caller's. */
    public <R extends VersionedRow> Uni<R> row(
            Mutiny.Session session, String organization, Class<R> rows, String idOrKey, ReadRequest request) {
        UUID id = SingleRow.id(idOrKey);
        Instant moment = request.moment();
        var query = session.createSelectionQuery(
                        "select r from " + rows.getName() + " r where r.tenant = :tenant and r."
                                + (id == null ? "key" : "id") + " = :which and " + request.versionCondition(),
                        rows)
                .setReadOnly(true)
                .setParameter("tenant", organization)
                .setParameter("which", id == null ? idOrKey.toUpperCase(Locale.ROOT) : id);
        if (moment != null) {
            query.setParameter("moment", moment);
        }
        return query.getSingleResultOrNull().onItem().ifNull().failWith(() -> missing(idOrKey, moment));
    }

    private static ProblemException missing(String idOrKey, @Nullable Instant moment) {
        return ProblemCode.NOT_FOUND.because("There is no " + idOrKey + (moment == null ? "." : " at " + moment + "."));
    }

    /**
     * The rows that the request asks for, of those and by that which the listing allows: as JSON one page, as CSV or XLSX all of
     * them. The operation declares {@code @Produces({APPLICATION_JSON, CSV, XLSX})}.
     */
    public <R> Uni<RestResponse<Page<R>>> page(Listing<R> listing, ListRequest request) {
        return page(listing, request, null, Rows::asTheyAre);
    }

    /**
     * As {@link #page(Listing, ListRequest)}, for rows that are completed by what no column holds.
     *
     * @param complete gives the rows again, completed
     */
    public <R> Uni<RestResponse<Page<R>>> pageCompleted(
            Listing<R> listing, ListRequest request, Function<List<R>, Uni<List<R>>> complete) {
        return page(listing, request, null, complete);
    }

    /**
     * The same, and as PDF all of them as a document. The operation declares {@code @Produces({APPLICATION_JSON, CSV, XLSX,
     * PDF})}.
     */
    public <R> Uni<RestResponse<Page<R>>> page(
            Listing<R> listing, ListRequest request, @Nullable Printout<R> printout) {
        return page(listing, request, printout, Rows::asTheyAre);
    }

    /**
     * As {@link #page(Listing, ListRequest)}, for the rows of one thing that has to be found first.
     *
     * @param within gives the listing, asked with a session and the organization of the caller
     */
    public <R> Uni<RestResponse<Page<R>>> page(
            BiFunction<Mutiny.Session, String, Uni<Listing<R>>> within, ListRequest request) {
        if (Export.asked(request.httpHeaders()) != null) {
            return asTenant(request, within).chain(listing -> page(listing, request));
        }
        int limit = request.pageSize();
        String tenant = caller.tenant();
        record Asked<R>(Listing<R> listing, ListQuery<R> query, Found<R> found) {}
        return asTenant(
                        request,
                        (session, organization) -> within.apply(session, organization)
                                .chain(listing -> {
                                    ListQuery<R> query = ListQuery.of(listing, request, tenant);
                                    return found(session, listing, query, query.cursor(request), request)
                                            .map(found -> new Asked<>(listing, query, found));
                                }))
                .map(asked -> page(asked.listing(), asked.query(), request, asked.found(), limit));
    }

    static <R> Uni<List<R>> asTheyAre(List<R> rows) {
        return Uni.createFrom().item(rows);
    }

    private <R> Uni<RestResponse<Page<R>>> page(
            Listing<R> listing,
            ListRequest request,
            @Nullable Printout<R> printout,
            Function<List<R>, Uni<List<R>>> complete) {
        ListQuery<R> query = ListQuery.of(listing, request, caller.tenant());
        Cursor from = query.cursor(request);
        Export export = Export.asked(request.httpHeaders());
        if (export == null) {
            return onePage(listing, query, from, request, complete);
        }
        Asked asked = asked(request, query.filters(), request.sort);
        if (export == Export.PDF) {
            if (printout == null) {
                throw ProblemCode.NOT_ACCEPTABLE.because("This list cannot be had as PDF.");
            }
            if (request.fields != null) {
                throw ReadRequest.invalid("fields", "A PDF has columns of its own: leave fields out.");
            }
            return exports.withinLimits(() -> snapshot(
                            request,
                            session -> exports.rows(session, listing, query, from)
                                    .chain(rows -> printout.of(session, rows, asked)))
                    .chain(exports::print)
                    .map(bytes -> file(bytes, export, listing, asked)));
        }
        return exports.withinLimits(
                () -> snapshot(request, session -> exports.spool(session, listing, query, from, request, complete))
                        .chain(spool -> exports.spreadsheet(spool, export, listing.name()))
                        .map(path -> file(path, export, listing, asked)));
    }

    /** Whether the client likes the format better than anything else that a list is offered as. */
    public static boolean isWanted(ReadRequest request, FileFormat format) {
        for (MediaType accepted : request.httpHeaders().getAcceptableMediaTypes()) {
            if (Export.isOffered(accepted)) {
                return false;
            }
            if (accepted.isCompatible(MediaType.valueOf(format.mediaType()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The rows that the request asks for, all of them, as a file of a format of its own. The operation declares its media type
     * besides.
     */
    public <R> Uni<RestResponse<Page<R>>> file(
            Listing<R> listing, ListRequest request, FileFormat format, FileFormat.Writing<R> writing) {
        ListQuery<R> query = ListQuery.of(listing, request, caller.tenant());
        Cursor from = query.cursor(request);
        if (request.fields != null) {
            throw ReadRequest.invalid("fields", "This file has fields of its own: leave fields out.");
        }
        Asked asked = asked(request, query.filters(), request.sort);
        return exports.withinLimits(() -> snapshot(
                        request,
                        session -> exports.rows(session, listing, query, from, format)
                                .chain(rows -> writing.of(session, rows, asked)))
                .chain(content -> exports.write(content, format))
                .map(path -> as(Exports.attachment(
                                new Page.Exported<R>(path),
                                MediaType.valueOf(format.mediaType()),
                                format.extension(),
                                listing.name(),
                                asked)
                        .build())));
    }

    private static <R> RestResponse<Page<R>> file(Object content, Export export, Listing<R> listing, Asked asked) {
        return as(Exports.attachment(new Page.Exported<R>(content), export, listing.name(), asked)
                .build());
    }

    private <R> Uni<RestResponse<Page<R>>> onePage(
            Listing<R> listing,
            ListQuery<R> query,
            @Nullable Cursor from,
            ListRequest request,
            Function<List<R>, Uni<List<R>>> complete) {
        int limit = request.pageSize();
        return asTenant(request, session -> found(session, listing, query, from, request))
                .chain(all -> complete.apply(all.rows()).map(rows -> new Found<>(rows, all.total())))
                .map(all -> page(listing, query, request, all, limit));
    }

    private static <R> Uni<Found<R>> found(
            Mutiny.Session session,
            Listing<R> listing,
            ListQuery<R> query,
            @Nullable Cursor from,
            ListRequest request) {
        Map<String, Object> bound = new HashMap<>();
        String select = query.select(from, bound);
        return bind(session.createSelectionQuery(select, listing.rows()), bound)
                .setReadOnly(true)
                .setMaxResults(request.pageSize() + 1)
                .getResultList()
                .chain(rows -> count(session, query, request).map(total -> new Found<>(rows, total)));
    }

    /** Whether the client likes a PDF better than anything else that is offered. */
    public static boolean isPdfWanted(HttpHeaders headers) {
        return Export.asked(headers) == Export.PDF;
    }

    /**
     * A document made from queries of your own, all within one transaction that sees one moment. The operation declares
     * {@code @Produces(PDF)} besides.
     *
     * @param name what the file is called, in lower-kebab, without date
     */
    public Uni<RestResponse<Object>> document(
            ReadRequest request, String name, BiFunction<Mutiny.Session, Asked, Uni<Document>> work) {
        Asked asked = asked(request, Map.of(), null);
        return exports.withinLimits(() -> snapshot(request, session -> work.apply(session, asked))
                .chain(exports::print)
                .map(bytes -> Exports.attachment(new Page.Exported<>(bytes), Export.PDF, name, asked)
                        .build()));
    }

    /** Whether the client likes a spreadsheet, CSV or XLSX, better than anything else that is offered. */
    public static boolean isSpreadsheetWanted(HttpHeaders headers) {
        Export asked = Export.asked(headers);
        return asked == Export.CSV || asked == Export.XLSX;
    }

    /**
     * A spreadsheet of what is no list of rows: a line for each value, a column for each of its fields, made from queries of your
     * own, all within one transaction that sees one moment. The operation declares {@code @Produces({CSV, XLSX})} besides.
     *
     * @param headers for which {@link #isSpreadsheetWanted} said so
     * @param name what the file is called, in lower-kebab, without date
     * @param lines the values, all of one type
     */
    public Uni<RestResponse<Object>> spreadsheet(
            ReadRequest request,
            HttpHeaders headers,
            String name,
            BiFunction<Mutiny.Session, Asked, Uni<? extends List<?>>> lines) {
        Export format = Objects.requireNonNull(Export.asked(headers), "a spreadsheet is wanted");
        Asked asked = asked(request, Map.of(), null);
        return exports.withinLimits(() -> snapshot(request, session -> lines.apply(session, asked))
                .map(exports::spool)
                .chain(spool -> exports.spreadsheet(spool, format, name))
                .map(path -> Exports.attachment(new Page.Exported<>(path), format, name, asked)
                        .build()));
    }

    private Asked asked(ReadRequest request, Map<String, String> filters, @Nullable String order) {
        return new Asked(
                caller.tenant(),
                caller.subject(),
                clock.instant(),
                request.moment(),
                request.timeline(),
                filters,
                order == null || order.isBlank() ? null : order);
    }

    /** Runs queries of your own, after waiting for the client's consistency token: at most two statements, please. */
    public <T> Uni<T> asTenant(ReadRequest request, Function<Mutiny.Session, Uni<T>> work) {
        String tenant = caller.tenant();
        return caughtUp(request).chain(() -> inTransactionOf(tenant, work));
    }

    /** As {@link #asTenant(ReadRequest, Function)}, for work that has to know the organization of the caller. */
    public <T> Uni<T> asTenant(ReadRequest request, BiFunction<Mutiny.Session, String, Uni<T>> work) {
        String tenant = caller.tenant();
        return asTenant(request, session -> work.apply(session, tenant));
    }

    /** Runs queries of your own in one transaction that sees nothing but the rows of the caller's organization. */
    public <T> Uni<T> asTenant(Function<Mutiny.Session, Uni<T>> work) {
        return inTransactionOf(caller.tenant(), work);
    }

    private static <T> Uni<T> inTransactionOf(String tenant, Function<Mutiny.Session, Uni<T>> work) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> as(tenant, session, work)));
    }

    /** Runs queries that all see the same moment, however many they are and whatever is recorded meanwhile. */
    private <T> Uni<T> snapshot(ReadRequest request, Function<Mutiny.Session, Uni<T>> work) {
        String tenant = caller.tenant();
        return caughtUp(request)
                .chain(() -> Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "set transaction isolation level repeatable read, read only")
                                .executeUpdate()
                                .chain(() -> as(tenant, session, work)))));
    }

    private static <T> Uni<T> as(String tenant, Mutiny.Session session, Function<Mutiny.Session, Uni<T>> work) {
        return session.createNativeQuery("select set_config('isms.tenant', :tenant, true)", String.class)
                .setParameter("tenant", tenant)
                .getSingleResult()
                .chain(() -> work.apply(session));
    }

    private Uni<Void> caughtUp(ReadRequest request) {
        String text = request.consistencyToken;
        if (text == null || text.isBlank()) {
            return Uni.createFrom().voidItem();
        }
        ConsistencyToken token = ConsistencyToken.decode(text)
                .orElseThrow(() -> ProblemCode.INVALID_PARAMETER.because(
                        ConsistencyToken.HEADER + " must be a token that a command's answer carried."));
        if (!token.service().equals(service) || freshness.isUnsatisfied()) {
            return Uni.createFrom().voidItem();
        }
        return freshness
                .get()
                .await(token.position(), patience)
                .onFailure(TimeoutException.class)
                .transform(late -> new ProblemException(
                        ProblemCode.NOT_YET_VISIBLE,
                        "The effect of the command cannot be seen yet, after waiting " + patience.toSeconds()
                                + " seconds.",
                        ProblemCode.NOT_YET_VISIBLE.remedy(),
                        List.of(),
                        RETRY_AFTER));
    }

    private static Uni<@Nullable Long> count(Mutiny.Session session, ListQuery<?> query, ListRequest request) {
        if (!request.count) {
            return Uni.createFrom().nullItem();
        }
        Map<String, Object> bound = new HashMap<>();
        String hql = query.count(bound);
        return bind(session.createSelectionQuery(hql, Long.class), bound).getSingleResult();
    }

    private <R> RestResponse<Page<R>> page(
            Listing<R> listing, ListQuery<R> query, ListRequest request, Found<R> found, int limit) {
        boolean more = found.rows().size() > limit;
        List<R> rows = more ? found.rows().subList(0, limit) : found.rows();
        String next = more ? query.cursorAfter(rows.getLast(), rowFields).encoded() : null;
        Instant moment = listing.versioned() ? request.moment() : null;
        Page<Object> page = new Page<>(
                rows.stream().map(row -> sparse(row, request)).toList(),
                next,
                found.total(),
                moment,
                moment == null ? null : request.timeline());
        var response = RestResponse.ResponseBuilder.ok(page).type(MediaType.APPLICATION_JSON_TYPE);
        if (next != null) {
            UriBuilder uri = request.query().getRequestUriBuilder().replaceQueryParam("cursor", next);
            String path = uri.build().getRawPath() + "?" + uri.build().getRawQuery();
            response.header("Link", "<" + path + ">; rel=\"next\"");
        }
        return as(response.build());
    }

    /** The row, or only the fields asked for. */
    private Object sparse(Object row, ReadRequest request) {
        String fields = request.fields;
        return fields == null || fields.isBlank() ? row : rowFields.sparse(row, row.getClass(), fields);
    }

    /** Sparse rows and exports are answered as what they are, and declared as what they are made of: for the OpenAPI document. */
    @SuppressWarnings("unchecked")
    private static <T> RestResponse<T> as(RestResponse<?> response) {
        return (RestResponse<T>) response;
    }

    static <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> query, Map<String, Object> bound) {
        bound.forEach(query::setParameter);
        return query;
    }

    private record Found<R>(List<R> rows, @Nullable Long total) {}
}
