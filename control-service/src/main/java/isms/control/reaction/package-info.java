/** What facts of other services make this one do. */
@NullMarked
package isms.control.reaction;

import org.jspecify.annotations.NullMarked;
