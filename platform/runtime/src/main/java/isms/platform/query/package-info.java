/** Questions to read models: always under row-level security, on the event loop, one transaction per request. */
@NullMarked
package isms.platform.query;

import org.jspecify.annotations.NullMarked;
