package isms.risk.risk;

import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.testing.Given;
import isms.risk.Roles;
import isms.risk.risk.RiskEvent.RiskRegistered;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A risk, and the people around it. */
final class SampleRisks {

    static final UUID CONTEXT = UUID.fromString("01920000-0000-7000-8000-0000000000c1");
    static final Actor OWNER = new Actor(new Subject("u-owner"), Set.of(Roles.RISK_OWNER));
    static final Actor STRANGER = new Actor(new Subject("u-stranger"), Set.of(Roles.RISK_OWNER));
    static final Actor MANAGER = new Actor(new Subject("u-manager"), Set.of(Roles.ISMS_MANAGER));
    static final RiskDescription RANSOMWARE = described("Ransomware stops order processing");

    static final ReassessmentFlag FLAG = flag(1);

    private SampleRisks() {}

    static ReassessmentFlag flag(int source) {
        return new ReassessmentFlag(
                new UUID(0, source),
                FlagCause.CONTROL_FOUND_INEFFECTIVE,
                "The control CTRL-7 (A.8.13) was found ineffective: two restores failed",
                UUID.fromString("01920000-0000-7000-8000-0000000000e1"),
                Instant.parse("2026-03-31T08:00:00Z"));
    }

    static Given<Risk, RiskEvent> registered() {
        return registered(RiskKind.THREAT, RANSOMWARE);
    }

    static Given<Risk, RiskEvent> registered(RiskKind kind, RiskDescription description) {
        return Given.facts(new RiskType(), new RiskRegistered(kind, description, CONTEXT, OWNER.subject()));
    }

    static RiskDescription described(String title, Property... affects) {
        return new RiskDescription(
                title,
                new Scenario(
                        "Criminal group that extorts manufacturers",
                        "Encrypts the file servers of the plant",
                        "Remote maintenance access without a second factor",
                        "Orders cannot be confirmed for days"),
                affects.length == 0 ? Set.of(Property.INTEGRITY, Property.AVAILABILITY) : Set.of(affects),
                List.of("File servers"),
                List.of("Order processing"),
                "Malicious software",
                "Information technology",
                List.of("Order data can be restored within a day"),
                List.of("A.8.7", "A.8.13"));
    }
}
