package isms.platform.messaging;

import isms.platform.decider.Recorded;
import java.util.Optional;

/** What the outside may know of a service's facts: the only place that knows both sides. At most one bean per service. */
public interface Publication {

    /**
     * The published form of a fact; empty when it stays inside. Pure: the same fact always gives the same answer.
     */
    Optional<Published> publish(Recorded<?> fact);
}
