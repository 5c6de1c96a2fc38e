package isms.control.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import isms.control.Roles;
import isms.platform.testing.IsmsInfrastructure;
import isms.platform.testing.Tokens;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IsmsInfrastructure.class)
@DisplayName("CTL-1: frameworks over HTTP")
class FrameworkCatalogueTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Calls calls = new Calls("catalogue");

    @Test
    void the_frameworks_that_come_with_the_software_are_listed() {
        assertThat(calls.read("/frameworks?own=false").path("items").findValuesAsText("id"))
                .contains(
                        "iso-27001-2022",
                        "iso-27001-2013",
                        "nist-csf-2.0",
                        "nist-sp-800-53-r5",
                        "pci-dss-4.0.1",
                        "cobit-2019");
        assertThat(calls.read("/frameworks?publisher=NIST&count=true")
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(calls.read("/frameworks/nist-csf-2.0").path("groups")).hasSize(6);
    }

    @Test
    @DisplayName("CTL-1: requirements are filtered by theme and by the values of the five attributes")
    void requirements_are_filtered() {
        assertThat(requirements("iso-27001-2022", "group=people")).isEqualTo(8);
        assertThat(requirements("iso-27001-2022", "newIn2022=yes")).isEqualTo(11);
        assertThat(requirements("iso-27001-2022", "controlType=preventive,detective,corrective"))
                .isEqualTo(93);
        assertThat(requirements("iso-27001-2022", "attribute=securityDomains:resilience&group=technological"))
                .isEqualTo(1);
        assertThat(requirements("iso-27001-2022", "q=backup")).isEqualTo(1);
        assertThat(requirements("nist-csf-2.0", "heading=false")).isEqualTo(106);
        assertThat(requirements("nist-csf-2.0", "level=category")).isEqualTo(22);
        assertThat(requirements("nist-sp-800-53-r5", "parent=AC-2")).isEqualTo(13);
        assertThat(calls.read("/frameworks/iso-27001-2022/requirements/A.5.7")
                        .path("reference")
                        .asText())
                .isEqualTo("iso-27001-2022:A.5.7");
    }

    private int requirements(String framework, String filter) {
        return calls.read("/frameworks/" + framework + "/requirements?count=true&limit=1&" + filter)
                .path("total")
                .asInt();
    }

    @Test
    @DisplayName("ALL-8: requirements are paged, sorted and had as CSV and XLSX")
    void requirements_are_paged_and_exported() {
        Set<String> seen = new HashSet<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = calls.read("/frameworks/nist-sp-800-53-r5/requirements?limit=500" + cursor);
            page.path("items")
                    .forEach(item ->
                            assertThat(seen.add(item.path("id").asText())).isTrue());
            cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
            pages++;
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(1209);
        assertThat(pages).isEqualTo(3);

        assertThat(calls.read("/frameworks/cobit-2019/requirements?sort=-title&fields=id,title")
                        .at("/items/0/title")
                        .asText())
                .startsWith("Managed vendors");
        String csv = calls.as(Roles.AUDITOR)
                .accept("text/csv")
                .get("/api/v1/frameworks/iso-27001-2022/requirements?group=people")
                .asString();
        assertThat(csv.lines()).hasSize(9);
        assertThat(csv).contains("attributes.controlType").contains("A.6.7");
        var workbook = calls.as(Roles.AUDITOR).accept(XLSX).get("/api/v1/frameworks/iso-27001-2022/requirements");
        assertThat(workbook.statusCode()).isEqualTo(200);
        assertThat(workbook.asByteArray()).startsWith('P', 'K');
    }

    @Test
    void what_cannot_be_asked_is_refused_with_what_can() {
        assertThat(calls.get("/frameworks/iso-9001").statusCode()).isEqualTo(404);
        assertThat(calls.get("/frameworks/iso-9001").asString()).contains("iso-27001-2022");
        assertThat(calls.get("/frameworks/iso-27001-2022/requirements/A.9.9").statusCode())
                .isEqualTo(404);
        assertThat(calls.get("/frameworks/iso-27001-2022/requirements?theme=people")
                        .statusCode())
                .isEqualTo(400);
        assertThat(calls.get("/frameworks/iso-27001-2022/requirements?sort=colour")
                        .asString())
                .contains("group, level, title");
        assertThat(calls.get("/frameworks/iso-27001-2022/requirements?cursor=x").statusCode())
                .isEqualTo(400);
        assertThat(given().get("/api/v1/frameworks").statusCode()).isEqualTo(401);
        assertThat(given().auth()
                        .oauth2(Tokens.of("catalogue", "u-1", "ticketing"))
                        .get("/api/v1/frameworks")
                        .statusCode())
                .isEqualTo(403);
    }
}
