/**
 * The whole system on one machine, on loopback and without containers: what {@code ./isms up} starts and supervises.
 *
 * <p>{@link isms.local.Parts} lists what runs; {@link isms.local.Supervisor} starts it in parallel, watches it and stops
 * it in reverse. Everything that is kept lies in one state directory, {@code .isms} in the project's root.
 */
@NullMarked
package isms.local;

import org.jspecify.annotations.NullMarked;
