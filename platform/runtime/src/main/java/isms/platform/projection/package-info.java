/**
 * From the log to read models: facts in order, in batches, exactly once. A service declares
 * {@link isms.platform.projection.Projector} beans, most of them an {@link isms.platform.projection.AggregateProjection};
 * everything else (claims between replicas, parked facts, rebuilds, lag) is done here.
 */
@NullMarked
package isms.platform.projection;

import org.jspecify.annotations.NullMarked;
