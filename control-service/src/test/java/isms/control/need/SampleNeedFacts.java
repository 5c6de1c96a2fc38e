package isms.control.need;

import isms.control.need.NeedEvent.TreatmentNeedsEnded;
import isms.control.need.NeedEvent.TreatmentNeedsHeard;
import java.util.List;
import java.util.UUID;

/** One of every fact about what treatment plans need. */
public final class SampleNeedFacts {

    static final TreatmentNeedsHeard HEARD = new TreatmentNeedsHeard(
            "PLAN-7",
            "A second factor for remote access",
            UUID.fromString("01920000-0000-7000-8000-00000000002a"),
            UUID.fromString("01920000-0000-7000-8000-0000000000c1"),
            List.of(new PlannedControl("A.8.5", "ISO/IEC 27001:2022 Annex A"), new PlannedControl("REMOTE-3", null)));

    private SampleNeedFacts() {}

    public static List<NeedEvent> all() {
        return List.of(HEARD, new TreatmentNeedsEnded("The system is switched off"));
    }
}
