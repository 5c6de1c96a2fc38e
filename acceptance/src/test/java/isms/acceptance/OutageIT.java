package isms.acceptance;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import isms.acceptance.Broker.Message;
import isms.acceptance.Stack.Said;
import isms.acceptance.Stack.Unattended;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Kafka dies in the middle of the loop between risks and controls: nothing is lost, nothing happens twice. Then both services
 * read again all that was ever sent to them: nothing changes.
 *
 * <p>Before the journey that puts the clock ahead. {@code -Disms.outage=PT60S} keeps Kafka away for a minute.
 */
@Order(4)
@TestMethodOrder(OrderAnnotation.class)
class OutageIT {

    /** Long enough for what is sent to be given up and sent anew, several times. */
    private static final Duration OUTAGE = Duration.parse(System.getProperty("isms.outage", "PT25S"));

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> SERVICES = List.of("risk", "control");

    // No control of the demonstration satisfies these.
    private static final String MASKING = "A.8.11";
    private static final String CABLING = "A.7.12";

    private static final String CONTEXT = Ids.next();
    private static final String RISK = Ids.next();
    private static final String PLAN = Ids.next();
    private static final String LATER_RISK = Ids.next();
    private static final String LATER_PLAN = Ids.next();
    private static final String CONTROL = Ids.next();

    private static String statement = "";
    private static Broker broker;

    @BeforeAll
    static void a_risk_is_about_to_be_treated() {
        Stack.isUp();
        broker = new Broker();
        Loop.context(CONTEXT, "Kafka goes away");
        statement = Loop.statement("Whatever Kafka does", CONTEXT);
        Loop.risk(RISK, CONTEXT, "A copy for tests shows whom it is about");
    }

    @AfterAll
    static void close() {
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName("While Kafka is away everything is accepted, and the services are ready; it is seen how much waits")
    void everything_is_accepted() throws InterruptedException {
        try (var unattended = new Unattended()) {
            Loop.plan(PLAN, RISK, MASKING);
            Stack.process("kafka").destroyForcibly();
            Instant gone = Instant.now();
            await().until(() -> !isThere("kafka"));

            Loop.control(CONTROL, "Masking of copies", MASKING);
            Loop.failedTest(CONTROL, "Names were found in two of ten copies");
            Loop.risk(LATER_RISK, CONTEXT, "A cable is tapped");
            Loop.plan(LATER_PLAN, LATER_RISK, MASKING, CABLING);

            for (String part : List.of("risk-service", "control-service", "gateway")) {
                given().get("http://127.0.0.1:" + Stack.port(part) + "/q/health/ready")
                        .then()
                        .statusCode(200);
            }
            Said status = Stack.isms("status");
            assertThat(status.exitCode()).isEqualTo(4);
            assertThat(status.out()).containsPattern("kafka +(not ready|stopped)");
            for (String service : SERVICES) {
                publication(service).then().body("find { it.name == 'publication' }.lag", greaterThan(0));
            }

            Thread.sleep(Duration.between(Instant.now(), gone.plus(OUTAGE)));
            assertThat(isThere("kafka")).isFalse();
            Stack.as("vera")
                    .get("/api/v1/treatment-plans/" + PLAN)
                    .then()
                    .body("implementedControls.size()", equalTo(0));
            Stack.as("vera").get("/api/v1/risks/" + RISK).then().body("flagged", equalTo(false));
            assertThat(Loop.line(statement, CABLING).getString("items[0].applicable"))
                    .isNull();
        }
    }

    @Test
    @Order(2)
    @DisplayName("When Kafka is back all that was decided arrives, everything once")
    void all_arrives_once() {
        await().atMost(PATIENCE).until(() -> isThere("kafka"));
        Instant back = Instant.now();
        for (String plan : List.of(PLAN, LATER_PLAN)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> Stack.as("vera")
                            .get("/api/v1/treatment-plans/" + plan)
                            .then()
                            .body("implementedControls", hasItem(MASKING))
                            .body("actions[0].percent", equalTo(100)));
        }
        for (String risk : List.of(RISK, LATER_RISK)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> Stack.as("vera")
                            .get("/api/v1/risks/" + risk)
                            .then()
                            .body("flagCauses", hasItem("control-found-ineffective")));
        }
        for (String control : List.of(MASKING, CABLING)) {
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(Loop.line(statement, control).getBoolean("items[0].applicable"))
                                    .isTrue());
        }
        System.out.println(
                "All had arrived " + Duration.between(back, Instant.now()).toMillis() + " ms after Kafka was back.");
        Loop.assessment(RISK).then().body("flagged", equalTo(false));
        settle();

        for (String service : SERVICES) {
            publication(service)
                    .then()
                    .body("find { it.name == 'publication' }.lag", equalTo(0))
                    .body("find { it.name == 'publication' }.parked", equalTo(0));
        }
        assertThat(history("risk", RISK)).containsOnlyOnce("risk-reassessment-flagged");
        assertThat(history("risk", LATER_RISK)).containsOnlyOnce("risk-reassessment-flagged");
        for (String plan : List.of(PLAN, LATER_PLAN)) {
            assertThat(history("risk", plan))
                    .containsOnlyOnce("treatment-control-implemented", "treatment-action-progress-reported");
            assertThat(history("control", plan)).containsExactly("treatment-needs-heard");
        }
        assertThat(history("control", CONTROL))
                .containsOnlyOnce("control-implemented", "control-found-ineffective")
                .as("a control in place says so to whoever comes to rely on it")
                .contains("control-relied-on");
        assertThat(history("control", statement).stream().filter("statement-control-needed"::equals))
                .as("each plan draws what it needs")
                .hasSize(3);
        nothing_is_lost_and_nothing_happened_twice();
    }

    @Test
    @Order(3)
    @DisplayName("Both services read again all that they were ever sent, and nothing changes")
    void a_replay_changes_nothing() {
        settle();
        Map<String, String> tables = tables();
        Map<String, String> documents = documents();
        Map<String, Long> sent = new TreeMap<>();
        SERVICES.forEach(service -> sent.put(service, broker.sent(service)));
        assertThat(sent.values()).allMatch(messages -> messages > 0);

        try (var unattended = new Unattended()) {
            for (String service : SERVICES) {
                Stack.process(service + "-service").destroy();
            }
            for (String service : SERVICES) {
                await().atMost(PATIENCE).until(() -> broker.isUnheard(service));
                broker.rewind(service, other(service));
                assertThat(broker.readBy(service, other(service))).isZero();
            }
        }
        for (String service : SERVICES) {
            await().atMost(Duration.ofMinutes(4))
                    .until(() -> broker.readBy(service, other(service)) >= sent.get(other(service)));
        }
        await().atMost(Duration.ofMinutes(4))
                .untilAsserted(() -> assertThat(Stack.isms("status").exitCode()).isZero());
        settle();

        for (String service : SERVICES) {
            assertThat(dealtWith(service))
                    .as("messages that " + service + " was given again")
                    .isEqualTo(sent.get(other(service)));
            assertThat(broker.sent(service))
                    .as("messages that " + service + " has sent")
                    .isEqualTo(sent.get(service));
        }
        assertThat(tables()).containsExactlyEntriesOf(tables);
        assertThat(documents()).containsExactlyEntriesOf(documents);
    }

    private static String other(String service) {
        return service.equals("risk") ? "control" : "risk";
    }

    private static boolean isThere(String part) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", Stack.port(part)), 1_000);
            return true;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static Response publication(String service) {
        return given().auth()
                .oauth2(Stack.operator())
                .get(Stack.gateway() + "/api/v1/operations/" + service + "/projections");
    }

    /** Returns when all is published, read and projected, and nothing has come of it any more. */
    private static void settle() {
        var last = new ArrayList<String>();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
            var seen = new ArrayList<String>();
            boolean atRest = true;
            for (String service : SERVICES) {
                long sent = broker.sent(other(service));
                atRest &= broker.readBy(service, other(service)) >= sent;
                String head = Stack.rows(service, "select max(position) from event_log")
                        .getFirst();
                atRest &= Stack.rows(service, "select name from projection_progress where position < " + head)
                        .isEmpty();
                seen.addAll(List.of(Long.toString(sent), head));
            }
            boolean same = seen.equals(last);
            last.clear();
            last.addAll(seen);
            return atRest && same;
        });
    }

    /** The types of an aggregate's facts, in order. */
    private static List<String> history(String service, String aggregate) {
        return Stack.rows(
                service, "select type from event_log where aggregate = '%s' order by version".formatted(aggregate));
    }

    private static void nothing_is_lost_and_nothing_happened_twice() {
        for (String service : SERVICES) {
            List<Message> messages = broker.sentBy(service);
            everyFactIsSent(service, messages);
            everyMessageIsAnswered(other(service), messages);
            assertThat(Stack.rows(other(service), "select * from parked_message"))
                    .isEmpty();
            assertThat(Stack.rows(service, """
                            select type, aggregate, causation from event_log
                             where actor like 'service:%' and (tenant, kind, aggregate, causation) in (
                                select tenant, kind, aggregate, causation from event_log where actor like 'service:%'
                                 group by 1, 2, 3, 4 having max(version) - min(version) + 1 <> count(*)
                                     or count(distinct recorded_at) > 1)"""))
                    .as("one message moved something of " + service + " twice")
                    .isEmpty();
        }
    }

    /** A type of fact is told always or never; a message sent again says the same, and comes after no later one of its key. */
    private static void everyFactIsSent(String service, List<Message> messages) {
        Map<String, String> types = new LinkedHashMap<>();
        Stack.rows(service, "select event_id, type from event_log order by position")
                .forEach(row -> {
                    String[] columns = row.split(" ");
                    types.put(columns[0], columns[1]);
                });
        Set<String> sent = messages.stream().map(Message::id).collect(toSet());
        assertThat(types.keySet())
                .as("every message of " + service + " is a fact")
                .containsAll(sent);
        Set<String> told = sent.stream().map(types::get).collect(toSet());
        assertThat(sent)
                .as("every fact of " + service + " that others may know is sent")
                .containsAll(types.keySet().stream()
                        .filter(fact -> told.contains(types.get(fact)))
                        .toList());

        Map<String, Set<Message>> versions =
                messages.stream().collect(groupingBy(Message::id, mapping(message -> message, toSet())));
        assertThat(versions.values()).as("messages of one id are one message").allMatch(same -> same.size() == 1);
        messages.stream()
                .collect(groupingBy(Message::key, mapping(Message::position, toCollection(LinkedHashSet::new))))
                .forEach((key, positions) -> assertThat(List.copyOf(positions))
                        .as("in order: " + key)
                        .isSorted());
    }

    /** What a reaction answers it answers always, and remembers. */
    private static void everyMessageIsAnswered(String service, List<Message> messages) {
        Map<String, Set<String>> answered =
                Stack.rows(service, "select reaction, message from answered_message").stream()
                        .map(row -> row.split(" "))
                        .collect(groupingBy(row -> row[0], mapping(row -> row[1], toCollection(TreeSet::new))));
        assertThat(answered).isNotEmpty();
        answered.forEach((reaction, ids) -> {
            Set<String> types = messages.stream()
                    .filter(message -> ids.contains(message.id()))
                    .map(Message::type)
                    .collect(toSet());
            assertThat(ids)
                    .as(reaction + " answers each")
                    .containsAll(messages.stream()
                            .filter(message -> types.contains(message.type()))
                            .map(Message::id)
                            .toList());
        });
    }

    /** How many rows each table of both services has, and what is in them. The system's own facts come with the day. */
    private static Map<String, String> tables() {
        Map<String, String> tables = new TreeMap<>();
        for (String service : SERVICES) {
            List<String> names = new ArrayList<>(Stack.rows(service, "select name from read_model_table"));
            names.addAll(List.of("event_log", "answered_message", "parked_message", "parked_fact"));
            for (String name : names) {
                tables.put(
                        service + "." + name,
                        Stack.rows(
                                        service,
                                        "select count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from %s t%s"
                                                .formatted(
                                                        name,
                                                        name.equals("event_log") ? " where actor <> 'system'" : ""))
                                .getFirst());
            }
        }
        return tables;
    }

    private static Map<String, String> documents() {
        Map<String, String> documents = new TreeMap<>();
        for (String path : List.of(
                "risks?limit=500",
                "risks/" + RISK,
                "risks/" + LATER_RISK + "/history",
                "treatment-plans/" + PLAN,
                "treatment-plans/" + LATER_PLAN + "/history",
                "treatment-needs/" + PLAN,
                "treatment-needs/" + LATER_PLAN,
                "controls/" + CONTROL,
                "statements-of-applicability/" + statement,
                "statements-of-applicability/" + statement + "/lines?limit=200")) {
            Response read = Stack.as("vera").get("/api/v1/" + path);
            assertThat(read.statusCode()).as(path + ": " + read.asString()).isEqualTo(200);
            documents.put(path, read.header("ETag") + " " + read.asString());
        }
        return documents;
    }

    /** How many messages the service has taken in since it was started. */
    private static long dealtWith(String service) {
        return (long) given().get("http://127.0.0.1:" + Stack.port(service + "-service") + "/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("isms_inbox_messages_total{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
