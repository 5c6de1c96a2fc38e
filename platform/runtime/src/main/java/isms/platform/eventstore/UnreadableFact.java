package isms.platform.eventstore;

import org.jspecify.annotations.Nullable;

/** Stored bytes that no type of this version of the service can read: written by a newer version, or damaged. */
public final class UnreadableFact extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;

    public UnreadableFact(String type, int revision, @Nullable Throwable cause) {
        super("cannot read a stored fact of type " + type + ", revision " + revision, cause);
        this.type = type;
    }

    /** The stored type name. */
    public String type() {
        return type;
    }
}
