package isms.risk.attention;

import isms.platform.http.ProblemCode;
import isms.platform.query.ReadRequest;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Whose risks the summary counts; all of the organization unless it is narrowed. */
public class RiskSummaryRequest extends ReadRequest {

    @QueryParam("context")
    @Parameter(description = "Only this context: its identity", schema = @Schema(implementation = UUID.class))
    public @Nullable String context;

    @QueryParam("owner")
    @Parameter(description = "Only risks of this risk owner, by subject id")
    public @Nullable String owner;

    @QueryParam("unit")
    @Parameter(description = "Only risks of this organizational unit")
    public @Nullable String unit;

    @QueryParam("category")
    @Parameter(description = "Only risks of this category")
    public @Nullable String category;

    /** What narrows the selection, by the names that the register's filters have. */
    Map<String, String> narrowed() {
        Map<String, String> narrowed = new LinkedHashMap<>();
        String in = context;
        if (in != null) {
            try {
                narrowed.put("context", UUID.fromString(in.strip()).toString());
            } catch (IllegalArgumentException malformed) {
                throw ProblemCode.INVALID_PARAMETER.because(
                        "context must be the identity of a context (a UUID), not \"" + in + "\".");
            }
        }
        put(narrowed, "owner", owner);
        put(narrowed, "unit", unit);
        put(narrowed, "category", category);
        return narrowed;
    }

    private static void put(Map<String, String> narrowed, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            narrowed.put(name, value.strip());
        }
    }
}
