package isms.platform.eventstore;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Lifts the stored payload of one type from one revision to the next when it is read; what is stored never changes. A
 * service declares one CDI bean for each step.
 */
public interface Upcaster {

    /** The stored type name. */
    String type();

    /** The revision that it reads; it produces the next one. */
    int fromRevision();

    /** The payload in the shape of the next revision; may change and return its argument. */
    ObjectNode upcast(ObjectNode payload);
}
