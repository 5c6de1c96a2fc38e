@NullMarked
package isms.gateway;

import org.jspecify.annotations.NullMarked;
