package isms.risk.heatmap;

import isms.platform.http.ProblemCode;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a movement on the heat map can be asked for. */
public class MovementsRequest extends HeatMapRequest {

    @QueryParam("from")
    @Parameter(required = true, description = "The earlier moment (RFC 3339)", example = "2026-01-01T00:00:00Z")
    public @Nullable String from;

    @QueryParam("to")
    @Parameter(description = "The later moment (RFC 3339); now unless said otherwise", example = "2026-06-30T23:59:59Z")
    public @Nullable String to;

    Instant first() {
        String text = from;
        if (text == null || text.isBlank()) {
            throw ProblemCode.INVALID_PARAMETER.because("Say from which moment on: from=2026-01-01T00:00:00Z.");
        }
        return parse("from", text);
    }

    /** The later moment. */
    Instant second(Instant now) {
        String text = to;
        Instant second = text == null || text.isBlank() ? now : parse("to", text);
        if (second.isBefore(first())) {
            throw ProblemCode.INVALID_PARAMETER.because("to must not be before from.");
        }
        return second;
    }

    private static Instant parse(String name, String text) {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeParseException malformed) {
            throw ProblemCode.INVALID_PARAMETER.because(
                    name + " must be a moment in UTC such as 2026-03-31T23:59:59Z, not \"" + text + "\".");
        }
    }
}
