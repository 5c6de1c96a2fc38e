package isms.control.statement;

/** Bodies that work as they stand, for the API's description. */
final class Examples {

    static final String START = """
            {"scope": {"name": "Development and operation of the customer portal"}}
            """;

    static final String DECISIONS = """
            {
              "lines": [
                {
                  "control": "A.8.5",
                  "applicable": true,
                  "justifications": [
                    {"kind": "contractual", "text": "Customers demand a second factor"},
                    {"kind": "risk", "text": "Passwords are stolen by phishing", "risks": ["RISK-12"]}
                  ],
                  "status": "in-progress",
                  "controls": ["CTRL-3"]
                },
                {
                  "control": "A.7.4",
                  "applicable": false,
                  "exclusion": "The organization has no premises of its own"
                }
              ]
            }
            """;

    static final String LEGAL_NEED = """
            {"control": "A.5.34", "requirement": "GDPR, article 32"}
            """;

    static final String WITHDRAWAL = """
            {"reason": "No personal data are processed any more"}
            """;

    static final String RETURN = """
            {"reason": "The exclusion of A.7.4 forgets the warehouse"}
            """;

    static final String DELEGATION = """
            {"delegate": "u-0042", "reason": "Answers for information security on the board's behalf"}
            """;

    static final String MIGRATION = """
            {
              "lines": [
                {
                  "control": "A.9.2.1",
                  "applicable": true,
                  "justification": "Accounts of leavers were found to work still",
                  "kind": "business",
                  "status": "operating"
                },
                {
                  "control": "A.11.1.6",
                  "applicable": false,
                  "justification": "Nothing is delivered to the premises"
                }
              ]
            }
            """;

    private Examples() {}
}
