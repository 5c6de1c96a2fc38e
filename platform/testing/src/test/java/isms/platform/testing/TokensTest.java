package isms.platform.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
class TokensTest {

    private static int statusWith(String token) {
        return given().auth().oauth2(token).get("/api/v1/things").statusCode();
    }

    private static double remembered() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("isms_tokens_remembered_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void a_token_that_was_verified_a_moment_ago_is_not_verified_again() {
        var token = Tokens.of("acme", "often", "viewer");
        var before = remembered();

        for (int i = 0; i < 5; i++) {
            assertThat(statusWith(token)).isEqualTo(200);
        }

        assertThat(remembered()).isEqualTo(before + 4);
    }

    @Test
    void a_remembered_token_says_who_and_in_which_role_as_before() {
        var token = Tokens.of("acme", "vic", "viewer");
        assertThat(statusWith(token)).isEqualTo(200);

        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"title\":\"x\",\"owner\":\"vic\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(403);
        assertThat(statusWith(token.substring(0, token.length() - 4) + "AAAA")).isEqualTo(401);
    }

    @Test
    void a_remembered_token_expires_when_it_says() {
        var token = Jwt.claims()
                .issuer("https://isms.test")
                .subject("brief")
                .audience("isms-api")
                .claim("tenant", "acme")
                .claim("realm_access", Map.of("roles", List.of("viewer")))
                .expiresAt(Instant.now().plusSeconds(3))
                .jws()
                .sign(Keys.privateKey());
        assertThat(statusWith(token)).isEqualTo(200);
        assertThat(statusWith(token)).isEqualTo(200);

        await().atMost(Duration.ofSeconds(10)).until(() -> statusWith(token) == 401);
    }
}
