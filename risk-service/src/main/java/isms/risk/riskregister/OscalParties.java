package isms.risk.riskregister;

import static isms.platform.oscal.OscalJson.object;
import static isms.platform.oscal.OscalJson.string;

import isms.platform.oscal.OscalJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people in a document, by subject id only: who bears it is known to the directory, from which it can be erased (ALL-10).
 *
 * @param space what tells the people of one organization from those of others
 * @param organization its own identifier
 */
record OscalParties(UUID space, String organization) {

    static final String RISK_OWNER = "risk-owner";
    static final String ASSESSOR = "assessor";
    static final String ACCEPTOR = "acceptor";
    static final String ACTION_OWNER = "action-owner";

    private static final String SUBJECTS = OscalJson.NAMESPACE + "/subjects";
    private static final String MACHINE = "system";

    static List<Object> roles() {
        return List.of(
                object("id", RISK_OWNER, "title", "Risk owner"),
                object("id", ASSESSOR, "title", "Who assessed the risk"),
                object("id", ACCEPTOR, "title", "Who accepted the residual risk"),
                object("id", ACTION_OWNER, "title", "Owner of an action of a treatment plan"));
    }

    List<Object> all(Collection<String> subjects) {
        List<Object> all = new ArrayList<>();
        all.add(object(
                "uuid", OscalJson.id(space, "organization"), "type", "organization", "name", string(organization)));
        subjects.stream()
                .filter(subject -> !subject.equals(MACHINE))
                .forEach(subject -> all.add(object(
                        "uuid",
                        id(subject),
                        "type",
                        "person",
                        "external-ids",
                        List.of(object("scheme", SUBJECTS, "id", string(subject))))));
        return all;
    }

    String id(String subject) {
        return OscalJson.id(space, "party " + subject);
    }

    Map<String, Object> origin(String subject, String role) {
        return object("actors", List.of(object("type", "party", "actor-uuid", id(subject), "role-id", role)));
    }

    /** Who did something; null where it was the system itself, which is no party. */
    @Nullable
    List<Object> loggedBy(@Nullable String subject, String role) {
        return subject == null || subject.equals(MACHINE)
                ? null
                : List.of(object("party-uuid", id(subject), "role-id", role));
    }
}
