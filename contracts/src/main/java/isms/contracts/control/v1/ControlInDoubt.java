package isms.contracts.control.v1;

import isms.contracts.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Whether a control does what it is there for has come into doubt (8.1, 9.1).
 *
 * @param control identity of the control
 * @param key key of the control that people use, for example CTRL-7
 * @param references other names by which registers and plans refer to it, for example A.8.13
 * @param at when the doubt arose
 * @param cause what gave rise to it, in words
 */
@EventType("isms.control.control-in-doubt.v1")
public record ControlInDoubt(UUID control, String key, List<String> references, Instant at, String cause)
        implements ControlFact {}
