package isms.platform.http;

import org.jspecify.annotations.Nullable;

/** Versions as entity tags: version 7 is {@code "7"}. */
public final class ETags {

    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Whether an If-None-Match header (weak comparison, RFC 9110) holds the version. */
    public static boolean matches(@Nullable String ifNoneMatch, long version) {
        if (ifNoneMatch == null) {
            return false;
        }
        String wanted = of(version);
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String tag = candidate.strip();
            if (tag.equals("*") || tag.equals(wanted) || tag.equals("W/" + wanted)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The version that an If-Match header demands.
     *
     * @return null when the header is absent or {@code *}: any version will do
     */
    static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        String tag = ifMatch.strip();
        if (tag.length() > 2 && tag.startsWith("\"") && tag.endsWith("\"")) {
            try {
                return Long.parseUnsignedLong(tag.substring(1, tag.length() - 1));
            } catch (NumberFormatException notOurs) {
                throw malformed(tag);
            }
        }
        throw malformed(tag);
    }

    private static ProblemException malformed(String tag) {
        return ProblemCode.INVALID_PARAMETER.because(
                "If-Match must be the ETag of an answer of this service, such as \"7\" with its quotes, not " + tag
                        + ".");
    }
}
