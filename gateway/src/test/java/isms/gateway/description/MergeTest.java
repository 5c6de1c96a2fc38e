package isms.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void equal_components_stay_one() throws Exception {
        JsonNode merged = merge("""
                {"paths": {}, "components": {"schemas": {"Problem": {"type": "object"}}}}
                """, """
                {"paths": {}, "components": {"schemas": {"Problem": {"type": "object"}}}}
                """);
        assertThat(merged.at("/components/schemas").fieldNames()).toIterable().containsExactly("Problem");
    }

    @Test
    void components_equal_to_the_letter_are_kept_apart_when_what_they_refer_to_differs() throws Exception {
        JsonNode merged = merge("""
                {"paths": {}, "components": {"schemas": {
                  "Page": {"items": {"$ref": "#/components/schemas/Row"}}, "Row": {"type": "string"}}}}
                """, """
                {"paths": {"/two": {"get": {"responses": {"200": {"$ref": "#/components/schemas/Page"}}}}},
                 "components": {"schemas": {
                  "Page": {"items": {"$ref": "#/components/schemas/Row"}}, "Row": {"type": "integer"}}}}
                """);
        assertThat(merged.at("/components/schemas/TwoPage/items/$ref").asText())
                .isEqualTo("#/components/schemas/TwoRow");
        assertThat(merged.at("/components/schemas/TwoRow/type").asText()).isEqualTo("integer");
        assertThat(merged.at("/components/schemas/Page/items/$ref").asText()).isEqualTo("#/components/schemas/Row");
        assertThat(merged.at("/paths/~1two/get/responses/200/$ref").asText()).isEqualTo("#/components/schemas/TwoPage");
    }

    @Test
    void a_discriminator_follows_the_renamed_schema() throws Exception {
        JsonNode merged = merge("""
                {"paths": {}, "components": {"schemas": {"Cat": {"type": "string"}}}}
                """, """
                {"paths": {}, "components": {"schemas": {"Cat": {"type": "object"},
                  "Pet": {"discriminator": {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat"}}}}}}
                """);
        assertThat(merged.at("/components/schemas/Pet/discriminator/mapping/cat")
                        .asText())
                .isEqualTo("#/components/schemas/TwoCat");
    }

    @Test
    void a_service_wide_security_requirement_comes_to_each_of_its_operations_and_to_no_other() throws Exception {
        JsonNode merged = merge("""
                {"security": [{"login": []}], "paths": {"/one": {"get": {}}},
                 "components": {"securitySchemes": {"login": {"type": "http", "scheme": "bearer"}}}}
                """, """
                {"security": [{"login": []}], "paths": {"/two": {"get": {}, "post": {"security": []}}},
                 "components": {"securitySchemes": {"login": {"type": "http", "scheme": "basic"}}}}
                """);
        assertThat(merged.at("/paths/~1one/get/security/0").has("login")).isTrue();
        assertThat(merged.at("/paths/~1two/get/security/0").has("Twologin")).isTrue();
        assertThat(merged.at("/paths/~1two/post/security")).isEmpty();
        assertThat(merged.has("security")).isFalse();
    }

    private static JsonNode merge(String one, String two) throws Exception {
        return new Merge()
                .add("one", JSON.readTree(one), path -> path)
                .add("two", JSON.readTree(two), path -> path)
                .document("t", "1", "d", "/");
    }
}
