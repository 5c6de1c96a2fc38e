package isms.risk.library;

/** Bodies that work as they stand, for the API's description. */
final class Examples {

    static final String SCENARIO = """
            {
              "kind": "scenario",
              "title": "The laboratory stands still",
              "scenario": {
                "source": "Extortionists who encrypt and steal data",
                "event": "Encrypt the servers of the laboratory",
                "vulnerability": "Backups can be reached and deleted from the network",
                "consequence": "No results for days",
                "affects": ["availability"],
                "category": "Malicious software",
                "controls": ["A.8.7", "A.8.13"],
                "assets": ["Laboratory system"]
              }
            }
            """;

    static final String TITLE = """
            {"title": "The laboratory stands still for days"}
            """;

    static final String RETIREMENT = """
            {"reason": "The laboratory has been closed"}
            """;

    static final String ADOPTION = """
            {"entries": ["MFG-01", "T-01", "V-03"]}
            """;

    private Examples() {}
}
