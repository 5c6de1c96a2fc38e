/** Journeys through the gateway, with real tokens, against the system as {@code ./isms up} starts it. */
@NullMarked
package isms.acceptance;

import org.jspecify.annotations.NullMarked;
