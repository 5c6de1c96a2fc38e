/** Who calls, for which organization, with which roles: always from a verified token, never from the URL or the body. */
@NullMarked
package isms.platform.security;

import org.jspecify.annotations.NullMarked;
