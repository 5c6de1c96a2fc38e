@NullMarked
package isms.platform.infrastructure;

import org.jspecify.annotations.NullMarked;
