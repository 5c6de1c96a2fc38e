package isms.risk.heatmap;

import isms.platform.http.ProblemCode;
import isms.platform.query.ReadRequest;
import isms.platform.query.Timeline;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What a heat map can be asked for: which rating, which impact, which risks. */
public class HeatMapRequest extends ReadRequest {

    private static final Set<String> STATUSES = Set.of("registered", "assessed", "retired");
    private static final Set<String> KINDS = Set.of("threat", "opportunity");

    @QueryParam("rating")
    @Parameter(description = "Which rating is shown; current unless said otherwise")
    public @Nullable RatingKind rating;

    @QueryParam("impact")
    @Parameter(description = "Which impact dimensions count; overall unless said otherwise")
    public @Nullable ImpactView impact;

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

    @QueryParam("status")
    @Parameter(
            description =
                    "registered, assessed or retired, several by comma; registered,assessed unless said otherwise")
    public @Nullable String status;

    @QueryParam("kind")
    @Parameter(description = "threat or opportunity; threat unless said otherwise, since gains and losses share no map")
    public @Nullable String kind;

    RatingKind ratingOrCurrent() {
        RatingKind asked = rating;
        return asked == null ? RatingKind.CURRENT : asked;
    }

    ImpactView impactOrOverall() {
        ImpactView asked = impact;
        return asked == null ? ImpactView.OVERALL : asked;
    }

    /** What narrows the selection, by the names that the register's filters have. */
    Map<String, String> narrowed() {
        Map<String, String> narrowed = new LinkedHashMap<>();
        narrowed.put("kind", oneOf("kind", kind == null ? "threat" : kind, KINDS));
        narrowed.put("status", severalOf("status", status == null ? "registered,assessed" : status, STATUSES));
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

    /** The same in words, without what goes without saying. */
    List<String> inWords() {
        List<String> words = new ArrayList<>();
        narrowed().forEach((name, value) -> {
            if (!(name.equals("kind") && kind == null) && !(name.equals("status") && status == null)) {
                words.add(name + " " + value);
            }
        });
        return List.copyOf(words);
    }

    /** SQL over {@code risk_register} for the versions that were there at a moment; null for now. */
    static String version(@Nullable Instant moment, Timeline timeline, String parameter) {
        if (moment == null) {
            // a literal, so that the partial index of the current rows can be used
            return "valid_to = '9999-12-31T00:00:00Z'";
        }
        String column = timeline == Timeline.STATED ? "stated" : "valid";
        return "%s_from <= cast(:%s as timestamptz) and %s_to > cast(:%s as timestamptz)"
                .formatted(column, parameter, column, parameter);
    }

    /** SQL over {@code risk_register} for {@link #narrowed}; its parameters have the same names. */
    static String condition(Map<String, String> narrowed) {
        StringBuilder sql = new StringBuilder();
        narrowed.keySet()
                .forEach(name -> sql.append(
                        switch (name) {
                            case "context" -> " and context_id = cast(:context as uuid)";
                            case "status" -> " and status = any(string_to_array(:status, ','))";
                            default -> " and " + name + " = :" + name;
                        }));
        return sql.toString();
    }

    /** Binds the parameters of {@link #condition}. */
    static void bind(Map<String, String> narrowed, Mutiny.SelectionQuery<?> query) {
        narrowed.forEach(
                (name, value) -> query.setParameter(name, name.equals("context") ? UUID.fromString(value) : value));
    }

    private static void put(Map<String, String> narrowed, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            narrowed.put(name, value.strip());
        }
    }

    private static String oneOf(String name, String value, Set<String> allowed) {
        if (!allowed.contains(value)) {
            throw ProblemCode.INVALID_PARAMETER.because(name + " must be one of "
                    + String.join(", ", allowed.stream().sorted().toList()) + ", not \"" + value + "\".");
        }
        return value;
    }

    private static String severalOf(String name, String values, Set<String> allowed) {
        for (String value : values.split(",", -1)) {
            oneOf(name, value, allowed);
        }
        return values;
    }
}
