package isms.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * What the gateway itself refuses (RFC 9457). The sentence says what to do about it; services answer for everything else in the same
 * form, and their kinds of problem and these are documented together in {@code docs/api/problems.md}.
 *
 * @param retryAfter seconds after which it makes sense to try again; 0 when trying again changes nothing
 */
record Problem(int status, String code, String title, String detail, long retryAfter) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem notAuthenticated(String why) {
        return new Problem(
                401,
                "unauthenticated",
                "A valid bearer token is needed",
                why
                        + " Send 'Authorization: Bearer <token>' with a token of the identity provider for the audience isms-api.",
                0);
    }

    static Problem identityProviderAway() {
        return new Problem(
                503,
                "identity-provider-away",
                "The token cannot be verified at the moment",
                "The identity provider does not answer, so nothing was done. Try again in a few seconds.",
                5);
    }

    static Problem noSuchPath(String path) {
        return new Problem(
                404,
                "not-found",
                "Nothing is served under this path",
                "No service answers for " + path + ". See /docs for what there is.",
                0);
    }

    static Problem ambiguousPath() {
        return new Problem(
                400,
                "malformed-request",
                "The path is not in its plain form",
                "Send a path without empty or dot segments, backslashes and encoded slashes or dots.",
                0);
    }

    static Problem methodNotAllowed(String method) {
        return new Problem(
                405,
                "method-not-allowed",
                "The method is not served",
                method + " is not passed on to any service. See /docs for the methods of each path.",
                0);
    }

    static Problem bodyTooLarge(long limit) {
        return new Problem(
                413,
                "body-too-large",
                "The body is too large",
                "At most " + limit + " bytes are taken. Send less, or split it into several requests.",
                0);
    }

    static Problem tooManyRequests(String whose, long retryAfter) {
        return new Problem(
                429,
                "too-many-requests",
                "Too many requests",
                "The rate limit of this " + whose + " is used up. Try again in " + retryAfter
                        + " s; the RateLimit headers say what is left.",
                retryAfter);
    }

    static Problem away(String service) {
        return new Problem(
                503,
                "service-away",
                "The service " + service + " is away",
                "The " + service + " service cannot be reached, so nothing was done. Try again in a few seconds.",
                2);
    }

    static Problem overloaded(String service) {
        return new Problem(
                503,
                "overloaded",
                "The service " + service + " is busy",
                "Too many requests already wait for the " + service
                        + " service, so nothing was done. Try again in a second.",
                1);
    }

    static Problem cutOff(String service) {
        return new Problem(
                503,
                "service-away",
                "The service " + service + " went away",
                "The connection to the " + service
                        + " service was lost before it answered, so the outcome is not known here. "
                        + "Repeat the request with the same Idempotency-Key: a decision that was recorded is answered again, not made twice.",
                2);
    }

    static Problem tooSlow(String service, long seconds) {
        return new Problem(
                504,
                "time-limit",
                "The service " + service + " did not answer in time",
                "The " + service + " service gave no answer within " + seconds
                        + " s, so the outcome is not known here. Repeat the request with the same "
                        + "Idempotency-Key: a decision that was recorded is answered again, not made twice.",
                2);
    }

    Buffer body(String path, String traceId) {
        return new JsonObject()
                .put("type", "https://isms.example/problems/" + code)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", path)
                .put("code", code)
                .put("traceId", traceId)
                .toBuffer();
    }
}
