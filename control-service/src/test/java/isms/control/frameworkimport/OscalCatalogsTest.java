package isms.control.frameworkimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import gov.nist.secauto.metaschema.databind.io.Format;
import gov.nist.secauto.oscal.lib.OscalBindingContext;
import gov.nist.secauto.oscal.lib.model.Catalog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import isms.control.catalogue.Calls;
import isms.platform.testing.IsmsInfrastructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("CTL-1: OSCAL catalogs")
class OscalCatalogsTest {

    private static final String FOREIGN = """
            {"catalog": {"uuid": "6ad2e724-59f2-43f2-9a62-00cc67772cfa",
             "metadata": {"title": "Sector rules", "last-modified": "2026-01-01T00:00:00Z", "version": "3", "oscal-version": "1.1.3"},
             "groups": [{"id": "ac", "class": "family", "title": "Access Control", "controls": [
               {"id": "ac-1", "class": "rule", "title": "Policy | Procedures",
                "params": [{"id": "ac-1_prm_1", "label": "people"}],
                "props": [{"name": "label", "value": "AC-1"}, {"name": "sort-id", "value": "ac-01"}, {"name": "status", "value": "draft"}],
                "links": [{"href": "#r1", "rel": "reference"}],
                "parts": [
                  {"id": "ac-1_smt", "name": "statement", "prose": "Write down:", "parts": [
                    {"id": "ac-1_smt.a", "name": "item", "props": [{"name": "label", "value": "a."}], "prose": "a policy"}]},
                  {"id": "ac-1_gdn", "name": "guidance", "prose": "Keep it short."}],
                "controls": [{"id": "ac-1.1", "title": "Reviews"}]}]}]}}
            """;

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream stream = Catalog.class.getResourceAsStream("/schema/json/oscal-catalog_schema.json")) {
            JsonNode schema = new ObjectMapper().readTree(stream);
            // its definitions name themselves by fragments, which validators do not take for identifiers
            schema.path("definitions").forEach(definition -> ((ObjectNode) definition).remove("$id"));
            // and one property says again what it is, where validators see a keyword
            schema.findParents("id").forEach(parent -> {
                if (parent.path("id").path("id").isObject()) {
                    ((ObjectNode) parent.path("id")).remove("id");
                }
            });
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema.toString(), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final Calls calls = new Calls("oscal");

    private String defined(String title) {
        return Calls.json(calls.post("/own-frameworks", "{\"title\": \"" + title + "\"}"), 201)
                .path("key")
                .asText();
    }

    private JsonNode imported(String key, String type, String catalog) {
        return Calls.json(
                calls.post("/own-frameworks/" + key + "/oscal-catalogs/imports", type, catalog.getBytes(UTF_8)), 200);
    }

    private List<JsonNode> outline(String framework) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = calls.read("/frameworks/" + framework + "/requirements?limit=500" + cursor);
            page.path("items").forEach(item -> all.add(((ObjectNode) item).without(List.of("framework", "reference"))));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iso-27001-2022",
                "iso-27001-2013",
                "nist-csf-2.0",
                "nist-sp-800-53-r5",
                "pci-dss-4.0.1",
                "cobit-2019"
            })
    @DisplayName("CTL-1: exported and imported again, a framework is the same; more than 1,000 controls in under 10 s")
    void exported_and_imported_again_it_is_the_same(String framework) {
        String catalog =
                calls.get("/frameworks/" + framework + "/oscal-catalog").asString();
        assertThat(SCHEMA.validate(catalog, InputFormat.JSON))
                .as("valid by the schema of NIST")
                .isEmpty();
        String key = defined(framework + " again");
        long begun = System.nanoTime();
        JsonNode report = imported(key, "application/json", catalog);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));

        assertThat(report.path("outcome").asText()).isEqualTo("imported");
        assertThat(report.path("unused")).isEmpty();
        assertThat(outline(key)).isEqualTo(outline(framework));
        assertThat(calls.read("/frameworks/" + key).path("groups"))
                .isEqualTo(calls.read("/frameworks/" + framework).path("groups"));

        String again = calls.get("/frameworks/" + key + "/oscal-catalog").asString();
        assertThat(imported(key, "application/json", again).path("outcome").asText())
                .isEqualTo("unchanged");
    }

    @Test
    @DisplayName("CTL-1: what the import could not use is listed in the report")
    void a_foreign_catalog_is_read_and_what_is_left_out_is_said() {
        String key = defined("Sector rules");
        JsonNode report = imported(key, "application/json", FOREIGN);

        assertThat(report.path("title").asText()).isEqualTo("Sector rules");
        assertThat(report.path("headings").asInt()).isEqualTo(1);
        assertThat(report.path("requirements").asInt()).isEqualTo(2);
        assertThat(report.path("unused").findValuesAsText("what"))
                .containsExactlyInAnyOrder("params", "links", "property sort-id", "part guidance");
        assertThat(report.at("/unused/0/where/0").asText()).isEqualTo("AC-1");

        List<JsonNode> outline = outline(key);
        assertThat(outline).extracting(item -> item.path("id").asText()).containsExactly("ac", "AC-1", "ac-1.1");
        JsonNode policy = outline.get(1);
        assertThat(policy.path("title").asText()).isEqualTo("Policy | Procedures");
        assertThat(policy.path("parent").asText()).isEqualTo("ac");
        assertThat(policy.path("group").asText()).isEqualTo("ac");
        assertThat(policy.path("level").asText()).isEqualTo("rule");
        assertThat(policy.path("explanation").asText()).isEqualTo("Write down:\na. a policy");
        assertThat(policy.at("/attributes/status/0").asText()).isEqualTo("draft");
        assertThat(outline.get(2).path("parent").asText()).isEqualTo("AC-1");
    }

    @Test
    void the_same_catalog_in_xml_and_in_yaml_is_the_same_framework() throws IOException {
        Catalog catalog = Oscal.read(FOREIGN.getBytes(UTF_8), Format.JSON);
        String key = defined("In three formats");
        imported(key, "application/json", FOREIGN);
        for (Format format : List.of(Format.XML, Format.YAML)) {
            StringWriter text = new StringWriter();
            OscalBindingContext.instance().newSerializer(format, Catalog.class).serialize(catalog, text);
            JsonNode report =
                    imported(key, format == Format.XML ? "application/xml" : "application/yaml", text.toString());
            assertThat(report.path("outcome").asText()).as(format.name()).isEqualTo("unchanged");
        }
    }

    @Test
    void a_dry_run_only_reports() {
        String key = defined("Tried");
        JsonNode report = Calls.json(
                calls.post(
                        "/own-frameworks/" + key + "/oscal-catalogs/imports?dryRun=true",
                        "application/json",
                        FOREIGN.getBytes(UTF_8)),
                200);

        assertThat(report.path("outcome").asText()).isEqualTo("checked");
        assertThat(calls.read("/own-frameworks/" + key).path("frameworkVersion").asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"catalog\": {}}", "[1]", "{\"catalog\": {\"uuid\": 7}}", "no json"})
    void what_is_no_catalog_is_refused(String body) {
        JsonNode problem =
                Calls.json(calls.post("/own-frameworks/" + defined("Refused") + "/oscal-catalogs/imports", body), 400);

        assertThat(problem.path("remedy").asText()).isNotBlank();
    }

    @Test
    void xml_with_a_document_type_is_refused() {
        String bomb =
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><catalog>&a;</catalog>";
        JsonNode problem = Calls.json(
                calls.post(
                        "/own-frameworks/" + defined("Bomb") + "/oscal-catalogs/imports",
                        "application/xml",
                        bomb.getBytes(UTF_8)),
                400);

        assertThat(problem.path("detail").asText()).contains("document type");
    }
}
