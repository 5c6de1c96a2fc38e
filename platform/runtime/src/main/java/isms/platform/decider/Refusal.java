package isms.platform.decider;

import java.util.List;

/** A decision was refused by a {@link Rule}. Expected, cheap (no stack trace), and shown to the caller as it is. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rule rule;
    private final transient List<Violation> violations;

    public Refusal(Rule rule, String detail, List<Violation> violations) {
        super(detail, null, false, false);
        this.rule = rule;
        this.violations = List.copyOf(violations);
    }

    public Rule rule() {
        return rule;
    }

    /** The parts of the request at fault; empty when the rule concerns the whole. */
    public List<Violation> violations() {
        return violations;
    }
}
