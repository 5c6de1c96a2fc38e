package isms.platform.http;

/** Every kind of problem that the HTTP interface answers with, documented in {@code docs/api/problems.md}. */
public enum ProblemCode {
    MALFORMED_BODY(400, "The body cannot be read", "Correct the body at the place named and send the request again."),
    UNKNOWN_FIELD(
            400, "The body has a field that is not known", "Leave the field out, or use one of the known fields."),
    INVALID_PARAMETER(
            400, "A parameter of the request is not valid", "Correct the parameter and send the request again."),
    INVALID_CURSOR(400, "The cursor does not belong to this query", "Start from the first page, without a cursor."),
    UNAUTHENTICATED(401, "Authentication is needed", "Send a valid access token: Authorization: Bearer <token>."),
    FORBIDDEN(403, "The caller may not do this", "Ask somebody who holds the role, or have the role assigned to you."),
    NOT_FOUND(404, "There is no such thing", "Check the address, and that the thing belongs to your organization."),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here", "See the OpenAPI document for what this address offers."),
    NOT_ACCEPTABLE(406, "No representation fits the Accept header", "Ask for a media type that the operation offers."),
    CONFLICT(409, "The request conflicts with the present state", "Read the thing again and decide anew."),
    STALE_VERSION(
            412,
            "The thing has changed since it was read",
            "Read it again, check what has changed and repeat with its ETag."),
    BODY_TOO_LARGE(413, "The body is too large", "Send less in one request."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The media type of the body is not supported",
            "Send one of the media types that the operation takes."),
    INVALID_BODY(422, "The body breaks the rules of its fields", "Correct the parts named and send the request again."),
    RULE_VIOLATED(422, "A rule forbids it", "Change the request so that the rule holds."),
    IDEMPOTENCY_KEY_REUSED(
            422, "The idempotency key was used for another request", "Use a new Idempotency-Key for a new request."),
    EXPORT_TOO_LARGE(422, "Too many rows for one export", "Narrow the filter, or page through the list as JSON."),
    PRECONDITION_REQUIRED(
            428, "The request must say which version was read", "Read the thing and send its ETag as If-Match."),
    TOO_MANY_REQUESTS(429, "Too many requests", "Wait as long as Retry-After says, then go on more slowly."),
    INTERNAL_ERROR(500, "Something went wrong on the server", "Repeat the request; if it stays, report the traceId."),
    OVERLOADED(503, "The service has too much to do", "Repeat the request after the time in Retry-After."),
    NOT_YET_VISIBLE(503, "The read model has not caught up yet", "Repeat the request after the time in Retry-After."),
    OUTCOME_UNKNOWN(
            503,
            "Nobody can say yet whether the command was carried out",
            "Repeat the request with the same Idempotency-Key: it is carried out once at most."),
    UNAVAILABLE(
            503, "The service cannot reach a part that it needs", "Repeat the request after the time in Retry-After.");

    private final int status;
    private final String title;
    private final String remedy;

    ProblemCode(int status, String title, String remedy) {
        this.status = status;
        this.title = title;
        this.remedy = remedy;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What the caller can do about it, where nothing more particular is known. */
    public String remedy() {
        return remedy;
    }

    /** The code as clients see it, in lower-kebab. */
    public String code() {
        return Names.kebab(name());
    }

    /** The documented URI of this kind of problem. */
    public String type() {
        return "https://isms.example/problems/" + code();
    }

    /** A problem of this kind with a sentence on the case at hand. */
    public ProblemException because(String detail) {
        return new ProblemException(this, detail, remedy);
    }
}
