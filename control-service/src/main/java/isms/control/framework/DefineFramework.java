package isms.control.framework;

import static isms.control.framework.FrameworkRule.A_FRAMEWORK_IS_DEFINED_ONCE;

import isms.control.framework.OwnFramework.Defined;
import isms.control.framework.OwnFramework.None;
import isms.control.framework.OwnFramework.Retired;
import isms.control.framework.OwnFrameworkEvent.FrameworkDefined;
import java.util.List;

/** Name a framework whose requirements the organization will bring in itself. */
record DefineFramework(FrameworkDescription description) implements OwnFrameworkCommand {

    @Override
    public List<OwnFrameworkEvent> decide(OwnFramework state) {
        return switch (state) {
            case None _ -> List.of(new FrameworkDefined(description.titled()));
            case Defined _ -> throw A_FRAMEWORK_IS_DEFINED_ONCE.violated();
            case Retired _ -> throw A_FRAMEWORK_IS_DEFINED_ONCE.violated();
        };
    }
}
