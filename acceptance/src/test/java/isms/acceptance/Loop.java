package isms.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What people do to close the loop between risks and controls, through the gateway; each step is accepted, or fails. */
final class Loop {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private Loop() {}

    /** A context whose risks are assessed by a methodology that is in use. */
    static void context(String context, String title) {
        String methodology = Ids.next();
        done(Stack.as("ines").body(Bodies.methodology(methodology, title)), "methodologies");
        String path = "methodologies/" + methodology;
        Stack.as("ines")
                .contentType("application/merge-patch+json")
                .body(Bodies.ACCEPTANCE)
                .patch("/api/v1/" + path)
                .then()
                .statusCode(200);
        String etag = done(Stack.as("ines"), path + "/submissions").header("ETag");
        done(Stack.as("tom").header("If-Match", etag), path + "/approvals");
        done(Stack.as("ines"), path + "/releases");
        done(Stack.as("ines").body(Bodies.context(context, title)), "risk-contexts");
        done(Stack.as("ines").body(Bodies.choice(methodology)), "risk-contexts/" + context + "/methodology-choices");
    }

    /** A statement of applicability that covers the context; answers its id. */
    static String statement(String scope, String context) {
        return done(Stack.as("ines").body("""
                                {"scope": {"id": "%s", "name": "%s", "contexts": ["%s"]}}""".formatted(Ids.next(), scope, context)), "statements-of-applicability")
                .path("id");
    }

    static void risk(String risk, String context, String title) {
        done(Stack.as("ines").body(Bodies.risk(risk, context, title)), "risks");
        assessment(risk);
    }

    static Response assessment(String risk) {
        return done(Stack.as("rosa").body(Bodies.assessment(3, 2, 2)), "risks/" + risk + "/assessments");
    }

    /** A plan that needs these controls, the first of them for its only action, and that is being carried out. */
    static void plan(String plan, String risk, String... controls) {
        done(Stack.as("ines").body(plan(plan, risk, Arrays.asList(controls))), "treatment-plans");
        String etag = done(Stack.as("ines"), "treatment-plans/" + plan + "/submissions")
                .header("ETag");
        done(Stack.as("rosa").header("If-Match", etag), "treatment-plans/" + plan + "/approvals");
    }

    /** A control that satisfies a control of Annex A, and is in place. */
    static void control(String control, String title, String requirement) {
        done(Stack.as("ines").body("""
                        {"id": "%s", "title": "%s", "owner": "%s", "requirements": ["iso-27001-2022:%s"]}""".formatted(control, title, Bodies.ROSA, requirement)), "controls");
        done(Stack.as("ines").body("{\"on\": \"%s\"}".formatted(TODAY)), "controls/" + control + "/starts");
        String evidence = done(Stack.as("ines").body("""
                                {"kind": "link", "title": "Log of the first restore", "link": "https://backup.example.org/restores/1"}"""), "controls/" + control + "/evidence")
                .path("key");
        done(
                Stack.as("ines").body("{\"on\": \"%s\", \"evidence\": [\"%s\"]}".formatted(TODAY, evidence)),
                "controls/" + control + "/implementations");
    }

    /** Tests the control, and it fails. */
    static void failedTest(String control, String findings) {
        done(Stack.as("ines").body("""
                        {"method": "Restore one server", "period": "P90D", "criterion": "It runs within four hours"}"""), "controls/" + control + "/test-definitions");
        done(Stack.as("ada").body("""
                        {"outcome": "fail", "on": "%s", "findings": "%s"}""".formatted(TODAY, findings)), "controls/" + control + "/tests");
    }

    /** The line of a control in a statement, as a list of one. */
    static JsonPath line(String statement, String control) {
        return Stack.as("vera")
                .queryParam("q", control)
                .get("/api/v1/statements-of-applicability/" + statement + "/lines")
                .jsonPath();
    }

    static Response done(RequestSpecification request, String path) {
        Response response = request.post("/api/v1/" + path);
        assertThat(response.statusCode()).as(path + ": " + response.asString()).isBetween(200, 201);
        return response;
    }

    private static String plan(String plan, String risk, List<String> controls) {
        return """
                {"id": "%s", "risk": "%s", "title": "Encrypt what is backed up", "option": "modify",
                 "controls": [%s],
                 "actions": [{"title": "Encrypt it", "owner": "%s", "targetDate": "2099-03-31", "resources": "A week",
                              "successCriterion": "A stolen tape says nothing", "controls": ["%s"]}],
                 "residual": %s}""".formatted(
                plan,
                risk,
                controls.stream().map("{\"reference\": \"%s\"}"::formatted).collect(Collectors.joining(", ")),
                Bodies.ROSA,
                controls.getFirst(),
                """
                {"likelihood": {"value": 2, "rationale": "It is encrypted"},
                 "impact": {
                   "financial": {"value": 2, "rationale": "As before"},
                   "fines": {"value": 2, "rationale": "As before"}}}""");
    }
}
