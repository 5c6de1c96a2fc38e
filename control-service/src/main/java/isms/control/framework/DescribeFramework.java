package isms.control.framework;

import isms.control.framework.OwnFrameworkEvent.FrameworkDescribed;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Correct title, publisher, edition or source of a framework.
 *
 * @param correction what becomes of them; applied to the description as it is when the decision is taken
 */
record DescribeFramework(UnaryOperator<FrameworkDescription> correction) implements OwnFrameworkCommand {

    @Override
    public List<OwnFrameworkEvent> decide(OwnFramework state) {
        FrameworkDescription before = state.defined().description();
        FrameworkDescription corrected = correction.apply(before).titled();
        return corrected.equals(before) ? List.of() : List.of(new FrameworkDescribed(corrected));
    }
}
