package isms.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import isms.platform.eventstore.Append.Appended;
import isms.platform.eventstore.BatchWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/** Commands through the log's batch writer: by turns a new stream and a second fact on it. */
final class AppendEngine implements Side {

    private final BatchWriter writer;

    AppendEngine(DataSource database) {
        writer = new BatchWriter(database, Clock.systemUTC(), 2048, Duration.ofSeconds(5));
    }

    @Override
    public String name() {
        return "batch-writer";
    }

    /** How many commands shared a commit, on average since the start. */
    double meanBatch() {
        return writer.batches() == 0 ? 0 : (double) writer.commands() / writer.batches();
    }

    @Override
    public Caller caller(int index) {
        return new Caller() {
            private UUID aggregate = UuidCreator.getTimeOrderedEpochFast();
            private long version;

            @Override
            public void call() {
                if (version == 2) {
                    aggregate = UuidCreator.getTimeOrderedEpochFast();
                    version = 0;
                }
                var result = writer.append(Sample.append(aggregate, version)).join();
                if (!(result instanceof Appended)) {
                    throw new IllegalStateException("expected to be appended: " + result);
                }
                version++;
            }
        };
    }

    @Override
    public void close() {
        writer.close();
    }
}
