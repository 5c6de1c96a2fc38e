package isms.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A statement of applicability from its draft to its second version, and one that was made by the edition of 2013. */
@Order(4)
@TestMethodOrder(OrderAnnotation.class)
class StatementJourneyIT {

    private static final String STATEMENTS = "/api/v1/statements-of-applicability";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static String statement = "";
    private static String seen = "";

    @BeforeAll
    static void up() {
        Stack.isUp();
    }

    @Test
    @Order(1)
    @DisplayName(
            "CTL-9, CTL-11: a draft is refused while three lines lack a decision and one exclusion conflicts, each by name")
    void an_incomplete_draft_is_refused() {
        String scope = Ids.next();
        statement = STATEMENTS + "/" + start(scope);
        assertThat(post("ines", STATEMENTS, scope(scope)).statusCode())
                .as("one per scope")
                .isEqualTo(409);
        done("ines", statement + "/legal-needs", "{\"control\": \"A.5.34\", \"requirement\": \"Data protection law\"}");
        List<String> controls = read("vera", "/api/v1/frameworks/iso-27001-2022/requirements?limit=500")
                .jsonPath()
                .getList("items.id");
        assertThat(controls).hasSize(93);
        List<String> lines = new ArrayList<>();
        controls.stream()
                .filter(id -> !List.of("A.8.1", "A.8.2", "A.8.3").contains(id))
                .forEach(id -> lines.add(
                        id.equals("A.7.4") || id.equals("A.5.34")
                                ? excluded(id, "Nothing of the kind here")
                                : included(id)));
        done("ines", statement + "/decisions", lines(lines));

        Response refused = post("ines", statement + "/submissions", null);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("rule")).isEqualTo("CTL-11");
        assertThat(refused.jsonPath().getString("violations")).contains("A.8.1", "A.8.2", "A.8.3", "A.5.34");
        assertThat(refused.jsonPath().getList("violations")).hasSize(4);
    }

    @Test
    @Order(2)
    @DisplayName(
            "CTL-11, ALL-3: complete, it is submitted; its author cannot approve it, top management does, with If-Match")
    void a_complete_draft_is_approved() {
        done(
                "ines",
                statement + "/decisions",
                lines(List.of(included("A.8.1"), included("A.8.2"), included("A.8.3"), included("A.5.34"))));
        String etag = done("ines", statement + "/submissions", null).header("ETag");
        assertThat(Stack.as("max")
                        .header("If-Match", "\"1\"")
                        .post(statement + "/approvals")
                        .statusCode())
                .as("stale")
                .isEqualTo(412);
        assertThat(post("tom", statement + "/approvals", null).statusCode()).isEqualTo(428);
        Stack.as("ines")
                .header("If-Match", etag)
                .post(statement + "/approvals")
                .then()
                .statusCode(403)
                .body("rule", org.hamcrest.Matchers.oneOf("ALL-3", "CTL-11"));
        Response approved = Stack.as("tom").header("If-Match", etag).post(statement + "/approvals");
        assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(200);
        seen = approved.header("Consistency-Token");
        assertThat(approved.jsonPath().getString("status")).isEqualTo("in-force");
    }

    @Test
    @Order(3)
    @DisplayName("CTL-13: in five formats it is one snapshot, by the digest that all of them carry")
    void five_formats_of_one_snapshot() {
        var digests = new HashSet<String>();
        for (String format :
                List.of("text/csv", XLSX, "application/pdf", DOCX, "application/oscal+json", "application/json")) {
            Response file = Stack.as("ada")
                    .header("Consistency-Token", seen)
                    .accept(format)
                    .get(statement + "/versions/1");
            assertThat(file.statusCode()).as(format).isEqualTo(200);
            assertThat(file.asByteArray()).as(format).isNotEmpty();
            digests.add(file.header("Snapshot-Digest"));
        }
        assertThat(digests).doesNotContainNull().hasSize(1);
    }

    @Test
    @Order(4)
    @DisplayName(
            "CTL-12: the second version differs by the line that was decided otherwise; the first stays as it was approved")
    void a_second_version_shows_its_difference() {
        done("ines", statement + "/versions", null);
        done("ines", statement + "/decisions", lines(List.of(included("A.7.4"))));
        read("vera", statement + "/differences?from=1&to=2")
                .then()
                .statusCode(200)
                .body(containsString("A.7.4"))
                .body(org.hamcrest.Matchers.not(containsString("A.8.13")));
        read("vera", statement + "/lines?version=1&q=A.7.4")
                .then()
                .body("items", hasSize(1))
                .body("items[0].applicable", equalTo(false));
        read("vera", statement + "/lines?version=2&q=A.7.4").then().body("items[0].applicable", equalTo(true));
    }

    @Test
    @Order(5)
    @DisplayName("CTL-3: a statement by the edition of 2013 is taken over with its justifications, and undone")
    void a_statement_of_2013_is_taken_over() {
        String taken = STATEMENTS + "/" + start(Ids.next());
        String old = """
                {"lines": [
                  {"control": "A.9.2.1", "applicable": true, "justification": "People come and go", "status": "operating"},
                  {"control": "A.11.1.4", "applicable": false, "justification": "No premises of our own"}]}""";
        assertThat(post("ines", taken + "/migration-previews", old).statusCode())
                .isEqualTo(200);
        done("ines", taken + "/migrations", old);
        read("vera", taken + "/lines?q=A.5.16")
                .then()
                .body("items[0].applicable", equalTo(true))
                .body("items[0].toString()", containsString("People come and go"))
                .body("items[0].toString()", containsString("A.9.2.1"));
        done("ines", taken + "/migration-reversals", null);
        assertThat(read("vera", taken + "/lines?q=A.5.16").jsonPath().getString("items[0].applicable"))
                .isNull();
    }

    private static String start(String scope) {
        return done("ines", STATEMENTS, scope(scope)).path("id");
    }

    private static String scope(String scope) {
        return "{\"scope\": {\"id\": \"%s\", \"name\": \"Plant Lyon\", \"contexts\": [\"%s\"]}}"
                .formatted(scope, scope);
    }

    private static String included(String control) {
        return """
                {"control": "%s", "applicable": true, "status": "operating",
                 "justifications": [{"kind": "business", "text": "Customers ask for it"}]}""".formatted(control);
    }

    private static String excluded(String control, String why) {
        return "{\"control\": \"%s\", \"applicable\": false, \"exclusion\": \"%s\"}".formatted(control, why);
    }

    private static String lines(List<String> lines) {
        return "{\"lines\": [" + String.join(", ", lines) + "]}";
    }

    private static Response read(String user, String path) {
        return Stack.as(user).header("Consistency-Token", seen).get(path);
    }

    private static Response post(String user, String path, @Nullable String body) {
        RequestSpecification request = Stack.as(user);
        return (body == null ? request : request.body(body)).post(path);
    }

    private static Response done(String user, String path, @Nullable String body) {
        Response response = post(user, path, body);
        assertThat(response.statusCode()).as(path + ": " + response.asString()).isBetween(200, 201);
        seen = response.header("Consistency-Token");
        return response;
    }
}
