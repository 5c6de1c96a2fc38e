@NullMarked
package isms.risk;

import org.jspecify.annotations.NullMarked;
