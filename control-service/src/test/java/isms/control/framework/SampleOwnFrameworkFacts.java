package isms.control.framework;

import isms.control.framework.Framework.Group;
import isms.control.framework.OwnFrameworkEvent.FrameworkDefined;
import isms.control.framework.OwnFrameworkEvent.FrameworkDescribed;
import isms.control.framework.OwnFrameworkEvent.FrameworkRetired;
import isms.control.framework.OwnFrameworkEvent.FrameworkVersionImported;
import java.util.List;
import java.util.Map;

/** One of each. */
public final class SampleOwnFrameworkFacts {

    private SampleOwnFrameworkFacts() {}

    public static List<OwnFrameworkEvent> all() {
        return List.of(
                new FrameworkDefined(new FrameworkDescription("Group baseline", "Acme Holding", "2026", "Intranet")),
                new FrameworkDescribed(new FrameworkDescription("Group baseline", "Acme Holding", "2027", "Intranet")),
                new FrameworkVersionImported(
                        1,
                        "baseline.csv",
                        List.of(new Group("B1", "Access")),
                        List.of(
                                new OwnRequirement("B1", "Access", "B1", null, "chapter", true, null, Map.of()),
                                new OwnRequirement(
                                        "B1.1",
                                        "Leavers lose access",
                                        "B1",
                                        "B1",
                                        "rule",
                                        false,
                                        "On their last day",
                                        Map.of("tier", List.of("1", "2"))))),
                new FrameworkRetired("The group has adopted ISO/IEC 27001 instead"));
    }
}
