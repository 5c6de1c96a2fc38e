package isms.platform.imports;

import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was sent: as the body itself, or as the part {@code file} of a form, whose parts {@code mapping} and
 * {@code defaults} say the same as the query parameters of these names.
 */
public final class ImportFile {

    private final byte[] bytes;
    private final MediaType type;
    private final @Nullable String mapping;
    private final @Nullable String defaults;

    ImportFile(byte[] bytes, MediaType type, @Nullable String mapping, @Nullable String defaults) {
        this.bytes = bytes;
        this.type = type;
        this.mapping = mapping;
        this.defaults = defaults;
    }

    byte[] bytes() {
        return bytes;
    }

    MediaType type() {
        return type;
    }

    @Nullable
    String mapping() {
        return mapping;
    }

    @Nullable
    String defaults() {
        return defaults;
    }
}
