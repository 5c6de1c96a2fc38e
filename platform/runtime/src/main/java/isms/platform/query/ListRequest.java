package isms.platform.query;

import jakarta.ws.rs.QueryParam;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What every list can be asked for; a {@code @BeanParam} of the operations that answer a {@link Page}. */
public class ListRequest extends ReadRequest {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 500;

    @QueryParam("limit")
    @Parameter(
            description = "How many rows a page has",
            schema =
                    @Schema(
                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "500",
                            defaultValue = "50"))
    public @Nullable String limit;

    @QueryParam("cursor")
    @Parameter(description = "Where the next page begins: next of the page before")
    public @Nullable String cursor;

    @QueryParam("sort")
    @Parameter(
            description = "Fields to sort by, separated by commas; a minus sorts downwards",
            example = "-updatedAt,title")
    public @Nullable String sort;

    @QueryParam("q")
    @Parameter(description = "Words that must all occur, whatever their case and accents")
    public @Nullable String q;

    @QueryParam("count")
    @Parameter(description = "Whether to count all matching rows as well")
    public boolean count;

    int pageSize() {
        String text = limit;
        if (text == null || text.isBlank()) {
            return DEFAULT_LIMIT;
        }
        try {
            int asked = Integer.parseInt(text.strip());
            if (asked >= 1 && asked <= MAX_LIMIT) {
                return asked;
            }
        } catch (NumberFormatException notANumber) {
            throw invalid("limit", limitSentence(text));
        }
        throw invalid("limit", limitSentence(text));
    }

    private static String limitSentence(String text) {
        return "limit must be a whole number from 1 to " + MAX_LIMIT + ", not \"" + text + "\".";
    }

    @Override
    Set<String> commonParameters() {
        Set<String> all = new HashSet<>(super.commonParameters());
        all.addAll(Set.of("limit", "cursor", "sort", "q", "count"));
        return all;
    }
}
