package isms.control.need;

import static isms.control.need.SampleNeedFacts.HEARD;

import isms.control.need.NeedEvent.TreatmentNeedsEnded;
import isms.platform.testing.Given;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CTL-10: what treatment plans need is kept as it is heard")
class TreatmentNeedsTest {

    private static final TreatmentNeedsType TYPE = new TreatmentNeedsType();

    @Test
    @DisplayName("CTL-10: an approval is taken in once, and ended once")
    void it_is_heard_once() {
        Given.nothing(TYPE)
                .when(Heard.approved(HEARD))
                .then(HEARD)
                .when(Heard.approved(HEARD))
                .thenNothing()
                .when(Heard.givenUp("Gone"))
                .then(new TreatmentNeedsEnded("Gone"))
                .when(Heard.givenUp("Gone"))
                .thenNothing()
                .when(Heard.approved(HEARD))
                .thenNothing();
    }

    @Test
    @DisplayName("CTL-10: a plan that was never approved needed nothing")
    void the_end_of_what_was_never_approved_is_nothing() {
        Given.nothing(TYPE).when(Heard.givenUp("A draft")).thenNothing();
    }
}
