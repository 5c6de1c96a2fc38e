package isms.risk.quantification;

/** Bodies that work as they stand, for the API's description. */
final class Examples {

    static final String WHAT_IF = """
            {
              "years": 100000,
              "seed": 20260101,
              "confidenceLevels": [0.95, 0.99],
              "risks": [
                {
                  "title": "Ransomware stops order processing",
                  "frequency": {"minimum": 0.1, "mostLikely": 0.3, "maximum": 1},
                  "loss": {
                    "lower": {"percentile": 5, "amount": {"amount": "40000", "currency": "EUR"}},
                    "upper": {"percentile": 95, "amount": {"amount": "900000", "currency": "EUR"}}
                  },
                  "treatment": {
                    "frequency": {"minimum": 0.05, "mostLikely": 0.1, "maximum": 0.4},
                    "yearlyCost": {"amount": "30000", "currency": "EUR"}
                  }
                },
                {
                  "title": "A laptop is lost",
                  "frequency": {"perYear": 4},
                  "loss": {
                    "minimum": {"amount": "800", "currency": "EUR"},
                    "mostLikely": {"amount": "1500", "currency": "EUR"},
                    "maximum": {"amount": "12000", "currency": "EUR"},
                    "confidence": "high"
                  }
                }
              ]
            }
            """;

    static final String QUANTIFICATION = """
            {
              "frequency": {"minimum": 0.1, "mostLikely": 0.3, "maximum": 1},
              "loss": {
                "lower": {"percentile": 5, "amount": {"amount": "40000", "currency": "EUR"}},
                "upper": {"percentile": 95, "amount": {"amount": "900000", "currency": "EUR"}}
              },
              "treatment": {"frequency": {"minimum": 0.05, "mostLikely": 0.1, "maximum": 0.4}},
              "rationale": "Three of about ten firms of our sector were hit in three years; losses as their insurer reports them"
            }
            """;

    static final String PLAN_QUANTIFICATION = """
            {
              "oneOffCost": {
                "minimum": {"amount": "25000", "currency": "EUR"},
                "mostLikely": {"amount": "35000", "currency": "EUR"},
                "maximum": {"amount": "60000", "currency": "EUR"}
              },
              "yearlyCost": {"amount": {"amount": "12000", "currency": "EUR"}},
              "years": 3,
              "discountRate": 0.05,
              "rationale": "Two offers, and the work of our own people at the internal rate"
            }
            """;

    private Examples() {}
}
