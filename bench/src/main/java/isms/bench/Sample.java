package isms.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import isms.platform.eventstore.Append;
import isms.platform.eventstore.Append.NewFact;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The fact that both sides of a comparison write: an assessment as risk-service records it, about 600 bytes a row. */
final class Sample {

    static final String TENANT = "acme";
    static final String KIND = "risk";
    static final String TYPE = "risk-assessed";
    static final String ACTOR = "5f1c6a52-1d3f-4a39-9f3b-1f0e6f0a7c11";
    static final List<String> ROLES = List.of("isms-manager", "risk-owner");
    static final List<String> CLAUSES = List.of("6.1.2 d", "8.2");
    static final byte[] PAYLOAD = """
            {"inherent":{"likelihood":{"level":4,"label":"Likely","rationale":"Two comparable plants were hit within a year"},\
            "impacts":{"confidentiality":2,"integrity":4,"availability":5,"safety":3,"compliance":2},"level":"HIGH","score":20},\
            "methodology":"0198f3a2-7c55-7e5c-9a9e-6f4f0f3b2a10","methodologyVersion":3,"assessor":"5f1c6a52-1d3f-4a39-9f3b-1f0e6f0a7c11"}\
            """.getBytes(StandardCharsets.UTF_8);

    private Sample() {}

    static Append append(UUID aggregate, long expectedVersion) {
        var cause = UuidCreator.getTimeOrderedEpochFast();
        return new Append(
                TENANT,
                KIND,
                aggregate,
                expectedVersion,
                List.of(new NewFact(UuidCreator.getTimeOrderedEpochFast(), TYPE, 1, CLAUSES, PAYLOAD)),
                null,
                ACTOR,
                ROLES,
                cause,
                cause,
                "4bf92f3577b34da6a3ce929d0e0e4736",
                null,
                null);
    }
}
