package isms.risk.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import isms.platform.testing.IsmsInfrastructure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("ALL-5: the same question as of three dates has the three answers that were read on them")
class PastTest {

    private final String owner = "owner-" + UUID.randomUUID();

    @BeforeEach
    void told() {
        Story.told();
    }

    /** What was read of the same things at one moment. */
    private record Seen(Instant at, List<JsonNode> answers) {}

    @Test
    @DisplayName("ALL-5, RSK-8, RSK-12, RSK-14, RSK-15: register, plans, heat map and summary")
    void three_dates_have_three_answers() {
        String first = risk("Present from the first date on");
        var seen = new ArrayList<Seen>();
        seen.add(seen(first));

        assess(first, 4);
        String plan = Story.json(Story.take(Story.by("ines"), "/api/v1/treatment-plans", plan(first)))
                .path("id")
                .asText();
        seen.add(seen(first));

        risk("Present from the third date on");
        assess(first, 2);
        Story.take(Story.by("ines"), "/api/v1/treatment-plans/" + plan + "/submissions", null);
        seen.add(seen(first));

        Story.take(
                Story.by("ines"),
                "/api/v1/risks/" + first + "/retirements",
                Story.JSON.createObjectNode().put("reason", "It was only for the past"));
        for (int i = 0; i < answers(first, "").size(); i++) {
            int question = i;
            assertThat(seen.stream().map(then -> then.answers().get(question)).distinct())
                    .as("question %d had another answer on each date", i)
                    .hasSizeGreaterThan(i == 0 ? 2 : 1);
        }
        for (Seen then : seen) {
            assertThat(answers(first, "&asOf=" + then.at())).isEqualTo(then.answers());
        }
    }

    private Seen seen(String risk) {
        var answers = answers(risk, "");
        return new Seen(Instant.now(), answers);
    }

    private List<JsonNode> answers(String risk, String asOf) {
        JsonNode summary = Story.get("vera", "/api/v1/risks/summary?owner=" + owner + asOf);
        return List.of(
                Story.get("vera", "/api/v1/risks?sort=-priority&owner=" + owner + asOf)
                        .path("items"),
                Story.get("vera", "/api/v1/treatment-plans?risk=" + risk + asOf).path("items"),
                withoutMoment(Story.get("vera", "/api/v1/heat-map?owner=" + owner + asOf)
                        .path("grids")),
                counts(summary));
    }

    /** The links to the risks of a cell go to the same moment, which they name. */
    private static JsonNode withoutMoment(JsonNode grids) {
        assertThat(grids.isArray()).isTrue();
        try {
            return Story.JSON.readTree(grids.toString().replaceAll("&asOf=[^\"]*", ""));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without the moment and the links, which name it. */
    private static JsonNode counts(JsonNode summary) {
        ObjectNode counts = Story.JSON.createObjectNode();
        summary.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isNumber()) {
                counts.set(entry.getKey(), value);
            } else if (value.has("count")) {
                counts.set(entry.getKey(), value.get("count"));
            }
        });
        assertThat(counts).as("the summary counts something").isNotEmpty();
        return counts;
    }

    private String risk(String title) {
        ObjectNode body = Story.find(Story.ACME, "Backups").get("body").deepCopy();
        String id = UUID.randomUUID().toString();
        body.put("id", id).put("context", Story.context(0)).put("title", title).put("owner", owner);
        Story.take(Story.by("ines"), "/api/v1/risks", body);
        return id;
    }

    private static ObjectNode rated(int value) {
        ObjectNode rating = Story.find(Story.ACME, "Backups")
                .at("/assessments/0/body/current")
                .deepCopy();
        ((ObjectNode) rating.get("likelihood")).put("value", value);
        rating.get("impact").forEach(impact -> ((ObjectNode) impact).put("value", value));
        return rating;
    }

    private static void assess(String risk, int value) {
        ObjectNode body = Story.JSON.createObjectNode();
        body.set("current", rated(value));
        Story.take(Story.by("ines"), "/api/v1/risks/" + risk + "/assessments", body);
    }

    private static ObjectNode plan(String risk) {
        ObjectNode body = Story.JSON
                .createObjectNode()
                .put("risk", risk)
                .put("title", "Restore whole servers")
                .put("option", "modify");
        body.putArray("controls").addObject().put("reference", "A.8.13");
        body.putArray("actions")
                .addObject()
                .put("title", "Restore the file servers")
                .put("owner", "otto")
                .put("targetDate", "2031-01-31")
                .put("successCriterion", "They run again within a day")
                .put("resources", "Two people for a week");
        body.set("residual", rated(1));
        return body;
    }
}
