package isms.control.statementdocument;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import isms.control.statement.Justification;
import isms.control.statement.JustificationKind;
import isms.control.statement.Need;
import isms.control.statement.NeedKind;
import isms.control.statementdocument.Snapshot.Entry;
import isms.platform.people.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CTL-13: OSCAL that is valid against NIST's published schemas")
class OscalTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant AT = Instant.parse("2026-03-31T12:00:00.123456Z");

    private static Entry line(String reference, String control, @Nullable Boolean applicable, List<Need> needs) {
        return new Entry(
                reference,
                control,
                "A title",
                null,
                applicable,
                Boolean.TRUE.equals(applicable)
                        ? List.of(new Justification(
                                JustificationKind.RISK, "Phishing\nand more", List.of("RISK-12", "RISK-13")))
                        : List.of(),
                needs,
                Boolean.FALSE.equals(applicable) ? "No premises" : null,
                Boolean.TRUE.equals(applicable) ? "in-progress" : null,
                List.of("CTRL-3"),
                List.of("RISK-12"),
                "A note",
                List.of(),
                "ines",
                AT);
    }

    private static Snapshot snapshot(List<Entry> lines) {
        return new Snapshot(
                "acme",
                UUID.fromString("0190b5a0-0000-7000-8000-000000000001"),
                "SOA-1",
                UUID.fromString("0190b5a0-0000-7000-8000-000000000002"),
                "Customer  portal ",
                "ISO/IEC 27001:2022",
                2,
                "in-force",
                new Subject("ines"),
                AT,
                new Subject("tom"),
                AT,
                false,
                List.of(new Subject("ines")),
                lines);
    }

    private static Snapshot full() {
        return snapshot(List.of(
                line("iso-27001-2022:A.7.4", "A.7.4", false, List.of()),
                line(
                        "iso-27001-2022:A.8.5",
                        "A.8.5",
                        true,
                        List.of(new Need(
                                NeedKind.PLAN,
                                UUID.fromString("0190b5a0-0000-7000-8000-000000000003"),
                                "PLAN-7",
                                "RISK-12",
                                "A second factor"))),
                line("iso-27001-2022:A.8.6", "A.8.6", null, List.of()),
                line("nist-csf-2.0:PR.AA-03", "nist-csf-2.0:PR.AA-03", true, List.of()),
                line("4 eyes / releases", "4 eyes / releases", true, List.of())));
    }

    private static void valid(byte[] document, String schema) throws IOException {
        String resource = "schema/json/oscal-" + schema + "_schema.json";
        // another library, which reads catalogs, has schemas of the same name that are not written for a validator
        URL published = Thread.currentThread()
                .getContextClassLoader()
                .resources(resource)
                .filter(url -> url.getPath().contains("gov/nist"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(resource));
        try (InputStream in = published.openStream()) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
            assertThat(registry.getSchema(text, InputFormat.JSON)
                            .validate(new String(document, StandardCharsets.UTF_8), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("CTL-13: a component definition says how the applicable controls are implemented")
    void a_component_definition_is_valid() throws IOException {
        Snapshot snapshot = full();
        byte[] document = new Oscal(snapshot, snapshot.sha256(), AT).componentDefinition();
        valid(document, "component-definition");
        JsonNode definition = JSON.readTree(document).path("component-definition");
        assertThat(definition.findValuesAsText("control-id"))
                .containsExactly("A.8.5", "nist-csf-2.0-PR.AA-03", "_4-eyes---releases");
        assertThat(definition.toString()).contains(snapshot.sha256());
    }

    @Test
    @DisplayName("CTL-13: a profile selects the applicable controls, and names what is excluded and why")
    void a_profile_is_valid() throws IOException {
        Snapshot snapshot = full();
        byte[] document = new Oscal(snapshot, snapshot.sha256(), AT).profile();
        valid(document, "profile");
        JsonNode profile = JSON.readTree(document).path("profile");
        assertThat(profile.at("/imports/0/include-controls/0/with-ids/0").asText())
                .isEqualTo("A.8.5");
        assertThat(profile.toString()).contains("No premises").contains(snapshot.sha256());
    }

    @Test
    @DisplayName("CTL-13: a version of which nothing is decided is valid as well")
    void what_is_empty_is_valid() throws IOException {
        Snapshot snapshot = snapshot(List.of(line("iso-27001-2022:A.8.6", "A.8.6", null, List.of())));
        valid(new Oscal(snapshot, snapshot.sha256(), AT).profile(), "profile");
        valid(new Oscal(snapshot, snapshot.sha256(), AT).componentDefinition(), "component-definition");
    }

    @Test
    @DisplayName("CTL-13: the same content has the same digest, and other content another")
    void the_digest_is_of_the_content() {
        assertThat(full().sha256()).isEqualTo(full().sha256()).matches("[0-9a-f]{64}");
        assertThat(snapshot(List.of()).sha256()).isNotEqualTo(full().sha256());
        assertThat(new String(full().canonical(), StandardCharsets.UTF_8))
                .startsWith("{\"approvedAt\":\"2026-03-31T12:00:00.123456Z\",\"approvedBy\":\"tom\",");
    }
}
