/**
 * Controls of the organization (CTL-4 to CTL-7). A control is defined once and satisfies requirements of many frameworks. It is
 * planned, started when what it needs is in place, implemented, operated and in the end retired; it is tested as defined, by
 * somebody who does not own it, and doubted when something speaks against it. Two that turn out to be one are merged: both
 * keep their histories, and one points to the other.
 */
@NullMarked
package isms.control.control;

import org.jspecify.annotations.NullMarked;
