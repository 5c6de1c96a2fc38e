package isms.control.control;

/** Bodies that work as they stand, for the API's description. */
final class Examples {

    static final String BACKUP = """
            {"title": "Daily backup of servers",
             "description": "Every server is copied to another site each night, and one is restored each month",
             "scope": "Head office", "estimatedDays": 20, "owner": "u-0017",
             "requirements": ["iso-27001-2022:A.8.13"], "due": "2027-06-30"}
            """;

    static final String TITLE = """
            {"title": "Nightly backup of all servers", "estimatedDays": 15}
            """;

    static final String HANDOVER = """
            {"owner": "u-0023", "reason": "Operations has taken over backups"}
            """;

    static final String REQUIREMENTS = """
            {"requirements": ["iso-27001-2022:A.8.14"], "reason": "The other site can take over"}
            """;

    static final String DUE = """
            {"due": "2027-09-30", "reason": "The new software arrives in summer"}
            """;

    static final String STEP = """
            {"on": "2026-10-01", "remark": "The software has been ordered"}
            """;

    static final String IMPLEMENTED = """
            {"on": "2026-10-20", "remark": "All servers are in the plan", "evidence": []}
            """;

    static final String REASON = """
            {"reason": "The servers have moved to a provider"}
            """;

    static final String DEPENDENCY = """
            {"on": "CTRL-2", "reason": "Copies are sent over the new line"}
            """;

    static final String CHANGE = """
            {"id": "CHG-2031", "title": "New backup software at head office"}
            """;

    static final String CHANGE_REMOVAL = """
            {"id": "CHG-2031", "reason": "The change was called off"}
            """;

    static final String TEST_DEFINITION = """
            {"method": "Restore a server chosen by lot, and compare", "period": "P90D",
             "criterion": "It runs again within four hours, with the data of the day before"}
            """;

    static final String TEST = """
            {"outcome": "fail", "findings": "The server did not start from the copy", "evidence": []}
            """;

    static final String DOUBT = """
            {"cause": "incident", "what": "A file server could not be restored after a fire"}
            """;

    static final String MERGE = """
            {"from": "CTRL-7", "reason": "Both describe the nightly backup"}
            """;

    static final String LINK = """
            {"kind": "link", "title": "Plan of the backup software", "link": "https://backup.example/plans/7"}
            """;

    private Examples() {}
}
