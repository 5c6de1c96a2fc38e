package isms.risk;

import isms.platform.testing.StoredFacts;
import isms.risk.context.SampleContextFacts;
import isms.risk.library.SampleLibraryFacts;
import isms.risk.methodology.SampleMethodologyFacts;
import isms.risk.portfolio.SamplePortfolioFacts;
import isms.risk.quantification.SampleQuantificationFacts;
import isms.risk.risk.SampleRiskFacts;
import isms.risk.round.SampleRoundFacts;
import isms.risk.treatment.SampleTreatmentFacts;
import org.junit.jupiter.api.DisplayName;

@DisplayName("ALL-1: stored facts keep their shape")
class StoredFactsTest extends StoredFacts {

    StoredFactsTest() {
        super(
                "isms.risk",
                SampleMethodologyFacts.all(),
                SampleContextFacts.all(),
                SampleRiskFacts.all(),
                SampleTreatmentFacts.all(),
                SampleRoundFacts.all(),
                SampleLibraryFacts.all(),
                SampleQuantificationFacts.all(),
                SampleQuantificationFacts.ofPlans(),
                SamplePortfolioFacts.all());
    }
}
