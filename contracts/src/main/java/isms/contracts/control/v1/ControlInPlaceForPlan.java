package isms.contracts.control.v1;

import isms.contracts.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A control that a treatment plan needs was in place already when the plan was approved (6.1.3 b, 8.1).
 *
 * @param plan identity of the treatment plan
 * @param control identity of the control
 * @param key key of the control that people use, for example CTRL-7
 * @param references other names by which registers and plans refer to it, for example A.8.13
 * @param at when the control was implemented
 */
@EventType("isms.control.control-in-place-for-plan.v1")
public record ControlInPlaceForPlan(UUID plan, UUID control, String key, List<String> references, Instant at)
        implements ControlFact {}
