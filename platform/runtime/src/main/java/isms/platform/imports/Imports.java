package isms.platform.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import isms.platform.decider.Refusal;
import isms.platform.eventstore.Unavailable;
import isms.platform.http.MediaTypes;
import isms.platform.http.Problem;
import isms.platform.http.ProblemCode;
import isms.platform.http.ProblemException;
import isms.platform.http.RequestTrace;
import isms.platform.imports.ImportReport.Outcome;
import isms.platform.query.ConsistencyToken;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes files into registers and answers with a report (ALL-9): 200 when the request did what it asked for, also when that was
 * a dry run that found bad rows; a problem that carries the report when it did not. Blocks until all is durable: the operation
 * runs on a virtual thread.
 */
@Singleton
public class Imports {

    /** At the same time, in one replica; each holds a file and its rows in memory. */
    private static final int AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final CurrentVertxRequest current;
    private final ObjectMapper json;
    private final String service;

    Imports(CurrentVertxRequest current, ObjectMapper json, @ConfigProperty(name = "isms.service") String service) {
        this.current = current;
        this.json = json;
        this.service = service;
    }

    /** @param register made when it is this import's turn */
    public <T> Response run(
            Supplier<Register<T>> register, ImportFile file, ImportRequest request, HttpHeaders headers) {
        request.allowOnlyKnown();
        takeTurn();
        try {
            Register<T> into = register.get();
            Table table = read(file, request);
            Layout layout = Layout.of(table, into.fields(table.columns()), request.wishes(file));
            return answer(run(new Import<>(into, layout), request), layout, request, headers);
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (turns.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(
                ProblemCode.OVERLOADED,
                "Other imports are running; this one did not get its turn.",
                ProblemCode.OVERLOADED.remedy(),
                List.of(),
                PATIENCE);
    }

    private static Table read(ImportFile file, ImportRequest request) {
        MediaType type = file.type();
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (type.isCompatible(MediaType.valueOf(MediaTypes.XLSX))) {
            return XlsxFile.read(file.bytes(), request.sheet, Limits.DEFAULT);
        }
        if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return JsonFile.read(file.bytes(), Limits.DEFAULT);
        }
        if (type.isCompatible(MediaType.valueOf(MediaTypes.TSV))) {
            return CsvFile.read(file.bytes(), charset, '\t', Limits.DEFAULT);
        }
        if (type.isCompatible(MediaType.valueOf(MediaTypes.CSV))) {
            return CsvFile.read(file.bytes(), charset, request.separatorCharacter(), Limits.DEFAULT);
        }
        throw ProblemCode.UNSUPPORTED_MEDIA_TYPE.because(
                "The file is " + type + "; taken are CSV, tab-separated text, XLSX and JSON.");
    }

    private record Done(Import<?> rows, Outcome outcome) {}

    private static Done run(Import<?> rows, ImportRequest request) {
        rows.judge();
        boolean refused = rows.hasRefused();
        if (request.dryRun) {
            rows.pretend();
            return new Done(rows, Outcome.CHECKED);
        }
        if (refused && !request.partial) {
            return new Done(rows, Outcome.REFUSED);
        }
        rows.write(request.partial);
        if (rows.interruption() != null) {
            return new Done(rows, Outcome.INTERRUPTED);
        }
        return new Done(rows, rows.hasRefused() ? Outcome.IMPORTED_IN_PART : Outcome.IMPORTED);
    }

    private Response answer(Done done, Layout layout, ImportRequest request, HttpHeaders headers) {
        ImportReport report = Reports.of(done.rows(), done.outcome(), layout, request);
        ProblemCode problem = problem(done);
        var response = Response.status(problem == null ? 200 : problem.status());
        if (done.rows().position() > 0) {
            response.header(
                    ConsistencyToken.HEADER,
                    new ConsistencyToken(service, done.rows().position()).encoded());
        }
        if (problem != null && problem.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, 5);
        }
        if (wantsCsv(headers)) {
            return response.entity(Reports.csv(done.rows()))
                    .type(MediaTypes.CSV)
                    .header("Content-Disposition", "attachment; filename=\"import-report.csv\"")
                    .build();
        }
        return problem == null
                ? response.entity(report).type(MediaType.APPLICATION_JSON).build()
                : response.entity(bytes(problem, report))
                        .type(MediaTypes.PROBLEM_JSON)
                        .build();
    }

    /** Null when the request did what it asked for. */
    private static @Nullable ProblemCode problem(Done done) {
        return switch (done.outcome()) {
            case CHECKED, IMPORTED, IMPORTED_IN_PART -> null;
            case REFUSED -> ProblemCode.RULE_VIOLATED;
            case INTERRUPTED ->
                switch (done.rows().interruption()) {
                    case Refusal _ -> ProblemCode.CONFLICT;
                    case Unavailable _ -> ProblemCode.UNAVAILABLE;
                    case null, default -> ProblemCode.INTERNAL_ERROR;
                };
        };
    }

    /** The problem as any other, and the report with it (RFC 9457 allows for further members). */
    private byte[] bytes(ProblemCode code, ImportReport report) {
        RoutingContext context = current.getCurrent();
        boolean refused = report.outcome() == Outcome.REFUSED;
        int rows = report.counts().getOrDefault("rows", 0);
        int bad = report.counts().getOrDefault("refused", 0);
        ObjectNode body = json.valueToTree(new Problem(
                URI.create(code.type()),
                code.title(),
                code.status(),
                refused
                        ? bad + " of " + rows + " rows cannot be taken; nothing was written."
                        : report.counts().getOrDefault("notTried", 0) + " of " + rows
                                + " rows were not written when the import was interrupted, and " + bad
                                + " were refused.",
                URI.create(context.normalizedPath()),
                code.code(),
                ImportRule.ALL_ROWS_ARE_TAKEN_OR_NONE.id(),
                ImportRule.ALL_ROWS_ARE_TAKEN_OR_NONE.clause(),
                List.of(),
                refused
                        ? ImportRule.ALL_ROWS_ARE_TAKEN_OR_NONE.remedy()
                        : "Send the same file again: what is there stays as it is, and the rest is written.",
                RequestTrace.of(context).traceId()));
        body.set("report", json.valueToTree(report));
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean wantsCsv(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(MediaType.valueOf(MediaTypes.CSV))) {
                return true;
            }
        }
        return false;
    }
}
