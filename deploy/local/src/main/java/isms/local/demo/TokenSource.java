package isms.local.demo;

/** Where the demonstration gets the bearer tokens of the people it speaks for. */
@FunctionalInterface
public interface TokenSource {

    /** A valid access token of this user, for example {@code ines}. */
    String token(String user);
}
