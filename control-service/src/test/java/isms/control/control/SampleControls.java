package isms.control.control;

import isms.control.Roles;
import isms.control.control.ControlEvent.ControlDefined;
import isms.control.control.ControlEvent.ControlImplemented;
import isms.control.control.ControlEvent.DependencyAdded;
import isms.control.control.ControlEvent.ImplementationStarted;
import isms.control.control.ControlEvent.TestDefined;
import isms.platform.people.Actor;
import isms.platform.people.Subject;
import isms.platform.testing.Given;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Controls and what happens to them, for tests. */
public final class SampleControls {

    static final ControlType TYPE = new ControlType();
    static final LocalDate TODAY = LocalDate.parse("2027-03-15");
    static final Actor MANAGER = new Actor(new Subject("u-manager"), Set.of(Roles.ISMS_MANAGER));
    static final Actor OWNER = new Actor(new Subject("u-owner"), Set.of(Roles.CONTROL_OWNER));
    static final Actor STRANGER = new Actor(new Subject("u-stranger"), Set.of(Roles.CONTROL_OWNER));
    static final Actor TESTER = new Actor(new Subject("u-tester"), Set.of(Roles.AUDITOR));
    static final String BACKUP = "iso-27001-2022:A.8.13";
    static final String REDUNDANCY = "iso-27001-2022:A.8.14";
    static final Predicate<String> KNOWN = Set.of(BACKUP, REDUNDANCY)::contains;
    static final ControlDescription WORDS =
            new ControlDescription("Daily backup of servers", "Each night to another site", "Head office", 20);
    static final TestDefinition TEST =
            new TestDefinition("Restore a server", Period.ofDays(90), "It runs within four hours");
    static final UUID SELF = new UUID(1, 1);
    static final UUID OTHER = new UUID(1, 2);
    static final UUID THIRD = new UUID(1, 3);
    static final EvidenceReference SHOWN = new EvidenceReference(new UUID(2, 1), 1);
    static final EvidenceAtHand AT_HAND = new EvidenceAtHand(SHOWN, SELF);
    static final Network NOBODY = new Network(Map.of());

    private SampleControls() {}

    static ControlDefined defined() {
        return new ControlDefined(WORDS, OWNER.subject(), List.of(BACKUP), LocalDate.parse("2027-06-30"));
    }

    static ImplementationStarted started() {
        return new ImplementationStarted(TODAY.minusDays(60), "Ordered");
    }

    static ControlImplemented implemented() {
        return new ControlImplemented(TODAY.minusDays(40), "All servers", List.of(SHOWN), List.of(BACKUP));
    }

    static TestResult result(TestOutcome outcome, LocalDate on) {
        return new TestResult(on, TESTER.subject(), outcome, "Looked at one", List.of(SHOWN), TEST);
    }

    static ControlDoubt doubt(long source, String at) {
        return new ControlDoubt(
                new UUID(3, source), DoubtCause.INCIDENT, "A server could not be restored", null, Instant.parse(at));
    }

    static Given<Control, ControlEvent> planned() {
        return Given.facts(TYPE, defined());
    }

    static Given<Control, ControlEvent> inPlace() {
        return planned().and(started(), implemented(), new TestDefined(TEST));
    }

    static Control.Open open(UUID... needs) {
        Given<Control, ControlEvent> given = planned();
        for (UUID need : needs) {
            given = given.and(new DependencyAdded(need, "Because"));
        }
        return given.state().open();
    }

    static Network network(Map<UUID, Control> controls) {
        var nodes = new HashMap<UUID, Network.Node>();
        controls.forEach(
                (id, control) -> nodes.put(id, new Network.Node("CTRL-" + id.getLeastSignificantBits(), control)));
        return new Network(nodes);
    }
}
