package isms.gateway;

import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end, as far as limits care.
 *
 * @param key the client application and the subject that it acts for
 * @param trustedUntil epoch milliseconds; the token is looked at again after that
 */
record Client(String key, @Nullable String tenant, long trustedUntil) {}
