package isms.control.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import isms.control.Roles;
import isms.platform.testing.IsmsInfrastructure;
import isms.platform.testing.Tokens;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("CTL-8: evidence over HTTP")
class EvidenceOverHttpTest {

    private final Api api = new Api();

    private Response upload(Api by, byte[] content, String query, String reprDigest) {
        var request = given().auth()
                .oauth2(Tokens.of(by.tenant(), "u-owner", Roles.CONTROL_OWNER))
                .contentType("application/pdf")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(content);
        return (reprDigest.isEmpty() ? request : request.header("Repr-Digest", reprDigest))
                .post("/api/v1/evidence/files" + query);
    }

    private static byte[] bytes(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static byte[] digest(byte[] content) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }

    private Response download(Api by, String path) {
        return given().auth()
                .oauth2(Tokens.of(by.tenant(), "u-viewer", Roles.VIEWER))
                .get("/api/v1/evidence/" + path);
    }

    @Test
    @DisplayName("CTL-8, ALL-4: a file is stored once an organization, verified, and read again byte by byte")
    void files() throws Exception {
        byte[] content = bytes(3_500_001);
        String hex = HexFormat.of().formatHex(digest(content));
        String base64 = Base64.getEncoder().encodeToString(digest(content));
        assertThat(Api.taken(upload(api, content, "", "sha-256=:" + base64 + ":"))
                        .path("sha256")
                        .asText())
                .isEqualTo(hex);
        assertThat(Api.taken(upload(api, content, "?sha256=" + hex, ""))
                        .path("size")
                        .asLong())
                .isEqualTo(content.length);
        assertThat(parts(api.tenant())).isEqualTo(4);
        Response wrong = upload(api, bytes(10), "?sha256=" + hex, "");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(upload(api, new byte[0], "", "").statusCode()).isEqualTo(422);

        String control = api.control("Daily backup", "");
        String offer = "{\"kind\":\"file\",\"title\":\"Restore\",\"fileName\":\"restore \u00fc.pdf\","
                + "\"mediaType\":\"application/pdf\",\"sha256\":\"" + hex + "\"}";
        String key = Api.taken(api.post("/controls/" + control + "/evidence", offer, "u-owner", Roles.CONTROL_OWNER))
                .path("key")
                .asText();
        Response file = download(api, key + "/content");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.asByteArray()).isEqualTo(content);
        assertThat(file.header("ETag")).isEqualTo("\"" + hex + "\"");
        assertThat(file.header("Repr-Digest")).isEqualTo("sha-256=:" + base64 + ":");
        assertThat(file.header("Content-Type")).startsWith("application/pdf");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename*=UTF-8''restore%20%C3%BC.pdf");
        assertThat(given().auth()
                        .oauth2(Tokens.of(api.tenant(), "u-viewer", Roles.VIEWER))
                        .header("If-None-Match", "\"" + hex + "\"")
                        .get("/api/v1/evidence/" + key + "/content")
                        .statusCode())
                .isEqualTo(304);

        var other = new Api();
        String theirs = other.control("Daily backup", "");
        Api.refused(
                other.post("/controls/" + theirs + "/evidence", offer, "u-owner", Roles.CONTROL_OWNER), 422, "CTL-8");
        assertThat(download(other, key + "/content").statusCode()).isEqualTo(404);
        assertThat(other.get("/evidence").path("items")).isEmpty();
    }

    private static int parts(String tenant) throws SQLException {
        try (var connection = IsmsInfrastructure.asSuperuser("control");
                var query = connection.prepareStatement("select count(*) from evidence_file_part where tenant = ?")) {
            query.setString(1, tenant);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Test
    @DisplayName("CTL-8, ALL-4: the database lets nobody change a part, nor reach one of another organization")
    void kept_by_the_database() throws Exception {
        Api.taken(upload(api, bytes(100), "", ""));
        try (var connection = IsmsInfrastructure.as("control", "writer");
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("select count(*) from evidence_file_part")) {
                rows.next();
                assertThat(rows.getInt(1)).as("no organization is named").isZero();
            }
            assertThatThrownBy(() -> statement.executeUpdate("update evidence_file_part set part = 7"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.executeUpdate("delete from evidence_file"))
                    .hasMessageContaining("permission denied");
        }
        try (var connection = IsmsInfrastructure.as("control", "reader");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select * from evidence_file_part"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    @DisplayName("CTL-8: more than 16 MB are taken, more than 100 MB are not")
    void sizes() {
        byte[] large = bytes(20 << 20);
        assertThat(Api.taken(upload(api, large, "", "")).path("size").asInt()).isEqualTo(large.length);
        Response announced = given().auth()
                .oauth2(Tokens.of(api.tenant(), "u-owner", Roles.CONTROL_OWNER))
                .contentType("application/pdf")
                .body(new byte[(100 << 20) + 1])
                .post("/api/v1/evidence/files");
        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(Api.json(announced).path("code").asText()).isEqualTo("body-too-large");
        assertThat(given().auth()
                        .oauth2(Tokens.of(api.tenant(), "u-owner", Roles.CONTROL_OWNER))
                        .contentType("application/json")
                        .body(new byte[(1 << 20) + 1])
                        .post("/api/v1/controls")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    @DisplayName(
            "CTL-8, ALL-5, ALL-6, ALL-8: a machine posts results; what is newer supersedes and keeps what was before")
    void results() {
        String control = api.control("Daily backup", "");
        String result = "{\"kind\":\"result\",\"title\":\"Nightly restore\",\"outcome\":\"%s\","
                + "\"tool\":\"nightly-restore 2.4\",\"at\":\"2026-01-02T03:00:00Z\"}";
        JsonNode first = Api.taken(
                api.post("/controls/" + control + "/evidence", result.formatted("fail"), "ci", Roles.CONTRIBUTOR));
        assertThat(first.path("providedBy").asText()).isEqualTo("ci");
        String path = "/evidence/" + first.path("key").asText();
        assertThat(api.get("/evidence?kind=result&outcome=fail&control="
                                + first.path("controlId").asText())
                        .path("items"))
                .hasSize(1);
        Instant before = Instant.now();
        JsonNode second = api.taken(
                path + "/supersessions",
                "{\"evidence\":" + result.formatted("pass") + ",\"reason\":\"It was repaired\"}");
        assertThat(second.path("edition").asInt()).isEqualTo(2);
        assertThat(second.at("/editions/0/item/result/outcome").asText()).isEqualTo("fail");
        assertThat(second.at("/editions/0/supersededBecause").asText()).isEqualTo("It was repaired");
        assertThat(api.get(path).path("outcome").asText()).isEqualTo("pass");
        assertThat(api.get(path + "?asOf=" + before).path("outcome").asText()).isEqualTo("fail");
        assertThat(api.get(path + "/history").path("items")).hasSize(2);
        assertThat(api.read("/evidence", "text/csv").asString()).contains("Nightly restore");
        Api.refused(
                api.post(
                        "/controls/" + control + "/evidence",
                        "{\"kind\":\"result\",\"title\":\"x\"}",
                        "ci",
                        Roles.CONTRIBUTOR),
                422,
                "CTL-8");
        assertThat(api.post("/controls/" + control + "/evidence", result.formatted("pass"), "v", Roles.VIEWER)
                        .statusCode())
                .isEqualTo(403);
        Response none = given().auth()
                .oauth2(Tokens.of(api.tenant(), "u-viewer", Roles.VIEWER))
                .get("/api/v1" + path + "/content");
        assertThat(none.statusCode()).isEqualTo(404);
    }
}
