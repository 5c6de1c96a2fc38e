package isms.contracts.control.v1;

import isms.contracts.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A control has been put in place (8.1).
 *
 * @param control identity of the control
 * @param key key of the control that people use, for example CTRL-7
 * @param references other names by which registers and plans refer to it, for example A.8.13
 * @param at when it was implemented
 */
@EventType("isms.control.control-implemented.v1")
public record ControlImplemented(UUID control, String key, List<String> references, Instant at)
        implements ControlFact {}
