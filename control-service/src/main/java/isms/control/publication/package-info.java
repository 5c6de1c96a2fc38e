/** What this service tells the others. */
@NullMarked
package isms.control.publication;

import org.jspecify.annotations.NullMarked;
