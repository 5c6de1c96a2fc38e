package isms.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** What tells browsers to be careful. A page may load only what this host serves; data may load nothing at all. */
final class SecurityHeaders {

    /** Inline styles, because the drawings that services answer carry their own. */
    private static final String DATA_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static final List<String> NAMES = List.of(
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "x-frame-options",
            "strict-transport-security");

    private SecurityHeaders() {}

    static void forData(HttpServerRequest request) {
        set(request, DATA_POLICY);
    }

    static void forPages(HttpServerRequest request) {
        set(request, PAGE_POLICY);
    }

    private static void set(HttpServerRequest request, String policy) {
        MultiMap headers = request.response().headers();
        headers.set("content-security-policy", policy)
                .set("x-content-type-options", "nosniff")
                .set("referrer-policy", "no-referrer")
                .set("x-frame-options", "DENY");
        if ("https".equals(request.scheme())) {
            headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
        }
    }
}
