package isms.platform.testing.thing;

/** What decisions on a thing ask. */
sealed interface Thing {

    record None() implements Thing {}

    record Open(String title) implements Thing {}

    record Closed() implements Thing {}
}
