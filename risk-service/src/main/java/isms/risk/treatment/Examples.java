package isms.risk.treatment;

/** Bodies that work as they stand, for the API's description. */
final class Examples {

    static final String SECOND_FACTOR = """
            {
              "risk": "RISK-1",
              "title": "A second factor for remote access",
              "option": "modify",
              "controls": [{"reference": "A.8.5", "source": "ISO/IEC 27001:2022 Annex A"}],
              "actions": [
                {
                  "title": "Introduce a second factor for remote access",
                  "owner": "u-0023",
                  "targetDate": "2027-03-31",
                  "successCriterion": "Nobody logs in from outside with a password alone",
                  "resources": "Two people for a month, 12 000 euro for tokens",
                  "controls": ["A.8.5"]
                }
              ]
            }
            """;

    static final String AIM = """
            {
              "residual": {
                "likelihood": {"value": 1, "rationale": "A stolen password alone no longer opens anything"},
                "impact": {
                  "financial": {"value": 2, "rationale": "As before"},
                  "fines": {"value": 2, "rationale": "As before"}
                }
              }
            }
            """;

    static final String RETURN = """
            {"reason": "The plant's remote maintenance is not in it"}
            """;

    static final String WITHDRAWAL = """
            {"reason": "Remote access has been abolished"}
            """;

    static final String PROGRESS = """
            {"percent": 40, "remark": "Tokens are handed out, servers follow"}
            """;

    static final String TARGET_DATE = """
            {"targetDate": "2027-05-31", "reason": "Tokens are delivered late"}
            """;

    static final String REASSIGNMENT = """
            {"owner": "u-0031", "reason": "u-0023 has moved to another plant"}
            """;

    static final String COMPLETION = """
            {"evidence": "Logged in from outside with three test accounts: refused without a token each time"}
            """;

    private Examples() {}
}
