package isms.platform.http;

import isms.platform.decider.Violation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with an RFC 9457 problem. Expected, cheap (no stack trace), and shown to the caller as it is. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final String remedy;
    private final transient List<Violation> violations;
    private final @Nullable Duration retryAfter;

    public ProblemException(ProblemCode code, String detail, String remedy) {
        this(code, detail, remedy, List.of(), null);
    }

    public ProblemException(ProblemCode code, String detail, List<Violation> violations) {
        this(code, detail, code.remedy(), violations, null);
    }

    public ProblemException(
            ProblemCode code, String detail, String remedy, List<Violation> violations, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.remedy = remedy;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }

    public List<Violation> violations() {
        return violations;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
