package isms.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/** Where the demonstration gets the bearer tokens of the people it speaks for. */
@FunctionalInterface
public interface TokenSource {

    /** A valid access token of this user, for example {@code ines}. */
    String token(String user);

    /** The subject id of this user, as the identity provider knows it. */
    default String subject(String user) {
        try {
            String claims = token(user).split("\\.")[1];
            return new ObjectMapper()
                    .readTree(Base64.getUrlDecoder().decode(claims))
                    .path("sub")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
