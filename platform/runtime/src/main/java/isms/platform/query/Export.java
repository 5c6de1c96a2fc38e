package isms.platform.query;

import isms.platform.http.MediaTypes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that a list can be had as. */
enum Export {
    CSV(MediaTypes.CSV, "csv"),
    XLSX(MediaTypes.XLSX, "xlsx"),
    PDF(MediaTypes.PDF, "pdf");

    private final MediaType mediaType;
    private final String extension;

    Export(String mediaType, String extension) {
        this.mediaType = MediaType.valueOf(mediaType);
        this.extension = extension;
    }

    MediaType mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    /** Whether a list is offered as this anyway: as JSON, or as one of these files. */
    static boolean isOffered(MediaType accepted) {
        return accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                || Stream.of(values()).anyMatch(format -> accepted.isCompatible(format.mediaType));
    }

    /** The file format that the client likes best; null when it wants JSON. */
    static @Nullable Export asked(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return null;
            }
            for (Export format : values()) {
                if (accepted.isCompatible(format.mediaType)) {
                    return format;
                }
            }
        }
        return null;
    }
}
