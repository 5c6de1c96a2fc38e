/** Reading frameworks and their requirements. */
@NullMarked
package isms.control.catalogue;

import org.jspecify.annotations.NullMarked;
