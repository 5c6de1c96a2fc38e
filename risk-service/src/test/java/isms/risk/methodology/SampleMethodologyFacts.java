package isms.risk.methodology;

import isms.platform.people.Subject;
import isms.risk.criteria.MethodKind;
import isms.risk.criteria.SampleCriteria;
import isms.risk.methodology.MethodologyEvent.MethodologyApproved;
import isms.risk.methodology.MethodologyEvent.MethodologyDefined;
import isms.risk.methodology.MethodologyEvent.MethodologyDraftRevised;
import isms.risk.methodology.MethodologyEvent.MethodologyPutInUse;
import isms.risk.methodology.MethodologyEvent.MethodologyReturned;
import isms.risk.methodology.MethodologyEvent.MethodologySubmitted;
import isms.risk.methodology.MethodologyEvent.MethodologySuperseded;
import isms.risk.methodology.MethodologyEvent.MethodologyVersionStarted;
import java.util.List;
import java.util.Set;

/** One of each. */
public final class SampleMethodologyFacts {

    private static final Subject AUTHOR = new Subject("u-author");
    private static final Subject EDITOR = new Subject("u-editor");

    private SampleMethodologyFacts() {}

    public static List<MethodologyEvent> all() {
        return List.of(
                new MethodologyDefined(
                        MethodKind.QUALITATIVE,
                        new Content("Control systems", "The plant", SampleCriteria.matrix()),
                        AUTHOR),
                new MethodologyDraftRevised(
                        1, new Content("Corporate IT", "Office network", SampleCriteria.weighted()), EDITOR),
                new MethodologySubmitted(1),
                new MethodologyReturned(1, "Fines are missing"),
                new MethodologyApproved(1, MethodKind.SEMI_QUANTITATIVE, "Corporate IT", Set.of(AUTHOR, EDITOR)),
                new MethodologyPutInUse(2, "Corporate IT"),
                new MethodologySuperseded(1, 2),
                new MethodologyVersionStarted(
                        3, new Content("In money", "Portfolio", SampleCriteria.quantitative()), AUTHOR));
    }
}
