package isms.platform.deadline;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Asks which dates have passed, with the writer's eyes: over all organizations. */
record Passed(DataSource database) {

    private static final int SECONDS = 30;

    /** An aggregate whose date has passed, as far as the read model knows. */
    record Aggregate(String tenant, UUID id) {}

    /** The oldest of them, in any case no more than asked for. */
    List<Aggregate> of(Deadline<?, ?> deadline, Instant now, int most) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(deadline.passed())) {
            query.setQueryTimeout(SECONDS);
            query.setObject(1, now.atOffset(ZoneOffset.UTC));
            query.setInt(2, most);
            try (var row = query.executeQuery()) {
                var passed = new ArrayList<Aggregate>();
                while (row.next()) {
                    passed.add(new Aggregate(row.getString(1), row.getObject(2, UUID.class)));
                }
                return passed;
            }
        }
    }
}
