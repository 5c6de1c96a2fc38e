package isms.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** What is written through the API: a methodology that is in use, a context, risks in it and their assessments. */
final class Register {

    private static final String METHODOLOGY = """
            {"id": "%s", "kind": "semi-quantitative", "title": "Corporate IT, scored", "purpose": "Benchmark",
             "criteria": {
              "likelihood": {"levels": [
               {"value": 1, "name": "rare", "meaning": "Not expected in ten years"},
               {"value": 2, "name": "unlikely", "meaning": "Expected once in three to ten years"},
               {"value": 3, "name": "possible", "meaning": "Expected once in one to three years"},
               {"value": 4, "name": "likely", "meaning": "Expected several times a year"}]},
              "dimensions": [
               {"key": "financial", "name": "Financial loss", "kind": "business", "scale": {"levels": [
                {"value": 1, "name": "minor", "meaning": "Up to 10 000 euro"},
                {"value": 2, "name": "moderate", "meaning": "10 000 to 200 000 euro"},
                {"value": 3, "name": "severe", "meaning": "More than 200 000 euro"}]}},
               {"key": "operational", "name": "Disruption of operation", "kind": "business", "scale": {"levels": [
                {"value": 1, "name": "minor", "meaning": "Minutes"},
                {"value": 2, "name": "moderate", "meaning": "Hours"},
                {"value": 3, "name": "severe", "meaning": "Days"}]}},
               {"key": "fines", "name": "Fines", "kind": "regulatory", "scale": {"levels": [
                {"value": 1, "name": "minor", "meaning": "A warning at most"},
                {"value": 2, "name": "moderate", "meaning": "A fine up to 50 000 euro"},
                {"value": 3, "name": "severe", "meaning": "A fine above 50 000 euro"}]}}],
              "combination": "maximum", "level": {"by": "product"},
              "bands": [
               {"key": "low", "name": "Low", "colour": "#2f9e44", "from": 1},
               {"key": "medium", "name": "Medium", "colour": "#f59f00", "from": 4},
               {"key": "high", "name": "High", "colour": "#e03131", "from": 8}],
              "acceptance": {"acceptableUpTo": "low", "acceptedWithinBy": "risk-owner", "acceptedAboveBy": "top-management"},
              "occasions": {"interval": "P1Y", "triggers": ["A significant incident"]}}}
            """;

    private static final String RISK = """
            {"id": "%s", "context": "%s", "owner": "%s", "title": "Encrypted file servers stop order processing",
             "scenario": {
              "source": "A criminal group that extorts manufacturers",
              "event": "File servers and their backups are encrypted during a weekend",
              "vulnerability": "Backups hang on the same directory service as the servers they protect",
              "consequence": "No order can be confirmed for a week"},
             "affects": ["availability", "integrity"], "assets": ["File servers", "Backup server"],
             "category": "%s"}
            """;

    /** How many different owners and categories the risks of a large register have. */
    private static final int OWNERS = 50;

    private static final int CATEGORIES = 12;

    private static final String ASSESSMENT = """
            {"current": {
              "likelihood": {"value": %d, "rationale": "Two comparable plants were hit within a year"},
              "impact": {
               "financial": {"value": %d, "rationale": "A week without order confirmation was costed with sales"},
               "operational": {"value": 3, "rationale": "No order can be confirmed"},
               "fines": {"value": 1, "rationale": "No personal data are concerned"}}}}
            """;

    private final String context;

    private Register(String context) {
        this.context = context;
    }

    /** Defines and approves, as two people, what an assessment needs. */
    static Register prepare(Api manager, Api management) throws IOException {
        var methodology = id();
        var path = "/api/v1/methodologies/" + methodology;
        manager.call("POST", "/api/v1/methodologies", METHODOLOGY.formatted(methodology), Map.of())
                .expect(201);
        var submitted =
                manager.call("POST", path + "/submissions", null, Map.of()).expect(200);
        management
                .call("POST", path + "/approvals", null, Map.of("If-Match", String.valueOf(submitted.etag())))
                .expect(200);
        manager.call("POST", path + "/releases", null, Map.of()).expect(200);
        var context = id();
        manager.call("POST", "/api/v1/risk-contexts", """
                        {"id": "%s", "title": "Corporate IT", "description": "Offices and their network"}
                        """.formatted(context), Map.of())
                .expect(201);
        manager.call(
                        "POST",
                        "/api/v1/risk-contexts/" + context + "/methodology-choices",
                        "{\"methodology\": \"" + methodology + "\"}",
                        Map.of())
                .expect(200);
        return new Register(context);
    }

    static String id() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** Id of the context. */
    String context() {
        return context;
    }

    String registration(String risk) {
        return RISK.formatted(risk, context, Installation.People.OWNER, "Malicious software");
    }

    /** The n-th of a large register. */
    String registration(String risk, long n) {
        return RISK.formatted(risk, context, owner(n), "Category " + n % CATEGORIES);
    }

    static String owner(long n) {
        return "00000002-0000-4000-8000-%012d".formatted(n % OWNERS);
    }

    /** The body of the n-th assessment of a risk: never the same as the one before. */
    static String assessment(long n) {
        return ASSESSMENT.formatted(1 + n % 4, 1 + n % 3);
    }

    /** Registers a risk and returns its id. */
    String register(Api manager) throws IOException {
        var risk = id();
        manager.call(
                        "POST",
                        "/api/v1/risks",
                        registration(risk),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .expect(201);
        return risk;
    }
}
