/**
 * Which requirements there are for an organization when it decides something that refers to them: those of the frameworks that come
 * with the software, and those of its own that are in use.
 */
@NullMarked
package isms.control.requirement;

import org.jspecify.annotations.NullMarked;
