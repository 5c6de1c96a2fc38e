package isms.risk.risk;

/** Bodies that work as they stand, for the API's description. */
final class Examples {

    static final String RANSOMWARE = """
            {
              "kind": "threat",
              "title": "Ransomware stops order processing",
              "context": "CTX-1",
              "owner": "u-0017",
              "scenario": {
                "source": "Criminal group that extorts manufacturers",
                "event": "Encrypts the file servers of the plant",
                "vulnerability": "Remote maintenance access without a second factor",
                "consequence": "Orders cannot be confirmed for days"
              },
              "affects": ["integrity", "availability"],
              "assets": ["File servers"],
              "processes": ["Order processing"],
              "category": "Malicious software",
              "unit": "Information technology",
              "controlObjectives": ["Order data can be restored within a day"],
              "controls": ["A.8.7", "A.8.13"]
            }
            """;

    static final String CONTROLS = """
            {"controls": ["A.8.5", "A.8.7", "A.8.13"]}
            """;

    static final String ASSESSMENT = """
            {
              "inherent": {
                "likelihood": {"value": 3, "rationale": "Three firms of our sector were hit last year"},
                "impact": {
                  "financial": {"value": 3, "rationale": "A week without orders"},
                  "fines": {"value": 2, "rationale": "Personal data of customers are on the servers"}
                }
              },
              "current": {
                "likelihood": {"value": 2, "rationale": "Mail is filtered, macros are blocked"},
                "impact": {
                  "financial": {"value": 2, "rationale": "Restored within two days in the last test"},
                  "fines": {"value": 2, "rationale": "Personal data of customers are on the servers"}
                }
              },
              "existingControls": [
                {"reference": "A.8.7", "effectiveness": "effective", "note": "All clients report daily"},
                {"reference": "A.8.13", "effectiveness": "partly-effective", "note": "Restore of the order database tested in May"}
              ]
            }
            """;

    static final String HAND_OVER = """
            {"owner": "u-0021", "reason": "The head of order processing has changed"}
            """;

    static final String RETIREMENT = """
            {"reason": "Remote maintenance access has been removed"}
            """;

    static final String OPPORTUNITY = """
            {
              "decision": "pursue",
              "evaluation": "Two customers would sign; about 200 000 euro a year for an effort of three months",
              "reason": "It strengthens what we are known for"
            }
            """;

    static final String ACCEPTANCE = """
            {"justification": "The machine is replaced with the new line; until then it is run by hand", "until": "2027-06-30"}
            """;

    static final String REVOCATION = """
            {"reason": "The new line comes a year later than planned"}
            """;

    private Examples() {}
}
