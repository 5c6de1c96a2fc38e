package isms.risk.methodology;

/** Bodies that work as they stand, for the API's description. */
final class Examples {

    static final String SCORED = """
            {
              "kind": "semi-quantitative",
              "title": "Corporate IT, scored",
              "purpose": "Office network and business applications",
              "criteria": {
                "likelihood": {"levels": [
                  {"value": 1, "name": "unlikely", "meaning": "Less than once in three years"},
                  {"value": 2, "name": "possible", "meaning": "Once in one to three years"},
                  {"value": 3, "name": "likely", "meaning": "Once a year or more often"}
                ]},
                "dimensions": [
                  {"key": "financial", "name": "Financial loss", "kind": "business", "scale": {"levels": [
                    {"value": 1, "name": "minor", "meaning": "Up to 10 000 euro"},
                    {"value": 2, "name": "moderate", "meaning": "10 000 to 200 000 euro"},
                    {"value": 3, "name": "severe", "meaning": "More than 200 000 euro"}
                  ]}},
                  {"key": "fines", "name": "Fines", "kind": "regulatory", "scale": {"levels": [
                    {"value": 1, "name": "minor", "meaning": "A warning at most"},
                    {"value": 2, "name": "moderate", "meaning": "A fine up to 50 000 euro"},
                    {"value": 3, "name": "severe", "meaning": "A fine above 50 000 euro"}
                  ]}}
                ],
                "combination": "maximum",
                "level": {"by": "product"},
                "bands": [
                  {"key": "low", "name": "Low", "colour": "#2f9e44", "from": 1},
                  {"key": "medium", "name": "Medium", "colour": "#f59f00", "from": 3},
                  {"key": "high", "name": "High", "colour": "#e03131", "from": 6}
                ],
                "acceptance": {"acceptableUpTo": "medium", "acceptedWithinBy": "risk-owner", "acceptedAboveBy": "top-management"},
                "occasions": {"interval": "P1Y", "triggers": ["A significant incident", "A change of the network"]}
              }
            }
            """;

    static final String ACCEPTANCE = """
            {"criteria": {"acceptance": {"acceptableUpTo": "low", "acceptedWithinBy": "risk-owner", "acceptedAboveBy": "top-management"}}}
            """;

    static final String RETURN = """
            {"reason": "The scale for fines is missing"}
            """;

    private Examples() {}
}
