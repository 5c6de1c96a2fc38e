@NullMarked
package isms.local;

import org.jspecify.annotations.NullMarked;
