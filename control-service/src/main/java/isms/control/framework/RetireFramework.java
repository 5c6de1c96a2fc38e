package isms.control.framework;

import static isms.control.framework.FrameworkRule.A_RETIREMENT_SAYS_WHY;

import isms.control.framework.OwnFrameworkEvent.FrameworkRetired;
import isms.platform.decider.Violation;
import java.util.List;

/** Let nothing new refer to a framework. */
record RetireFramework(String reason) implements OwnFrameworkCommand {

    @Override
    public List<OwnFrameworkEvent> decide(OwnFramework state) {
        state.defined();
        if (reason.isBlank()) {
            throw A_RETIREMENT_SAYS_WHY.violated(List.of(new Violation("/reason", "the reason is missing")));
        }
        return List.of(new FrameworkRetired(reason));
    }
}
