package isms.risk.methodology;

import isms.platform.decider.Fact;
import isms.platform.people.Authors;
import isms.platform.people.Subject;
import isms.risk.criteria.MethodKind;
import java.util.Set;

/** What happens to a methodology. Who decided it and when is in the envelope; authors are named where a later rule asks for them. */
public sealed interface MethodologyEvent {

    /** A methodology entered the inventory with the draft of version 1. */
    @Fact(type = "methodology-defined", clauses = "6.1.2 a")
    record MethodologyDefined(MethodKind kind, Content content, Subject author) implements MethodologyEvent {}

    /** A draft says something else from now on; whoever revises it becomes one of its authors. */
    @Fact(type = "methodology-draft-revised", clauses = "6.1.2 a")
    record MethodologyDraftRevised(int version, Content content, Subject author) implements MethodologyEvent {}

    /** A draft awaits its approval. */
    @Fact(type = "methodology-submitted", clauses = "6.1.2 a")
    record MethodologySubmitted(int version) implements MethodologyEvent {}

    /** The submitted version went back to its authors. */
    @Fact(type = "methodology-returned", clauses = "6.1.2 a")
    record MethodologyReturned(int version, String reason) implements MethodologyEvent {}

    /**
     * Top management answers for the version, and with it for the risk acceptance criteria. It repeats what was signed and who
     * had written it, so that the separation of duties shows in the fact itself.
     */
    @Fact(
            type = "methodology-approved",
            clauses = {"6.1.2 a", "5.1"})
    record MethodologyApproved(int version, MethodKind kind, String title, Set<Subject> authors)
            implements MethodologyEvent {

        public MethodologyApproved {
            authors = Authors.inOrder(authors);
        }
    }

    /** From now on assessments are made with this version. */
    @Fact(
            type = "methodology-put-in-use",
            clauses = {"6.1.2 a", "8.2"})
    record MethodologyPutInUse(int version, String title) implements MethodologyEvent {}

    /** No further assessment is made with this version; those made keep it. */
    @Fact(type = "methodology-superseded", clauses = "6.1.2 a")
    record MethodologySuperseded(int version, int by) implements MethodologyEvent {}

    /** Work on the next version began, from what the version in use says. */
    @Fact(type = "methodology-version-started", clauses = "6.1.2 a")
    record MethodologyVersionStarted(int version, Content content, Subject author) implements MethodologyEvent {}
}
