package isms.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The W3C trace context of a request: the client's when it sends a well-formed one, else begun here. */
record Trace(String parent) {

    static final String HEADER = "traceparent";

    private static final int LENGTH = 55;

    static Trace of(HttpServerRequest request) {
        String sent = request.getHeader(HEADER);
        return sent != null && wellFormed(sent) ? new Trace(sent) : begin();
    }

    String id() {
        return parent.substring(3, 35);
    }

    private static Trace begin() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        // the lowest bit keeps both ids from being all zero, which the standard forbids
        return new Trace(new StringBuilder(LENGTH)
                .append("00-")
                .append(hex.toHexDigits(random.nextLong()))
                .append(hex.toHexDigits(random.nextLong() | 1))
                .append('-')
                .append(hex.toHexDigits(random.nextLong() | 1))
                .append("-01")
                .toString());
    }

    private static boolean wellFormed(String sent) {
        if (sent.length() != LENGTH || !sent.startsWith("00-") || sent.charAt(35) != '-' || sent.charAt(52) != '-') {
            return false;
        }
        return hex(sent, 3, 35) && hex(sent, 36, 52) && hex(sent, 53, 55) && !zero(sent, 3, 35) && !zero(sent, 36, 52);
    }

    private static boolean hex(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean zero(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) != '0') {
                return false;
            }
        }
        return true;
    }
}
