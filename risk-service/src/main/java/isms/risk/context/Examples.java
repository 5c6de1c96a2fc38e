package isms.risk.context;

/** Bodies that work as they stand, for the API's description. */
final class Examples {

    static final String PLANT = """
            {"title": "Industrial control systems", "description": "Controllers and the plant network"}
            """;

    static final String TITLE = """
            {"title": "Control systems of all works"}
            """;

    static final String CHOICE = """
            {"methodology": "METH-1"}
            """;

    static final String RETIREMENT = """
            {"reason": "The plant has been sold"}
            """;

    private Examples() {}
}
