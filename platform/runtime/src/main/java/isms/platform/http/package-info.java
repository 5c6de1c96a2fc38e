/** The HTTP interface that all services share: commands in, representations and problems out. */
@NullMarked
package isms.platform.http;

import org.jspecify.annotations.NullMarked;
