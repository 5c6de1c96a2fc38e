package isms.control.control;

import isms.platform.decider.Command;
import java.util.UUID;

/**
 * A treatment plan that needs a control.
 *
 * @param id identity of the plan
 * @param key key of the plan that people use
 */
public record ReliantPlan(UUID id, String key) {

    /** What lets the plan know of a control that is in place. */
    public Command<Control, ControlEvent> relies() {
        return new RelyOnControl(this);
    }
}
