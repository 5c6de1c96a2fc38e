package isms.bench;

import java.time.Duration;
import java.util.Map;

/** Rebuilds the register through the API, as who operates the installation does. */
final class Rebuild {

    private static final String PATH = "/api/v1/operations/projections/risk-register/rebuilds";

    private Rebuild() {}

    /** Asks for a rebuild and waits for it; gives how long it took. */
    static Duration run(Installation installation, Duration patience) throws Exception {
        try (var admin = new Api(installation.riskService().address(), installation.admin(), 1)) {
            long start = System.nanoTime();
            var id = admin.call("POST", PATH, null, Map.of())
                    .expect(202)
                    .json()
                    .path("id")
                    .asText();
            while (System.nanoTime() - start < patience.toNanos()) {
                var rebuild = admin.get(PATH + "/" + id).expect(200);
                var state = rebuild.json().path("state").asText();
                if (state.equals("completed")) {
                    return Duration.ofNanos(System.nanoTime() - start);
                }
                if (state.equals("failed")) {
                    throw new IllegalStateException(rebuild.body());
                }
                Thread.sleep(100);
            }
            throw new IllegalStateException("the rebuild does not end");
        }
    }
}
