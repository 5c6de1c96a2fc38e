/**
 * The one door to the services. A request that passes it has a verified token, is within its limits and goes to the one service whose
 * path prefix it carries; everything else is answered here, as problem+json. The gateway knows route names, never what they mean:
 * a new service is a few lines of configuration.
 *
 * <p>Everything runs on the event loop and streams: a body is never held, and the only waiting is for the service itself.
 */
@NullMarked
package isms.gateway;

import org.jspecify.annotations.NullMarked;
