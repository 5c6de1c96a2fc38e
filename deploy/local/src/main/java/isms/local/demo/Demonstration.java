package isms.local.demo;

import java.net.URI;

/** Tells the demonstration organization to a fresh stack, once. */
public final class Demonstration {

    private Demonstration() {}

    /**
     * Puts the demonstration in through the public API.
     *
     * @param gateway the gateway's root, for example {@code http://127.0.0.1:8080/}
     * @throws IllegalStateException when the API refuses something; the message says what and why
     */
    public static void seed(URI gateway, TokenSource tokens) {}
}
