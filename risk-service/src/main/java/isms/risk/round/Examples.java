package isms.risk.round;

/** Bodies that work as they stand, for the API's description. */
final class Examples {

    static final String YEARLY = """
            {
              "title": "Yearly assessment of corporate IT",
              "occasion": "planned-interval",
              "due": "2027-03-31",
              "scope": {"contexts": ["CTX-1"]}
            }
            """;

    static final String MEMBERS = """
            {"risks": ["RISK-1"], "reason": "The supplier behind it has changed"}
            """;

    static final String DUE_DATE = """
            {"due": "2027-04-30", "reason": "The plant stands still in March"}
            """;

    static final String CLOSURE = """
            {
              "leftOut": [{"risks": ["RISK-2"], "reason": "The system is replaced next month and assessed then"}],
              "conclusion": "Two risks are above the criteria; both have plans"
            }
            """;

    static final String WITHDRAWAL = """
            {"reason": "Opened over the wrong context"}
            """;

    private Examples() {}
}
