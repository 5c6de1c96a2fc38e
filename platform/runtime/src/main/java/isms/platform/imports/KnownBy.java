package isms.platform.imports;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what a row says which entry it is about: its id or key in this register, or what the tool where it comes from calls it. Where it
 * says none of these, by what it says the entry is. Of one thread at a time.
 */
public final class KnownBy {

    private static final String EXTERNAL_ID = "externalId";
    private static final String ID = "id";
    private static final String KEY = "key";

    private final String externalId;
    private final @Nullable UUID statedId;
    private final String key;
    private @Nullable UUID id;
    private boolean there;

    /** Reads it; an id that is none is noted. */
    public KnownBy(RowReader row) {
        this.externalId = row.text(EXTERNAL_ID);
        this.statedId = uuid(row);
        this.key = row.text(KEY);
    }

    private static @Nullable UUID uuid(RowReader row) {
        String text = row.text(ID);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            row.fault(
                    ID,
                    "\"" + text + "\" is not an id of this register; ids of another tool belong to " + EXTERNAL_ID
                            + ".");
            return null;
        }
    }

    /**
     * The columns that say it.
     *
     * @param thing what the register is of: {@code risk}
     * @param externalId an example
     * @param key an example of a key in this register
     */
    public static List<Field> fields(String thing, String externalId, String key) {
        return List.of(
                Field.optional(
                        EXTERNAL_ID,
                        "What the tool where it comes from calls the " + thing + "; by it, it is known again",
                        externalId,
                        "external id",
                        thing + " id"),
                Field.optional(ID, "Id of the " + thing + " in this register, as exports give it", ""),
                Field.optional(KEY, "Key of the " + thing + " in this register, as exports give it: " + key, ""));
    }

    /** Which entry of this register it is; known once all rows have been looked up. */
    public UUID id() {
        return requireNonNull(id, "looked up before it is asked");
    }

    /** Whether the register has it. */
    public boolean isThere() {
        return there;
    }

    /** By what the file knows it; empty when by nothing. */
    public String reference() {
        return externalId.isEmpty() && statedId != null ? statedId.toString() : externalId;
    }

    /** The key that it gives as if it were one of this register, which has none such; empty when it does not. */
    public String unknownKey() {
        return there || !externalId.isEmpty() || statedId != null ? "" : key;
    }

    /** Why what it leads to is recorded. */
    public String reason(String source, int row) {
        return "Imported from " + source + ", row " + row + (externalId.isEmpty() ? "" : " (" + externalId + ")");
    }

    String externalId() {
        return externalId;
    }

    @Nullable
    UUID statedId() {
        return statedId;
    }

    String key() {
        return key;
    }

    void recognized(UUID as) {
        this.id = as;
    }

    void found(boolean isThere) {
        this.there = isThere;
    }
}
