@NullMarked
package isms.gateway.description;

import org.jspecify.annotations.NullMarked;
