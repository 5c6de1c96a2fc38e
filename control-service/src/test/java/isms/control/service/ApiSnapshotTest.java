package isms.control.service;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import isms.platform.testing.ApiSnapshot;
import isms.platform.testing.IsmsInfrastructure;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("The description of the API of control-service")
class ApiSnapshotTest extends ApiSnapshot {

    ApiSnapshotTest() {
        super("control-service");
    }
}
