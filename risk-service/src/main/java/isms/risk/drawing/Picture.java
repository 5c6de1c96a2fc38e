package isms.risk.drawing;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** The same content as data or as a picture, whichever the caller likes better. */
public final class Picture {

    public static final String SVG = "image/svg+xml";

    private Picture() {}

    /** Answers with the data as JSON, or as drawn. */
    public static <T> RestResponse<Object> orData(T data, Function<T, String> draw, HttpHeaders headers) {
        return isWanted(headers)
                ? RestResponse.ResponseBuilder.<Object>ok(draw.apply(data))
                        .type(SVG)
                        .build()
                : RestResponse.ResponseBuilder.<Object>ok(data)
                        .type(MediaType.APPLICATION_JSON)
                        .build();
    }

    /** Whether a picture is liked better than data; the list is sorted by liking. */
    private static boolean isWanted(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(MediaType.valueOf(SVG))) {
                return true;
            }
        }
        return false;
    }
}
