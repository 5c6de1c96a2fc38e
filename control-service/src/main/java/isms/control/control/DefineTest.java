package isms.control.control;

import isms.control.control.ControlEvent.TestDefined;
import isms.platform.people.Actor;
import java.util.List;

/** Say how a control is tested. */
record DefineTest(TestDefinition test, Actor by) implements ControlCommand {

    @Override
    public List<ControlEvent> decide(Control state) {
        Control.Open control = state.open();
        control.requireAnsweredForBy(by);
        TestDefinition checked = test.checked();
        return checked.equals(control.testing().definition()) ? List.of() : List.of(new TestDefined(checked));
    }
}
