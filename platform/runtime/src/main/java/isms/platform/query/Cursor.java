package isms.platform.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import isms.platform.http.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort values of its last row, so that the next page goes on there whatever was inserted meanwhile.
 *
 * @param query fingerprint of sort order and filters; a cursor is of no use for another query
 * @param values sort values of the last row as text, the tie breaker last
 */
record Cursor(String query, List<@Nullable String> values) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<@Nullable String>> STRINGS = new TypeReference<>() {};

    String encoded() {
        try {
            List<@Nullable String> all = new ArrayList<>();
            all.add(query);
            all.addAll(values);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(all));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Cursor decode(String text, String query, int size) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(text.strip()), StandardCharsets.UTF_8);
            List<@Nullable String> all = JSON.readValue(json, STRINGS);
            if (all.size() == size + 1 && query.equals(all.getFirst())) {
                return new Cursor(query, all.subList(1, all.size()));
            }
        } catch (IllegalArgumentException | JsonProcessingException notOurs) {
            throw ofAnotherQuery();
        }
        throw ofAnotherQuery();
    }

    static RuntimeException ofAnotherQuery() {
        return ProblemCode.INVALID_CURSOR.because(
                "The cursor was not made by this query: filters, sort order and moment must stay the same from page to page.");
    }
}
