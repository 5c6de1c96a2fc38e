package isms.platform.decider;

import java.util.List;

/** A rule of the domain that can refuse a decision. Implemented by one enum per concept, whose constants read as sentences. */
public interface Rule {

    /** The enum constant, for example {@code ONLY_THE_RISK_OWNER_ACCEPTS_RESIDUAL_RISK}. */
    String name();

    /** The id in the domain description, for example {@code RSK-4}. */
    String id();

    /** The clause of ISO/IEC 27001:2022 behind the rule, for example {@code 6.1.2 a}. */
    String clause();

    /** The sentence that a person reads when the rule refuses. */
    String sentence();

    /** What the caller can do about it, as a sentence. */
    String remedy();

    /** How a refusal is classed: {@link Reason#RULE} unless the constant says otherwise. */
    default Reason reason() {
        return Reason.RULE;
    }

    /** A refusal by this rule with its own sentence. */
    default Refusal violated() {
        return new Refusal(this, sentence(), List.of());
    }

    /** A refusal by this rule that names the case at hand. */
    default Refusal violated(String detail) {
        return new Refusal(this, detail, List.of());
    }

    /** A refusal by this rule that points at the parts of the request that break it. */
    default Refusal violated(List<Violation> violations) {
        return new Refusal(this, sentence(), violations);
    }

    /** Why a decision was refused; the HTTP layer maps it to a status. */
    enum Reason {
        /** Well-formed, but against a rule (422). */
        RULE,
        /** Against the present state of the aggregate (409). */
        CONFLICT,
        /** The caller may not decide this (403). */
        FORBIDDEN,
        /** There is no such thing for this organization (404). */
        NOT_FOUND
    }
}
