package isms.control;

import isms.control.control.SampleControlFacts;
import isms.control.evidence.SampleEvidenceFacts;
import isms.control.framework.SampleOwnFrameworkFacts;
import isms.control.mapping.SampleMappingFacts;
import isms.control.need.SampleNeedFacts;
import isms.control.statement.SampleStatementFacts;
import isms.platform.testing.StoredFacts;
import org.junit.jupiter.api.DisplayName;

@DisplayName("ALL-1: stored facts keep their shape")
class StoredFactsTest extends StoredFacts {

    StoredFactsTest() {
        super(
                "isms.control",
                SampleOwnFrameworkFacts.all(),
                SampleMappingFacts.all(),
                SampleControlFacts.all(),
                SampleEvidenceFacts.all(),
                SampleStatementFacts.all(),
                SampleNeedFacts.all());
    }
}
