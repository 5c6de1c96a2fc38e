/** Frameworks: sets of requirements with identifiers of their publisher, as data (CTL-1). */
@NullMarked
package isms.control.framework;

import org.jspecify.annotations.NullMarked;
