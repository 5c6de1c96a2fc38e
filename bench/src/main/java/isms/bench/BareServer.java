package isms.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What two reads cost without anything around them: an HTTP server of Vert.x that sends PostgreSQL the statements that
 * risk-service was seen to send, as the same role, and answers the rows as JSON. No token, no gateway, no objects. In a JVM of
 * its own.
 */
final class BareServer extends AbstractVerticle {

    /** The variable that names the file with the statements: {@link Observed} of {@code one} and {@code page}. */
    static final String STATEMENTS = "BENCH_STATEMENTS";

    /** As many as a service has for reading. */
    private static final int CONNECTIONS = 16;

    private static final String ONE = "/api/v1/risks/";
    private static final String PAGE = "/api/v1/risks";
    private static final JsonFactory JSON = new JsonFactory();

    /** A statement with its parameters, one of which the request may say. */
    private record Question(String name, String tenant, String select, List<Object> values, int asked, int answered) {

        static Question of(JsonNode told, int answered) {
            var values = new ArrayList<>();
            for (int i = 0; i < told.path("values").size(); i++) {
                values.add(value(
                        told.path("types").path(i).asText(),
                        told.path("values").path(i).asText()));
            }
            return new Question(
                    told.path("naming").asText(),
                    told.path("tenant").asText(),
                    told.path("select").asText(),
                    values,
                    told.path("asked").asInt(),
                    answered);
        }

        private static Object value(String type, String text) {
            return switch (type) {
                case "text", "character varying" -> text;
                case "bigint" -> Long.valueOf(text);
                case "integer" -> Integer.valueOf(text);
                case "boolean" -> text.equals("t");
                case "numeric" -> Numeric.create(new BigDecimal(text));
                case "uuid" -> UUID.fromString(text);
                default -> throw new IllegalArgumentException("a parameter of type " + type);
            };
        }

        Tuple parameters(@Nullable String key) {
            var tuple = Tuple.tuple();
            for (int i = 0; i < values.size(); i++) {
                tuple.addValue(key != null && i == asked ? key : values.get(i));
            }
            return tuple;
        }
    }

    private final Pool database;
    private final Question one;
    private final Question page;
    private final int port;

    private BareServer(Pool database, Question one, Question page, int port) {
        this.database = database;
        this.one = one;
        this.page = page;
        this.port = port;
    }

    public static void main(String[] args) throws IOException {
        var statements = new ObjectMapper().readTree(new File(environment(STATEMENTS)));
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        var database = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(new PgConnectOptions()
                        .setHost(environment("ISMS_DATABASE_HOST"))
                        .setPort(Integer.parseInt(environment("ISMS_DATABASE_PORT")))
                        .setDatabase("risk")
                        .setUser("risk_reader")
                        .setPassword("risk_reader")
                        .setCachePreparedStatements(true))
                .using(vertx)
                .build();
        var one = Question.of(statements.path("one"), 1);
        var page = Question.of(statements.path("page"), P11.PAGE);
        int port = Integer.parseInt(environment("QUARKUS_HTTP_PORT"));
        vertx.deployVerticle(
                        () -> new BareServer(database, one, page, port),
                        new DeploymentOptions()
                                .setInstances(Runtime.getRuntime().availableProcessors()))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    private static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(port, "127.0.0.1")
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void answer(HttpServerRequest request) {
        var path = request.path();
        Future<Buffer> answer;
        if (path.startsWith(ONE)) {
            answer = rows(one, path.substring(ONE.length()))
                    .map(rows -> one(rows.iterator().next()));
        } else if (path.equals(PAGE)) {
            answer = rows(page, null).map(rows -> page(rows, page.answered()));
        } else {
            answer = Future.succeededFuture(Buffer.buffer("{}"));
        }
        answer.onComplete(done -> {
            var response = request.response().putHeader("Content-Type", "application/json");
            if (done.succeeded()) {
                response.end(done.result());
            } else {
                response.setStatusCode(500).end(String.valueOf(done.cause()));
            }
        });
    }

    /** One behind the other without waiting in between, as risk-service reads one risk. */
    private Future<RowSet<Row>> rows(Question question, @Nullable String key) {
        return database.withConnection(connection -> {
            var begun = connection.query("begin").execute();
            var named = connection.preparedQuery(question.name()).execute(Tuple.of(question.tenant()));
            var found = connection.preparedQuery(question.select()).execute(question.parameters(key));
            var committed = connection.query("commit").execute();
            return Future.join(begun, named, found, committed).compose(all -> found);
        });
    }

    /** A row that the database has made JSON of already is answered as it is. */
    private static Buffer one(Row row) {
        return row.size() == 1 ? Buffer.buffer(row.getString(0)) : json(out -> object(out, row));
    }

    private static Buffer page(RowSet<Row> rows, int most) {
        return json(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            int n = 0;
            for (var row : rows) {
                // one more is read than is answered: whether there is a next page
                if (n++ < most) {
                    object(out, row);
                }
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    private static Buffer json(Writing writing) {
        var bytes = new ByteArrayOutputStream(4096);
        try (var out = JSON.createGenerator(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private static void object(JsonGenerator out, Row row) throws IOException {
        out.writeStartObject();
        for (int i = 0; i < row.size(); i++) {
            out.writeFieldName(row.getColumnName(i));
            value(out, row.getValue(i));
        }
        out.writeEndObject();
    }

    private static void value(JsonGenerator out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Numeric number -> out.writeNumber(number.bigDecimalValue());
            case Boolean bool -> out.writeBoolean(bool);
            case JsonObject object -> out.writeRawValue(object.encode());
            case JsonArray array -> out.writeRawValue(array.encode());
            case Object[] array -> {
                out.writeStartArray();
                for (var element : array) {
                    value(out, element);
                }
                out.writeEndArray();
            }
            default -> out.writeString(value.toString());
        }
    }
}
