package isms.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * What the gateway itself refuses (RFC 9457). Services answer for everything else in the same form; all kinds are documented together
 * in {@code docs/api/problems.md}.
 *
 * @param retryAfter seconds after which it makes sense to try again; 0 when trying again changes nothing
 */
record Problem(int status, String code, String title, String detail, String remedy, long retryAfter) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://isms.example/problems/";
    private static final String UNKNOWN_OUTCOME =
            "Repeat the request with the same Idempotency-Key: a decision that was"
                    + " recorded is answered again, not made twice.";

    static Problem unauthenticated(String why) {
        return new Problem(
                401,
                "unauthenticated",
                "Authentication is needed",
                why,
                "Send 'Authorization: Bearer <token>' with a token of the identity provider for the audience isms-api.",
                0);
    }

    static Problem identityProviderAway() {
        return new Problem(
                503,
                "identity-provider-away",
                "The token cannot be verified now",
                "The identity provider does not answer, so nothing was done.",
                "Repeat the request after the time in Retry-After.",
                5);
    }

    static Problem notFound(String path) {
        return new Problem(
                404,
                "not-found",
                "There is no such thing",
                "No service answers for " + path + ".",
                "Check the address; /docs shows what there is.",
                0);
    }

    static Problem ambiguousPath() {
        return new Problem(
                400,
                "ambiguous-path",
                "The path is not in its plain form",
                "The path has an empty or dot segment, a backslash, a semicolon, or an encoded slash, dot or percent sign.",
                "Send the plain path.",
                0);
    }

    static Problem methodNotAllowed(String method) {
        return new Problem(
                405,
                "method-not-allowed",
                "The method is not allowed here",
                method + " is not passed on to any service.",
                "See /docs for the methods of each path.",
                0);
    }

    static Problem bodyTooLarge(long limit) {
        return new Problem(
                413,
                "body-too-large",
                "The body is too large",
                "At most " + limit + " bytes are taken.",
                "Send less, or split it into several requests.",
                0);
    }

    static Problem tooManyRequests(String whose, long retryAfter) {
        return new Problem(
                429,
                "too-many-requests",
                "Too many requests",
                "The rate limit of this " + whose + " is used up.",
                "Wait as long as Retry-After says; the RateLimit headers tell what is left.",
                retryAfter);
    }

    static Problem away(String service) {
        return new Problem(
                503,
                "service-away",
                "A service is away",
                "The " + service + " service cannot be reached, so nothing was done.",
                "Repeat the request after the time in Retry-After.",
                2);
    }

    static Problem overloaded(String service) {
        return new Problem(
                503,
                "overloaded",
                "The service has too much to do",
                "Too many requests already wait for the " + service + " service, so nothing was done.",
                "Repeat the request after the time in Retry-After.",
                1);
    }

    static Problem cutOff(String service) {
        return new Problem(
                503,
                "connection-lost",
                "The connection to a service was lost",
                "The connection to the " + service
                        + " service was lost before it answered: the outcome is not known here.",
                UNKNOWN_OUTCOME,
                2);
    }

    static Problem tooSlow(String service, long seconds) {
        return new Problem(
                504,
                "time-limit",
                "A service did not answer in time",
                "The " + service + " service gave no answer within " + seconds + " s: the outcome is not known here.",
                UNKNOWN_OUTCOME,
                2);
    }

    Buffer body(String path, String traceId) {
        return new JsonObject()
                .put("type", TYPES + code)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", path)
                .put("code", code)
                .put("remedy", remedy)
                .put("traceId", traceId)
                .toBuffer();
    }
}
