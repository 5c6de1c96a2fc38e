package isms.platform.imports;

import java.util.List;
import java.util.UUID;

/** What becomes of a row. */
public sealed interface Verdict {

    /** It cannot be taken; the {@link RowReader} knows why. */
    record Refused() implements Verdict {}

    /** All that it says is so already. */
    record AlreadyThere(UUID id, String key) implements Verdict {}

    /**
     * It is there already, but other than the row says, and nobody asked for updates.
     *
     * @param fields in which it differs
     */
    record Different(UUID id, String key, List<String> fields) implements Verdict {

        public Different {
            fields = List.copyOf(fields);
        }
    }

    /** It can be taken, by these commands in their order. */
    record Ready(List<Step> steps) implements Verdict {

        public Ready {
            steps = List.copyOf(steps);
        }
    }
}
