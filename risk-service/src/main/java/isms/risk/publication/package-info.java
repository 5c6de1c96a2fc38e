/** What others may know of this service's facts. The only place that knows both the inside and the published language. */
@NullMarked
package isms.risk.publication;

import org.jspecify.annotations.NullMarked;
