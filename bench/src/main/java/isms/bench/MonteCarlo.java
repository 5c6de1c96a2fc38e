package isms.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How long {@code POST /risk-simulations} takes for 100 risks of 100,000 years each, through the gateway, one at a time. */
final class MonteCarlo {

    private static final int RISKS = 100;
    private static final int YEARS = 100_000;

    private MonteCarlo() {}

    static void run(Path project, Path results, Effort effort) throws Exception {
        try (var installation = Installation.start(project, 1);
                var server = installation.superuser();
                var api = new Api(installation.gateway.address(), installation.manager(), 1)) {
            var into = Results.of(results, "monte-carlo");
            into.environment(Durability.required(server));
            var body = body();
            var service = new ProcessorTime(List.of(installation.riskService().pid()));
            int calls = effort == Effort.WHOLE ? 9 : 3;
            var millis = new double[calls];
            for (int i = -2; i < 0; i++) {
                // compiled meanwhile
                api.call("POST", "/api/v1/risk-simulations", body, Map.of()).expect(200);
            }
            var before = service.get();
            for (int i = 0; i < calls; i++) {
                long start = System.nanoTime();
                api.call("POST", "/api/v1/risk-simulations", body, Map.of()).expect(200);
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            double processorMillis = service.get().minus(before).toNanos() / 1e6 / calls;
            Arrays.sort(millis);
            var summary = new LinkedHashMap<String, Object>();
            summary.put("what", "POST /risk-simulations through the gateway: 100 risks of 100,000 years each");
            summary.put("medianMillis", millis[calls / 2]);
            summary.put("fastestMillis", millis[0]);
            summary.put("slowestMillis", millis[calls - 1]);
            summary.put("processorMillisPerCall", processorMillis);
            summary.put("required", 2_000);
            summary.put("failures", Failures.seen());
            into.write("result.json", summary);
            System.out.printf(
                    "Monte Carlo %.0f ms (%.0f to %.0f), %.0f ms of processor time%n",
                    millis[calls / 2], millis[0], millis[calls - 1], processorMillis);
        }
    }

    /** Frequencies and losses of all kinds; 0.4 to 1.4 events a year, as most risks have. */
    private static String body() {
        var risks = IntStream.range(0, RISKS).mapToObj(MonteCarlo::risk).collect(Collectors.joining(","));
        return "{\"years\": %d, \"seed\": 16, \"risks\": [%s]}".formatted(YEARS, risks);
    }

    private static String risk(int i) {
        var likely = String.format(Locale.ROOT, "%.2f", 0.2 + i / 100.0);
        var frequency = i % 2 == 0
                ? "{\"minimum\": 0.1, \"mostLikely\": " + likely + ", \"maximum\": 2}"
                : "{\"lower\": {\"percentile\": 5, \"perYear\": 0.1}, \"upper\": {\"percentile\": 95, \"perYear\": 2}}";
        var loss = i % 3 == 0
                ? "{\"lower\": {\"percentile\": 5, \"amount\": %s}, \"upper\": {\"percentile\": 95, \"amount\": %s}}"
                        .formatted(euro(20_000), euro(900_000))
                : "{\"minimum\": %s, \"mostLikely\": %s, \"maximum\": %s}"
                        .formatted(euro(1_000), euro(20_000), euro(500_000));
        return "{\"key\": \"RISK-%d\", \"frequency\": %s, \"loss\": %s}".formatted(i, frequency, loss);
    }

    private static String euro(int amount) {
        return "{\"amount\": \"" + amount + "\", \"currency\": \"EUR\"}";
    }
}
