package isms.platform.testing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import isms.platform.query.ConsistencyToken;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
class ReadYourWritesTest {

    @Test
    void a_read_with_the_token_of_a_command_sees_its_effect() {
        for (int i = 0; i < 50; i++) {
            Response written = CommandsOverHttpTest.keeper()
                    .body("{\"title\":\"Thing " + i + "\",\"owner\":\"kim\",\"tags\":[\"a\"]}")
                    .post("/api/v1/things");
            Response read = CommandsOverHttpTest.keeper()
                    .header("Consistency-Token", written.header("Consistency-Token"))
                    .get(written.header("Location"));
            read.then().statusCode(200).header("ETag", "\"1\"");
            // the same fold answers the command and fills the read model
            read.then().body(equalTo(written.asString()));
        }
    }

    @Test
    void the_token_of_another_service_does_not_hold_up_a_read() {
        CommandsOverHttpTest.keeper()
                .header("Consistency-Token", new ConsistencyToken("elsewhere", Long.MAX_VALUE).encoded())
                .get("/api/v1/things")
                .then()
                .statusCode(200)
                .time(lessThan(4_000L));
    }

    @Test
    void a_position_that_is_far_away_is_answered_with_later() {
        CommandsOverHttpTest.keeper()
                .header("Consistency-Token", new ConsistencyToken("thing", Long.MAX_VALUE).encoded())
                .get("/api/v1/things")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("not-yet-visible"));
    }
}
