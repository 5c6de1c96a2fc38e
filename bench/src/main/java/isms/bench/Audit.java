package isms.bench;

import isms.bench.Writers.Acknowledged;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Compares what clients were told with what is there. Each finding is a sentence; none is what everyone hopes for. */
final class Audit {

    private static final String TOPIC = "isms.risk.events";
    private static final String TABLE = "risk_register";
    private static final int MOST_TOLD = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String DISORDER = """
            select 'position ' || position from
                (select position, row_number() over (order by position) n from event_log) x where position <> n
            union all
            select 'tenant position ' || tenant_position from
                (select tenant_position, row_number() over (partition by tenant order by position) n from event_log) x
                 where tenant_position <> n
            union all
            select 'version ' || version || ' of ' || aggregate from
                (select aggregate, version, row_number() over (partition by tenant, kind, aggregate order by position) n
                   from event_log) x where version <> n
            union all
            select 'number ' || number || ' of ' || kind from
                (select kind, number, row_number() over (partition by tenant, kind order by position) n
                   from event_log where version = 1) x where number <> n
            """;

    private final Installation installation;
    private final List<String> findings = new ArrayList<>();

    Audit(Installation installation) {
        this.installation = installation;
    }

    /** Everything, when no one writes any more. */
    List<String> of(Map<String, Acknowledged> acknowledged) throws Exception {
        try (var database = installation.superuser()) {
            Settled.await(database, PATIENCE);
            order(database);
            commands(database, acknowledged);
            projectedOnce(database);
            readModelIsTheFoldOfTheLog(database);
            published(database);
        }
        return findings;
    }

    void order(Connection database) throws SQLException {
        rows(database, DISORDER).forEach(found -> findings.add("out of order: " + found));
    }

    /** Each acknowledged command is there exactly once, and nothing is there that was not acknowledged. */
    private void commands(Connection database, Map<String, Acknowledged> acknowledged) throws SQLException {
        var keys = new HashMap<String, String>();
        rows(database, "select key || ' ' || aggregate || ' ' || version from command_idempotency")
                .forEach(row -> keys.put(row.substring(0, row.indexOf(' ')), row.substring(row.indexOf(' ') + 1)));
        var versions = new TreeMap<String, Long>();
        acknowledged.forEach((key, answer) -> {
            if (!(answer.risk() + " " + answer.version()).equals(keys.get(key))) {
                findings.add("acknowledged under " + key + " as " + answer + ", recorded " + keys.get(key));
            }
            versions.merge(answer.risk(), answer.version(), Math::max);
        });
        var recorded = new HashMap<String, Long>();
        rows(database, "select aggregate || ' ' || count(*) from event_log where kind = 'risk' group by aggregate")
                .forEach(row -> recorded.put(row.split(" ")[0], Long.parseLong(row.split(" ")[1])));
        versions.forEach((risk, version) -> {
            if (!Objects.equals(recorded.get(risk), version)) {
                findings.add(risk + " was acknowledged " + version + " times and recorded " + recorded.get(risk));
            }
        });
    }

    private void projectedOnce(Connection database) throws SQLException {
        rows(database, """
                select coalesce(e.position::text, 'none') || ' ' || coalesce(r.position::text, 'none')
                  from (select * from event_log where kind = 'risk') e
                  full join %s r on r.position = e.position and r.id = e.aggregate and r.version = e.version
                 where e.position is null or r.position is null
                """.formatted(TABLE))
                .forEach(row -> findings.add("fact and row of the register differ: " + row));
    }

    private void readModelIsTheFoldOfTheLog(Connection database) throws Exception {
        var live = contents(database);
        Rebuild.run(installation, PATIENCE);
        Settled.await(database, PATIENCE);
        var folded = contents(database);
        if (!live.equals(folded)) {
            findings.add("the register is not what the log folds to: " + live + " / " + folded);
        }
    }

    static String contents(Connection database) throws SQLException {
        return rows(
                        database,
                        "select count(*) || ' rows ' || coalesce(md5(string_agg(md5(r::text), '' order by position)), '') from "
                                + TABLE + " r")
                .getFirst();
    }

    private void published(Connection database) throws SQLException {
        var sent = new TreeMap<Long, String>();
        var config = Map.<String, Object>of(
                "bootstrap.servers", installation.kafka.bootstrapServers(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (var message : consumer.poll(Duration.ofSeconds(1))) {
                    var position = Long.parseLong(header(message.headers().lastHeader("ce_position")));
                    var content = header(message.headers().lastHeader("ce_id"))
                            + " " + message.key()
                            + " " + new String(message.value(), StandardCharsets.UTF_8);
                    var before = sent.put(position, content);
                    if (before != null && !before.equals(content)) {
                        findings.add("position " + position + " was published as two different facts");
                    }
                }
            }
        }
        rows(database, "select position || ' ' || tenant || '/' || aggregate from event_log where kind = 'risk'")
                .forEach(row -> {
                    var content = sent.get(Long.parseLong(row.split(" ")[0]));
                    if (content == null || !content.contains(" " + row.split(" ")[1] + " ")) {
                        findings.add("not published: " + row);
                    }
                });
    }

    private static String header(org.apache.kafka.common.header.Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static List<String> rows(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    /** The first few of many, for people. */
    static String told(List<String> findings) {
        return String.join(System.lineSeparator(), findings.subList(0, Math.min(MOST_TOLD, findings.size())))
                + (findings.size() > MOST_TOLD ? System.lineSeparator() + "... " + findings.size() + " in all" : "");
    }
}
