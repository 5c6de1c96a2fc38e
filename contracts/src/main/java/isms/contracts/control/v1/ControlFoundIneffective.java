package isms.contracts.control.v1;

import isms.contracts.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A control has been found not to do what it is there for (8.1, 9.1).
 *
 * @param control identity of the control
 * @param key key of the control that people use, for example CTRL-7
 * @param references other names by which registers and plans refer to it, for example A.8.13
 * @param at when it was found
 * @param cause what showed it, in words
 */
@EventType("isms.control.control-found-ineffective.v1")
public record ControlFoundIneffective(UUID control, String key, List<String> references, Instant at, String cause)
        implements ControlFact {}
