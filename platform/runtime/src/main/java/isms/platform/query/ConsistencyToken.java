package isms.platform.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a command hands to its client so that a later read sees its effect. Opaque to clients.
 *
 * @param service the service whose log it is
 * @param position the position that the read model must have passed
 */
public record ConsistencyToken(String service, long position) {

    /** Name of the header, in answers of commands and in reading requests. */
    public static final String HEADER = "Consistency-Token";

    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((service + ":" + position).getBytes(StandardCharsets.UTF_8));
    }

    /** The token behind the text; empty when no service made it. */
    public static Optional<ConsistencyToken> decode(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text.strip()), StandardCharsets.UTF_8);
            int colon = plain.lastIndexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new ConsistencyToken(
                            plain.substring(0, colon), Long.parseUnsignedLong(plain.substring(colon + 1))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
