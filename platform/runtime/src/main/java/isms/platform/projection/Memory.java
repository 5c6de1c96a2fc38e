package isms.platform.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a projector remembers of what it has written, so that it need not be read again. It is emptied as soon as anybody
 * else may have written the tables, or a transaction was rolled back: what is in it is what is in the database.
 */
public final class Memory {

    private static final int MOST = 10_000;

    private final Map<Object, Object> entries = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > MOST;
        }
    };

    <T> @Nullable T find(Object key, Class<T> type) {
        var found = entries.get(key);
        return found == null ? null : type.cast(found);
    }

    void keep(Object key, Object value) {
        entries.put(key, value);
    }

    void forget() {
        entries.clear();
    }
}
