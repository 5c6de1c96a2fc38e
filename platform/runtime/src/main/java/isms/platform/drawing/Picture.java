package isms.platform.drawing;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import isms.platform.http.MediaTypes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** The same content as data or as a picture, whichever the caller likes better. */
public final class Picture {

    public static final String SVG = "image/svg+xml";
    public static final String PNG = "image/png";

    private Picture() {}

    /** Answers with the data as JSON, or as drawn. Takes a while for PNG: not for the event loop. */
    public static <T> RestResponse<Object> orData(T data, Function<T, String> draw, HttpHeaders headers) {
        return switch (wanted(headers)) {
            case SVG ->
                RestResponse.ResponseBuilder.<Object>ok(draw.apply(data))
                        .type(SVG)
                        .build();
            case PNG ->
                RestResponse.ResponseBuilder.<Object>ok(Png.of(draw.apply(data)))
                        .type(PNG)
                        .build();
            default ->
                RestResponse.ResponseBuilder.<Object>ok(data)
                        .type(MediaType.APPLICATION_JSON)
                        .build();
        };
    }

    /** The same for data that come later; PNG is made by a worker thread. */
    public static <T> Uni<RestResponse<Object>> orDataToCome(
            Uni<T> data, Function<T, String> draw, HttpHeaders headers) {
        Uni<T> where = wanted(headers).equals(PNG) ? data.emitOn(Infrastructure.getDefaultWorkerPool()) : data;
        return where.map(come -> orData(come, draw, headers));
    }

    /** Whether a PDF is liked better than data and picture. */
    public static boolean isDocumentWanted(HttpHeaders headers) {
        return wanted(headers).equals(MediaTypes.PDF);
    }

    /** What is liked best of data, both kinds of picture and a document; the list is sorted by liking. */
    private static String wanted(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            for (String offered : List.of(MediaType.APPLICATION_JSON, SVG, PNG, MediaTypes.PDF)) {
                if (accepted.isCompatible(MediaType.valueOf(offered))) {
                    return offered;
                }
            }
        }
        return MediaType.APPLICATION_JSON;
    }
}
