package isms.platform.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import isms.platform.document.Document;
import isms.platform.document.Moments;
import isms.platform.document.Printer;
import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Makes files of lists. The rows are read within one transaction that sees one moment: first what tells them apart, in order,
 * then the rows themselves, some hundred at a time. So a file never mixes two moments, and its size costs disk, not memory.
 * The answer begins when the file is whole: one that breaks off in the middle must not look like one that is complete.
 */
@Singleton
class Exports {

    private static final int ROWS_AT_ONCE = 500;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final RowFields rowFields;
    private final Printer printer;
    private final int mostInSpreadsheet;
    private final int mostInDocument;
    private final Semaphore slots;

    Exports(
            RowFields rowFields,
            Printer printer,
            @ConfigProperty(name = "isms.export.most-rows-in-spreadsheet", defaultValue = "1000000")
                    int mostInSpreadsheet,
            @ConfigProperty(name = "isms.export.most-rows-in-document", defaultValue = "1000") int mostInDocument,
            @ConfigProperty(name = "isms.export.at-once", defaultValue = "4") int atOnce) {
        this.rowFields = rowFields;
        this.printer = printer;
        this.mostInSpreadsheet = mostInSpreadsheet;
        this.mostInDocument = mostInDocument;
        this.slots = new Semaphore(atOnce);
    }

    /** Does the work unless too much of the kind is being done: exports must not take the air from everything else. */
    <T> Uni<T> withinLimits(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            if (!slots.tryAcquire()) {
                throw new ProblemException(
                        ProblemCode.OVERLOADED,
                        "As many exports as the service makes at once are being made.",
                        ProblemCode.OVERLOADED.remedy(),
                        List.of(),
                        RETRY_AFTER);
            }
            try {
                return work.get().onTermination().invoke(slots::release);
            } catch (RuntimeException failed) {
                slots.release();
                throw failed;
            }
        });
    }

    /** The rows on disk. Closed by the caller. */
    <R> Uni<Spool> spool(
            Mutiny.Session session,
            Listing<R> listing,
            ListQuery<R> query,
            @Nullable Cursor from,
            ListRequest request,
            Function<List<R>, Uni<List<R>>> complete) {
        return identities(session, query, from, mostInSpreadsheet, "a spreadsheet", "")
                .chain(identities -> {
                    Spool spool = Spool.open();
                    return each(session, listing, query, identities, 0, complete, rows -> {
                                List<ObjectNode> nodes = new ArrayList<>(rows.size());
                                for (R row : rows) {
                                    nodes.add(rowFields.sparse(row, listing.rows(), request.fields));
                                }
                                spool.add(nodes);
                                return spool;
                            })
                            .onFailure()
                            .invoke(spool::close)
                            .onCancellation()
                            .invoke(spool::close)
                            .replaceWith(spool);
                });
    }

    /** A few lines that are in memory already, on disk as rows. Closed by the caller. */
    Spool spool(List<?> lines) {
        Spool spool = Spool.open();
        spool.add(lines.stream()
                .map(line -> rowFields.sparse(line, line.getClass(), null))
                .toList());
        return spool;
    }

    /** The rows in memory; no more than a document takes. */
    <R> Uni<List<R>> rows(Mutiny.Session session, Listing<R> listing, ListQuery<R> query, @Nullable Cursor from) {
        return rows(session, listing, query, from, mostInDocument, "a PDF");
    }

    /** The rows in memory; no more than the format takes. */
    <R> Uni<List<R>> rows(
            Mutiny.Session session, Listing<R> listing, ListQuery<R> query, @Nullable Cursor from, FileFormat format) {
        return rows(session, listing, query, from, format.mostRows(), format.name());
    }

    private <R> Uni<List<R>> rows(
            Mutiny.Session session,
            Listing<R> listing,
            ListQuery<R> query,
            @Nullable Cursor from,
            int most,
            String file) {
        return identities(
                        session,
                        query,
                        from,
                        most,
                        file,
                        "Narrow the filter, or take the list as XLSX or CSV: they hold up to "
                                + number(mostInSpreadsheet) + " rows.")
                .chain(identities -> {
                    List<R> all = new ArrayList<>(identities.size());
                    return each(session, listing, query, identities, 0, Rows::asTheyAre, all::addAll)
                            .replaceWith(all);
                });
    }

    private static <R> Uni<List<Object>> identities(
            Mutiny.Session session, ListQuery<R> query, @Nullable Cursor from, int most, String file, String remedy) {
        Map<String, Object> bound = new HashMap<>();
        String hql = query.identities(from, bound);
        return Rows.bind(session.createSelectionQuery(hql, Object.class), bound)
                .setMaxResults(most + 1)
                .getResultList()
                .invoke(identities -> {
                    if (identities.size() > most) {
                        throw new ProblemException(
                                ProblemCode.EXPORT_TOO_LARGE,
                                "More than " + number(most) + " rows match, and " + file + " holds no more.",
                                remedy.isEmpty() ? ProblemCode.EXPORT_TOO_LARGE.remedy() : remedy);
                    }
                });
    }

    /** Reads rows of the list and does something with them that may take its time, until none are left. */
    private <R> Uni<Void> each(
            Mutiny.Session session,
            Listing<R> listing,
            ListQuery<R> query,
            List<Object> identities,
            int from,
            Function<List<R>, Uni<List<R>>> complete,
            Effect<R> effect) {
        if (from >= identities.size()) {
            return Uni.createFrom().voidItem();
        }
        int to = Math.min(from + ROWS_AT_ONCE, identities.size());
        List<Object> some = identities.subList(from, to);
        return session.createSelectionQuery(query.rows(), listing.rows())
                .setParameter("tenant", query.tenant())
                .setParameter("identities", some)
                .setReadOnly(true)
                .getResultList()
                .chain(rows -> {
                    session.clear();
                    return complete.apply(inOrder(rows, some, listing.identity()));
                })
                .chain(rows -> aside(() -> effect.on(rows)))
                .chain(done -> each(session, listing, query, identities, to, complete, effect));
    }

    @FunctionalInterface
    private interface Effect<R> {
        Object on(List<R> rows);
    }

    private <R> List<R> inOrder(List<R> rows, List<Object> identities, String identity) {
        Map<Object, R> by = new HashMap<>();
        for (R row : rows) {
            by.put(Objects.requireNonNull(rowFields.get(row, identity)), row);
        }
        return identities.stream()
                .map(one -> Objects.requireNonNull(by.get(one), "a row of the same snapshot"))
                .toList();
    }

    /** The spreadsheet of spooled rows. */
    Uni<Path> spreadsheet(Spool spool, Export format, String name) {
        return aside(() -> {
            try (spool) {
                return Spreadsheet.write(spool, format, name);
            }
        });
    }

    /** The spreadsheet of rows that are held in memory. */
    Uni<Path> spreadsheet(List<ObjectNode> rows, Export format, String name) {
        return aside(() -> {
            try (Spool spool = Spool.open()) {
                spool.add(rows);
                return Spreadsheet.write(spool, format, name);
            }
        });
    }

    /** The file of a format of its own. */
    Uni<Path> write(FileFormat.Content content, FileFormat format) {
        return aside(() -> {
            Path file = Files.createTempFile("isms-export-", "." + format.extension());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                content.writeTo(out);
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
            return file;
        });
    }

    Uni<byte[]> print(Document document) {
        return Uni.createFrom().completionStage(() -> printer.print(document));
    }

    /** An answer that a browser saves under a name that tells what it is and of when. */
    static RestResponse.ResponseBuilder<Object> attachment(Object content, Export format, String name, Asked asked) {
        return attachment(content, format.mediaType(), format.extension(), name, asked);
    }

    static RestResponse.ResponseBuilder<Object> attachment(
            Object content, MediaType mediaType, String extension, String name, Asked asked) {
        String file = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-")
                + (asked.moment() == null ? "-" : "-as-of-")
                + Moments.day(asked.shown())
                + "." + extension;
        return RestResponse.ResponseBuilder.ok(content)
                .type(mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"");
    }

    /** Does what takes its time on a thread that may wait, and comes back to where it was called. */
    private static <T> Uni<T> aside(Callable<T> work) {
        Context here = Objects.requireNonNull(Vertx.currentContext(), "called outside of a request");
        return Uni.createFrom()
                .completionStage(() -> here.executeBlocking(work, false).toCompletionStage());
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
