package isms.risk.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import isms.platform.decider.Violation;
import isms.platform.eventstore.FactJson;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("RSK-1, RSK-2: criteria are complete and free of contradictions before they are approved")
class CompletenessTest {

    private static final ObjectMapper JSON = FactJson.mapper();

    @Test
    void complete_criteria_of_every_kind_have_no_gaps() {
        assertThat(SampleCriteria.scored().gaps(MethodKind.SEMI_QUANTITATIVE)).isEmpty();
        assertThat(SampleCriteria.weighted().gaps(MethodKind.SEMI_QUANTITATIVE)).isEmpty();
        assertThat(SampleCriteria.matrix().gaps(MethodKind.QUALITATIVE)).isEmpty();
        assertThat(SampleCriteria.quantitative().gaps(MethodKind.QUANTITATIVE)).isEmpty();
    }

    @Test
    void a_proposal_leaves_to_the_organization_what_it_must_decide_itself() {
        assertThat(Criteria.proposal().gaps(MethodKind.SEMI_QUANTITATIVE))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/criteria/bands", "/criteria/level", "/criteria/acceptance", "/criteria/occasions");
    }

    @Test
    @DisplayName("RSK-2: financial, reputational, operational, fines and legal sanctions are there to begin with")
    void a_proposal_has_the_business_and_the_regulatory_dimensions() {
        assertThat(Criteria.proposal().dimensionsOf(ImpactKind.BUSINESS))
                .extracting(ImpactDimension::key)
                .containsExactly("financial", "reputational", "operational");
        assertThat(Criteria.proposal().dimensionsOf(ImpactKind.REGULATORY))
                .extracting(ImpactDimension::key)
                .containsExactly("fines", "legal-sanctions");
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                scored(
                        "a scale without a described meaning",
                        "/criteria/likelihood/levels/1/meaning",
                        json -> at(json, "/likelihood/levels/1").put("meaning", " ")),
                scored(
                        "a scale that does not ascend",
                        "/criteria/likelihood/levels/1/value",
                        json -> at(json, "/likelihood/levels/1").put("value", 1)),
                scored(
                        "a level without a name",
                        "/criteria/likelihood/levels/0/name",
                        json -> at(json, "/likelihood/levels/0").remove("name")),
                scored(
                        "a dimension of neither kind",
                        "/criteria/dimensions/0/kind",
                        json -> at(json, "/dimensions/0").remove("kind")),
                scored(
                        "fines called a business dimension",
                        "/criteria/dimensions/1/kind",
                        json -> at(json, "/dimensions/1").put("kind", "business")),
                scored(
                        "dimensions whose scales differ in their values",
                        "/criteria/dimensions/1/scale",
                        json -> at(json, "/dimensions/1/scale/levels/4").put("value", 7)),
                scored("no combination", "/criteria/combination", json -> json.remove("combination")),
                scored("no way to the level", "/criteria/level", json -> json.remove("level")),
                scored(
                        "a band without a start",
                        "/criteria/bands/1/from",
                        json -> at(json, "/bands/1").remove("from")),
                scored(
                        "a band that no risk can reach",
                        "/criteria/bands/3/from",
                        json -> at(json, "/bands/3").put("from", 26)),
                scored(
                        "a lowest band above the lowest level",
                        "/criteria/bands/0/from",
                        json -> at(json, "/bands/0").put("from", 2)),
                scored(
                        "bands that do not ascend",
                        "/criteria/bands/2/from",
                        json -> at(json, "/bands/2").put("from", 6)),
                scored(
                        "a colour that is none",
                        "/criteria/bands/0/colour",
                        json -> at(json, "/bands/0").put("colour", "red")),
                scored("no acceptance criteria", "/criteria/acceptance", json -> json.remove("acceptance")),
                scored(
                        "an unknown acceptable band",
                        "/criteria/acceptance/acceptableUpTo",
                        json -> at(json, "/acceptance").put("acceptableUpTo", "moderate")),
                scored(
                        "acceptance criteria that reject nothing",
                        "/criteria/acceptance/acceptableUpTo",
                        json -> at(json, "/acceptance").put("acceptableUpTo", "critical")),
                scored(
                        "a risk owner who accepts risks above the criteria",
                        "/criteria/acceptance/acceptedAboveBy",
                        json -> at(json, "/acceptance").put("acceptedAboveBy", "risk-owner")),
                scored(
                        "no planned interval",
                        "/criteria/occasions/interval",
                        json -> at(json, "/occasions").remove("interval")),
                scored(
                        "no trigger",
                        "/criteria/occasions/triggers",
                        json -> at(json, "/occasions").remove("triggers")),
                flaw(
                        SampleCriteria.weighted(),
                        MethodKind.SEMI_QUANTITATIVE,
                        "weights that are none",
                        "/criteria/dimensions/0/weight",
                        json -> at(json, "/dimensions/0").put("weight", 0)),
                matrix("means of ordinal values", "/criteria/combination", json -> json.put("combination", "total")),
                matrix(
                        "a matrix of another size than the scales",
                        "/criteria/level/cells",
                        json -> at(json, "/level").withArray("cells").remove(2)),
                matrix(
                        "a matrix that falls where the risk rises",
                        "/criteria/level/cells/2/2",
                        json -> json.withArray("/level/cells/2").set(2, "medium")),
                matrix(
                        "a cell with an unknown band",
                        "/criteria/level/cells/0/0",
                        json -> json.withArray("/level/cells/0").set(0, "nil")),
                matrix(
                        "an intolerable impact in an unknown dimension",
                        "/criteria/acceptance/neverAcceptable/0/dimension",
                        json -> at(json, "/acceptance/neverAcceptable/0").put("dimension", "health")),
                matrix(
                        "an intolerable impact off the scale",
                        "/criteria/acceptance/neverAcceptable/0/from",
                        json -> at(json, "/acceptance/neverAcceptable/0").put("from", 4)),
                flaw(
                        SampleCriteria.quantitative(),
                        MethodKind.QUANTITATIVE,
                        "a currency that is none",
                        "/criteria/level/currency",
                        json -> at(json, "/level").put("currency", "EURO")),
                flaw(
                        SampleCriteria.quantitative(),
                        MethodKind.QUANTITATIVE,
                        "a loss scale without thresholds",
                        "/criteria/dimensions/0/scale/levels/1/from",
                        json -> at(json, "/dimensions/0/scale/levels/1").remove("from")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void a_flaw_is_named_with_a_pointer_to_it(
            String name, Criteria flawless, MethodKind kind, String pointer, Consumer<ObjectNode> spoil)
            throws Exception {
        ObjectNode json = JSON.valueToTree(flawless);
        spoil.accept(json);

        assertThat(JSON.treeToValue(json, Criteria.class).gaps(kind))
                .extracting(Violation::pointer)
                .containsExactly(pointer);
    }

    @Test
    @DisplayName("RSK-1: each kind of methodology has its own ways to a level of risk")
    void a_way_to_the_level_fits_one_kind_of_methodology_only() {
        assertThat(SampleCriteria.scored().gaps(MethodKind.QUALITATIVE))
                .extracting(Violation::pointer)
                .contains("/criteria/level");
        assertThat(SampleCriteria.matrix().gaps(MethodKind.QUANTITATIVE))
                .extracting(Violation::pointer)
                .contains("/criteria/level", "/criteria/combination");
    }

    private static Arguments scored(String name, String pointer, Consumer<ObjectNode> spoil) {
        return flaw(SampleCriteria.scored(), MethodKind.SEMI_QUANTITATIVE, name, pointer, spoil);
    }

    private static Arguments matrix(String name, String pointer, Consumer<ObjectNode> spoil) {
        return flaw(SampleCriteria.matrix(), MethodKind.QUALITATIVE, name, pointer, spoil);
    }

    private static Arguments flaw(
            Criteria flawless, MethodKind kind, String name, String pointer, Consumer<ObjectNode> spoil) {
        return Arguments.of(name, flawless, kind, pointer, spoil);
    }

    private static ObjectNode at(ObjectNode json, String pointer) {
        return (ObjectNode) json.at(pointer);
    }
}
