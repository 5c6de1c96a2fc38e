package isms.control.controlregister;

import isms.control.control.ControlEntry;
import isms.control.control.ControlType;
import isms.platform.projection.AggregateProjection;
import jakarta.inject.Singleton;

/** Keeps the controls. */
@Singleton
public class ControlProjection extends AggregateProjection<ControlEntry> {

    ControlProjection(ControlType type) {
        super("controls", type, ControlEntry.class, "control");
    }
}
