package isms.acceptance;

/** What the people of the journeys send. */
final class Bodies {

    static final String ROSA = "00000001-0000-4000-8000-000000000004";

    static final String ACCEPTANCE = """
            {"criteria": {"acceptance": {
              "acceptableUpTo": "low", "acceptedWithinBy": "risk-owner", "acceptedAboveBy": "top-management"}}}""";

    private Bodies() {}

    /** A scored methodology with a business and a regulatory dimension, its acceptance criteria still open. */
    static String methodology(String id, String title) {
        return """
                {"id": "%s", "kind": "semi-quantitative", "title": "%s", "purpose": "To be walked through",
                 "criteria": {
                   "likelihood": {"levels": [
                     {"value": 1, "name": "unlikely", "meaning": "Less than once in three years"},
                     {"value": 2, "name": "possible", "meaning": "Once in one to three years"},
                     {"value": 3, "name": "likely", "meaning": "Once a year or more often"}]},
                   "dimensions": [
                     {"key": "financial", "name": "Financial loss", "kind": "business", "scale": {"levels": [
                       {"value": 1, "name": "minor", "meaning": "Up to 10 000 euro"},
                       {"value": 2, "name": "moderate", "meaning": "10 000 to 200 000 euro"},
                       {"value": 3, "name": "severe", "meaning": "More than 200 000 euro"}]}},
                     {"key": "fines", "name": "Fines", "kind": "regulatory", "scale": {"levels": [
                       {"value": 1, "name": "minor", "meaning": "A warning at most"},
                       {"value": 2, "name": "moderate", "meaning": "A fine up to 50 000 euro"},
                       {"value": 3, "name": "severe", "meaning": "A fine above 50 000 euro"}]}}],
                   "combination": "maximum",
                   "level": {"by": "product"},
                   "bands": [
                     {"key": "low", "name": "Low", "colour": "#2f9e44", "from": 1},
                     {"key": "medium", "name": "Medium", "colour": "#f59f00", "from": 3},
                     {"key": "high", "name": "High", "colour": "#e03131", "from": 6}],
                   "occasions": {"interval": "P1Y", "triggers": ["A significant incident"]}}}""".formatted(id, title);
    }

    static String context(String id, String title) {
        return """
                {"id": "%s", "title": "%s", "description": "Everything that is reached from outside"}""".formatted(id, title);
    }

    static String choice(String methodology) {
        return """
                {"methodology": "%s"}""".formatted(methodology);
    }

    static String risk(String id, String context, String title) {
        return """
                {"id": "%s", "context": "%s", "owner": "%s", "title": "%s",
                 "scenario": {
                   "source": "Criminals who buy stolen passwords",
                   "event": "Log in to the remote access as one of our people",
                   "vulnerability": "A password alone is enough",
                   "consequence": "Customer data are copied and sold"},
                 "affects": ["confidentiality"], "assets": ["Remote access gateway"],
                 "category": "Unauthorized access"}""".formatted(id, context, ROSA, title);
    }

    static String assessment(int likelihood, int financial, int fines) {
        return """
                {"current": {
                   "likelihood": {"value": %d, "rationale": "Two stolen logins were tried last year"},
                   "impact": {
                     "financial": {"value": %d, "rationale": "Cost of informing all customers"},
                     "fines": {"value": %d, "rationale": "Personal data of all customers"}}}}""".formatted(likelihood, financial, fines);
    }

    static String assessmentWithoutFines() {
        return """
                {"current": {
                   "likelihood": {"value": 3, "rationale": "Two stolen logins were tried last year"},
                   "impact": {"financial": {"value": 2, "rationale": "Cost of informing all customers"}}}}""";
    }
}
