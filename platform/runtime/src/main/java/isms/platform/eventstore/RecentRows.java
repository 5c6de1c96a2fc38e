package isms.platform.eventstore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * What this replica has committed last: who follows the log closely is given it from here, and the database is not asked for
 * what it has just been told. Rows of the log never change, so nothing here can be out of date; what another replica wrote
 * between is missing, and therefore never passed over.
 */
final class RecentRows {

    /**
     * More than anybody is behind who follows closely, and under load less than one collection of young objects apart: rows that
     * survived two of them would have to be collected with the old ones, which stops everybody for 150 ms.
     */
    private static final int MOST_ROWS = 512;

    private static final long MOST_BYTES = 2L << 20;

    private final Deque<LogRow> rows = new ArrayDeque<>();
    private long bytes;

    synchronized void add(List<LogRow> committed) {
        for (LogRow row : committed) {
            rows.addLast(row);
            bytes += row.payload().length;
        }
        while (rows.size() > MOST_ROWS || bytes > MOST_BYTES) {
            bytes -= rows.removeFirst().payload().length;
        }
    }

    /** Those that follow a position without a gap, in order; none when the one right after it is not here. */
    synchronized List<LogRow> after(long position) {
        var following = new ArrayList<LogRow>();
        for (var latest = rows.descendingIterator(); latest.hasNext(); ) {
            LogRow row = latest.next();
            if (row.position() <= position) {
                break;
            }
            if (!following.isEmpty() && following.getLast().position() != row.position() + 1) {
                following.clear();
            }
            following.add(row);
        }
        if (following.isEmpty() || following.getLast().position() != position + 1) {
            return List.of();
        }
        Collections.reverse(following);
        return following;
    }
}
